package nl.leercirkel.job;

import java.util.UUID;

/** Identifies one piece of background work. */
public record JobId(UUID value) {
    /** The page on which its progress can be followed. */
    public String path() {
        return "/werk/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
