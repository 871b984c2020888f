package nl.leercirkel.statistics.space;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * How cases come about, under the hypothesis that none is a cluster, and how far a window is off it.
 *
 * @see "Kulldorff (1997), A spatial scan statistic, Communications in Statistics - Theory and Methods 26(6)"
 */
abstract sealed class ScanModel permits PoissonModel, BernoulliModel {

    final int cases;
    final double mass;

    ScanModel(int cases, double mass) {
        this.cases = cases;
        this.mass = mass;
    }

    /** Cases expected in a window of this mass. */
    final double expected(double windowMass) {
        return windowMass * cases / mass;
    }

    /**
     * The logarithm of the likelihood ratio of a window, whichever side its cases are off; infinite for what cannot be. With the cases
     * fixed it falls with the mass when they are more than expected and rises with it when they are fewer.
     */
    abstract double ratio(double windowMass, double windowCases);

    /** Spreads all cases over the places as chance would; writes each place's count. */
    abstract void draw(UniformRandomProvider stream, int[] counts);

    /** a ln(a / b), which is 0 for a = 0. */
    static double term(double a, double b) {
        return a > 0 ? a * Math.log(a / b) : 0;
    }
}
