package nl.leercirkel.statistics.duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.duration.WaitingList.Wait;
import nl.leercirkel.statistics.support.Dist;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Several ways to end, waits through a window, and one look per unit. */
class EndsTest {

    private static final double[] TIME = {1, 2, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10, 11, 12, 12, 13, 14, 15, 16, 18};
    private static final int[] CAUSE = {1, 0, 2, 1, 1, 2, 1, 0, 2, 1, 1, 0, 2, 1, 0, 1, 2, 0, 1, 0};
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TO = LocalDate.of(2026, 4, 1);

    @Test
    void competingEventsReachTheReference() {
        // reference.py: product of transition matrices, variance from it, not the formula in the code: 1e-9
        CompetingEvents events = CompetingEvents.of(TIME, CAUSE, .95).get();
        Estimate plan = events.incidence(1, 10).get();
        Estimate out = events.incidence(2, 10).get();
        assertThat(plan.value()).isCloseTo(.3235294118, within(1e-9));
        assertThat(out.value()).isCloseTo(.1602941176, within(1e-9));
        assertError(plan, .1091998776);
        assertError(out, .08512683453);
        assertThat(plan.value() + out.value() + events.goingOn(10)).isCloseTo(1, within(1e-12));
        assertThat(events.causes()).containsExactly(1, 2);
        assertThat(plan.caveats()).containsExactly(Caveat.FEW_OBSERVATIONS);
        assertThat(plan.n()).isEqualTo(20);
        assertThat(events.incidence(1, .5).get().value()).isZero();
        assertThat(events.incidence(1, .5).get().interval().upper()).isZero();
        assertThat(events.goingOn(.5)).isEqualTo(1);
        assertThat(events.incidence(2, 2).get().value()).isCloseTo(19.0 / 20 / 19, within(1e-12));
    }

    /** The standard error that an interval symmetric in log(-log(1 - share)) was made with. */
    private static void assertError(Estimate estimate, double error) {
        double rest = 1 - estimate.value();
        double width = Math.log(Math.log1p(-estimate.interval().upper())
                / Math.log1p(-estimate.interval().lower()));
        double back = width / 2 / 1.959963985 * rest * -Math.log(rest);
        assertThat(back).isCloseTo(error, within(1e-8));
    }

    @Test
    void withOneWayToEndItIsKaplanMeier() {
        int[] one = Arrays.stream(CAUSE).map(c -> Math.min(c, 1)).toArray();
        boolean[] event = new boolean[one.length];
        for (int i = 0; i < event.length; i++) {
            event[i] = one[i] == 1;
        }
        CompetingEvents events = CompetingEvents.of(TIME, one, .95).get();
        KaplanMeier curve = KaplanMeier.of(Durations.of(TIME, event).get(), KaplanMeier.Scale.LOG_LOG, .95)
                .get();
        for (double time : new double[] {1, 4.5, 12, 17}) {
            Estimate share = events.incidence(1, time).get();
            Estimate survival = curve.survival(time).get();
            assertThat(share.value()).isCloseTo(1 - survival.value(), within(1e-12));
            assertThat(share.interval().lower())
                    .isCloseTo(1 - survival.interval().upper(), within(1e-10));
            assertThat(share.interval().upper())
                    .isCloseTo(1 - survival.interval().lower(), within(1e-10));
        }
        assertThat(CompetingEvents.of(new double[] {1, 2}, new int[] {1, 1}, .95)
                        .get()
                        .incidence(1, 2)
                        .get()
                        .interval()
                        .lower())
                .isEqualTo(1);
    }

    @Test
    void aWindowShowsWaitsFromTheDayItOpens() {
        List<Wait> waits = List.of(
                Wait.over(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 31)),
                Wait.over(LocalDate.of(2026, 1, 11), LocalDate.of(2026, 1, 11)),
                Wait.goingOn(LocalDate.of(2026, 2, 1)),
                Wait.over(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 5, 1)),
                Wait.over(LocalDate.of(2026, 3, 22), TO),
                Wait.over(LocalDate.of(2025, 6, 1), FROM),
                Wait.goingOn(TO));
        Durations seen = WaitingList.between(waits, FROM, TO).get();
        assertThat(seen.size()).isEqualTo(5);
        assertThat(new double[] {seen.entry(0), seen.entry(1), seen.entry(2), seen.entry(3), seen.entry(4)})
                .containsExactly(31, 0, 0, 0, 0);
        assertThat(new double[] {seen.time(0), seen.time(1), seen.time(2), seen.time(3), seen.time(4)})
                .containsExactly(61, .5, 59, 31, 10);
        assertThat(new boolean[] {seen.event(0), seen.event(1), seen.event(2), seen.event(3), seen.event(4)})
                .containsExactly(true, true, false, false, true);
        assertThat(seen.events()).isEqualTo(3);
        assertThat(seen.hasLateEntries()).isTrue();
    }

    @Test
    void aWindowDoesNotMakeWaitsLookLonger() {
        // Waits of exactly exponential length with mean 60 days, starts over four years, seen for 90 days. The median
        // is 41.6;
        // waits counted from their start would show 80 or more. 3 standard errors of the median are 10.
        UniformRandomProvider stream = Randomness.of(4).stream();
        LocalDate start = LocalDate.of(2022, 4, 1);
        List<Wait> waits = java.util.stream.IntStream.range(0, 4000)
                .mapToObj(i -> {
                    LocalDate from = start.plusDays(stream.nextInt(1461));
                    return Wait.over(from, from.plusDays(Math.round(-60 * Math.log(stream.nextDouble()))));
                })
                .toList();
        Durations seen = WaitingList.between(waits, FROM, TO).get();
        double median = KaplanMeier.of(seen, KaplanMeier.Scale.LOG_LOG, .95)
                .get()
                .median()
                .get()
                .value();
        assertThat(median).isCloseTo(60 * Math.log(2), within(10.0));
    }

    @Test
    void oneLookPerUnitByHand() {
        // Ayer et al. (1955): pooled 0, (1, 0) to .5, 1
        CurrentStatus status = CurrentStatus.of(
                        new double[] {4, 1, 3, 2, 5}, new boolean[] {true, false, false, true, true})
                .get();
        assertThat(status.over(1).get().value()).isZero();
        assertThat(status.over(2).get().value()).isEqualTo(.5);
        assertThat(status.over(3.5).get().value()).isEqualTo(.5);
        assertThat(status.over(5).get().value()).isEqualTo(1);
        assertThat(status.over(3).get().caveats())
                .containsExactlyInAnyOrder(Caveat.LARGE_SAMPLE_FORMULA, Caveat.FEW_OBSERVATIONS);
        assertThat(status.over(5.1).failure().reason()).isEqualTo(Reason.NOT_REACHED);
        assertThat(status.over(.9).failure().reason()).isEqualTo(Reason.NOT_REACHED);
        // Equal moments are pooled first
        CurrentStatus tied = CurrentStatus.of(
                        new double[] {1, 1, 1, 2, 2}, new boolean[] {true, false, false, false, true})
                .get();
        assertThat(tied.over(1).get().value()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(tied.over(2).get().value()).isEqualTo(.5);
    }

    @Test
    void intervalsOfDurationsCover() {
        // 1,200 rounds: standard error .0063. Exponential durations with mean 10, censored at uniform 0 to 25, n 80.
        UniformRandomProvider stream = Randomness.of(77).stream();
        int rounds = 1200;
        int survival = 0;
        int median = 0;
        int restricted = 0;
        int incidence = 0;
        int status = 0;
        for (int round = 0; round < rounds; round++) {
            int n = 80;
            double[] time = new double[n];
            boolean[] event = new boolean[n];
            int[] cause = new int[n];
            for (int i = 0; i < n; i++) {
                double duration = -10 * Math.log(stream.nextDouble());
                double end = 25 * stream.nextDouble();
                time[i] = Math.min(duration, end);
                event[i] = duration <= end;
                cause[i] = event[i] ? (stream.nextDouble() < .6 ? 1 : 2) : 0;
            }
            KaplanMeier curve = KaplanMeier.of(Durations.of(time, event).get(), KaplanMeier.Scale.LOG_LOG, .95)
                    .get();
            survival += curve.survival(6).get().interval().contains(Math.exp(-.6)) ? 1 : 0;
            median += curve.median().get().interval().contains(10 * Math.log(2)) ? 1 : 0;
            restricted += curve.restrictedMean(12).get().interval().contains(10 * (1 - Math.exp(-1.2))) ? 1 : 0;
            double truth = .6 * (1 - Math.exp(-.6));
            incidence += CompetingEvents.of(time, cause, .95)
                            .get()
                            .incidence(1, 6)
                            .get()
                            .interval()
                            .contains(truth)
                    ? 1
                    : 0;
            double[] look = new double[250];
            boolean[] over = new boolean[250];
            for (int i = 0; i < look.length; i++) {
                look[i] = 20 * stream.nextDouble();
                over[i] = -10 * Math.log(stream.nextDouble()) <= look[i];
            }
            status +=
                    CurrentStatus.of(look, over).get().over(7).get().interval().contains(1 - Math.exp(-.7)) ? 1 : 0;
        }
        for (int covered : new int[] {survival, median, restricted, incidence, status}) {
            assertThat(covered / (double) rounds).isBetween(.935, .965);
        }
    }

    @Test
    void coxCovers() {
        // 1,000 rounds of n 100, log hazard ratio .5 of a normal predictor: standard error .007
        UniformRandomProvider stream = Randomness.of(78).stream();
        int covered = 0;
        for (int round = 0; round < 1000; round++) {
            double[] time = new double[100];
            boolean[] event = new boolean[100];
            double[][] x = new double[100][];
            for (int i = 0; i < 100; i++) {
                x[i] = new double[] {Dist.normalQuantile(stream.nextDouble())};
                double duration = -Math.log(stream.nextDouble()) / Math.exp(.5 * x[i][0]);
                time[i] = Math.min(duration, 2);
                event[i] = duration < 2;
            }
            covered += Cox.fit(Durations.of(time, event).get(), x, .95)
                            .get()
                            .coefficients()
                            .getFirst()
                            .interval()
                            .contains(.5)
                    ? 1
                    : 0;
        }
        assertThat(covered / 1000.0).isBetween(.935, .965);
    }

    @Test
    void wrongInputIsNamed() {
        assertThat(CompetingEvents.of(new double[0], new int[0], .95).failure().reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(CompetingEvents.of(TIME, new int[20], .95).failure().reason())
                .isEqualTo(Reason.TOO_FEW);
        assertThat(CompetingEvents.of(TIME, new int[2], .95).failure().reason()).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(CompetingEvents.of(new double[] {1}, new int[] {-1}, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(CompetingEvents.of(new double[] {-1}, new int[] {1}, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(CompetingEvents.of(new double[] {Double.NaN}, new int[] {1}, .95)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(CompetingEvents.of(TIME, CAUSE, 0).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        CompetingEvents events = CompetingEvents.of(TIME, CAUSE, .95).get();
        assertThat(events.incidence(3, 5).failure().reason()).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(events.incidence(1, 19).failure().reason()).isEqualTo(Reason.NOT_REACHED);
        assertThat(events.incidence(1, Double.NaN).failure().reason()).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(events.incidence(1, -1).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(WaitingList.between(List.of(), FROM, TO).failure().reason()).isEqualTo(Reason.NO_DATA);
        assertThat(WaitingList.between(List.of(Wait.goingOn(FROM)), TO, FROM)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(WaitingList.between(List.of(Wait.over(TO, FROM)), FROM, TO)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(WaitingList.between(List.of(Wait.goingOn(TO)), FROM, TO)
                        .failure()
                        .reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(CurrentStatus.of(new double[] {1}, new boolean[1]).failure().reason())
                .isEqualTo(Reason.TOO_FEW);
        assertThat(CurrentStatus.of(new double[] {1, Double.NaN}, new boolean[2])
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(CurrentStatus.of(new double[] {1, 2}, new boolean[1])
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(CurrentStatus.of(new double[] {1, -2}, new boolean[2])
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
    }
}
