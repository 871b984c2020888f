package nl.leercirkel.progress;

import java.util.Arrays;
import java.util.Optional;

/** How a project goes, as its partners judge it themselves. */
public enum Light {
    ON_COURSE("op-koers", "ok"),
    ATTENTION("aandacht", "attention"),
    STOP("stop", "stop");

    private final String term;
    private final String badge;

    Light(String term, String badge) {
        this.term = term;
        this.badge = badge;
    }

    /** The word that forms post. */
    public String term() {
        return term;
    }

    /** The kind of the fragment light in web/fragments. */
    public String badge() {
        return badge;
    }

    public String labelKey() {
        return "progress.light." + name();
    }

    static Optional<Light> parse(String term) {
        return Arrays.stream(values()).filter(light -> light.term.equals(term)).findFirst();
    }
}
