package nl.leercirkel.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be used. The message is for the administrator: Dutch, says where and how to mend it. */
public final class DatabaseStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What stands in the way, for callers that react differently to one of them. */
    public enum Reason {
        /** Another Leercirkel runs on this data folder. */
        DATA_FOLDER_IN_USE,
        /** The data folder cannot be made, read or written, or its name is not usable. */
        DATA_FOLDER_UNUSABLE,
        /** The data was written by another major version of PostgreSQL. */
        OTHER_MAJOR_VERSION,
        /** Started as root where the system does not let us step down. */
        ROOT_REFUSED,
        /** No PostgreSQL for this kind of computer in the distribution. */
        NO_BINARIES,
        /** The chosen port is taken. */
        PORT_IN_USE,
        /** The disk is full. */
        DISK_FULL,
        /** The passwords in the data folder are missing, damaged or not those of the database. */
        SECRETS_UNUSABLE,
        /** The environment variables contradict each other or are incomplete. */
        SETTINGS,
        /** The external server does not answer or refuses the owner. */
        EXTERNAL_UNREACHABLE,
        /** The external server is too old. */
        EXTERNAL_TOO_OLD,
        /** The owner of the external database may not do what is needed; the message has the SQL for its administrator. */
        EXTERNAL_RIGHTS,
        /** PostgreSQL itself did not start; the message ends with its last log lines. */
        SERVER_FAILED
    }

    private final Reason reason;

    DatabaseStartException(Reason reason, String message) {
        this(reason, message, null);
    }

    DatabaseStartException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
