package nl.leercirkel.statistics.space;

/**
 * The window around one centre that is furthest off.
 *
 * @param ratio logarithm of the likelihood ratio; 0 when no window is off in the direction looked for
 * @param length how many places it takes in
 */
record ScanWindow(double ratio, int length, int cases, double mass) {

    static final ScanWindow NONE = new ScanWindow(0, 0, 0, 0);
}
