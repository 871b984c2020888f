package nl.leercirkel.statistics.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.Shared;
import org.junit.jupiter.api.Test;

/** Sudden infant deaths in North Carolina, 1974-78, against R's spdep 1.2-7 (numbers in the README and csv of spatial_sids). */
class SidsTest {

    private static final String FOLDER = "spatial_sids/";

    private final List<String[]> counties = Shared.rows(FOLDER + "nc_sids_sf.csv");
    private final List<String[]> expected = Shared.rows(FOLDER + "sids_spdep_expected.csv");
    private final double[] births = Shared.column(counties, 8);
    private final long[] deaths =
            counties.stream().mapToLong(row -> Long.parseLong(row[9])).toArray();
    private final double[] freemanTukey = Shared.column(expected, 4);
    private final Adjacency adjacency = adjacency();

    private Adjacency adjacency() {
        Map<String, Integer> index = new HashMap<>();
        counties.forEach(row -> index.put(row[6], index.size()));
        int[][] neighbours = new int[counties.size()][];
        List<String> tokens = new ArrayList<>();
        Shared.lines(FOLDER + "ncCR85.gal").stream()
                .skip(1)
                .forEach(line -> tokens.addAll(List.of(line.trim().split("\\s+"))));
        tokens.removeIf(String::isEmpty);
        for (int at = 0; at < tokens.size(); ) {
            int county = index.get(tokens.get(at));
            int count = Integer.parseInt(tokens.get(at + 1));
            neighbours[county] = tokens.subList(at + 2, at + 2 + count).stream()
                    .mapToInt(index::get)
                    .toArray();
            at += 2 + count;
        }
        return Adjacency.of(neighbours).get();
    }

    @Test
    void moran() {
        Weights weights = Weights.binary(adjacency).rowStandardised();
        MoranIndex moran = MoranIndex.of(freemanTukey, weights, Alternative.GREATER, 999, Randomness.parallel(1))
                .get();
        assertThat(moran.index()).isCloseTo(.2471926139, within(5e-11));
        assertThat(moran.expectation()).isEqualTo(-1 / 99.0);
        assertThat(moran.randomisation().statistic()).isCloseTo(3.92504, within(5e-6));
        assertThat(moran.randomisation().pValue()).isCloseTo(4.336e-05, within(5e-9));
        // Variances and z under normality: own calculation in NumPy from Cliff and Ord's formulas.
        assertThat(moran.varianceRandom()).isCloseTo(.004297036213523519, within(1e-15));
        assertThat(moran.varianceNormal()).isCloseTo(.004323491519769719, within(1e-15));
        assertThat(moran.normality().statistic()).isCloseTo(3.9130168530411917, within(1e-10));
        // At z = 3.9 none or one of 999 permutations is as high.
        assertThat(moran.permutation().pValue()).isBetween(.001, .004);
        assertThat(moran.permutation().statistic()).isEqualTo(moran.index());
        assertThat(moran.islands()).isZero();
        assertThat(moran.seed()).isEqualTo(1);
        // Binary weights, NumPy as above.
        MoranIndex binary = MoranIndex.of(
                        freemanTukey, Weights.binary(adjacency), Alternative.GREATER, 99, Randomness.of(1))
                .get();
        assertThat(binary.index()).isCloseTo(.21127961062916786, within(1e-13));
        assertThat(binary.varianceRandom()).isCloseTo(.003791815372515562, within(1e-15));
    }

    @Test
    void empiricalBayesIndex() {
        EmpiricalBayesIndex index = EmpiricalBayesIndex.of(
                        deaths, births, Weights.binary(adjacency), Alternative.GREATER, 999, Randomness.parallel(2))
                .get();
        assertThat(index.index()).isCloseTo(.22943729, within(5e-9));
        assertThat(index.test().pValue()).isBetween(.001, .004);
        assertThat(index.test().method()).isEqualTo("empirical-bayes-index");
        assertThat(index.seed()).isEqualTo(2);
        assertThat(index.islands()).isZero();
    }

    @Test
    void empiricalBayesPerCounty() {
        EmpiricalBayes smoothed = EmpiricalBayes.global(deaths, births).get();
        assertThat(smoothed.areas()).hasSize(100);
        for (int i = 0; i < 100; i++) {
            EmpiricalBayes.Area area = smoothed.areas().get(i);
            assertThat(area.raw()).isCloseTo(Double.parseDouble(expected.get(i)[5]), within(1e-16));
            assertThat(area.smoothed()).isCloseTo(Double.parseDouble(expected.get(i)[6]), within(1e-15));
            // EBest's parameters a and b.
            assertThat(area.variance()).isCloseTo(7.6929306e-07, within(5e-15));
            assertThat(area.mean()).isCloseTo(.0020214449, within(5e-11));
        }
    }

    /** Own calculation in NumPy from Marshall (1991), section 4, with the county among its neighbours. */
    @Test
    void localEmpiricalBayesPerCounty() {
        EmpiricalBayes smoothed =
                EmpiricalBayes.local(deaths, births, adjacency).get();
        double[] warrenToRockingham = {
            .003229147774930309, .0011730814393410504, .001987117641025228, .0028414387166318875
        };
        for (int i = 0; i < 4; i++) {
            assertThat(smoothed.areas().get(8 + i).smoothed()).isCloseTo(warrenToRockingham[i], within(1e-16));
        }
        assertThat(smoothed.areas().get(8).variance()).isCloseTo(9.216792241846365e-07, within(1e-18));
        assertThat(smoothed.areas().stream().filter(area -> area.variance() > 0))
                .hasSize(47);
        assertThat(smoothed.areas().stream()
                        .mapToDouble(EmpiricalBayes.Area::smoothed)
                        .sum())
                .isCloseTo(.20844052825940315, within(1e-14));
        assertThat(smoothed.method()).isEqualTo("empirical-bayes-local");
    }

    @Test
    void getisOrdPerCounty() {
        for (Weights weights :
                List.of(Weights.binary(adjacency), Weights.binary(adjacency).rowStandardised())) {
            GetisOrd found = GetisOrd.star(freemanTukey, weights).get();
            for (int i = 0; i < 100; i++) {
                GetisOrd.Local local = found.places().get(i);
                assertThat(local.z()).isCloseTo(Double.parseDouble(expected.get(i)[7]), within(1e-12));
                assertThat(local.falseDiscovery()).isGreaterThanOrEqualTo(local.pValue());
            }
            // Ashe: z -1.7727, two-sided p by the normal table .0763.
            assertThat(found.places().getFirst().pValue()).isCloseTo(.0763, within(5e-5));
        }
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        Weights weights = Weights.binary(adjacency);
        double[] constant = new double[100];
        assertThat(moran(constant, weights, 99)).isEqualTo(Reason.CONSTANT);
        java.util.Arrays.fill(constant, .1 + .2);
        assertThat(moran(constant, weights, 99)).isEqualTo(Reason.CONSTANT);
        assertThat(moran(new double[3], weights, 99)).isEqualTo(Reason.TOO_FEW);
        assertThat(moran(new double[5], weights, 99)).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(moran(new double[0], weights, 99)).isEqualTo(Reason.NO_DATA);
        assertThat(moran(freemanTukey, weights, 98)).isEqualTo(Reason.OUT_OF_RANGE);
        double[] missing = freemanTukey.clone();
        missing[7] = Double.NaN;
        assertThat(moran(missing, weights, 99)).isEqualTo(Reason.NOT_A_NUMBER);
        Weights none = Weights.binary(Adjacency.of(new int[100][0]).get());
        assertThat(moran(freemanTukey, none, 99)).isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);

        assertThat(GetisOrd.star(constant, weights).failure().reason()).isEqualTo(Reason.CONSTANT);
        assertThat(GetisOrd.star(missing, weights).failure().reason()).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(GetisOrd.star(new double[5], weights).failure().reason()).isEqualTo(Reason.DO_NOT_MATCH);
        Weights all = Weights.binary(Adjacency.of(new int[][] {{1, 2, 3}, {0, 2, 3}, {0, 1, 3}, {0, 1, 2}})
                .get());
        assertThat(GetisOrd.star(new double[] {1, 2, 3, 5}, all).failure().reason())
                .isEqualTo(Reason.NOT_IDENTIFIED);

        assertThat(bayes(new long[0], new double[0])).isEqualTo(Reason.NO_DATA);
        assertThat(bayes(new long[] {1}, new double[] {5})).isEqualTo(Reason.TOO_FEW);
        assertThat(bayes(new long[] {1, 2}, new double[] {5})).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(bayes(new long[] {1, -2}, new double[] {5, 5})).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(bayes(new long[] {1, 2}, new double[] {5, 0})).isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(bayes(new long[] {1, 2}, new double[] {5, Double.NaN})).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(bayes(new long[] {0, 0}, new double[] {5, 5})).isEqualTo(Reason.CONSTANT);
        assertThat(EmpiricalBayes.local(new long[] {1, 2}, new double[] {5, 5}, adjacency)
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(ebi(new long[] {0, 0}, new double[] {5, 5}, weights)).isEqualTo(Reason.CONSTANT);
        assertThat(ebi(new long[] {1, 2}, new double[] {5, 5}, weights)).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(ebi(deaths, births, none)).isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        long[] same = new long[100];
        double[] sameBirths = new double[100];
        java.util.Arrays.fill(same, 3);
        java.util.Arrays.fill(sameBirths, 1000);
        assertThat(ebi(same, sameBirths, weights)).isEqualTo(Reason.CONSTANT);
    }

    private static Reason moran(double[] values, Weights weights, int permutations) {
        return MoranIndex.of(values, weights, Alternative.GREATER, permutations, Randomness.of(1))
                .failure()
                .reason();
    }

    private static Reason bayes(long[] events, double[] exposures) {
        return EmpiricalBayes.global(events, exposures).failure().reason();
    }

    private static Reason ebi(long[] events, double[] exposures, Weights weights) {
        return EmpiricalBayesIndex.of(events, exposures, weights, Alternative.GREATER, 99, Randomness.of(1))
                .failure()
                .reason();
    }
}
