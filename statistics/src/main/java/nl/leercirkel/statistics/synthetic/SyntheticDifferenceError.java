package nl.leercirkel.statistics.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Dist;
import nl.leercirkel.statistics.support.Sum;
import nl.leercirkel.statistics.synthetic.SyntheticDifference.Kind;
import nl.leercirkel.statistics.synthetic.SyntheticDifference.Optimum;

/**
 * The standard error of {@link SyntheticDifference}, in the three ways of its authors.
 *
 * @param estimate the effect with its interval, n the number of units
 * @param standardError in the unit of the outcome
 * @param pValue share of placebos with an effect at least as large in size, the real one counted; empty for other methods
 * @param effects what the placebos, the draws or the parts without one unit gave; the error is their spread
 * @param method how it was found
 * @param seed of the draws; not used where nothing was drawn
 * @see "Arkhangelsky et al. (2021), algorithms 2 to 4"
 */
public record SyntheticDifferenceError(
        Estimate estimate,
        double standardError,
        Optional<Double> pValue,
        List<Double> effects,
        Method method,
        long seed) {

    private static final int CHUNK = 8;

    /** Where the error comes from. */
    public enum Method {
        /** Untreated units play the treated ones; needs more untreated than treated. With one treated unit each plays once. */
        PLACEBO,
        /** Each unit left out in turn, weights kept; needs two treated units; too large for a synthetic control. */
        JACKKNIFE,
        /** Units drawn again; needs two treated units, better many. */
        BOOTSTRAP
    }

    /**
     * Estimates with an error.
     *
     * @param replications draws, at least 50; not used for the jackknife or where each untreated unit plays once
     * @param level of the interval
     * @return as {@link SyntheticDifference#of}; TOO_FEW when the method has too few treated or untreated units;
     *     NOT_IDENTIFIED when leaving out a unit leaves no weight
     */
    public static Outcome<SyntheticDifferenceError> of(
            Panel panel,
            Kind kind,
            Optimum optimum,
            Method method,
            int replications,
            double level,
            Randomness randomness) {
        return Block.of(panel).flatMap(block -> {
            Optional<Failure> failure = Check.first(
                    Check.level(level),
                    Check.that(replications >= 50, Reason.OUT_OF_RANGE, replications + " replications, needs 50"),
                    enough(block, method));
            if (failure.isPresent()) {
                return Outcome.failed(failure.get());
            }
            return BlockWeights.of(block, kind, optimum, block.noise()).flatMap(weights -> {
                Resampling resampling = new Resampling(block, kind, optimum, block.noise());
                double effect = weights.effect(block);
                return switch (method) {
                    case PLACEBO ->
                        resampling
                                .placebos(replications, randomness)
                                .map(effects -> drawn(block, effect, effects, method, level, randomness.seed()));
                    case BOOTSTRAP ->
                        resampling
                                .bootstraps(replications, randomness)
                                .map(effects -> drawn(block, effect, effects, method, level, randomness.seed()));
                    case JACKKNIFE ->
                        resampling
                                .jackknife(weights)
                                .map(effects -> jackknifed(block, effect, effects, level, randomness.seed()));
                };
            });
        });
    }

    private static Optional<Failure> enough(Block block, Method method) {
        int treated = block.treated().length;
        int controls = block.controls().length;
        return switch (method) {
            case PLACEBO ->
                Check.that(
                        controls >= treated + 2,
                        Reason.TOO_FEW,
                        controls + " untreated units, placebo needs two more than treated");
            case JACKKNIFE, BOOTSTRAP ->
                Check.that(treated >= 2, Reason.TOO_FEW, "one treated unit; only placebo gives an error");
        };
    }

    private static SyntheticDifferenceError drawn(
            Block block, double effect, double[] effects, Method method, double level, long seed) {
        double error = Math.sqrt(Sum.Centre.of(effects).squares(effects) / effects.length);
        long asLarge = Arrays.stream(effects)
                .filter(other -> Math.abs(other) >= Math.abs(effect) * (1 - 1e-12))
                .count();
        Optional<Double> pValue =
                method == Method.PLACEBO ? Optional.of((asLarge + 1.0) / (effects.length + 1)) : Optional.empty();
        return answer(block, effect, error, pValue, effects, method, level, seed);
    }

    private static SyntheticDifferenceError jackknifed(
            Block block, double effect, double[] effects, double level, long seed) {
        int n = effects.length;
        double error = Math.sqrt((n - 1.0) / n * Sum.Centre.of(effects).squares(effects));
        return answer(block, effect, error, Optional.empty(), effects, Method.JACKKNIFE, level, seed);
    }

    private static SyntheticDifferenceError answer(
            Block block,
            double effect,
            double error,
            Optional<Double> pValue,
            double[] effects,
            Method method,
            double level,
            long seed) {
        double half = halfWidth(block, method, effects.length, level) * error;
        int n = block.controls().length + block.treated().length;
        Set<Caveat> caveats = EnumSet.of(Caveat.LARGE_SAMPLE_FORMULA);
        // One treated unit: each untreated one plays once, so nothing was drawn.
        if (method == Method.BOOTSTRAP || (method == Method.PLACEBO && block.treated().length > 1)) {
            caveats.add(Caveat.SIMULATED);
        }
        if (block.controls().length < 20) {
            caveats.add(Caveat.FEW_OBSERVATIONS);
        }
        Estimate estimate = new Estimate(
                effect, new Interval(effect - half, effect + half, level), n, "synthetic-difference", caveats);
        return new SyntheticDifferenceError(
                estimate, error, pValue, Arrays.stream(effects).boxed().toList(), method, seed);
    }

    /**
     * In standard errors. The authors take the normal distribution; with few placebos or few treated units the error is itself
     * uncertain, and then Student's covers what it promises where the normal does not.
     */
    private static double halfWidth(Block block, Method method, int effects, double level) {
        return switch (method) {
            case PLACEBO -> Dist.tHalfWidth(level, effects - 1) * Math.sqrt(effects / (effects - 1.0));
            case JACKKNIFE -> Dist.tHalfWidth(level, Math.min(block.treated().length, block.controls().length) - 1);
            case BOOTSTRAP -> Dist.normalHalfWidth(level);
        };
    }

    /** Effects in other choices of units, with the noise and so the penalty of the whole. */
    private record Resampling(Block block, Kind kind, Optimum optimum, double noise) {

        Outcome<double[]> placebos(int replications, Randomness randomness) {
            int[] controls = block.controls();
            int treated = block.treated().length;
            int draws = treated == 1 ? controls.length : replications;
            return collect(randomness.inChunks(draws, CHUNK, (stream, from, to) -> {
                List<Outcome<Double>> effects = new ArrayList<>();
                for (int draw = from; draw < to; draw++) {
                    int[] places = treated == 1 ? new int[] {draw} : Draws.places(controls.length, treated, stream);
                    int[] chosen = Arrays.stream(places).map(p -> controls[p]).toArray();
                    effects.add(effect(
                            Arrays.stream(controls)
                                    .filter(c -> Arrays.stream(chosen).noneMatch(unit -> unit == c))
                                    .toArray(),
                            chosen));
                }
                return effects;
            }));
        }

        Outcome<double[]> bootstraps(int replications, Randomness randomness) {
            int[] all = IntStream.concat(IntStream.of(block.controls()), IntStream.of(block.treated()))
                    .toArray();
            int untreated = block.controls().length;
            return collect(randomness.inChunks(replications, CHUNK, (stream, from, to) -> {
                List<Outcome<Double>> effects = new ArrayList<>();
                while (effects.size() < to - from) {
                    int[] drawn = IntStream.range(0, all.length)
                            .map(i -> stream.nextInt(all.length))
                            .toArray();
                    int[] controls = pick(all, drawn, 0, untreated);
                    int[] treated = pick(all, drawn, untreated, all.length);
                    if (controls.length > 0 && treated.length > 0) {
                        effects.add(effect(controls, treated));
                    }
                }
                return effects;
            }));
        }

        Outcome<double[]> jackknife(BlockWeights weights) {
            List<Double> effects = new ArrayList<>();
            double total = Arrays.stream(weights.units()).sum();
            for (int left = 0; left < weights.units().length; left++) {
                double rest = total - weights.units()[left];
                if (!(rest > 1e-12)) {
                    return Outcome.failed(Reason.NOT_IDENTIFIED, "one untreated unit has all weight");
                }
                double[] units = weights.units().clone();
                units[left] = 0;
                for (int j = 0; j < units.length; j++) {
                    units[j] /= rest;
                }
                effects.add(new BlockWeights(units, weights.periods()).effect(block));
            }
            for (int unit : block.treated()) {
                int[] others =
                        Arrays.stream(block.treated()).filter(t -> t != unit).toArray();
                effects.add(weights.effect(block.with(block.controls(), others)));
            }
            return Outcome.of(effects.stream().mapToDouble(Double::doubleValue).toArray());
        }

        private Outcome<Double> effect(int[] controls, int[] treated) {
            Block other = block.with(controls, treated);
            return BlockWeights.of(other, kind, optimum, noise).map(weights -> weights.effect(other));
        }

        private static Outcome<double[]> collect(List<List<Outcome<Double>>> chunks) {
            List<Outcome<Double>> all = chunks.stream().flatMap(List::stream).toList();
            Optional<Outcome<Double>> failed =
                    all.stream().filter(outcome -> !outcome.isAnswer()).findFirst();
            return failed.isPresent()
                    ? Outcome.failed(failed.get().failure())
                    : Outcome.of(all.stream().mapToDouble(Outcome::get).toArray());
        }

        private static int[] pick(int[] all, int[] drawn, int from, int to) {
            return Arrays.stream(drawn)
                    .filter(i -> i >= from && i < to)
                    .map(i -> all[i])
                    .toArray();
        }
    }
}
