package nl.leercirkel.statistics.synthetic;

/**
 * The gaps of one unit in three numbers.
 *
 * @param squareBefore mean squared gap before treatment
 * @param squareAfter mean squared gap after
 * @param effect mean gap after
 * @param ratio of the mean squares, the first at least as large as rounding
 */
record Track(double squareBefore, double squareAfter, double effect, double ratio) {

    /** Of the largest value before treatment: a gap below this is rounding. */
    private static final double ROUNDING = 1e-9;

    static Track of(double[] gaps, Problem problem) {
        return of(gaps, problem.before(), problem.scale());
    }

    static Track of(double[] gaps, int before, double scale) {
        double squareBefore = 0;
        double squareAfter = 0;
        double effect = 0;
        int after = gaps.length - before;
        for (int t = 0; t < gaps.length; t++) {
            if (t < before) {
                squareBefore += gaps[t] * gaps[t] / before;
            } else {
                squareAfter += gaps[t] * gaps[t] / after;
                effect += gaps[t] / after;
            }
        }
        return new Track(squareBefore, squareAfter, effect, squareAfter / least(squareBefore, scale));
    }

    static double least(double squareBefore, double scale) {
        double rounding = ROUNDING * scale;
        return Math.max(squareBefore, Math.max(rounding * rounding, Double.MIN_NORMAL));
    }
}
