package nl.leercirkel.statistics;

/** What a test looks for, seen from the first sample or the observed value. */
public enum Alternative {
    TWO_SIDED,
    LESS,
    GREATER
}
