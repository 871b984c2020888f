package nl.leercirkel.statistics.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.sample.MultipleTests;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;
import nl.leercirkel.statistics.support.Sum;

/**
 * Getis and Ord's Gi*: where are high values surrounded by high ones (hot), and low by low (cold)? For each place the values of itself and its
 * neighbours together, as a number of standard deviations from what all places give.
 *
 * @param places per place, in the order given
 * @see "Ord and Getis (1995), Local spatial autocorrelation statistics, Geographical Analysis 27"
 */
public record GetisOrd(List<Local> places) {

    public GetisOrd {
        places = List.copyOf(places);
    }

    /**
     * What is found around one place.
     *
     * @param z Gi*; above 0 where values are high
     * @param pValue two-sided, for this place alone
     * @param falseDiscovery the p-value allowing for all places being looked at (Benjamini and Hochberg): of the places with at most .05, no
     *     more than about a twentieth are chance
     */
    public record Local(double z, double pValue, double falseDiscovery) {}

    /**
     * Computes Gi* for all places.
     *
     * @param values per place, not counts but rates or other measures
     * @param weights without a weight for the place itself, which here counts as much as its neighbours do on average
     * @return NO_DATA, NOT_A_NUMBER, DO_NOT_MATCH, TOO_FEW below four places, CONSTANT values, NOT_IDENTIFIED where a place has all others as
     *     neighbours, so that nothing is left to compare with
     */
    public static Outcome<GetisOrd> star(double[] values, Weights weights) {
        Optional<Failure> failure = Check.first(
                        Check.values("values", values, 4),
                        Check.sameLength("values", values.length, "weights", weights.size()))
                .or(() -> Autocorrelation.constant(values));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int n = values.length;
        Sum.Centre centre = Sum.Centre.of(values);
        double deviation = Math.sqrt(centre.squares(values) / n);
        double[] fromMean = new double[n];
        for (int i = 0; i < n; i++) {
            fromMean[i] = centre.deviation(values[i]);
        }
        double[] z = new double[n];
        double[] p = new double[n];
        for (int i = 0; i < n; i++) {
            double own = weights.own(i);
            double sum = weights.sum(i) + own;
            double spread = (n * (weights.squares(i) + own * own) - sum * sum) / (n - 1);
            if (!(spread > 1e-12 * sum * sum)) {
                return Outcome.failed(Reason.NOT_IDENTIFIED, "place " + i + " has all others as neighbours");
            }
            z[i] = (weights.lag(i, fromMean) + own * fromMean[i]) / (deviation * Math.sqrt(spread));
            p[i] = Dist.normalPValue(z[i], Alternative.TWO_SIDED);
        }
        return MultipleTests.benjaminiHochberg(p).map(adjusted -> {
            List<Local> places = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                places.add(new Local(z[i], p[i], adjusted.get(i)));
            }
            return new GetisOrd(places);
        });
    }
}
