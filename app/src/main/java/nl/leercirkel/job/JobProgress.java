package nl.leercirkel.job;

/** Tells how far the work is, and ends it when asked to. */
public interface JobProgress {
    /**
     * Cheap: may be called for every row. The page shows the last value, written at most four times a second.
     *
     * @param total how much there is to do, 0 when not known
     * @param text what is being done, in Dutch, without personal data
     * @throws JobStoppedException when the work must end here; let it pass
     */
    void update(long done, long total, String text);

    /** Only ends the work when asked to; for steps without news. */
    void check();
}
