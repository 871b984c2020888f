package nl.leercirkel.statistics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Suppressed cells below one published total: their sum is the total less the published parts, so everybody knows it. Where it is a
 * secret by the same rules, it is a target as well.
 */
final class Groups {

    private final Table table;
    private final Sensitivity sensitivity;
    private final Set<List<Integer>> found = new HashSet<>();

    Groups(Table table, Sensitivity sensitivity) {
        this.table = table;
        this.sensitivity = sensitivity;
    }

    /**
     * @param unknown whether a cell is suppressed or not published at all
     * @return the groups that were not returned before
     */
    List<Target> more(IntPredicate unknown) {
        List<Target> targets = new ArrayList<>();
        Grid grid = table.grid();
        for (int equation = 0; equation < grid.equations(); equation++) {
            int[] members = grid.members(equation);
            if (unknown.test(members[0])) {
                continue;
            }
            int[] group =
                    Arrays.stream(members).skip(1).filter(unknown).sorted().toArray();
            if (group.length > 1) {
                sensitivity
                        .of(group)
                        .filter(target -> found.add(Arrays.stream(group).boxed().toList()))
                        .ifPresent(targets::add);
            }
        }
        return targets;
    }
}
