package nl.leercirkel.statistics.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;

/**
 * Which areas differ from the whole by more than chance: limits around the common value, wider for small areas. Where areas
 * differ more than chance alone explains (as they nearly always do), the limits are widened by an additive variance between
 * areas, so that only areas outside the usual spread stand out.
 *
 * @param target the common share or rate
 * @param points one per area, in the order given
 * @param overdispersion mean squared z score, the outer tenth on each side pulled in; 1 is pure chance
 * @param betweenVariance variance between areas, on the square root scale for rates and the arcsine scale for shares; 0
 *     without overdispersion
 * @param caveats OVERDISPERSED when the limits were widened
 * @see "Spiegelhalter (2005), Funnel plots for comparing institutional performance, Statistics in Medicine 24;
 *     Spiegelhalter et al. (2012), Statistical methods for healthcare regulation, JRSS A 175"
 */
public record Funnel(
        double target, List<Point> points, double overdispersion, double betweenVariance, Set<Caveat> caveats) {

    private static final double WINSORISED = .1;

    /**
     * One area.
     *
     * @param value its share or rate
     * @param limits within which chance (and the usual spread) keeps an area of this size
     * @param z distance from the target in standard errors, spread included
     */
    public record Point(double value, Interval limits, double z) {

        public boolean isOutside() {
            return !limits.contains(value);
        }
    }

    /**
     * Shares of areas: on the arcsine scale, where the variance is 1/(4 n).
     *
     * @param parts per area, at least 0
     * @param wholes per area, above 0
     * @param level of the limits, as .95 or .998
     * @param adjust whether to widen the limits for overdispersion
     */
    public static Outcome<Funnel> shares(long[] parts, long[] wholes, double level, boolean adjust) {
        Optional<Failure> failure = Check.first(
                Check.level(level),
                Check.sameLength("parts", parts.length, "wholes", wholes.length),
                enough(parts.length));
        for (int i = 0; i < Math.min(parts.length, wholes.length); i++) {
            int area = i;
            failure = failure.or(() -> Check.share("area " + area, parts[area], wholes[area]));
        }
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double target =
                Arrays.stream(parts).sum() / (double) Arrays.stream(wholes).sum();
        if (target == 0 || target == 1) {
            return Outcome.failed(Reason.CONSTANT, target == 0 ? "all parts are 0" : "all parts are the whole");
        }
        double[] values = new double[parts.length];
        double[] variances = new double[parts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = parts[i] / (double) wholes[i];
            variances[i] = 1 / (4.0 * wholes[i]);
        }
        return Outcome.of(build(values, variances, target, Scale.ARCSINE, level, adjust));
    }

    /**
     * Rates of areas: on the square root scale, where the variance is 1/(4 x exposure).
     *
     * @param events per area, at least 0
     * @param exposures per area, above 0; expected events make the rate a standardised ratio
     */
    public static Outcome<Funnel> rates(long[] events, double[] exposures, double level, boolean adjust) {
        Optional<Failure> failure = Check.first(
                Check.level(level),
                Check.sameLength("events", events.length, "exposures", exposures.length),
                enough(events.length));
        for (int i = 0; i < Math.min(events.length, exposures.length); i++) {
            int area = i;
            failure = failure.or(() -> Check.first(
                    Check.notNegative("events of area " + area, events[area]),
                    Check.exposure("exposure of area " + area, exposures[area])));
        }
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double target = Arrays.stream(events).sum() / Arrays.stream(exposures).sum();
        if (target == 0) {
            return Outcome.failed(Reason.CONSTANT, "no events anywhere");
        }
        double[] values = new double[events.length];
        double[] variances = new double[events.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = events[i] / exposures[i];
            variances[i] = 1 / (4 * exposures[i]);
        }
        return Outcome.of(build(values, variances, target, Scale.SQUARE_ROOT, level, adjust));
    }

    private static Funnel build(
            double[] values, double[] variances, double target, Scale scale, double level, boolean adjust) {
        int n = values.length;
        double centre = scale.to(target);
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            scores[i] = (scale.to(values[i]) - centre) / Math.sqrt(variances[i]);
        }
        double phi = Arrays.stream(winsorised(scores)).map(z -> z * z).sum() / n;
        // The sampling variance of phi under pure chance is about 2/n; within it nothing is widened.
        double between = adjust && phi > 1 + 2 * Math.sqrt(2.0 / n) ? between(phi, variances) : 0;
        double half = Dist.normalHalfWidth(level);
        List<Point> points = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            double error = Math.sqrt(variances[i] + between);
            points.add(new Point(
                    values[i],
                    new Interval(scale.from(centre - half * error), scale.from(centre + half * error), level),
                    (scale.to(values[i]) - centre) / error));
        }
        return new Funnel(
                target, List.copyOf(points), phi, between, between > 0 ? Set.of(Caveat.OVERDISPERSED) : Set.of());
    }

    private static double[] winsorised(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int cut = (int) Math.floor(WINSORISED * sorted.length);
        double low = sorted[cut];
        double high = sorted[sorted.length - 1 - cut];
        return Arrays.stream(scores).map(z -> Math.clamp(z, low, high)).toArray();
    }

    /** The method of moments of DerSimonian and Laird, on the winsorised scores. */
    private static double between(double phi, double[] variances) {
        double n = variances.length;
        double sum = Arrays.stream(variances).map(v -> 1 / v).sum();
        double squares = Arrays.stream(variances).map(v -> 1 / (v * v)).sum();
        return Math.max(0, (n * phi - (n - 1)) / (sum - squares / sum));
    }

    private static Optional<Failure> enough(int areas) {
        return Check.first(
                Check.that(areas > 0, Reason.NO_DATA, "no areas"),
                Check.that(areas >= 5, Reason.TOO_FEW, areas + " areas, needs 5"));
    }

    /** Where the variance does not depend on the value. */
    private enum Scale {
        SQUARE_ROOT {
            @Override
            double to(double value) {
                return Math.sqrt(value);
            }

            @Override
            double from(double scaled) {
                return scaled <= 0 ? 0 : scaled * scaled;
            }
        },
        ARCSINE {
            @Override
            double to(double value) {
                return Math.asin(Math.sqrt(value));
            }

            @Override
            double from(double scaled) {
                double sine = Math.sin(Math.clamp(scaled, 0, Math.PI / 2));
                return sine * sine;
            }
        };

        abstract double to(double value);

        abstract double from(double scaled);
    }
}
