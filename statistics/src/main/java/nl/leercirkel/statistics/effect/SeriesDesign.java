package nl.leercirkel.statistics.effect;

import java.util.Arrays;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * What is laid down before a series is read.
 *
 * @param start index of the first period in which the change was at work
 * @param phaseIn periods from the start on that count neither as before nor as after, while the change was brought in
 * @param slopeChange whether the trend may change too, or only the level
 * @param season periods in a year, 1 for no season
 * @param waves sine and cosine pairs for the season; season / 2 gives every period of the year its own mean
 */
public record SeriesDesign(int start, int phaseIn, boolean slopeChange, int season, int waves) {

    /** The least on either side: EPOC (2017), Interrupted time series analyses, Cochrane. */
    private static final int LEAST = 3;

    /** Level and slope, no phase-in, no season. */
    public static SeriesDesign startingAt(int start) {
        return new SeriesDesign(start, 0, true, 1, 0);
    }

    public SeriesDesign withPhaseIn(int periods) {
        return new SeriesDesign(start, periods, slopeChange, season, waves);
    }

    public SeriesDesign levelOnly() {
        return new SeriesDesign(start, phaseIn, false, season, waves);
    }

    public SeriesDesign withSeason(int periods, int pairs) {
        return new SeriesDesign(start, phaseIn, slopeChange, periods, pairs);
    }

    /** The first period that counts as after. */
    public int firstAfter() {
        return start + phaseIn;
    }

    Optional<Failure> check(int n) {
        int k = columns();
        return Check.first(
                Check.that(start >= 0 && start < n, Reason.OUT_OF_RANGE, "start " + start + " of " + n + " periods"),
                Check.that(phaseIn >= 0, Reason.OUT_OF_RANGE, "phase-in of " + phaseIn + " periods"),
                Check.that(
                        season >= 1 && waves >= 0 && 2 * waves <= season,
                        Reason.OUT_OF_RANGE,
                        waves + " waves in a season of " + season),
                Check.that(start >= LEAST, Reason.TOO_FEW, start + " periods before, needs " + LEAST),
                Check.that(
                        n - firstAfter() >= LEAST, Reason.TOO_FEW, n - firstAfter() + " periods after, needs " + LEAST),
                Check.that(n - k >= LEAST, Reason.TOO_FEW, n + " periods for " + k + " coefficients"));
    }

    int columns() {
        return 3 + (slopeChange ? 1 : 0) + phaseIn + Math.min(2 * waves, season - 1);
    }

    /** Per period: one, time since the first after, after, time after, season, a column per phase-in period. */
    double[][] rows(int n) {
        double[][] rows = new double[n][];
        for (int t = 0; t < n; t++) {
            rows[t] = row(t, true);
        }
        return rows;
    }

    /** The row of a period; without the change for what would have been. */
    double[] row(int t, boolean changed) {
        double[] row = new double[columns()];
        int since = t - firstAfter();
        row[0] = 1;
        row[1] = since;
        row[2] = changed && since >= 0 ? 1 : 0;
        int at = 3;
        if (slopeChange) {
            row[at++] = changed && since >= 0 ? since : 0;
        }
        for (int wave = 1; wave <= waves; wave++) {
            double angle = 2 * Math.PI * wave * (t % season) / season;
            row[at++] = Math.cos(angle);
            if (2 * wave < season) {
                row[at++] = Math.sin(angle);
            }
        }
        if (changed && t >= start && since < 0) {
            row[at + t - start] = 1;
        }
        return row;
    }

    /** Weights of the coefficients for the effect in a period. */
    double[] effectIn(int t) {
        double[] with = row(t, true);
        double[] without = row(t, false);
        Arrays.setAll(with, a -> with[a] - without[a]);
        return with;
    }

    /** Weights of the coefficients for the mean effect over the periods after. */
    double[] meanEffect(int n) {
        double[] mean = new double[columns()];
        int count = n - firstAfter();
        for (int t = firstAfter(); t < n; t++) {
            double[] one = effectIn(t);
            Arrays.setAll(mean, a -> mean[a] + one[a] / count);
        }
        return mean;
    }

    double[] unit(int column) {
        double[] unit = new double[columns()];
        unit[column] = 1;
        return unit;
    }
}
