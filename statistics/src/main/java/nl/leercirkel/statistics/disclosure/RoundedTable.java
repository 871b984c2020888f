package nl.leercirkel.statistics.disclosure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A table of which every cell is rounded to a multiple of the base and all totals are still the sums of their parts. Checked: there is
 * no such table that does not add up.
 */
public final class RoundedTable {

    /**
     * What was checked.
     *
     * @param cells all multiples of the base
     * @param equations all hold exactly
     * @param largestDeviation of a cell from its true value
     * @param beyondBase cells that deviate by the base or more; 0 when the rounding is zero-restricted: each cell goes to one of the
     *     two multiples next to it, and a multiple stays what it is
     * @param optimal whether no zero-restricted rounding deviates less in sum
     * @param secrets cells that are secret by themselves
     * @param exposed of those, the cells that somebody who knows the base and the largest deviation can work out exactly
     */
    public record Check(
            int cells,
            int equations,
            long largestDeviation,
            int beyondBase,
            boolean optimal,
            int secrets,
            List<List<String>> exposed) {

        public Check {
            exposed = List.copyOf(exposed);
        }

        public boolean isZeroRestricted() {
            return beyondBase == 0;
        }
    }

    private final Table table;
    private final long[] rounded;
    private final int base;
    private final Check check;

    RoundedTable(Table table, long[] rounded, int base, Check check) {
        this.table = table;
        this.rounded = rounded;
        this.base = base;
        this.check = check;
    }

    /** The rounded value of a cell; empty for an unknown cell. */
    public Optional<BigDecimal> cell(String... codes) {
        return cell(List.of(codes));
    }

    /** The rounded value of a cell; empty for an unknown cell. */
    public Optional<BigDecimal> cell(List<String> codes) {
        int cell = table.grid().cell(codes);
        return cell < 0 ? Optional.empty() : Optional.of(table.number(rounded[cell]));
    }

    public int base() {
        return base;
    }

    public Check check() {
        return check;
    }

    public List<Dimension> dimensions() {
        return table.dimensions();
    }
}
