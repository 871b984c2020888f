package nl.leercirkel.job;

/** Where a job is in its life. */
public enum JobStatus {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    public boolean isFinal() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case SUCCEEDED, FAILED, CANCELLED -> true;
        };
    }

    /** Key of the Dutch and English name in the message bundles. */
    public String labelKey() {
        return "job.status." + name();
    }
}
