package nl.leercirkel.privacy;

/** There are no keys, or not those that belong to this database; the message says in Dutch what to do. */
public class KeysUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String dutchMessage;

    KeysUnavailableException(String dutchMessage) {
        super(dutchMessage);
        this.dutchMessage = dutchMessage;
    }

    /** What is wrong and how to mend it; never holds anything of a key. */
    public String dutchMessage() {
        return dutchMessage;
    }
}
