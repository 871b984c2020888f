package nl.leercirkel.statistics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.ojalgo.type.context.NumberContext;

/**
 * Secondary suppression at the least cost, for small tables: an integer programme in which a cell is suppressed or not, and an
 * attacker who for a pattern that does not protect gives an inequality that every protecting pattern meets (Fischetti and Salazar
 * 2001, "Solving the cell suppression problem on tabular data with linear constraints"). When the attacker finds nothing any more by
 * linear programming, whole-number witnesses are made; a pattern without them is cut off as well.
 */
final class OptimalSuppression {

    /** With more cells to choose from than this, the optimum is not sought. */
    static final int MOST_CANDIDATES = 120;

    private static final int MOST_ROUNDS = 100;

    /** Milliseconds after which the solver gives up on one integer programme; none in the tests takes a hundredth of it. */
    private static final long PATIENCE = 60_000;

    private static final double SMALL = 1e-6;

    private final Table table;
    private final Policy policy;
    private final Sensitivity sensitivity;
    private final List<Target> targets;
    private final boolean[] start;
    private final int[] candidates;
    private final double[] weight;
    private final List<Cut> cuts = new ArrayList<>();
    private final List<Target> groups = new ArrayList<>();
    private final Groups finder;

    private OptimalSuppression(Table table, Policy policy, List<Target> targets, boolean[] start, boolean[] fixed) {
        this.table = table;
        this.policy = policy;
        this.targets = targets;
        this.start = start;
        sensitivity = new Sensitivity(table, policy);
        finder = new Groups(table, sensitivity);
        Protector costs = new Protector(table, policy, sensitivity, start, fixed, Weights.of(table, policy), 0);
        weight = new double[start.length];
        Arrays.setAll(weight, costs::weight);
        candidates = IntStream.range(0, start.length)
                .filter(cell -> !start[cell] && weight[cell] > 0 && weight[cell] < MoveSearch.BLOCKED)
                .toArray();
    }

    /** TOO_LARGE where the limits of this class are passed. */
    static Outcome<Pattern> of(Table table, Policy policy, List<Target> targets, boolean[] start, boolean[] fixed) {
        OptimalSuppression work = new OptimalSuppression(table, policy, targets, start, fixed);
        if (work.candidates.length > MOST_CANDIDATES) {
            return Outcome.failed(
                    Reason.TOO_LARGE, work.candidates.length + " cells to choose from, at most " + MOST_CANDIDATES);
        }
        return work.run();
    }

    private Outcome<Pattern> run() {
        targets.forEach(this::neighbours);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean[] suppressed = cheapest();
            if (suppressed == null) {
                return Outcome.failed(Reason.TOO_LARGE, "the solver gave up after " + cuts.size() + " inequalities");
            }
            IntPredicate unknown = cell -> suppressed[cell] || table.isHidden(cell);
            if (policy.groups()) {
                groups.addAll(finder.more(unknown));
            }
            int before = cuts.size();
            List<Target> active = new ArrayList<>(targets);
            groups.stream()
                    .filter(group -> Arrays.stream(group.cells()).allMatch(unknown))
                    .forEach(active::add);
            for (Target target : active) {
                attack(target, suppressed, unknown);
            }
            if (cuts.size() == before) {
                List<List<Witness>> witnesses = new ArrayList<>();
                for (Target target : active) {
                    List<Witness> found = witnesses(target, unknown);
                    if (found.isEmpty()) {
                        cover(target, suppressed);
                    }
                    witnesses.add(found);
                }
                if (cuts.size() == before) {
                    return Outcome.of(new Pattern(suppressed, active, witnesses, true));
                }
            }
        }
        return Outcome.failed(Reason.TOO_LARGE, "no optimum within " + MOST_ROUNDS + " rounds");
    }

    /** The cheapest pattern that meets all inequalities so far. */
    private boolean @Nullable [] cheapest() {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] choice = new Variable[start.length];
        for (int cell : candidates) {
            choice[cell] = model.addVariable("y" + cell).binary().weight(weight[cell]);
        }
        for (int c = 0; c < cuts.size(); c++) {
            Cut cut = cuts.get(c);
            Expression row = model.addExpression("c" + c).lower(cut.atLeast());
            for (int i = 0; i < cut.cells().length; i++) {
                row.set(choice[cut.cells()[i]], cut.factors()[i]);
            }
        }
        boolean[] suppressed = start.clone();
        if (cuts.isEmpty()) {
            return suppressed;
        }
        model.options.integer(
                IntegerStrategy.DEFAULT.withParallelism(() -> 1).withGapTolerance(NumberContext.of(12, 10)));
        model.options.time_abort = PATIENCE;
        Optimisation.Result result = model.minimise();
        if (!result.getState().isOptimal()) {
            return null;
        }
        for (int cell : candidates) {
            suppressed[cell] = result.doubleValue(model.indexOf(choice[cell])) > .5;
        }
        return suppressed;
    }

    /**
     * What every protecting pattern meets.
     *
     * @param cells candidates
     * @param factors per cell
     * @param atLeast the sum over suppressed cells of their factors
     */
    @SuppressWarnings("ArrayRecordComponent") // inside this class only
    private record Cut(int[] cells, double[] factors, double atLeast) {}

    /** In each equation of a secret cell another cell must be unknown. */
    private void neighbours(Target target) {
        table.grid().equationsOf(target.cell(), (equation, total) -> {
            int[] others = Arrays.stream(table.grid().members(equation))
                    .filter(cell -> cell != target.cell())
                    .toArray();
            if (Arrays.stream(others).noneMatch(cell -> start[cell] || table.isHidden(cell))) {
                int[] open = Arrays.stream(others).filter(this::isCandidate).toArray();
                double[] ones = new double[open.length];
                Arrays.fill(ones, 1);
                cuts.add(new Cut(open, ones, 1));
            }
        });
    }

    private boolean isCandidate(int cell) {
        return Arrays.binarySearch(candidates, cell) >= 0;
    }

    /** Adds an inequality for each side on which a target is not protected. */
    private void attack(Target target, boolean[] suppressed, IntPredicate unknown) {
        Optional<LinearAttack.Range> range = LinearAttack.on(table, unknown, sensitivity.knownToOthers(target))
                .range(target.cells());
        if (range.isEmpty()) {
            return;
        }
        double below = -range.get().least();
        double above = range.get().most();
        if (above < target.upper() - SMALL) {
            add(target, suppressed, target.upper(), true, false);
        }
        if (below < target.lower() - SMALL) {
            add(target, suppressed, target.lower(), false, true);
        }
        if (below + above < target.width() - SMALL) {
            add(target, suppressed, target.width(), true, true);
        }
    }

    private void add(Target target, boolean[] suppressed, double need, boolean up, boolean down) {
        IntPredicate unknown = cell -> (suppressed[cell] || table.isHidden(cell))
                && !table.isImpossible(cell)
                && !sensitivity.knownToOthers(target).test(cell);
        double[] factor = new double[start.length];
        boolean found = true;
        if (up) {
            found = DualAttack.addTo(factor, table, target, 1, unknown, this::mayProtect);
        }
        if (down && found) {
            found = DualAttack.addTo(factor, table, target, -1, unknown, this::mayProtect);
        }
        if (!found) {
            cover(target, suppressed);
            return;
        }
        double rest = need;
        for (int cell = 0; cell < factor.length; cell++) {
            if (factor[cell] > 0 && (start[cell] || table.isHidden(cell))) {
                rest -= factor[cell];
            }
        }
        if (rest <= SMALL) {
            cover(target, suppressed);
            return;
        }
        double least = rest;
        int[] cells = Arrays.stream(candidates)
                .filter(cell -> factor[cell] > SMALL * least)
                .toArray();
        double[] factors = Arrays.stream(cells)
                .mapToDouble(cell -> Math.min(1, factor[cell] / least))
                .toArray();
        double now = IntStream.range(0, cells.length)
                .mapToDouble(i -> suppressed[cells[i]] ? factors[i] : 0)
                .sum();
        if (now > 1 - SMALL) {
            cover(target, suppressed);
        } else {
            cuts.add(whereSuppressed(target, cells, factors));
        }
    }

    private boolean mayProtect(int cell) {
        return isCandidate(cell);
    }

    /** This pattern and all its parts do not protect: at least one cell more. */
    private void cover(Target target, boolean[] suppressed) {
        int[] others =
                Arrays.stream(candidates).filter(cell -> !suppressed[cell]).toArray();
        double[] ones = new double[others.length];
        Arrays.fill(ones, 1);
        cuts.add(whereSuppressed(target, others, ones));
    }

    /** An inequality about a group counts only where the whole group is suppressed. */
    private Cut whereSuppressed(Target target, int[] cells, double[] factors) {
        if (!target.isGroup()) {
            return new Cut(cells, factors, 1);
        }
        double[] all = new double[start.length];
        for (int i = 0; i < cells.length; i++) {
            all[cells[i]] = factors[i];
        }
        double atLeast = 1;
        for (int cell : target.cells()) {
            if (isCandidate(cell)) {
                all[cell] -= 1;
                atLeast -= 1;
            }
        }
        int[] used = Arrays.stream(candidates).filter(cell -> all[cell] != 0).toArray();
        return new Cut(used, Arrays.stream(used).mapToDouble(cell -> all[cell]).toArray(), atLeast);
    }

    /** Witnesses for every side; empty when there are none. */
    private List<Witness> witnesses(Target target, IntPredicate unknown) {
        LinearAttack attack = LinearAttack.on(table, unknown, sensitivity.knownToOthers(target));
        for (long more = 0; more <= Math.max(0, target.width() - target.lower() - target.upper()); more++) {
            long up = target.upper() + more;
            long down = Math.max(target.lower(), target.width() - up);
            List<Witness> found = new ArrayList<>();
            for (long change : new long[] {up, -down}) {
                Witness witness = change == 0 ? null : attack.witness(target.cells(), change);
                if (witness != null) {
                    found.add(witness);
                }
            }
            if (found.size() == (up > 0 ? 1 : 0) + (down > 0 ? 1 : 0)) {
                return found;
            }
        }
        return List.of();
    }
}
