package nl.leercirkel.statistics.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.TestResult;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.synthetic.Conformal.Arrangements;
import nl.leercirkel.statistics.synthetic.PlaceboInSpace.Placebo;
import nl.leercirkel.statistics.synthetic.Specification.Effort;
import nl.leercirkel.statistics.synthetic.SyntheticDifference.Kind;
import nl.leercirkel.statistics.synthetic.SyntheticDifference.Optimum;
import nl.leercirkel.statistics.synthetic.SyntheticDifferenceError.Method;
import org.junit.jupiter.api.Test;

/** What stands around an estimate: its fit, its placebos, its errors; and that threads change none of it. */
class InferenceTest {

    private static final Randomness ONE = Randomness.of(3);

    @Test
    void theFitBeforeIsWhatTheGapsSay() {
        Panel panel = Simulated.factors(1, 12, 14, 8, .5, -2);
        SyntheticControl fit =
                SyntheticControl.of(panel, Specification.outcomes()).get();
        double before = 0;
        double after = 0;
        double effect = 0;
        for (int t = 0; t < 14; t++) {
            SyntheticControl.Gap gap = fit.gaps().get(t);
            assertThat(gap.treated()).isEqualTo(t >= 8);
            assertThat(gap.value()).isEqualTo(panel.value(0, t));
            double synthetic = 0;
            for (SyntheticControl.Donor donor : fit.donors()) {
                synthetic +=
                        donor.weight() * panel.value(panel.unit(donor.unit()).get(), t);
            }
            assertThat(gap.synthetic()).isCloseTo(synthetic, within(1e-12));
            before += t < 8 ? gap.gap() * gap.gap() : 0;
            after += t >= 8 ? gap.gap() * gap.gap() : 0;
            effect += t >= 8 ? gap.gap() / 6 : 0;
        }
        assertThat(fit.before().squares()).isCloseTo(before, within(1e-12));
        assertThat(fit.before().meanSquare()).isCloseTo(before / 8, within(1e-12));
        assertThat(fit.before().rootMeanSquare()).isCloseTo(Math.sqrt(before / 8), within(1e-12));
        assertThat(fit.before().periods()).isEqualTo(8);
        double plain = 0;
        for (int t = 0; t < 8; t++) {
            double mean = 0;
            for (int i = 1; i < 12; i++) {
                mean += panel.value(i, t) / 11;
            }
            plain += (panel.value(0, t) - mean) * (panel.value(0, t) - mean);
        }
        assertThat(fit.before().againstPlainMean()).isCloseTo(Math.sqrt(before / plain), within(1e-12));
        assertThat(fit.before().worseThanOwnMean()).isFalse();
        assertThat(fit.ratio()).isCloseTo((after / 6) / (before / 8), within(1e-9));
        assertThat(fit.effect()).isCloseTo(effect, within(1e-12));
        assertThat(fit.firstTreated()).isEqualTo("t8");
        assertThat(fit.donorCount()).isEqualTo(11);
        assertThat(fit.donors()).isSortedAccordingTo(Comparator.comparingDouble(donor -> -donor.weight()));
    }

    /** Population deviation of 1, 2, 3 is the root of 2/3; the plain mean of the donors is 5 off in every period. */
    @Test
    void theFitBeforeIsMeasuredAgainstWhatIsEasy() {
        double[][] values = {{1, 2, 3, 9}, {6, 7, 8, 9}, {5, 7, 9, 9}, {7, 7, 7, 9}};
        FitBefore fit = SyntheticControl.of(Simulated.panel(values, 1, 3), Specification.outcomes())
                .get()
                .before();
        assertThat(fit.ownDeviation()).isCloseTo(Math.sqrt(2 / 3.0), within(1e-12));
        assertThat(fit.worseThanOwnMean()).isTrue();
        // Nearest is the third unit: gaps -4, -5, -6.
        assertThat(fit.squares()).isCloseTo(75, within(1e-9));
        assertThat(fit.againstPlainMean()).isCloseTo(1, within(1e-9));
    }

    /** The unit is the mean of its donors: nothing is left to compare with. */
    @Test
    void aUnitThatIsThePlainMeanIsFollowedAsWellByIt() {
        double[][] values = {{1, 3, 2, 9}, {0, 2, 1, 9}, {2, 4, 3, 9}};
        FitBefore fit = SyntheticControl.of(Simulated.panel(values, 1, 3), Specification.outcomes())
                .get()
                .before();
        assertThat(fit.againstPlainMean()).isEqualTo(1);
        assertThat(fit.worseThanOwnMean()).isFalse();
    }

    @Test
    void eachSpecificationHasItsName() {
        Panel panel = Simulated.factors(1, 12, 14, 8, .5, -2);
        assertThat(java.util.stream.Stream.of(
                                Specification.outcomes(),
                                Specification.outcomesDemeaned(),
                                Specification.ridgeAugmented(java.util.OptionalDouble.empty()))
                        .map(specification -> specification.method() + ": "
                                + SyntheticControl.of(panel, specification)
                                        .get()
                                        .donors()
                                        .isEmpty()))
                .containsExactly(
                        "synthetic-control: false",
                        "synthetic-control-demeaned: false",
                        "synthetic-control-ridge-augmented: false");
        assertThat(Predictor.mean("early", panel, 0, 4).get().name()).isEqualTo("early");
    }

    /** The sum of sizes after treatment, among all places where that block can lie. */
    @Test
    void aShiftCountsBlocksAtLeastAsLarge() {
        TestResult shifted = Conformal.shifted(new double[] {1, -2, 4, -1, 2, 3}, 4);
        // 2 + 3 = 5; blocks from each place: 3, 6, 5, 3, 5, 4
        assertThat(shifted.statistic()).isEqualTo(5);
        assertThat(shifted.pValue()).isEqualTo(3 / 6.0);
        assertThat(shifted.caveats()).containsExactly(Caveat.FEW_OBSERVATIONS);
        assertThat(Conformal.shifted(new double[20], 15).caveats()).isEmpty();
        assertThat(Conformal.shifted(new double[19], 15).caveats()).containsExactly(Caveat.FEW_OBSERVATIONS);
        Panel panel = Simulated.factors(1, 12, 14, 8, .5, -2);
        double after = 0;
        double[] gaps = Conformal.gaps(Problem.of(panel).get(), Specification.outcomes(), new double[6])
                .get();
        for (int t = 8; t < 14; t++) {
            after += Math.abs(gaps[t]);
        }
        assertThat(Conformal.test(panel, Specification.outcomes(), new double[6], Arrangements.ANY_ORDER, 999, ONE)
                        .get()
                        .statistic())
                .isCloseTo(after, within(1e-12));
    }

    @Test
    void specificationsAgreeWhenAllAreOnOneSide() {
        Panel panel = Simulated.factors(3, 12, 14, 8, .5, 0);
        Sensitivity all = Sensitivity.of(
                        panel,
                        List.of(
                                new Sensitivity.Named("levels", Specification.outcomes()),
                                new Sensitivity.Named("movement", Specification.outcomesDemeaned())),
                        DonorPool.WITHOUT_TREATED,
                        ONE)
                .get();
        double one = all.answers().get(0).test().pValue();
        double other = all.answers().get(1).test().pValue();
        assertThat(one).isNotEqualTo(other);
        assertThat(all.agree(Math.max(one, other))).isTrue();
        assertThat(all.agree(Math.min(one, other))).isFalse();
        assertThat(all.agree(Math.min(one, other) / 2)).isTrue();
    }

    @Test
    void placebosAreTheirOwnComparisons() {
        Panel panel = Simulated.factors(2, 10, 14, 8, .5, -2);
        for (DonorPool pool : DonorPool.values()) {
            PlaceboInSpace all = PlaceboInSpace.of(panel, Specification.outcomes(), pool, ONE)
                    .get();
            assertThat(all.placebos()).hasSize(9).isSortedAccordingTo(Comparator.comparingDouble(p -> -p.ratio()));
            double[][] values = panel.values();
            int rank = 1;
            for (int i = 1; i < 10; i++) {
                Panel one = pool == DonorPool.WITH_TREATED ? treatedOnly(values, i) : without(values, i);
                SyntheticControl fit =
                        SyntheticControl.of(one, Specification.outcomes()).get();
                Placebo placebo = find(all, "unit " + i);
                assertThat(placebo.ratio()).isCloseTo(fit.ratio(), within(1e-6 * fit.ratio()));
                assertThat(placebo.effect()).isCloseTo(fit.effect(), within(1e-9));
                assertThat(placebo.rootMeanSquareBefore())
                        .isCloseTo(fit.before().rootMeanSquare(), within(1e-9));
                rank += fit.ratio() >= all.treated().ratio() ? 1 : 0;
            }
            assertThat(all.rank()).isEqualTo(rank);
            assertThat(all.test().pValue()).isCloseTo(rank / 10.0, within(1e-12));
            assertThat(all.test().caveats()).containsExactly(Caveat.FEW_OBSERVATIONS);
            assertThat(all.pool()).isEqualTo(pool);
        }
    }

    @Test
    void placebosCanBeChosenByTheirFitOrRankedByTheirEffect() {
        PlaceboInSpace all = PlaceboInSpace.of(
                        Simulated.factors(2, 30, 14, 8, .5, -2),
                        Specification.outcomes(),
                        DonorPool.WITHOUT_TREATED,
                        ONE)
                .get();
        double most = 4 * all.treated().before().meanSquare();
        List<Placebo> close = all.placebos().stream()
                .filter(p -> Math.pow(p.rootMeanSquareBefore(), 2) <= most)
                .toList();
        assertThat(close.size()).isBetween(1, 28);
        long above =
                close.stream().filter(p -> p.ratio() >= all.treated().ratio()).count();
        assertThat(all.amongWellFollowed(4).pValue()).isCloseTo((above + 1.0) / (close.size() + 1), within(1e-12));
        assertThat(all.amongWellFollowed(4).n()).isEqualTo(close.size() + 1L);
        assertThat(all.amongWellFollowed(Double.MAX_VALUE).pValue())
                .isEqualTo(all.test().pValue());
        long larger = all.placebos().stream()
                .filter(p -> Math.abs(p.effect()) >= Math.abs(all.treated().effect()))
                .count();
        assertThat(all.byEffect().pValue()).isCloseTo((larger + 1.0) / 30, within(1e-12));
        assertThat(all.byEffect().statistic()).isEqualTo(all.treated().effect());
    }

    @Test
    void pretendedStartsSeeNothingOfTheRealOne() {
        Panel panel = Simulated.factors(4, 12, 16, 10, .5, -5);
        Panel other = Simulated.factors(4, 12, 16, 10, .5, 5);
        PlaceboInTime placebo =
                PlaceboInTime.all(panel, Specification.outcomes(), 4, ONE).get();
        assertThat(placebo.placebos()).hasSize(6);
        assertThat(placebo.placebos().getFirst().firstTreated()).isEqualTo("t4");
        assertThat(placebo.placebos()).allSatisfy(p -> assertThat(p.gaps()).hasSize(10));
        assertThat(PlaceboInTime.all(other, Specification.outcomes(), 4, ONE)
                        .get()
                        .placebos())
                .isEqualTo(placebo.placebos());
        assertThat(placebo.asLarge()).isZero();
        assertThat(PlaceboInTime.all(Simulated.factors(4, 12, 16, 10, .5, 0), Specification.outcomes(), 4, ONE)
                        .get()
                        .asLarge())
                .isPositive();
    }

    @Test
    void leavingOutADonorIsAPanelWithoutIt() {
        Panel panel = Simulated.factors(6, 12, 16, 10, .5, -5);
        LeaveOneOut all = LeaveOneOut.of(panel, Specification.outcomes(), ONE).get();
        assertThat(all.without()).hasSameSizeAs(all.whole().donors());
        for (LeaveOneOut.Without one : all.without()) {
            int gone = panel.unit(one.donor()).get();
            double[][] values = java.util.stream.IntStream.range(0, 12)
                    .filter(i -> i != gone)
                    .mapToObj(panel::series)
                    .toArray(double[][]::new);
            SyntheticControl fit = SyntheticControl.of(Simulated.panel(values, 1, 10), Specification.outcomes())
                    .get();
            assertThat(one.effect()).isCloseTo(fit.effect(), within(1e-9));
            assertThat(one.rootMeanSquareBefore()).isCloseTo(fit.before().rootMeanSquare(), within(1e-9));
            assertThat(one.ratio()).isCloseTo(fit.ratio(), within(1e-6 * fit.ratio()));
            assertThat(one.effect()).isBetween(all.smallestEffect(), all.largestEffect());
            assertThat(one.rootMeanSquareBefore())
                    .isGreaterThanOrEqualTo(all.whole().before().rootMeanSquare() - 1e-12);
        }
    }

    /** In noise without memory the arrangements are equally likely: 5% of p-values are at most .05. */
    @Test
    void conformalPValuesAreExactInNoise() {
        int small = 0;
        int sims = 4000;
        for (int seed = 0; seed < sims; seed++) {
            small += Conformal.test(
                                            Simulated.noise(new Random(seed), 5, 1, 20, 19, 1),
                                            Specification.outcomes(),
                                            new double[] {1},
                                            Arrangements.MOVING_BLOCK,
                                            999,
                                            ONE)
                                    .get()
                                    .pValue()
                            <= .05 + 1e-9
                    ? 1
                    : 0;
        }
        assertThat(small / (double) sims).isCloseTo(.05, within(3 * Math.sqrt(.05 * .95 / sims)));
    }

    /** The interval holds every effect that is not rejected near the estimate, and its ends are where rejection begins. */
    @Test
    void conformalIntervalsAreTheTestTurnedRound() {
        int missed = 0;
        for (int seed = 0; seed < 150; seed++) {
            Panel panel = Simulated.noise(new Random(seed), 5, 1, 20, 19, 1);
            var interval = ConformalIntervals.of(panel, Specification.outcomes(), .9)
                    .get()
                    .effects()
                    .getFirst()
                    .interval();
            missed += interval.contains(1) ? 0 : 1;
            assertThat(kept(panel, interval.lower() + 1e-6)).isTrue();
            assertThat(kept(panel, interval.lower() - 1e-6)).isFalse();
            assertThat(kept(panel, interval.upper() - 1e-6)).isTrue();
            assertThat(kept(panel, interval.upper() + 1e-6)).isFalse();
            assertThat(interval.contains(1)).isEqualTo(kept(panel, 1));
        }
        assertThat(missed).isBetween(5, 26); // 15 expected, three standard deviations of 3.7
    }

    /** Judged on the periods before and one after; below twenty of them is few. */
    @Test
    void conformalIntervalsSayOnHowManyPeriodsTheyRest() {
        for (int before : new int[] {9, 18, 19}) {
            Panel panel = Simulated.noise(new Random(5), 5, 1, before + 2, before, 1);
            ConformalIntervals all =
                    ConformalIntervals.of(panel, Specification.outcomes(), .9).get();
            SyntheticControl fit =
                    SyntheticControl.of(panel, Specification.outcomes()).get();
            assertThat(all.periods()).containsExactly("t" + before, "t" + (before + 1));
            for (int k = 0; k < 2; k++) {
                var effect = all.effects().get(k);
                assertThat(effect.value()).isEqualTo(fit.gaps().get(before + k).gap());
                assertThat(effect.n()).isEqualTo(before + 1L);
                assertThat(effect.caveats().contains(Caveat.FEW_OBSERVATIONS)).isEqualTo(before < 19);
                assertThat(effect.interval().contains(effect.value())).isTrue();
            }
        }
    }

    /** A donor that went through the roof after treatment can follow any effect downward at hardly any weight. */
    @Test
    void conformalIntervalsWithoutAnEndSaySo() {
        double[][] values = Simulated.noise(new Random(8), 4, 1, 13, 12, 0).values();
        values[1][12] = 1e9;
        Failure failure = ConformalIntervals.of(Simulated.panel(values, 1, 12), Specification.outcomes(), .9)
                .failure();
        assertThat(failure.reason()).isEqualTo(Reason.NOT_REACHED);
        assertThat(failure.detail()).contains("are not rejected");
    }

    private static boolean kept(Panel panel, double effect) {
        return Conformal.test(
                                panel,
                                Specification.outcomes(),
                                new double[] {effect},
                                Arrangements.MOVING_BLOCK,
                                999,
                                ONE)
                        .get()
                        .pValue()
                > .1 + 1e-9;
    }

    /** Every pair played without what is remembered: three comparisons on the panel less the pair. */
    @Test
    void leavingTwoOutIsAThirdOfAllTheseComparisons() {
        for (int seed = 0; seed < 8; seed++) {
            Panel panel = Simulated.factors(seed, 9, 14, 8, .5, seed % 2 == 0 ? -2 : 0);
            double[][] values = panel.values();
            long losses = 0;
            for (int i = 1; i < 9; i++) {
                for (int j = i + 1; j < 9; j++) {
                    double treated = ratioOf(values, 0, i, j);
                    double other = Math.max(ratioOf(values, i, 0, j), ratioOf(values, j, 0, i));
                    losses += treated > other ? 0 : 1;
                }
            }
            LeaveTwoOut all = LeaveTwoOut.of(panel).get();
            assertThat(all.losses()).as("seed " + seed).isEqualTo(losses);
            assertThat(all.pairs()).isEqualTo(28);
            assertThat(all.units()).isEqualTo(9);
            assertThat(all.test().n()).isEqualTo(9);
            assertThat(all.test().pValue()).isCloseTo(losses / 28.0, within(1e-15));
            assertThat(all.test().statistic())
                    .isCloseTo(
                            Math.sqrt(SyntheticControl.of(panel, Specification.outcomes())
                                    .get()
                                    .ratio()),
                            within(1e-9));
        }
    }

    /** The ratio of one unit, compared with all but two others. */
    private static double ratioOf(double[][] values, int who, int without, int andWithout) {
        double[][] rows = java.util.stream.IntStream.concat(
                        java.util.stream.IntStream.of(who),
                        java.util.stream.IntStream.range(0, values.length)
                                .filter(i -> i != who && i != without && i != andWithout))
                .mapToObj(i -> values[i])
                .toArray(double[][]::new);
        return SyntheticControl.of(Simulated.panel(rows, 1, 8), Specification.outcomes())
                .get()
                .ratio();
    }

    /** Equal weights and one variance: the error of a difference is the root of (1/20 + 1/40)(1/4 + 1/10), whatever the method. */
    @Test
    void errorsOfADifferenceInNoiseAreWhatTheFormulaSays() {
        double formula = Math.sqrt((1 / 20.0 + 1 / 40.0) * (1 / 4.0 + 1 / 10.0));
        for (Method method : Method.values()) {
            double mean = 0;
            for (int seed = 0; seed < 40; seed++) {
                mean += SyntheticDifferenceError.of(
                                        Simulated.noise(new Random(seed), 60, 20, 14, 10, 1),
                                        Kind.DIFFERENCE_IN_DIFFERENCES,
                                        Optimum.EXACT,
                                        method,
                                        100,
                                        .95,
                                        Randomness.of(seed))
                                .get()
                                .standardError()
                        / 40;
            }
            // Placebos take 20 of 40 untreated units, so their own untreated are 20.
            double expected =
                    method == Method.PLACEBO ? Math.sqrt((1 / 20.0 + 1 / 20.0) * (1 / 4.0 + 1 / 10.0)) : formula;
            assertThat(mean).as(method.name()).isCloseTo(expected, within(.06 * expected));
        }
    }

    /** Larger runs stand in docs/prestaties.md; here about 600, so three standard deviations are .027. */
    @Test
    void intervalsOfDifferencesCover() {
        int covered = 0;
        int sims = 600;
        for (int seed = 0; seed < sims; seed++) {
            covered += SyntheticDifferenceError.of(
                                    Simulated.noise(new Random(seed), 31, 1, 12, 8, 1),
                                    Kind.DIFFERENCE_IN_DIFFERENCES,
                                    Optimum.EXACT,
                                    Method.PLACEBO,
                                    200,
                                    .95,
                                    ONE)
                            .get()
                            .estimate()
                            .interval()
                            .contains(1)
                    ? 1
                    : 0;
        }
        assertThat(covered / (double) sims).isCloseTo(.95, within(.027));
    }

    @Test
    void placeboPValuesOfDifferencesCountTheRealOne() {
        SyntheticDifferenceError error = SyntheticDifferenceError.of(
                        Simulated.factors(1, 20, 14, 8, .5, -4),
                        Kind.SYNTHETIC_DIFFERENCE,
                        Optimum.EXACT,
                        Method.PLACEBO,
                        200,
                        .9,
                        ONE)
                .get();
        long asLarge = error.effects().stream()
                .filter(e -> Math.abs(e) >= Math.abs(error.estimate().value()))
                .count();
        assertThat(error.effects()).hasSize(19);
        assertThat(error.pValue().orElseThrow()).isCloseTo((asLarge + 1) / 20.0, within(1e-12));
        assertThat(error.estimate().interval().level()).isEqualTo(.9);
        assertThat(error.estimate().n()).isEqualTo(20);
        assertThat(error.estimate().caveats()).contains(Caveat.FEW_OBSERVATIONS).doesNotContain(Caveat.SIMULATED);
    }

    @Test
    void theCurveAveragesToTheEffect() {
        Panel panel = Simulated.factors(1, 20, 14, 8, .5, -4);
        for (Kind kind : Kind.values()) {
            SyntheticDifference fit =
                    SyntheticDifference.of(panel, kind, Optimum.EXACT).get();
            assertThat(fit.curve()).hasSize(6);
            assertThat(fit.curve().stream()
                            .mapToDouble(SyntheticDifference.Weight::value)
                            .average()
                            .orElseThrow())
                    .isCloseTo(fit.effect(), within(1e-12));
            assertThat(fit.units().stream()
                            .mapToDouble(SyntheticDifference.Weight::value)
                            .sum())
                    .isCloseTo(1, within(1e-9));
            assertThat(fit.periods().stream()
                            .mapToDouble(SyntheticDifference.Weight::value)
                            .sum())
                    .isCloseTo(kind == Kind.SYNTHETIC_CONTROL ? 0 : 1, within(1e-9));
        }
        // The synthetic control of both frames is one and the same.
        assertThat(SyntheticDifference.of(panel, Kind.SYNTHETIC_CONTROL, Optimum.EXACT)
                        .get()
                        .effect())
                .isCloseTo(
                        SyntheticControl.of(panel, Specification.outcomes())
                                .get()
                                .effect(),
                        within(1e-9));
    }

    @Test
    void threadsChangeNothing() {
        Panel panel = Simulated.factors(9, 14, 14, 8, .5, -2);
        Panel block = Simulated.noise(new Random(1), 24, 3, 12, 8, 1);
        List<Predictor> predictors = List.of(
                Predictor.mean("early", panel, 0, 4).get(),
                Predictor.mean("late", panel, 4, 8).get());
        Specification search = Specification.predictors(predictors, Effort.QUICK);
        Design several = Design.one(Design.Judge.SYNTHETIC_DIFFERENCE, 3, .05).withMunicipalities(2);
        for (int threads : new int[] {2, 5}) {
            Randomness more = new Randomness(3, threads);
            assertThat(PlaceboInSpace.of(panel, search, DonorPool.WITH_TREATED, more))
                    .isEqualTo(PlaceboInSpace.of(panel, search, DonorPool.WITH_TREATED, ONE));
            for (Method method : List.of(Method.PLACEBO, Method.BOOTSTRAP)) {
                assertThat(error(block, method, more)).isEqualTo(error(block, method, ONE));
            }
            assertThat(Demonstrability.of(block, several, java.util.Set.of(), 4, .8, more))
                    .isEqualTo(Demonstrability.of(block, several, java.util.Set.of(), 4, .8, ONE));
        }
        assertThat(error(block, Method.BOOTSTRAP, Randomness.of(4)).standardError())
                .isNotEqualTo(error(block, Method.BOOTSTRAP, ONE).standardError());
        assertThat(error(block, Method.BOOTSTRAP, Randomness.of(4)).seed()).isEqualTo(4);
        assertThat(SyntheticControl.of(panel, search, ONE).get().seed()).isEqualTo(3);
    }

    private static SyntheticDifferenceError error(Panel panel, Method method, Randomness randomness) {
        return SyntheticDifferenceError.of(panel, Kind.SYNTHETIC_DIFFERENCE, Optimum.EXACT, method, 60, .95, randomness)
                .get();
    }

    private static Placebo find(PlaceboInSpace all, String unit) {
        return all.placebos().stream()
                .filter(p -> p.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private static Panel treatedOnly(double[][] values, int unit) {
        int[] first = new int[values.length];
        java.util.Arrays.fill(first, Panel.NEVER);
        first[unit] = 8;
        return Panel.of(
                        Simulated.labels("unit ", values.length),
                        Simulated.labels("t", values[0].length),
                        values,
                        first)
                .get();
    }

    private static Panel without(double[][] values, int unit) {
        double[][] others = java.util.Arrays.copyOfRange(values, 1, values.length);
        int[] first = new int[others.length];
        java.util.Arrays.fill(first, Panel.NEVER);
        first[unit - 1] = 8;
        return Panel.of(Simulated.labels("u", others.length), Simulated.labels("t", others[0].length), others, first)
                .get();
    }
}
