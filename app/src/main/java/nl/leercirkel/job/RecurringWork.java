package nl.leercirkel.job;

import java.time.Duration;

/**
 * Work of the installation itself that comes back, done by one node at a time; a module implements it as a bean. Nobody is
 * acting: the work says itself on whose behalf it does what.
 */
public interface RecurringWork {
    /** Kept in the database, so it stays the same. */
    String name();

    /** How long after one time the next begins. */
    Duration interval();

    /** Does the work once; an exception is a fault, after which it is tried again at the next time. */
    void run();
}
