package nl.leercirkel.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.Shared;
import nl.leercirkel.statistics.sample.Means;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class TwoByTwoTest {

    /** Store, New Jersey, after, employment; rows without employment left out, as in the paper's table 3. */
    private static List<double[]> cardKrueger() {
        List<double[]> rows = new ArrayList<>();
        for (String[] row : Shared.rows("did_cardkrueger/card-krueger.csv")) {
            if (!row[13].equals("NA") && !row[13].isEmpty()) {
                rows.add(new double[] {
                    Double.parseDouble(row[0]),
                    Double.parseDouble(row[1]),
                    Double.parseDouble(row[2]),
                    Double.parseDouble(row[13])
                });
            }
        }
        return rows;
    }

    @Test
    void cardAndKrueger() {
        List<double[]> rows = cardKrueger();
        BeforeAfter stores = BeforeAfter.crossSections(
                        rows.stream().mapToDouble(row -> row[3]).toArray(), flags(rows, 1), flags(rows, 2))
                .flatMap(data -> data.withClusters(
                        rows.stream().mapToInt(row -> (int) row[0]).toArray()))
                .get();
        TwoByTwo found = TwoByTwo.of(stores, Errors.CR1, .95).get();
        // Card and Krueger (1994), table 3, recomputed from the authors' data: reference-data/did_cardkrueger
        assertThat(found.untreatedBefore().mean()).isCloseTo(23.33117, within(5e-6));
        assertThat(found.untreatedAfter().mean()).isCloseTo(21.16558, within(5e-6));
        assertThat(found.treatedBefore().mean()).isCloseTo(20.43941, within(5e-6));
        assertThat(found.treatedAfter().mean()).isCloseTo(21.02743, within(5e-6));
        assertThat(found.effect().value()).isCloseTo(2.753606, within(5e-7));
        // Errors: the sandwich formulas in NumPy, with 410 stores as clusters; CR2 with each store's block inverted
        // whole
        assertThat(found.effect().standardError()).isCloseTo(1.3066070124191287, within(1e-9));
        assertThat(found.effect().degreesOfFreedom()).isEqualTo(409);
        TwoByTwo reduced = TwoByTwo.of(stores, Errors.CR2, .95).get();
        assertThat(reduced.effect().standardError()).isCloseTo(1.310233369426382, within(1e-9));
        assertThat(reduced.effect().degreesOfFreedom()).isCloseTo(116.9286664175573, within(1e-6));
        assertThat(reduced.effect().estimate().caveats()).isEmpty();
    }

    @Test
    void cardAndKruegerInStoresMeasuredTwice() {
        Map<Integer, double[]> stores = new HashMap<>();
        for (double[] row : cardKrueger()) {
            double[] store = stores.computeIfAbsent((int) row[0], id -> new double[] {row[1], Double.NaN, Double.NaN});
            store[1 + (int) row[2]] = row[3];
        }
        List<double[]> twice = stores.values().stream()
                .filter(store -> Double.isFinite(store[1]) && Double.isFinite(store[2]))
                .toList();
        BeforeAfter panel = BeforeAfter.panel(
                        twice.stream().mapToDouble(store -> store[1]).toArray(),
                        twice.stream().mapToDouble(store -> store[2]).toArray(),
                        flags(twice, 0))
                .get();
        Effect effect = TwoByTwo.of(panel, Errors.CR2, .95).get().effect();
        // Table 3, row 4 prints 2.75 (1.34) for the balanced sample; the digits are Welch's formula in NumPy
        assertThat(effect.estimate().n()).isEqualTo(384);
        assertThat(effect.value()).isCloseTo(2.75, within(1e-9));
        assertThat(effect.standardError()).isCloseTo(1.3423409769082764, within(1e-9));
    }

    private static boolean[] flags(List<double[]> rows, int column) {
        boolean[] flags = new boolean[rows.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = rows.get(i)[column] == 1;
        }
        return flags;
    }

    @Test
    void withoutClustersTheErrorIsWelchs() {
        double[] before = {12, 15, 9, 20, 14, 17, 11, 16, 13};
        double[] after = {10, 11, 9, 15, 13, 16, 12, 17, 15};
        boolean[] treated = Simulated.firstOf(4, 9);
        TwoByTwo found = TwoByTwo.of(BeforeAfter.panel(before, after, treated).get(), Errors.CR2, .9)
                .get();
        double[] changeTreated = {-2, -4, 0, -5};
        double[] changeOthers = {-1, -1, 1, 1, 2};
        Estimate welch = Means.difference(changeTreated, changeOthers, .9).get();
        assertThat(found.effect().value()).isCloseTo(welch.value(), within(1e-12));
        // (14.75/3)/4 + (7.2/4)/5 = 4.9166667/4 + 1.8/5 for the sums of squares 14.75 and 7.2
        assertThat(found.effect().standardError()).isCloseTo(Math.sqrt(14.75 / 12 + 7.2 / 20), within(1e-12));
        // Imbens and Kolesar (2016), Robust standard errors in small samples, REStat 98, for two groups:
        // (n0 + n1)^2 (n0 - 1)(n1 - 1) / (n1^2 (n1 - 1) + n0^2 (n0 - 1)), with 4 and 5
        assertThat(found.effect().degreesOfFreedom()).isCloseTo(81 * 12 / (16.0 * 3 + 25 * 4), within(1e-9));
        assertThat(found.treatedBefore()).isEqualTo(new TwoByTwo.Cell(4, 14));
        assertThat(found.treatedAfter()).isEqualTo(new TwoByTwo.Cell(4, 11.25));
        assertThat(found.untreatedAfter().mean()).isCloseTo(14.6, within(1e-12));
        assertThat(found.treatedClusters()).isEqualTo(4);
        assertThat(found.untreatedClusters()).isEqualTo(5);
        assertThat(found.effect().estimate().caveats()).containsExactly(Caveat.FEW_OBSERVATIONS);
        assertThat(found.effect().estimate().method()).isEqualTo("difference-in-differences-cr2");
    }

    /** Clusters of very different sizes, a covariate, some clusters with rows of both groups. */
    private record Clustered(BeforeAfter data, int[] clusters) {
        static Clustered draw(long seed, int clusters, boolean panel) {
            Simulated random = Simulated.of(seed);
            List<double[]> rows = new ArrayList<>();
            for (int g = 0; g < clusters; g++) {
                double level = random.normal();
                int size = 3 + (g * 7) % 11;
                for (int i = 0; i < size; i++) {
                    boolean treated = g % 3 == 0 || (g == 4 && i % 2 == 0);
                    rows.add(new double[] {
                        g, treated ? 1 : 0, i % 2, level * (1 + i % 2) + random.normal(), random.normal()
                    });
                }
            }
            int[] labels = rows.stream().mapToInt(row -> 100 - (int) row[0]).toArray();
            double[] outcome = rows.stream().mapToDouble(row -> row[3]).toArray();
            double[][] covariate =
                    rows.stream().map(row -> new double[] {row[4] * 1000}).toArray(double[][]::new);
            BeforeAfter data = (panel
                            ? BeforeAfter.panel(new double[outcome.length], outcome, flags(rows, 1))
                            : BeforeAfter.crossSections(outcome, flags(rows, 1), flags(rows, 2)))
                    .flatMap(plain -> plain.withClusters(labels))
                    .flatMap(clustered -> clustered.withCovariates(covariate))
                    .get();
            return new Clustered(data, labels);
        }
    }

    @Test
    void errorsAgreeWithTheFullMatrices() {
        for (boolean panel : new boolean[] {true, false}) {
            Clustered drawn = Clustered.draw(11, 8, panel);
            double[] brute = bruteForce(drawn);
            Effect one = TwoByTwo.of(drawn.data(), Errors.CR1, .95).get().effect();
            Effect two = TwoByTwo.of(drawn.data(), Errors.CR2, .95).get().effect();
            assertThat(one.value()).isCloseTo(brute[0], within(1e-10));
            assertThat(one.standardError()).isCloseTo(brute[1], within(1e-10));
            assertThat(one.degreesOfFreedom()).isEqualTo(7);
            assertThat(one.estimate().caveats()).containsExactly(Caveat.FEW_CLUSTERS);
            assertThat(two.standardError()).isCloseTo(brute[2], within(1e-9));
            assertThat(two.degreesOfFreedom()).isCloseTo(brute[3], within(1e-7));
        }
    }

    /** By the definitions, with matrices of rows by rows: estimate, CR1, CR2 and its degrees of freedom. */
    private static double[] bruteForce(Clustered drawn) {
        RealMatrix x = MatrixUtils.createRealMatrix(drawn.data().rows());
        int n = x.getRowDimension();
        int k = x.getColumnDimension();
        int j = drawn.data().effectColumn();
        RealMatrix bread = MatrixUtils.inverse(x.transposeMultiply(x));
        double[] y = drawn.data().outcome();
        double[] beta = bread.multiply(x.transpose()).operate(y);
        RealMatrix maker = MatrixUtils.createRealIdentityMatrix(n)
                .subtract(x.multiply(bread).multiply(x.transpose()));
        double[] residuals = maker.operate(y);
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < n; i++) {
            groups.computeIfAbsent(drawn.clusters()[i], g -> new ArrayList<>()).add(i);
        }
        double meatOne = 0;
        double meatTwo = 0;
        List<double[]> directions = new ArrayList<>();
        for (List<Integer> members : groups.values()) {
            int[] at = members.stream().mapToInt(Integer::intValue).toArray();
            EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(symmetric(maker.getSubMatrix(at, at)));
            RealMatrix half = MatrixUtils.createRealMatrix(at.length, at.length);
            for (int m = 0; m < at.length; m++) {
                double value = eigen.getEigenvalues()[m];
                RealMatrix vector = MatrixUtils.createColumnRealMatrix(
                        eigen.getEigenvector(m).toArray());
                if (value > 1e-10) {
                    half = half.add(vector.multiply(vector.transpose()).scalarMultiply(1 / Math.sqrt(value)));
                }
            }
            double[] contrast = new double[at.length];
            double[] part = new double[at.length];
            for (int i = 0; i < at.length; i++) {
                contrast[i] = bread.multiply(x.transpose()).getEntry(j, at[i]);
                part[i] = residuals[at[i]];
            }
            double[] adjusted = half.operate(contrast);
            double plain = 0;
            double reduced = 0;
            double[] direction = new double[n];
            for (int i = 0; i < at.length; i++) {
                plain += contrast[i] * part[i];
                reduced += adjusted[i] * part[i];
                for (int row = 0; row < n; row++) {
                    direction[row] += maker.getEntry(row, at[i]) * adjusted[i];
                }
            }
            meatOne += plain * plain;
            meatTwo += reduced * reduced;
            directions.add(direction);
        }
        double trace = 0;
        double squared = 0;
        for (double[] a : directions) {
            for (double[] b : directions) {
                double product = MatrixUtils.createRealVector(a).dotProduct(MatrixUtils.createRealVector(b));
                trace += a == b ? product : 0;
                squared += product * product;
            }
        }
        double g = groups.size();
        return new double[] {
            beta[j], Math.sqrt(meatOne * g / (g - 1) * (n - 1) / (n - k)), Math.sqrt(meatTwo), trace * trace / squared
        };
    }

    private static RealMatrix symmetric(RealMatrix matrix) {
        return matrix.add(matrix.transpose()).scalarMultiply(.5);
    }

    @Test
    void aCovariateThatExplainsTheDifferenceTakesItAway() {
        // The change is 2 x covariate + noise that is orthogonal to all columns by construction
        double[] covariate = {1, 2, 3, 4, 2, 3, 0, 1};
        double[] noise = {.5, -.5, -.5, .5, .5, -.5, -.5, .5};
        double[] after = new double[8];
        double[][] rows = new double[8][];
        for (int i = 0; i < 8; i++) {
            after[i] = 2 * covariate[i] + (i < 4 ? 3 : 0) + noise[i];
            rows[i] = new double[] {covariate[i]};
        }
        BeforeAfter data =
                BeforeAfter.panel(new double[8], after, Simulated.firstOf(4, 8)).get();
        assertThat(TwoByTwo.of(data, Errors.CR2, .95).get().effect().value()).isCloseTo(5, within(1e-12));
        assertThat(TwoByTwo.of(data.withCovariates(rows).get(), Errors.CR2, .95)
                        .get()
                        .effect()
                        .value())
                .isCloseTo(3, within(1e-12));
    }

    @Test
    void wrongInputIsNamed() {
        double[] three = {1, 2, 3};
        boolean[] one = {true, false, false};
        assertThat(BeforeAfter.panel(new double[0], new double[0], new boolean[0])
                        .failure()
                        .reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(BeforeAfter.panel(three, new double[] {1, Double.NaN, 2}, one)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(BeforeAfter.panel(three, new double[] {1, 2}, one).failure().reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(BeforeAfter.panel(three, three, new boolean[2]).failure().reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(BeforeAfter.panel(three, three, one).failure().reason()).isEqualTo(Reason.TOO_FEW);
        assertThat(BeforeAfter.panel(three, three, new boolean[] {true, true, false})
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
        assertThat(BeforeAfter.crossSections(three, one, one).failure().detail())
                .isEqualTo("1 rows of the treated after, needs 2");
        assertThat(BeforeAfter.crossSections(new double[0], one, one).failure().reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(BeforeAfter.crossSections(three, one, new boolean[2])
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(BeforeAfter.crossSections(three, new boolean[2], one)
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        double[] six = {1, 2, 4, 3, 5, 9};
        BeforeAfter fine =
                BeforeAfter.panel(new double[6], six, Simulated.firstOf(3, 6)).get();
        assertThat(fine.withClusters(new int[] {1, 1, 1, 2, 3, 4}).failure().detail())
                .isEqualTo("1 treated and 3 untreated clusters, needs 2 of each");
        assertThat(fine.withClusters(new int[] {1, 1, 2, 3, 3, 3}).failure().reason())
                .isEqualTo(Reason.TOO_FEW);
        assertThat(fine.withClusters(new int[2]).failure().reason()).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(fine.withCovariates(new double[2][1]).failure().reason()).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(fine.withCovariates(new double[][] {{1}, {1}, {1}, {1}, {1}, {1, 2}})
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(fine.withCovariates(new double[][] {{1}, {1}, {1}, {1}, {1}, {Double.NaN}})
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(TwoByTwo.of(
                                fine.withCovariates(new double[][] {{1}, {1}, {1}, {0}, {0}, {0}})
                                        .get(),
                                Errors.CR2,
                                .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_IDENTIFIED);
        assertThat(TwoByTwo.of(fine.withCovariates(new double[6][4]).get(), Errors.CR2, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.TOO_FEW);
        assertThat(TwoByTwo.of(fine, Errors.CR2, 1).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        BeforeAfter same = BeforeAfter.panel(six, Simulated.map(six, x -> x + 1), Simulated.firstOf(3, 6))
                .get();
        assertThat(TwoByTwo.of(same, Errors.CR2, .95).failure().reason()).isEqualTo(Reason.CONSTANT);
        assertThat(TwoByTwo.of(
                                BeforeAfter.panel(six, six, Simulated.firstOf(3, 6))
                                        .get(),
                                Errors.CR1,
                                .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.CONSTANT);
    }
}
