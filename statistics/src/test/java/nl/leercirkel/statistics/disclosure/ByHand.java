package nl.leercirkel.statistics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Tables small enough to reckon with by hand: rows 1, 2, ... and columns a, b, ..., each with total T. */
final class ByHand {

    private ByHand() {}

    static Table counts(int[]... rows) {
        List<Table.Cell> cells = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length; column++) {
                cells.add(Table.Cell.of(rows[row][column], row(row), column(column)));
            }
        }
        return Table.counts(dimensions(rows.length, rows[0].length), cells).get();
    }

    /** One row without levels: a, b, ... and T. */
    static Table row(int... counts) {
        List<Table.Cell> cells = new ArrayList<>();
        for (int column = 0; column < counts.length; column++) {
            cells.add(Table.Cell.of(counts[column], column(column)));
        }
        return Table.counts(dimensions(1, counts.length).subList(1, 2), cells).get();
    }

    static List<Dimension> dimensions(int rows, int columns) {
        List<String> first = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            first.add(row(row));
        }
        List<String> second = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            second.add(column(column));
        }
        return List.of(
                Dimension.flat("rij", "T", first).get(),
                Dimension.flat("kolom", "T", second).get());
    }

    private static String row(int row) {
        return String.valueOf(row + 1);
    }

    private static String column(int column) {
        return String.valueOf((char) ('a' + column));
    }

    /** The codes of a cell, a letter each: "1a", "TT". */
    static List<String> codes(String cell) {
        return Arrays.asList(cell.split(""));
    }

    static List<List<String>> codes(String... cells) {
        return Arrays.stream(cells).map(ByHand::codes).toList();
    }

    static int cell(Table table, String cell) {
        return table.grid().cell(codes(cell));
    }

    static boolean[] marked(Table table, String... cells) {
        boolean[] marked = new boolean[table.size()];
        for (String cell : cells) {
            marked[cell(table, cell)] = true;
        }
        return marked;
    }

    static IntPredicate among(Table table, String... cells) {
        boolean[] marked = marked(table, cells);
        return cell -> marked[cell];
    }

    /** A witness from cells with their change: "1a+1", "2b-3". */
    static Witness witness(Table table, String... changes) {
        Map<Integer, Long> net = new HashMap<>();
        for (String change : changes) {
            int sign = Math.max(change.indexOf('+'), change.indexOf('-'));
            net.put(cell(table, change.substring(0, sign)), Long.parseLong(change.substring(sign)));
        }
        return new Witness(net);
    }
}
