package nl.leercirkel.job;

/** The work ends before it was done: stopped by a person, by the application, or taken over by another node. */
public class JobStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobStoppedException(StopReason reason) {
        super("Stopped: " + reason);
    }
}
