package nl.leercirkel.statistics.duration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;

/**
 * Durations that can end in several ways, as by plan or by drop-out: the share that has ended in each way by each time
 * (Aalen-Johansen). One minus Kaplan-Meier per way would count those who left otherwise as if they could still come.
 *
 * @see "Aalen and Johansen (1978), Scandinavian Journal of Statistics 5; variance: Marubini and Valsecchi (1995), Analysing
 *     survival data, 10.3"
 */
public final class CompetingEvents {

    private final double[] times;
    private final int[] atRisk;
    private final int[][] events;
    private final double[] before;
    private final int[] causes;
    private final int n;
    private final double lastTime;
    private final double level;

    private CompetingEvents(
            double[] times,
            int[] atRisk,
            int[][] events,
            double[] before,
            int[] causes,
            int n,
            double last,
            double level) {
        this.times = times;
        this.atRisk = atRisk;
        this.events = events;
        this.before = before;
        this.causes = causes;
        this.n = n;
        this.lastTime = last;
        this.level = level;
    }

    /**
     * Estimates the shares.
     *
     * @param time per unit, at least 0
     * @param cause per unit: 0 for still going on, else any positive number for the way it ended
     * @return NO_DATA, NOT_A_NUMBER, OUT_OF_RANGE for negative times or causes, TOO_FEW without any event
     */
    public static Outcome<CompetingEvents> of(double[] time, int[] cause, double level) {
        Optional<Failure> failure = Check.first(
                Check.level(level),
                Check.sameLength("times", time.length, "causes", cause.length),
                Check.values("times", time, 1),
                Check.notNegative("times", time),
                Check.that(
                        Arrays.stream(cause).noneMatch(value -> value < 0), Reason.OUT_OF_RANGE, "a cause is negative"),
                Check.that(Arrays.stream(cause).anyMatch(value -> value > 0), Reason.TOO_FEW, "no events"));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int[] causes = Arrays.stream(cause)
                .filter(value -> value > 0)
                .distinct()
                .sorted()
                .toArray();
        TreeMap<Double, int[]> perTime = new TreeMap<>();
        for (int i = 0; i < time.length; i++) {
            int[] counts = perTime.computeIfAbsent(time[i] + 0.0, t -> new int[causes.length + 1]);
            counts[cause[i] == 0 ? causes.length : Arrays.binarySearch(causes, cause[i])]++;
        }
        List<Double> times = new ArrayList<>();
        List<Integer> atRisk = new ArrayList<>();
        List<int[]> events = new ArrayList<>();
        List<Double> before = new ArrayList<>();
        int left = time.length;
        double survival = 1;
        for (Map.Entry<Double, int[]> entry : perTime.entrySet()) {
            int[] counts = entry.getValue();
            int all = Arrays.stream(counts).sum();
            int ended = all - counts[causes.length];
            if (ended > 0) {
                times.add(entry.getKey());
                atRisk.add(left);
                events.add(counts);
                before.add(survival);
                survival *= (left - ended) / (double) left;
            }
            left -= all;
        }
        return Outcome.of(new CompetingEvents(
                times.stream().mapToDouble(Double::doubleValue).toArray(),
                atRisk.stream().mapToInt(Integer::intValue).toArray(),
                events.toArray(int[][]::new),
                before.stream().mapToDouble(Double::doubleValue).toArray(),
                causes,
                time.length,
                perTime.lastKey(),
                level));
    }

    /** The ways durations ended, in rising order. */
    public List<Integer> causes() {
        return Arrays.stream(causes).boxed().toList();
    }

    /**
     * The share that has ended this way by a time; its interval is symmetric in log(-log(1 - share)).
     *
     * @return DO_NOT_MATCH for an unknown cause, NOT_REACHED after the last time followed
     */
    public Outcome<Estimate> incidence(int cause, double time) {
        int way = Arrays.binarySearch(causes, cause);
        Optional<Failure> failure = Check.first(
                Check.that(way >= 0, Reason.DO_NOT_MATCH, "nothing ended by cause " + cause),
                Check.finite("time", time),
                Check.that(time >= 0, Reason.OUT_OF_RANGE, "time is " + time),
                Check.that(time <= lastTime, Reason.NOT_REACHED, "nobody is followed beyond " + lastTime));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int found = Arrays.binarySearch(times, time);
        int steps = found >= 0 ? found + 1 : -found - 1;
        double[] incidence = new double[steps];
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += before[i] * events[i][way] / atRisk[i];
            incidence[i] = sum;
        }
        double variance = 0;
        int mine = 0;
        for (int i = 0; i < steps; i++) {
            double later = sum - incidence[i];
            double risk = atRisk[i];
            double ended = Arrays.stream(events[i], 0, causes.length).sum();
            double own = events[i][way];
            mine += events[i][way];
            variance += ended == risk ? 0 : later * later * ended / (risk * (risk - ended));
            variance += before[i] * before[i] * (risk - own) / risk * own / (risk * risk);
            variance -= 2 * later * before[i] * own / (risk * risk);
        }
        Set<Caveat> caveats = mine < 10 ? EnumSet.of(Caveat.FEW_OBSERVATIONS) : EnumSet.noneOf(Caveat.class);
        return Outcome.of(
                new Estimate(Dist.clamp01(sum), interval(sum, Math.max(0, variance)), n, "aalen-johansen", caveats));
    }

    /** The share that still goes on after a time; with the incidences it adds up to 1. */
    public double goingOn(double time) {
        double survival = 1;
        for (int i = 0; i < times.length && times[i] <= time; i++) {
            survival = before[i]
                    * (atRisk[i] - Arrays.stream(events[i], 0, causes.length).sum())
                    / atRisk[i];
        }
        return survival;
    }

    private Interval interval(double share, double variance) {
        double rest = 1 - share;
        if (share <= 0 || rest <= 1e-15) {
            double edge = Dist.clamp01(share);
            return new Interval(edge, edge, level);
        }
        double log = -Math.log(rest);
        double factor = Math.exp(Dist.normalHalfWidth(level) * Math.sqrt(variance) / (rest * log));
        return new Interval(1 - Math.pow(rest, 1 / factor), 1 - Math.pow(rest, factor), level);
    }
}
