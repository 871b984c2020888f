package nl.leercirkel.source.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.quality.QualityReport.Example;
import nl.leercirkel.source.quality.QualityReport.PartsCheck;
import org.jspecify.annotations.Nullable;

/**
 * A field of which one code stands for all others together: within each combination of the other key fields the amounts of
 * the others add up to those of that code.
 */
final class TotalOfRows {
    /** More groups than this would take too much memory; then it is said that nothing was compared. */
    private static final int MOST_GROUPS = 200_000;

    private final Definition definition;
    private final int dimension;
    private final String code;
    private final List<Integer> keys;
    private final List<Integer> amounts;
    private final Map<String, Group> groups = new HashMap<>();
    private boolean tooMany;

    private static final class Group {
        private final @Nullable BigDecimal[] totals;
        private final BigDecimal[] sums;
        private final int[] parts;
        private final boolean[] incomplete;
        private long row;

        Group(int amounts) {
            totals = new BigDecimal[amounts];
            sums = new BigDecimal[amounts];
            java.util.Arrays.fill(sums, BigDecimal.ZERO);
            parts = new int[amounts];
            incomplete = new boolean[amounts];
        }
    }

    TotalOfRows(Definition definition, int dimension) {
        this.definition = definition;
        this.dimension = dimension;
        this.code = definition.fields().get(dimension).totalCode();
        this.keys = definition.keys().stream().filter(key -> key != dimension).toList();
        this.amounts = IntStream.range(0, definition.fields().size())
                .filter(at -> definition.fields().get(at).type().isAmount())
                .boxed()
                .toList();
    }

    void row(long number, @Nullable String[] cells) {
        String value = cells[dimension];
        if (value == null || tooMany) {
            return;
        }
        StringBuilder name = new StringBuilder();
        keys.forEach(key -> name.append(cells[key]).append('\u001F'));
        Group group = groups.computeIfAbsent(name.toString(), fresh -> new Group(amounts.size()));
        if (groups.size() > MOST_GROUPS) {
            tooMany = true;
            groups.clear();
            return;
        }
        boolean isTotal = value.equals(code);
        group.row = isTotal ? number : group.row;
        for (int i = 0; i < amounts.size(); i++) {
            String cell = cells[amounts.get(i)];
            if (cell == null) {
                group.incomplete[i] = true;
            } else if (isTotal) {
                group.totals[i] = new BigDecimal(cell);
            } else {
                group.sums[i] = group.sums[i].add(new BigDecimal(cell));
                group.parts[i]++;
            }
        }
    }

    /** One for each amount. */
    List<PartsCheck> checks() {
        String field = definition.fields().get(dimension).name();
        if (tooMany) {
            return List.of(new PartsCheck(
                    field + ": te veel combinaties om " + code + " met de delen te vergelijken", 0, 0, List.of()));
        }
        List<PartsCheck> checks = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            checks.add(check(
                    i,
                    definition.fields().get(amounts.get(i)).name() + ": " + field + " " + code
                            + " = som van de andere"));
        }
        return checks;
    }

    private PartsCheck check(int amount, String what) {
        long compared = 0;
        long wrong = 0;
        List<Example> examples = new ArrayList<>();
        for (Group group : groups.values()) {
            BigDecimal total = group.totals[amount];
            if (total == null || group.incomplete[amount] || group.parts[amount] == 0) {
                continue;
            }
            compared++;
            if (SumOfParts.differs(total, group.sums[amount], group.parts[amount])) {
                wrong++;
                examples.add(new Example(
                        group.row,
                        SumOfParts.plain(total) + ", de delen tellen op tot " + SumOfParts.plain(group.sums[amount])));
            }
        }
        examples.sort(java.util.Comparator.comparingLong(Example::row));
        return new PartsCheck(
                what, compared, wrong, examples.subList(0, Math.min(examples.size(), QualityReport.EXAMPLES)));
    }
}
