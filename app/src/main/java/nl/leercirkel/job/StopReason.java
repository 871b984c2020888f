package nl.leercirkel.job;

/** Why work ends before it was done. */
enum StopReason {
    /** Somebody pressed the button. */
    CANCELLED,
    /** The application stops. */
    SHUTDOWN,
    /** This node was thought to be dead and another one has the job. */
    LOST
}
