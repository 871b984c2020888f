package nl.leercirkel.statistics.synthetic;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.TestResult;
import nl.leercirkel.statistics.panel.Panel;

/**
 * The refined placebo test: for every pair of untreated units, the treated unit and both of the pair are compared with the same
 * other donors, and the treated unit loses when its ratio is not the largest of the three. The p-value is the share it loses, so
 * it has finer steps than a rank among N units. Outcome-only weights.
 *
 * @param test the treated unit's ratio of root mean squared gaps with all donors, and the p-value
 * @param losses pairs the treated unit lost; ties count as lost
 * @param pairs of untreated units
 * @param units treated and untreated together
 * @see "Sudijono and Lei (2024), Inference for synthetic controls via refined placebo tests, arXiv:2401.07152, section 2"
 */
public record LeaveTwoOut(TestResult test, long losses, long pairs, int units) {

    private static final int FEWEST = 4;

    /**
     * Plays all pairs.
     *
     * @return as {@link SyntheticControl#of}, and TOO_FEW below four untreated units
     */
    public static Outcome<LeaveTwoOut> of(Panel panel) {
        return Problem.of(panel)
                .flatMap(problem -> problem.donors().length < FEWEST
                        ? Outcome.failed(Reason.TOO_FEW, problem.donors().length + " untreated units, needs " + FEWEST)
                        : new Tournament(problem).play());
    }

    /**
     * The most that the chance of a p-value at or below a level can be when nothing had an effect and every unit was as likely
     * to be treated; above the level itself (theorem 2.2 of the paper). Judge significance by this, not by the level.
     */
    public double chanceOfFalseFinding(double level) {
        return Math.floor(units * share(units, level) + 1e-9) / units;
    }

    /** The share of units that can win all but this share of their pairs; equation 9 of the paper. */
    private static double share(int n, double level) {
        double a = 1 - 1.0 / n;
        double inner = 9 * a * a - 12 * (-4.0 / (3.0 * n * n) + 1.0 / n + level * a * (1 - 2.0 / n));
        return (3 - 3.0 / n - Math.sqrt(Math.max(0, inner))) / 2;
    }

    /**
     * All pairs. Leaving out a donor without weight changes nothing, so only few of the three times N^2 / 2 comparisons are
     * made anew.
     */
    private static final class Tournament {

        private final Problem problem;
        private final SimplexLeastSquares solver;
        private final OutcomesOnly specification = new OutcomesOnly(false);
        private final Map<Long, Made> made = new HashMap<>();
        private Optional<Failure> failure = Optional.empty();

        /** A comparison: which donors had weight (by place), and its ratio. */
        private record Made(boolean[] used, double ratio) {}

        Tournament(Problem problem) {
            this.problem = problem;
            this.solver = new SimplexLeastSquares(problem.before());
        }

        Outcome<LeaveTwoOut> play() {
            int n = problem.donors().length;
            long losses = 0;
            for (int i = 0; i < n && failure.isEmpty(); i++) {
                for (int j = i + 1; j < n && failure.isEmpty(); j++) {
                    double treated = ratio(-1, i, j);
                    double largest = Math.max(ratio(i, j, -1), ratio(j, i, -1));
                    losses += treated > largest * (1 + 1e-12) ? 0 : 1;
                }
            }
            if (failure.isPresent()) {
                return Outcome.failed(failure.get());
            }
            long pairs = n * (n - 1L) / 2;
            TestResult test = new TestResult(
                    Math.sqrt(ratio(-1, -1, -1)),
                    0,
                    losses / (double) pairs,
                    Alternative.TWO_SIDED,
                    n + 1L,
                    "leave-two-out-placebo",
                    Set.of());
            return Outcome.of(new LeaveTwoOut(test, losses, pairs, n + 1));
        }

        /** The ratio of a donor (by place), or of the treated unit (-1), without two donors (-1 for none). */
        private double ratio(int who, int without, int andWithout) {
            Made all = make(who, -1, -1);
            boolean first = without >= 0 && all.used()[without];
            boolean second = andWithout >= 0 && all.used()[andWithout];
            if (first && second) {
                return make(who, without, andWithout).ratio();
            }
            if (!first && !second) {
                return all.ratio();
            }
            int gone = first ? without : andWithout;
            int other = first ? andWithout : without;
            Made one = make(who, gone, -1);
            return other >= 0 && one.used()[other] ? make(who, gone, other).ratio() : one.ratio();
        }

        private Made make(int who, int without, int andWithout) {
            long low = Math.min(without, andWithout) + 1L;
            long high = Math.max(without, andWithout) + 1L;
            long n = problem.donors().length + 1L;
            long key = ((who + 1) * n + low) * n + high;
            Made known = made.get(key);
            if (known == null) {
                known = makeNew(who, without, andWithout);
                made.put(key, known);
            }
            return known;
        }

        private Made makeNew(int who, int without, int andWithout) {
            int[] all = problem.donors();
            int unit = who < 0 ? problem.unit() : all[who];
            int[] donors = problem.donorsWithout(
                    unit, without < 0 ? unit : all[without], andWithout < 0 ? unit : all[andWithout]);
            Problem one = new Problem(problem.units(), problem.values(), unit, donors, problem.before());
            Outcome<Weighing> outcome = specification.weigh(one, solver);
            boolean[] used = new boolean[all.length];
            if (!outcome.isAnswer()) {
                failure = Optional.of(outcome.failure());
                return new Made(used, 0);
            }
            for (int j = 0, at = 0; j < donors.length; j++, at++) {
                while (all[at] != donors[j]) {
                    at++;
                }
                used[at] = outcome.get().weights()[j] > 0;
            }
            return new Made(used, Track.of(outcome.get().gaps(one), one).ratio());
        }
    }
}
