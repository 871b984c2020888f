package nl.leercirkel.statistics.synthetic;

import java.util.Set;
import nl.leercirkel.statistics.Caveat;

/**
 * What a specification made of a problem.
 *
 * @param weights one per donor, adding up to one; not negative unless the specification says so
 * @param intercept added to the weighted donors
 * @param predictorWeights what each predictor counted, adding up to one; empty without predictors
 * @param caveats about the weights
 */
record Weighing(double[] weights, double intercept, double[] predictorWeights, Set<Caveat> caveats) {

    /** The unit less its synthetic control, per period. */
    double[] gaps(Problem problem) {
        double[] gaps = new double[problem.periods()];
        for (int t = 0; t < gaps.length; t++) {
            gaps[t] = problem.target()[t] - intercept;
        }
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] != 0) {
                double[] donor = problem.values()[problem.donors()[j]];
                for (int t = 0; t < gaps.length; t++) {
                    gaps[t] -= weights[j] * donor[t];
                }
            }
        }
        return gaps;
    }
}
