package nl.leercirkel.statistics.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Random tables for tests: flat, with levels, of three dimensions, and with overlapping totals. */
final class RandomTables {

    /** What kinds of tables there are. */
    enum Kind {
        FLAT(
                Dimension.flat("a", "T", List.of("1", "2", "3", "4", "5")),
                Dimension.flat("b", "T", List.of("v", "w", "x", "y"))),
        LEVELS(
                Dimension.of(
                        "a",
                        List.of(),
                        List.of(
                                Dimension.Total.of("T", "P", "Q"),
                                Dimension.Total.of("P", "1", "2", "3"),
                                Dimension.Total.of("Q", "4", "5"))),
                Dimension.of(
                        "b",
                        List.of(),
                        List.of(
                                Dimension.Total.of("T", "X", "Y"),
                                Dimension.Total.of("X", "x", "y"),
                                Dimension.Total.of("Y", "z", "w")))),
        THREE(
                Dimension.flat("a", "T", List.of("1", "2", "3", "4")),
                Dimension.flat("b", "T", List.of("x", "y", "z")),
                Dimension.flat("c", "T", List.of("m", "v"))),
        LINKED(
                Dimension.of(
                        "a",
                        List.of(),
                        List.of(
                                Dimension.Total.of("T", "P", "Q"),
                                Dimension.Total.of("P", "1", "2"),
                                Dimension.Total.of("Q", "3", "4"),
                                Dimension.Total.of("T", "R", "S"),
                                Dimension.Total.of("R", "2", "3"),
                                Dimension.Total.of("S", "1", "4"))),
                Dimension.flat("b", "T", List.of("w", "x", "y", "z")));

        private final List<Dimension> dimensions;

        @SafeVarargs
        Kind(nl.leercirkel.statistics.Outcome<Dimension>... dimensions) {
            List<Dimension> made = new ArrayList<>();
            for (var dimension : dimensions) {
                made.add(dimension.get());
            }
            this.dimensions = List.copyOf(made);
        }

        List<Dimension> dimensions() {
            return dimensions;
        }
    }

    private RandomTables() {}

    /** A tenth zeros, a fifth below five, the others below 45. */
    static Table counts(List<Dimension> dimensions, UniformRandomProvider random) {
        return Table.counts(dimensions, cells(dimensions, random, 45)).get();
    }

    static List<Table.Cell> cells(List<Dimension> dimensions, UniformRandomProvider random, int below) {
        List<Table.Cell> cells = new ArrayList<>();
        for (List<String> codes : leaves(dimensions)) {
            double kind = random.nextDouble();
            int count = kind < .1 ? 0 : kind < .3 ? 1 + random.nextInt(4) : 5 + random.nextInt(below - 5);
            cells.add(new Table.Cell(codes, count));
        }
        return cells;
    }

    static List<List<String>> leaves(List<Dimension> dimensions) {
        List<List<String>> all = List.of(List.of());
        for (Dimension dimension : dimensions) {
            List<List<String>> next = new ArrayList<>();
            for (List<String> before : all) {
                for (int leaf : dimension.leaves()) {
                    List<String> codes = new ArrayList<>(before);
                    codes.add(dimension.code(leaf));
                    next.add(codes);
                }
            }
            all = next;
        }
        return all;
    }
}
