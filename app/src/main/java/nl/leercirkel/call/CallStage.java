package nl.leercirkel.call;

/** What the manager did with a call; with the clock it gives the {@link CallState}. */
public enum CallStage {
    DRAFT,
    PUBLISHED,
    /** The assessment is closed. */
    ASSESSED
}
