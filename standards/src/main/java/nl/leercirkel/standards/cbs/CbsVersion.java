package nl.leercirkel.standards.cbs;

/** The two services of CBS. */
public enum CbsVersion {
    /** One row per combination of keys, one column per topic. */
    V3,
    /** One row per figure. */
    V4
}
