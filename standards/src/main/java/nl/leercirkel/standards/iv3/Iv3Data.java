package nl.leercirkel.standards.iv3;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A whole data file. What stands in no cell is zero: a municipality lists the cells it filled. The contact person of the file
 * is not kept.
 */
public record Iv3Data(Iv3Metadata metadata, List<Iv3Cell> cells) {

    public Iv3Data {
        cells = List.copyOf(cells);
    }

    public List<Iv3Cell> cells(Iv3Section section) {
        return cells.stream().filter(cell -> cell.section() == section).toList();
    }

    /** All categories of a task field together; empty where no cell has it. */
    public Optional<BigDecimal> sum(Iv3Section section, String row) {
        List<BigDecimal> values = new ArrayList<>();
        for (Iv3Cell cell : cells) {
            if (cell.section() == section && cell.row().equals(row)) {
                values.add(cell.value());
            }
        }
        return values.stream().reduce(BigDecimal::add);
    }
}
