package nl.leercirkel.standards.cbs;

import java.io.IOException;
import java.io.Serial;
import java.time.Duration;

/** The source did not give an answer. The message is Dutch, for the person who asked for the figures. */
public class CbsUnavailable extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean passing;
    private final Duration wait;

    /**
     * @param passing whether asking again may help
     * @param wait how long the source asks to wait; zero where it does not say
     */
    public CbsUnavailable(String message, boolean passing, Duration wait) {
        super(message);
        this.passing = passing;
        this.wait = wait;
    }

    boolean isPassing() {
        return passing;
    }

    Duration waiting() {
        return wait;
    }
}
