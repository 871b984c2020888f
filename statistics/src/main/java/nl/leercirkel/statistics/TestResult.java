package nl.leercirkel.statistics;

import java.util.Set;

/**
 * What a test found.
 *
 * @param statistic the test statistic, named by the method
 * @param degreesOfFreedom degrees of freedom; 0 where the test has none
 * @param pValue between 0 and 1
 * @param alternative what was looked for
 * @param n the number of observations used
 * @param method the code of the method, in lower case with hyphens, such as "fisher-exact"
 * @param caveats what must be said beside it
 */
public record TestResult(
        double statistic,
        double degreesOfFreedom,
        double pValue,
        Alternative alternative,
        long n,
        String method,
        Set<Caveat> caveats) {

    public TestResult {
        if (Double.isNaN(statistic) || !(degreesOfFreedom >= 0)) {
            throw new IllegalArgumentException("no statistic: " + statistic + " on " + degreesOfFreedom);
        }
        if (!(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("no p-value: " + pValue);
        }
        caveats = Set.copyOf(caveats);
    }
}
