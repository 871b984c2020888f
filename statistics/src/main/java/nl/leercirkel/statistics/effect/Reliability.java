package nl.leercirkel.statistics.effect;

import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;
import nl.leercirkel.statistics.support.Sum;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How much of the differences between people in one measurement lasts, and how much is of the moment.
 *
 * @param mean of all who could have been selected, not only of those who were
 * @param deviation standard deviation between all of them in one measurement
 * @param reliability share of the variance that lasts (between people), 0 to 1: the correlation of two measurements
 * @param standardError of the reliability; 0 when it is taken for known
 * @param n people it was estimated from; 0 when it is taken for known
 */
public record Reliability(double mean, double deviation, double reliability, double standardError, int n) {

    /** Taken from elsewhere. OUT_OF_RANGE for a deviation not above 0, a reliability outside 0 to 1 or a negative error. */
    public static Outcome<Reliability> known(double mean, double deviation, double reliability, double standardError) {
        Optional<Failure> failure = Check.first(
                Check.finite("mean", mean),
                Check.finite("deviation", deviation),
                Check.that(deviation > 0, Reason.OUT_OF_RANGE, "deviation " + deviation),
                Check.that(reliability >= 0 && reliability <= 1, Reason.OUT_OF_RANGE, "reliability " + reliability),
                Check.that(
                        standardError >= 0 && standardError < 1,
                        Reason.OUT_OF_RANGE,
                        "standard error " + standardError));
        return failure.<Outcome<Reliability>>map(Outcome::failed)
                .orElseGet(() -> Outcome.of(new Reliability(mean, deviation, reliability, standardError, 0)));
    }

    /**
     * From two measurements of everyone who could have been selected, before anything was done: the intraclass correlation,
     * with its large-sample error (1 - r^2) / sqrt(n - 1).
     *
     * @return TOO_FEW below ten people, CONSTANT when nobody differs, OUT_OF_RANGE when the correlation is below 0: then the
     *     two do not measure the same
     * @see "Donner (1986), A review of inference procedures for the intraclass correlation coefficient, Int. Statistical
     *     Review 54"
     */
    public static Outcome<Reliability> of(double[] first, double[] second) {
        Optional<Failure> failure = Check.first(
                Check.values("first", first, 1),
                Check.values("second", second, 1),
                Check.sameLength("first", first.length, "second", second.length),
                Check.values("first", first, 10));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int n = first.length;
        double mean = (Sum.mean(first) + Sum.mean(second)) / 2;
        Sum squares = new Sum();
        Sum products = new Sum();
        for (int i = 0; i < n; i++) {
            squares.addProduct(first[i] - mean, first[i] - mean).addProduct(second[i] - mean, second[i] - mean);
            products.addProduct(first[i] - mean, second[i] - mean);
        }
        if (!(squares.value() > 0)) {
            return Outcome.failed(Reason.CONSTANT, "all measurements are " + first[0]);
        }
        double correlation = 2 * products.value() / squares.value();
        if (correlation < 0) {
            return Outcome.failed(Reason.OUT_OF_RANGE, "correlation " + correlation + " between the two measurements");
        }
        return Outcome.of(new Reliability(
                mean,
                Math.sqrt(squares.value() / (2 * n - 1)),
                correlation,
                (1 - correlation * correlation) / Math.sqrt(n - 1),
                n));
    }

    /**
     * By how much the mean of those above a cutoff falls at a next measurement when nothing is done, for values that follow
     * a normal distribution.
     *
     * @param cutoff from which people are selected
     * @param measurements how many their mean had to lie above it, at least 1
     * @return OUT_OF_RANGE below one measurement; NOT_REACHED when practically nobody lies above the cutoff
     * @see "Gardner and Heady (1973), Some effects of within-person variability in epidemiological studies, J. Chronic Diseases 26;
     *     Davis (1976), The effect of regression to the mean in epidemiologic and clinical studies, American J. Epidemiology 104;
     *     Barnett, Van der Pols and Dobson (2005), Int. J. Epidemiology 34, equations 1 and 2"
     */
    public Outcome<Double> expectedFallAbove(double cutoff, int measurements) {
        Optional<Failure> failure = Check.first(
                Check.finite("cutoff", cutoff),
                Check.that(measurements >= 1, Reason.OUT_OF_RANGE, measurements + " measurements"));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double within = deviation * deviation * (1 - reliability) / measurements;
        double between = deviation * deviation * reliability;
        double spread = Math.sqrt(between + within);
        double z = (cutoff - mean) / spread;
        double above = Dist.normalBelow(-z);
        if (!(above > 1e-12)) {
            return Outcome.failed(Reason.NOT_REACHED, "nobody lies above " + cutoff);
        }
        return Outcome.of(within / spread * NormalDistribution.of(0, 1).density(z) / above);
    }
}
