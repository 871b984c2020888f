package nl.leercirkel.statistics.effect;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Labels;

/**
 * A treated and an untreated group, before and after: the same units twice, or other people each time. Immutable.
 *
 * <p>Clusters say which rows may go up and down together, as the clients of one municipality; without them each row stands by
 * itself. Covariates are known before the treatment and enter linearly.
 */
public final class BeforeAfter {

    private final boolean panel;
    private final double[] outcome;
    private final boolean[] treated;
    private final boolean[] after;
    private final int[] clusters;
    private final double[][] covariates;
    private final double[] before;

    private BeforeAfter(
            boolean panel,
            double[] outcome,
            boolean[] treated,
            boolean[] after,
            int[] clusters,
            double[][] covariates,
            double[] before) {
        this.panel = panel;
        this.outcome = outcome;
        this.treated = treated;
        this.after = after;
        this.clusters = clusters;
        this.covariates = covariates;
        this.before = before;
    }

    /**
     * The same units measured twice.
     *
     * @param before the outcome of each unit before
     * @param after the outcome of the same unit after, in the same order
     * @param treated whether the unit was treated between the two
     * @return NO_DATA, NOT_A_NUMBER, DO_NOT_MATCH for lists that differ in length, TOO_FEW below two treated or two untreated
     *     units: with one, use synthetic control
     */
    public static Outcome<BeforeAfter> panel(double[] before, double[] after, boolean[] treated) {
        Optional<Failure> failure = Check.first(
                Check.values("before", before, 1),
                Check.values("after", after, 1),
                Check.sameLength("before", before.length, "after", after.length),
                Check.sameLength("before", before.length, "treated", treated.length));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int n = before.length;
        failure = Check.first(cell("treated units", treated, true, n), cell("untreated units", treated, false, n));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double[] change = new double[n];
        Arrays.setAll(change, i -> after[i] - before[i]);
        return Outcome.of(new BeforeAfter(
                true,
                change,
                treated.clone(),
                new boolean[n],
                IntStream.range(0, n).toArray(),
                new double[n][0],
                before.clone()));
    }

    /**
     * Other people each time, or units of which some are missing once.
     *
     * @param outcome one number per row
     * @param treated whether the row belongs to the group that was treated, before as well as after
     * @param after whether the row was measured after
     * @return as {@link #panel}; TOO_FEW below two rows in one of the four cells
     */
    public static Outcome<BeforeAfter> crossSections(double[] outcome, boolean[] treated, boolean[] after) {
        Optional<Failure> failure = Check.first(
                Check.values("outcome", outcome, 1),
                Check.sameLength("outcome", outcome.length, "treated", treated.length),
                Check.sameLength("outcome", outcome.length, "after", after.length));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int n = outcome.length;
        for (boolean group : new boolean[] {true, false}) {
            for (boolean moment : new boolean[] {true, false}) {
                long size = IntStream.range(0, n)
                        .filter(i -> treated[i] == group && after[i] == moment)
                        .count();
                failure = failure.or(() -> Check.that(
                        size >= 2,
                        Reason.TOO_FEW,
                        size + " rows of the " + (group ? "treated" : "untreated") + " " + (moment ? "after" : "before")
                                + ", needs 2"));
            }
        }
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        return Outcome.of(new BeforeAfter(
                false,
                outcome.clone(),
                treated.clone(),
                after.clone(),
                IntStream.range(0, n).toArray(),
                new double[n][0],
                new double[n]));
    }

    /**
     * The same rows, in clusters.
     *
     * @param labels of the cluster of each row, any whole numbers
     * @return DO_NOT_MATCH, or TOO_FEW when fewer than two clusters hold treated rows, or fewer than two untreated ones: the
     *     data then hold no measure of how treated clusters vary
     */
    public Outcome<BeforeAfter> withClusters(int[] labels) {
        Optional<Failure> failure = Check.sameLength("rows", outcome.length, "clusters", labels.length);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int with = clustersOf(labels, true);
        int without = clustersOf(labels, false);
        if (with < 2 || without < 2) {
            return Outcome.failed(
                    Reason.TOO_FEW, with + " treated and " + without + " untreated clusters, needs 2 of each");
        }
        return Outcome.of(new BeforeAfter(panel, outcome, treated, after, labels.clone(), covariates, before));
    }

    /**
     * The same rows, compared at equal covariates.
     *
     * @param rows one per row of the data, all of the same length
     * @return DO_NOT_MATCH, NOT_A_NUMBER
     */
    public Outcome<BeforeAfter> withCovariates(double[][] rows) {
        Optional<Failure> failure = Check.sameLength("rows", outcome.length, "covariates", rows.length);
        for (int i = 0; i < rows.length && failure.isEmpty(); i++) {
            failure = Check.first(
                    Check.sameLength("row 0", rows[0].length, "row " + i, rows[i].length),
                    Check.values("covariates of row " + i, rows[i], 1));
        }
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        double[][] copy = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
        return Outcome.of(new BeforeAfter(panel, outcome, treated, after, clusters, copy, before));
    }

    /** Units of a panel, or rows. */
    int size() {
        return outcome.length;
    }

    /** The largest size of an outcome. */
    double scale() {
        return IntStream.range(0, outcome.length)
                .mapToDouble(i -> Math.max(Math.abs(before[i]), Math.abs(before[i] + outcome[i])))
                .max()
                .orElse(0);
    }

    int treatedClusters() {
        return clustersOf(clusters, true);
    }

    int untreatedClusters() {
        return clustersOf(clusters, false);
    }

    boolean isClustered() {
        return Labels.of(clusters).count() < clusters.length;
    }

    int[] clusters() {
        return clusters.clone();
    }

    double[] outcome() {
        return outcome.clone();
    }

    /** The columns of the regression; the coefficient of {@link #effectColumn} is the effect. */
    double[][] rows() {
        double[][] rows = new double[outcome.length][];
        for (int i = 0; i < rows.length; i++) {
            double group = treated[i] ? 1 : 0;
            double moment = after[i] ? 1 : 0;
            double[] first = panel ? new double[] {1, group} : new double[] {1, group, moment, group * moment};
            rows[i] = Arrays.copyOf(first, first.length + covariates[i].length);
            System.arraycopy(covariates[i], 0, rows[i], first.length, covariates[i].length);
        }
        return rows;
    }

    int effectColumn() {
        return panel ? 1 : 3;
    }

    /** The outcomes of one of the four cells. */
    double[] cell(boolean group, boolean moment) {
        return IntStream.range(0, outcome.length)
                .filter(i -> treated[i] == group && (panel || after[i] == moment))
                .mapToDouble(i -> !panel ? outcome[i] : moment ? before[i] + outcome[i] : before[i])
                .toArray();
    }

    private int clustersOf(int[] labels, boolean group) {
        return (int) IntStream.range(0, labels.length)
                .filter(i -> treated[i] == group)
                .map(i -> labels[i])
                .distinct()
                .count();
    }

    private static Optional<Failure> cell(String name, boolean[] treated, boolean group, int n) {
        long size = IntStream.range(0, n).filter(i -> treated[i] == group).count();
        return Check.that(size >= 2, Reason.TOO_FEW, size + " " + name + ", needs 2");
    }
}
