package nl.leercirkel.call;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Applications beside each other, the highest weighted total first. A criterion gives 0 points for its lowest score and
 * 100 for its highest, so that scales of different length and yes or no can be weighed together. Totals that are equal
 * to one decimal share their rank.
 */
public record Comparison(
        List<Row> rows, List<Hidden> hidden, @Nullable BigDecimal budget) {

    /** What goes in: an application as it was handed in, with the assessments that count. */
    record Entry(
            UUID applicationId,
            String name,
            String organisation,
            @Nullable BigDecimal requested,
            int expected,
            List<Assessment> assessments) {}

    /** An application whose scores the reader may not see before handing in their own. */
    public record Hidden(
            UUID applicationId,
            String name,
            String organisation,
            @Nullable BigDecimal requested) {}

    /**
     * What assessors together think on one criterion.
     *
     * @param apart whether scores lie at least half of the scale from each other
     */
    public record Cell(
            Criterion criterion, @Nullable BigDecimal mean, int count, int lowest, int highest, boolean apart) {

        public boolean isEmpty() {
            return count == 0;
        }
    }

    /**
     * One application.
     *
     * @param rank null without a total
     * @param shared how many applications share the rank
     * @param total from 0 to 100; null when a criterion that counts has no score
     * @param runningTotal what is requested by this and all higher ones; null when one of them states no amount
     * @param withinBudget whether the running total stays within the budget; null when that cannot be said
     */
    public record Row(
            UUID applicationId,
            String name,
            String organisation,
            @Nullable BigDecimal requested,
            int expected,
            int assessors,
            List<Cell> cells,
            @Nullable BigDecimal total,
            @Nullable Integer rank,
            int shared,
            @Nullable BigDecimal runningTotal,
            @Nullable Boolean withinBudget) {}

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Comparison of(
            List<Criterion> criteria, List<Entry> entries, List<Hidden> hidden, @Nullable BigDecimal budget) {
        Map<UUID, List<Cell>> cells = new HashMap<>();
        Map<UUID, BigDecimal> totals = new HashMap<>();
        for (Entry entry : entries) {
            List<Cell> row = criteria.stream()
                    .map(criterion -> cell(criterion, entry.assessments))
                    .toList();
            cells.put(entry.applicationId, row);
            BigDecimal total = total(row);
            if (total != null) {
                totals.put(entry.applicationId, total);
            }
        }
        List<Entry> ordered = entries.stream()
                .sorted(Comparator.comparing(
                                (Entry entry) -> totals.getOrDefault(entry.applicationId, BigDecimal.ONE.negate()))
                        .reversed()
                        .thenComparing(Entry::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Entry::applicationId))
                .toList();
        List<Row> rows = new ArrayList<>();
        @Nullable BigDecimal running = BigDecimal.ZERO.setScale(2);
        for (Entry entry : ordered) {
            BigDecimal total = totals.get(entry.applicationId);
            running = running == null || entry.requested == null ? null : running.add(entry.requested);
            rows.add(new Row(
                    entry.applicationId,
                    entry.name,
                    entry.organisation,
                    entry.requested,
                    entry.expected,
                    entry.assessments.size(),
                    cells.getOrDefault(entry.applicationId, List.of()),
                    total,
                    total == null ? null : rank(total, totals),
                    total == null ? 0 : sharing(total, totals),
                    running,
                    running == null || budget == null ? null : running.compareTo(budget) <= 0));
        }
        return new Comparison(rows, List.copyOf(hidden), budget);
    }

    /** One more than the number of applications with a higher total. */
    private static int rank(BigDecimal total, Map<UUID, BigDecimal> totals) {
        return 1
                + (int) totals.values().stream()
                        .filter(other -> other.compareTo(total) > 0)
                        .count();
    }

    private static int sharing(BigDecimal total, Map<UUID, BigDecimal> totals) {
        return (int) totals.values().stream()
                .filter(other -> other.compareTo(total) == 0)
                .count();
    }

    private static Cell cell(Criterion criterion, List<Assessment> assessments) {
        List<Integer> values = new ArrayList<>();
        for (Assessment assessment : assessments) {
            Integer value = assessment.score(criterion.id()).value();
            if (value != null) {
                values.add(value);
            }
        }
        if (values.isEmpty()) {
            return new Cell(criterion, null, 0, 0, 0, false);
        }
        int lowest = values.stream().mapToInt(Integer::intValue).min().orElseThrow();
        int highest = values.stream().mapToInt(Integer::intValue).max().orElseThrow();
        BigDecimal sum =
                BigDecimal.valueOf(values.stream().mapToInt(Integer::intValue).sum());
        boolean apart = 2 * (highest - lowest) >= criterion.scaleMax() - criterion.lowest();
        return new Cell(
                criterion,
                sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64),
                values.size(),
                lowest,
                highest,
                apart);
    }

    private static @Nullable BigDecimal total(List<Cell> cells) {
        BigDecimal points = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (Cell cell : cells) {
            Criterion criterion = cell.criterion;
            if (criterion.weight().signum() == 0) {
                continue;
            }
            if (cell.mean == null) {
                return null;
            }
            BigDecimal range = BigDecimal.valueOf((long) criterion.scaleMax() - criterion.lowest());
            BigDecimal share =
                    cell.mean.subtract(BigDecimal.valueOf(criterion.lowest())).divide(range, MathContext.DECIMAL64);
            points = points.add(share.multiply(criterion.weight()));
            weights = weights.add(criterion.weight());
        }
        return weights.signum() == 0
                ? null
                : points.multiply(HUNDRED)
                        .divide(weights, MathContext.DECIMAL64)
                        .setScale(1, RoundingMode.HALF_UP);
    }

    /** What all applications request together; null when one states no amount. */
    public @Nullable BigDecimal requested() {
        @Nullable BigDecimal sum = BigDecimal.ZERO.setScale(2);
        for (Row row : rows) {
            sum = sum == null || row.requested == null ? null : sum.add(row.requested);
        }
        for (Hidden row : hidden) {
            sum = sum == null || row.requested == null ? null : sum.add(row.requested);
        }
        return sum;
    }
}
