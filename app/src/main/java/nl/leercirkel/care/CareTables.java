package nl.leercirkel.care;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToLongFunction;
import nl.leercirkel.standards.bij.HelpForm;
import nl.leercirkel.standards.ijw.definition.CodeList;
import nl.leercirkel.standards.ijw.definition.CodeLists;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.episode.HelpForms;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.disclosure.Contribution;
import nl.leercirkel.statistics.disclosure.Dimension;
import nl.leercirkel.statistics.disclosure.Policy;
import nl.leercirkel.statistics.disclosure.PublishedTable;
import nl.leercirkel.statistics.disclosure.Suppression;
import nl.leercirkel.statistics.disclosure.Table;
import org.jspecify.annotations.Nullable;

/**
 * Totals of care for people who may not see cases: a cell of fewer than ten persons is left out, and whatever else would tell it.
 * What protects euros is found in a table of persons, since a sum of money tells as much as the number of people behind it.
 */
final class CareTables {
    /** Cells of fewer persons are not shown. */
    static final int MINIMUM = 10;

    private static final String TOTAL = "totaal";
    /** Above so many cells the pattern that is safe is taken, without looking for the least. */
    private static final int SMALL = 60;

    private CareTables() {}

    /**
     * A row of a table.
     *
     * @param level 0 for the total, 1 for what it is made of, 2 for products within a form of help
     * @param value null when it is left out
     */
    public record Row(String label, int level, @Nullable BigDecimal value) {}

    /** Rows with the total last; empty when nothing may be shown. */
    record Protected(List<Row> rows) {
        Protected {
            rows = List.copyOf(rows);
        }
    }

    /** Episodes that began, by form of help and product. */
    static Protected begunByProduct(Law law, List<CareTotals.Begun> begun) {
        Hierarchy products =
                Hierarchy.of(law, begun.stream().map(CareTotals.Begun::product).toList());
        Map<Cell, Long> cells = new HashMap<>();
        begun.forEach(one ->
                cells.merge(new Cell(products.leaf(one.product()), one.person()), (long) one.episodes(), Long::sum));
        return products.rows(cells, Cell::count);
    }

    /** Episodes that began, by month. */
    static Protected begunByMonth(List<CareTotals.Begun> begun, List<String> monthNames) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int month = 1; month <= monthNames.size(); month++) {
            labels.put(month(month), monthNames.get(month - 1));
        }
        Map<Cell, Long> cells = new HashMap<>();
        begun.forEach(one -> cells.merge(new Cell(month(one.month()), one.person()), (long) one.episodes(), Long::sum));
        return Hierarchy.flat(labels).rows(cells, Cell::count);
    }

    /** Cents granted, by provider. */
    static Protected grantedByProvider(List<CareTotals.Granted> granted, Map<String, String> names) {
        Map<String, String> labels = new TreeMap<>();
        granted.forEach(one -> labels.put(one.provider(), names.getOrDefault(one.provider(), one.provider())));
        Map<Cell, Long> cells = new HashMap<>();
        granted.forEach(one -> cells.merge(new Cell(one.provider(), one.person()), one.cents(), Long::sum));
        return Hierarchy.flat(labels).rows(cells, any -> 1);
    }

    /** Cents granted, by form of help and product. */
    static Protected grantedByProduct(Law law, List<CareTotals.Granted> granted) {
        Hierarchy products = Hierarchy.of(
                law, granted.stream().map(CareTotals.Granted::product).toList());
        Map<Cell, Long> cells = new HashMap<>();
        granted.forEach(
                one -> cells.merge(new Cell(products.leaf(one.product()), one.person()), one.cents(), Long::sum));
        return products.rows(cells, any -> 1);
    }

    private static String month(int month) {
        return "m%02d".formatted(month);
    }

    /** A person in a leaf of the table. */
    private record Cell(String leaf, UUID person) {
        static long count(long value) {
            return value;
        }
    }

    /** Groups with their leaves, in the order in which they are shown. */
    private record Hierarchy(Map<String, Set<String>> groups, Map<String, String> labels, boolean flat) {

        static Hierarchy flat(Map<String, String> labels) {
            Map<String, Set<String>> groups = new LinkedHashMap<>();
            labels.keySet().forEach(leaf -> groups.put(leaf, Set.of()));
            return new Hierarchy(groups, labels, true);
        }

        static Hierarchy of(Law law, List<CareTotals.ProductKey> products) {
            Map<String, Set<String>> groups = new TreeMap<>();
            Map<String, String> labels = new HashMap<>();
            for (CareTotals.ProductKey product : products.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Object::toString))
                    .toList()) {
                String group = group(product);
                groups.computeIfAbsent(group, any -> new LinkedHashSet<>()).add(leafOf(product));
                labels.put(group, groupLabel(law, product));
                labels.put(leafOf(product), label(law, product));
            }
            return new Hierarchy(groups, labels, false);
        }

        String leaf(CareTotals.ProductKey product) {
            return leafOf(product);
        }

        private static String leafOf(CareTotals.ProductKey product) {
            return "p|" + product.category() + "|" + product.code();
        }

        private static String group(CareTotals.ProductKey product) {
            return product.form() == null
                    ? "g|c|" + product.category()
                    : "g|" + product.record() + "|" + product.form();
        }

        private static String groupLabel(Law law, CareTotals.ProductKey product) {
            String form = product.form();
            if (form == null) {
                return category(law, product.category());
            }
            Optional<String> known = "JH".equals(product.record())
                    ? java.util.Arrays.stream(HelpForm.values())
                            .filter(one -> one.code().equals(form))
                            .map(HelpForm::label)
                            .findFirst()
                    : Optional.empty();
            return known.orElse(product.record() + " " + form);
        }

        private static String category(Law law, @Nullable String category) {
            if (category == null) {
                return "Zonder product";
            }
            return CodeLists.release32()
                    .productCategories(law)
                    .find(category)
                    .map(CodeList.Entry::meaning)
                    .orElse("Categorie " + category);
        }

        private static String label(Law law, CareTotals.ProductKey product) {
            String code = product.code();
            if (code == null) {
                return category(law, product.category());
            }
            Optional<String> standard = law == Law.YOUTH
                    ? HelpForms.jz21().find(code).map(HelpForms.StandardProduct::description)
                    : Optional.empty();
            return standard.map(text -> code + " " + text).orElse(code);
        }

        /** The protected rows; {@code weight} is what a person counts for in finding what must be left out. */
        Protected rows(Map<Cell, Long> cells, ToLongFunction<Long> weight) {
            List<Contribution> contributions = cells.entrySet().stream()
                    .filter(cell -> cell.getValue() != 0)
                    .map(cell -> new Contribution(
                            List.of(cell.getKey().leaf()),
                            cell.getKey().person().toString(),
                            weight.applyAsLong(cell.getValue())))
                    .toList();
            Outcome<PublishedTable> published = dimension()
                    .flatMap(dimension -> Table.amounts(List.of(dimension), contributions, Map.of()))
                    .flatMap(table -> Suppression.protect(
                            table,
                            Policy.minimum(MINIMUM),
                            labels.size() <= SMALL ? Suppression.Method.BEST : Suppression.Method.SAFE));
            if (!published.isAnswer()) {
                return new Protected(List.of());
            }
            Map<String, Long> sums = new HashMap<>();
            cells.forEach((cell, value) -> sums.merge(cell.leaf(), value, Long::sum));
            return new Protected(shown(published.get(), sums));
        }

        private Outcome<Dimension> dimension() {
            List<Dimension.Total> totals = new ArrayList<>();
            totals.add(new Dimension.Total(TOTAL, List.copyOf(groups.keySet())));
            groups.forEach((group, leaves) -> {
                if (!leaves.isEmpty()) {
                    totals.add(new Dimension.Total(group, List.copyOf(leaves)));
                }
            });
            return Dimension.of("rij", List.copyOf(groups.keySet()), totals);
        }

        private List<Row> shown(PublishedTable table, Map<String, Long> sums) {
            List<Row> rows = new ArrayList<>();
            long all = 0;
            for (Map.Entry<String, Set<String>> group : groups.entrySet()) {
                Set<String> leaves = flat ? Set.of(group.getKey()) : group.getValue();
                long sum = leaves.stream()
                        .mapToLong(leaf -> sums.getOrDefault(leaf, 0L))
                        .sum();
                all += sum;
                rows.add(row(table, group.getKey(), 1, sum));
                if (!flat) {
                    leaves.forEach(leaf -> rows.add(row(table, leaf, 2, sums.getOrDefault(leaf, 0L))));
                }
            }
            rows.add(row(table, TOTAL, 0, all));
            return rows;
        }

        private Row row(PublishedTable table, String code, int level, long value) {
            boolean visible = table.cell(code)
                    .filter(PublishedTable.Shown.Value.class::isInstance)
                    .isPresent();
            return new Row(labels.getOrDefault(code, "Totaal"), level, visible ? BigDecimal.valueOf(value) : null);
        }
    }
}
