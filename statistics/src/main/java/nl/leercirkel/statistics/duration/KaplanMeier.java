package nl.leercirkel.statistics.duration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;

/**
 * The curve of Kaplan and Meier: the share that still goes on after each time, with Greenwood's variance.
 *
 * @see "Kaplan and Meier (1958), Nonparametric estimation from incomplete observations, JASA 53; Greenwood (1926)"
 */
public final class KaplanMeier {

    /** The scale on which the interval of the curve is symmetric. */
    public enum Scale {
        /** log S: R's default. */
        LOG,
        /** log(-log S): stays between 0 and 1 and behaves best in small samples (Borgan and Liestol 1990). */
        LOG_LOG,
        /** S itself, cut off at 0 and 1. */
        PLAIN
    }

    /**
     * One step of the curve.
     *
     * @param time at which events fall
     * @param atRisk units followed just before it
     * @param events at it
     * @param survival share that goes on after it
     * @param standardError of the survival, Greenwood
     */
    public record Step(double time, int atRisk, int events, double survival, double standardError) {}

    private final List<Step> steps;
    private final double[] times;
    private final double[] greenwood;
    private final int n;
    private final int events;
    private final double lastTime;
    private final Scale scale;
    private final double level;

    private KaplanMeier(
            List<Step> steps, double[] times, double[] greenwood, RiskTable table, Scale scale, double level) {
        this.steps = steps;
        this.times = times;
        this.greenwood = greenwood;
        this.n = table.size();
        this.events = table.eventCount();
        this.lastTime = table.lastTime();
        this.scale = scale;
        this.level = level;
    }

    /**
     * Estimates the curve.
     *
     * @param level of all intervals asked of it
     * @return NOT_IDENTIFIED with late entries when at some event everyone at risk has it although others enter later: the
     *     curve would stay 0 from there (start the curve later, or use more data)
     */
    public static Outcome<KaplanMeier> of(Durations durations, Scale scale, double level) {
        Optional<Failure> failure = Check.level(level);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        RiskTable table = RiskTable.of(durations);
        List<Step> steps = new ArrayList<>();
        double[] times = new double[table.eventCount()];
        double[] greenwood = new double[table.eventCount()];
        double survival = 1;
        double sum = 0;
        for (double time = table.nextEventTime(); time != Double.POSITIVE_INFINITY; time = table.nextEventTime()) {
            int atRisk = table.atRisk(time);
            int died = table.takeEvents(time);
            if (atRisk == died && table.nextEventTime() != Double.POSITIVE_INFINITY) {
                return Outcome.failed(
                        Reason.NOT_IDENTIFIED,
                        "all " + atRisk + " at risk at " + time + " end, while others enter later");
            }
            survival *= (atRisk - died) / (double) atRisk;
            sum += atRisk == died ? 0 : died / ((double) atRisk * (atRisk - died));
            times[steps.size()] = time;
            greenwood[steps.size()] = sum;
            steps.add(new Step(time, atRisk, died, survival, survival * Math.sqrt(sum)));
        }
        int count = steps.size();
        return Outcome.of(new KaplanMeier(
                List.copyOf(steps), Arrays.copyOf(times, count), Arrays.copyOf(greenwood, count), table, scale, level));
    }

    public List<Step> steps() {
        return steps;
    }

    public int n() {
        return n;
    }

    public int events() {
        return events;
    }

    /** The last time at which anyone was followed. */
    public double lastTime() {
        return lastTime;
    }

    /**
     * The share that still goes on after a time.
     *
     * @return NOT_REACHED after the last time followed, unless the curve is 0 there
     */
    public Outcome<Estimate> survival(double time) {
        Optional<Failure> failure =
                Check.first(Check.finite("time", time), Check.that(time >= 0, Reason.OUT_OF_RANGE, "time is " + time));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int index = stepAt(time);
        double value = index < 0 ? 1 : steps.get(index).survival();
        if (time > lastTime && value > 0) {
            return Outcome.failed(Reason.NOT_REACHED, "nobody is followed beyond " + lastTime);
        }
        Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
        if (index >= 0 && steps.get(index).atRisk() < 10) {
            caveats.add(Caveat.FEW_AT_RISK);
        }
        return Outcome.of(new Estimate(value, interval(index), n, "kaplan-meier", caveats));
    }

    /** The time by which half has ended. See {@link #quantile}. */
    public Outcome<Estimate> median() {
        return quantile(.5);
    }

    /**
     * The time by which this share has ended. Where the curve stays on the share, the middle of that stretch (as R's
     * survfit). The interval holds the times at which the curve's interval holds the share (Brookmeyer and Crowley 1982); its
     * upper end may be infinite.
     *
     * @return NOT_REACHED when the curve does not come so low
     */
    public Outcome<Estimate> quantile(double ended) {
        if (!(ended > 0 && ended < 1)) {
            return Outcome.failed(Reason.OUT_OF_RANGE, "share " + ended + " is not between 0 and 1");
        }
        double[] curve = new double[times.length];
        double[] lower = new double[times.length];
        double[] upper = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            Interval interval = interval(i);
            curve[i] = steps.get(i).survival();
            lower[i] = interval.lower();
            upper[i] = interval.upper();
        }
        double left = 1 - ended;
        double value = crossing(curve, left);
        if (Double.isInfinite(value)) {
            return Outcome.failed(Reason.NOT_REACHED, "still " + lastSurvival() + " goes on at " + lastTime);
        }
        Interval interval =
                new Interval(Math.min(value, crossing(lower, left)), Math.max(value, crossing(upper, left)), level);
        Set<Caveat> caveats =
                Double.isInfinite(interval.upper()) ? EnumSet.of(Caveat.OPEN_END) : EnumSet.noneOf(Caveat.class);
        return Outcome.of(new Estimate(value, interval, n, "kaplan-meier", caveats));
    }

    /**
     * The mean time until a horizon: the area under the curve up to it, in the unit of time.
     *
     * @param horizon above 0
     * @return NOT_REACHED when the horizon lies beyond the last time followed, unless the curve is 0 there
     * @see "Irwin (1949), The standard error of an estimate of expectation of life; Andersen et al. (1993)"
     */
    public Outcome<Estimate> restrictedMean(double horizon) {
        Optional<Failure> failure = Check.first(
                Check.exposure("horizon", horizon),
                Check.that(
                        horizon <= lastTime || lastSurvival() == 0,
                        Reason.NOT_REACHED,
                        "nobody is followed beyond " + lastTime));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        int last = stepAt(horizon);
        double area = 0;
        double variance = 0;
        double end = horizon;
        for (int i = last; i >= 0; i--) {
            Step step = steps.get(i);
            area += step.survival() * (end - step.time());
            end = step.time();
            if (step.atRisk() > step.events()) {
                variance += area * area * step.events() / ((double) step.atRisk() * (step.atRisk() - step.events()));
            }
        }
        double mean = area + end;
        double half = Dist.normalHalfWidth(level) * Math.sqrt(variance);
        Interval interval =
                new Interval(Math.max(0, mean - half), Math.max(mean, Math.min(horizon, mean + half)), level);
        Set<Caveat> caveats = events < 10 ? EnumSet.of(Caveat.FEW_OBSERVATIONS) : EnumSet.noneOf(Caveat.class);
        return Outcome.of(new Estimate(mean, interval, n, "restricted-mean", caveats));
    }

    /** The interval after a step; -1 is before the first. */
    private Interval interval(int index) {
        if (index < 0) {
            return new Interval(1, 1, level);
        }
        double survival = steps.get(index).survival();
        if (survival == 0) {
            return new Interval(0, index == 0 ? 1 : interval(index - 1).upper(), level);
        }
        double error = Math.sqrt(greenwood[index]);
        double half = Dist.normalHalfWidth(level) * error;
        return switch (scale) {
            case LOG -> new Interval(survival * Math.exp(-half), Math.min(1, survival * Math.exp(half)), level);
            case LOG_LOG -> {
                double factor = Math.exp(half / -Math.log(survival));
                yield new Interval(Math.pow(survival, factor), Math.pow(survival, 1 / factor), level);
            }
            case PLAIN -> new Interval(Math.max(0, survival * (1 - half)), Math.min(1, survival * (1 + half)), level);
        };
    }

    private double lastSurvival() {
        return steps.isEmpty() ? 1 : steps.getLast().survival();
    }

    /** The last step at or before a time, -1 when there is none. */
    private int stepAt(double time) {
        int found = Arrays.binarySearch(times, time);
        return found >= 0 ? found : -found - 2;
    }

    /** Where a falling curve first comes to a share or below; the middle of the stretch where it stays on it. */
    private double crossing(double[] curve, double share) {
        double tolerance = 1e-9;
        for (int i = 0; i < curve.length; i++) {
            if (curve[i] < share - tolerance) {
                return times[i];
            }
            if (Math.abs(curve[i] - share) <= tolerance) {
                return i + 1 < curve.length ? (times[i] + times[i + 1]) / 2 : times[i];
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
