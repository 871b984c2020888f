package nl.leercirkel.statistics.space;

/** What a scan looks for. */
public enum Direction {
    /** More cases than expected. */
    HIGH,
    /** Fewer cases than expected. */
    LOW,
    /** Either; a window counts by how far off it is. */
    BOTH
}
