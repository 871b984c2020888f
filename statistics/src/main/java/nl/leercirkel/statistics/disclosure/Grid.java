package nl.leercirkel.statistics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongBinaryOperator;

/**
 * The numbering of the cells of a table and of the equations between them. A cell is a code per dimension; an equation is a
 * relation of one dimension (total minus parts is zero) at fixed codes of the others.
 */
final class Grid {

    /** More cells than this are refused: arrays of this size are held several times. */
    static final int MOST_CELLS = 20_000_000;

    private final Dimension[] dimensions;
    private final int[] stride;
    private final int cells;
    private final int[] firstEquation;
    private final int equations;

    Grid(List<Dimension> dimensions) {
        this.dimensions = dimensions.toArray(Dimension[]::new);
        stride = new int[this.dimensions.length];
        int product = 1;
        for (int d = this.dimensions.length - 1; d >= 0; d--) {
            stride[d] = product;
            product = Math.multiplyExact(product, this.dimensions[d].size());
        }
        cells = product;
        firstEquation = new int[this.dimensions.length];
        int next = 0;
        for (int d = 0; d < this.dimensions.length; d++) {
            firstEquation[d] = next;
            next = Math.addExact(
                    next, Math.multiplyExact(this.dimensions[d].relations().length, cells / this.dimensions[d].size()));
        }
        equations = next;
    }

    static boolean fits(List<Dimension> dimensions) {
        double cells = 1;
        double relations = 0;
        for (Dimension dimension : dimensions) {
            cells *= dimension.size();
            relations += dimension.relations().length / (double) dimension.size();
        }
        return cells <= MOST_CELLS && cells * relations <= MOST_CELLS * 4.0;
    }

    int cells() {
        return cells;
    }

    int equations() {
        return equations;
    }

    int dimensions() {
        return dimensions.length;
    }

    Dimension dimension(int d) {
        return dimensions[d];
    }

    int stride(int d) {
        return stride[d];
    }

    /** The number of the code of a cell in a dimension. */
    int code(int cell, int d) {
        return cell / stride[d] % dimensions[d].size();
    }

    /** The cell with another code in one dimension. */
    int with(int cell, int d, int code) {
        return cell + (code - code(cell, d)) * stride[d];
    }

    /** The cell of these codes, -1 when a code is unknown or there are too few or too many. */
    int cell(List<String> codes) {
        if (codes.size() != dimensions.length) {
            return -1;
        }
        int cell = 0;
        for (int d = 0; d < dimensions.length; d++) {
            int code = dimensions[d].number(codes.get(d));
            if (code < 0) {
                return -1;
            }
            cell += code * stride[d];
        }
        return cell;
    }

    List<String> codes(int cell) {
        List<String> codes = new ArrayList<>(dimensions.length);
        for (int d = 0; d < dimensions.length; d++) {
            codes.add(dimensions[d].code(code(cell, d)));
        }
        return List.copyOf(codes);
    }

    boolean isLeaf(int cell) {
        for (int d = 0; d < dimensions.length; d++) {
            if (!dimensions[d].isLeaf(code(cell, d))) {
                return false;
            }
        }
        return true;
    }

    /** A leaf cell and all cells that count it. */
    int[] holding(int leaf) {
        int[] cells = {0};
        for (int d = 0; d < dimensions.length; d++) {
            Dimension dimension = dimensions[d];
            int number = Arrays.binarySearch(dimension.leaves(), code(leaf, d));
            int[] next = new int[cells.length * dimension.size()];
            int n = 0;
            for (int cell : cells) {
                for (int code = 0; code < dimension.size(); code++) {
                    if (dimension.holds(code, number)) {
                        next[n++] = cell + code * stride[d];
                    }
                }
            }
            cells = Arrays.copyOf(next, n);
        }
        return cells;
    }

    /** Whether the first cell counts everything the second counts. */
    boolean contains(int whole, int part) {
        for (int d = 0; d < dimensions.length; d++) {
            if (!dimensions[d].contains(code(whole, d), code(part, d))) {
                return false;
            }
        }
        return true;
    }

    /** What is done with an equation a cell stands in. */
    @FunctionalInterface
    interface EquationVisitor {
        /** @param total whether the cell is the total of the equation, and not a part */
        void visit(int equation, boolean total);
    }

    void equationsOf(int cell, EquationVisitor visitor) {
        for (int d = 0; d < dimensions.length; d++) {
            int code = code(cell, d);
            int others = cell / (stride[d] * dimensions[d].size()) * stride[d] + cell % stride[d];
            for (int relation : dimensions[d].relationsOf(code)) {
                int equation = firstEquation[d] + relation * (cells / dimensions[d].size()) + others;
                visitor.visit(equation, dimensions[d].relations()[relation][0] == code);
            }
        }
    }

    /** The cells of an equation, the total first. */
    int[] members(int equation) {
        int d = dimensions.length - 1;
        while (firstEquation[d] > equation) {
            d--;
        }
        int perRelation = cells / dimensions[d].size();
        int within = equation - firstEquation[d];
        int[] codes = dimensions[d].relations()[within / perRelation];
        int others = within % perRelation;
        int base = others / stride[d] * stride[d] * dimensions[d].size() + others % stride[d];
        int[] members = new int[codes.length];
        for (int i = 0; i < codes.length; i++) {
            members[i] = base + codes[i] * stride[d];
        }
        return members;
    }

    /**
     * All values from those of the leaf cells; what stands at other cells is overwritten.
     *
     * @param plus how to add
     */
    void sumUp(long[] values, LongBinaryOperator plus) {
        for (int d = 0; d < dimensions.length; d++) {
            boolean[] done = new boolean[dimensions[d].size()];
            for (int leaf : dimensions[d].leaves()) {
                done[leaf] = true;
            }
            boolean all = false;
            while (!all) {
                all = true;
                for (int[] relation : dimensions[d].relations()) {
                    if (!done[relation[0]] && ready(relation, done)) {
                        sum(values, d, relation, plus);
                        done[relation[0]] = true;
                    }
                    all &= done[relation[0]];
                }
            }
        }
    }

    private static boolean ready(int[] relation, boolean[] done) {
        for (int i = 1; i < relation.length; i++) {
            if (!done[relation[i]]) {
                return false;
            }
        }
        return true;
    }

    private void sum(long[] values, int d, int[] relation, LongBinaryOperator plus) {
        int block = stride[d] * dimensions[d].size();
        for (int start = 0; start < cells; start += block) {
            for (int offset = 0; offset < stride[d]; offset++) {
                long sum = 0;
                for (int i = 1; i < relation.length; i++) {
                    sum = plus.applyAsLong(sum, values[start + offset + relation[i] * stride[d]]);
                }
                values[start + offset + relation[0] * stride[d]] = sum;
            }
        }
    }
}
