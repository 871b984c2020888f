package nl.leercirkel.job;

import nl.leercirkel.security.Right;

/**
 * A kind of background work; a module implements it as a bean. The work is done as the person who started it, so
 * row-level security holds. It may use transactions of its own; progress is written in others.
 *
 * @param <P> what the work needs to know, as a record that Jackson can write and read. It is kept in the database: no
 *     secrets and no personal data that is not needed
 */
public interface JobKind<P extends Record> {
    /** Kept in the database with each job, so it stays the same as long as jobs of this kind exist. */
    String name();

    Class<P> parameterType();

    /** Asked of the person when the work is started, and again when it is done. */
    Right right();

    /**
     * Whether the work may be begun again after it was broken off halfway. Only when doing it again does no harm: what
     * was already done is overwritten, skipped or rolled back.
     */
    boolean restartable();

    /**
     * Does the work. Calls {@link JobProgress#update} regularly, since that is where a person or a stopping application
     * can end it. What a user can mend is returned as {@link JobResult.Failed}; an exception is a fault, of which the
     * user only sees that it happened.
     */
    JobResult run(P parameters, JobProgress progress) throws Exception;
}
