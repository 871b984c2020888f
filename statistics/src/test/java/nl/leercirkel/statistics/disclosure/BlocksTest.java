package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.disclosure.MoveSearch.Direction;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** The cheapest block through a cell, against every block there is and against tables of which the cheapest is known. */
class BlocksTest {

    private static final double BLOCKED = MoveSearch.BLOCKED;

    /** In a table without levels a block takes two codes per dimension: its own, and another one that goes against it or the total. */
    private static double cheapest(
            Grid grid, double[] price, long[] room, long[] rise, int cell, Direction direction, long amount) {
        double best = BLOCKED;
        int corners = 1 << grid.dimensions();
        int[] other = new int[grid.dimensions()];
        int combinations = 1;
        for (int d = 0; d < other.length; d++) {
            combinations *= grid.dimension(d).size();
        }
        for (int combination = 0; combination < combinations; combination++) {
            int rest = combination;
            boolean block = true;
            for (int d = 0; d < other.length; d++) {
                other[d] = rest % grid.dimension(d).size();
                rest /= grid.dimension(d).size();
                block &= other[d] != grid.code(cell, d);
            }
            if (!block) {
                continue;
            }
            double sum = 0;
            for (int corner = 0; corner < corners; corner++) {
                int at = cell;
                int change = direction == Direction.DOWN ? -1 : 1;
                for (int d = 0; d < other.length; d++) {
                    if ((corner >> d & 1) == 1) {
                        at = grid.with(at, d, other[d]);
                        // Two leaves go against each other; a leaf and the total go together.
                        boolean together = grid.dimension(d).isLeaf(other[d])
                                != grid.dimension(d).isLeaf(grid.code(cell, d));
                        change = together ? change : -change;
                    }
                }
                boolean low = (direction == Direction.BOTH || change < 0) && room[at] < amount;
                boolean high = rise != null && (direction == Direction.BOTH || change > 0) && rise[at] < amount;
                sum += low || high ? BLOCKED : price[at];
            }
            best = Math.min(best, sum);
        }
        return best;
    }

    static void assertMove(
            Grid grid,
            double[] price,
            long[] room,
            long[] rise,
            int cell,
            Direction direction,
            long amount,
            Move move) {
        double sum = 0;
        long[] change = new long[grid.cells()];
        for (int i = 0; i < move.cells().length; i++) {
            int at = move.cells()[i];
            change[at] += move.changes()[i];
            sum += price[at];
            boolean both = direction == Direction.BOTH;
            long times = Math.abs(move.changes()[i]);
            if (both || move.changes()[i] < 0) {
                assertThat(room[at]).isGreaterThanOrEqualTo(times * amount);
            }
            if (rise != null && (both || move.changes()[i] > 0)) {
                assertThat(rise[at]).isGreaterThanOrEqualTo(amount);
            }
        }
        assertThat(change[cell]).isEqualTo(direction == Direction.DOWN ? -1 : 1);
        assertThat(sum).isCloseTo(move.price(), within(1e-9));
        for (int equation = 0; equation < grid.equations(); equation++) {
            int[] members = grid.members(equation);
            long left = change[members[0]];
            for (int i = 1; i < members.length; i++) {
                left -= change[members[i]];
            }
            assertThat(left).isZero();
        }
    }

    @Test
    void theBlockFoundIsTheCheapestOfAll() {
        UniformRandomProvider random = Randomness.of(41).stream();
        List<List<Dimension>> tables = List.of(
                RandomTables.Kind.FLAT.dimensions(),
                RandomTables.Kind.THREE.dimensions(),
                ByHand.dimensions(3, 3),
                ByHand.dimensions(1, 6).subList(1, 2));
        int found = 0;
        int none = 0;
        for (int i = 0; i < 160; i++) {
            Grid grid = new Grid(tables.get(i % tables.size()));
            double[] price = new double[grid.cells()];
            long[] room = new long[grid.cells()];
            long[] rise = i % 3 == 0 ? new long[grid.cells()] : null;
            for (int at = 0; at < price.length; at++) {
                double kind = random.nextDouble();
                price[at] = kind < .2 ? 0 : kind < .25 ? BLOCKED : 1 + random.nextInt(4);
                room[at] = random.nextInt(7);
                if (rise != null) {
                    rise[at] = random.nextInt(7);
                }
            }
            Blocks blocks = new Blocks(grid, price, room, rise);
            int cell = random.nextInt(grid.cells());
            for (Direction direction : Direction.values()) {
                long amount = 1 + random.nextInt(2);
                double cheapest = cheapest(grid, price, room, rise, cell, direction, amount);
                for (int joined : new int[] {0, 3}) {
                    Move move = blocks.cheapest(cell, direction, amount, BLOCKED, joined);
                    if (move == null) {
                        none++;
                        assertThat(cheapest).isEqualTo(BLOCKED);
                    } else {
                        found++;
                        assertThat(move.price()).isEqualTo(cheapest);
                        assertMove(grid, price, room, rise, cell, direction, amount, move);
                        // The price must stay below the limit.
                        assertThat(blocks.cheapest(cell, direction, amount, cheapest, joined))
                                .isNull();
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(200);
        assertThat(none).isGreaterThan(50);
    }

    /** Of the blocks that are too dear for one cell, those whose other cells cost least are kept, cheapest first. */
    @Test
    void theBlocksThatFailOnOneCellAreKeptInOrder() {
        Grid grid = new Grid(ByHand.dimensions(3, 3));
        Table table = ByHand.counts(new int[3], new int[3], new int[3]);
        double[] price = new double[grid.cells()];
        Arrays.fill(price, 8);
        price[ByHand.cell(table, "1a")] = 0;
        // 2b is blocked; without it the block of 1a and 2b costs 1 + 2, the others on 1b or 2a more.
        price[ByHand.cell(table, "1b")] = 1;
        price[ByHand.cell(table, "2a")] = 2;
        price[ByHand.cell(table, "2b")] = BLOCKED;
        price[ByHand.cell(table, "1c")] = 3;
        price[ByHand.cell(table, "2c")] = BLOCKED;
        long[] room = new long[grid.cells()];
        Arrays.fill(room, 9);
        Blocks blocks = new Blocks(grid, price, room, null);
        Move move = blocks.cheapest(ByHand.cell(table, "1a"), Direction.UP, 1, BLOCKED, 2);
        // 1b, 3a and 3b, or with the totals Ta and Tb in place of the third row: 1 + 8 + 8.
        assertThat(move.price()).isEqualTo(17);
        assertThat(blocks.nearly()).hasSize(2);
        assertThat(blocks.nearly().get(0).rest()).isEqualTo(3);
        Blocks.Nearly first = blocks.nearly().get(0);
        assertThat(first.cells()[first.dearest()]).isEqualTo(ByHand.cell(table, "2b"));
        assertThat(first.changes()[first.dearest()]).isEqualTo(1);
        assertThat(blocks.nearly().get(1).rest()).isEqualTo(5);
        Blocks.Nearly second = blocks.nearly().get(1);
        assertThat(second.cells()[second.dearest()]).isEqualTo(ByHand.cell(table, "2c"));
        blocks.cheapest(ByHand.cell(table, "1a"), Direction.UP, 1, BLOCKED, 0);
        assertThat(blocks.nearly()).isEmpty();
    }

    private static Grid wide(int codes) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < codes; i++) {
            names.add("p%03d".formatted(i));
        }
        return new Grid(List.of(
                Dimension.flat("a", "T", names).get(),
                Dimension.flat("b", "T", names).get()));
    }

    /**
     * 600 x 600 codes are too many blocks to try all. Where the price of a cell is that of its row plus that of its column, the cheapest row
     * and the cheapest column can be found one after the other: r and c beside row 1 and column 2 cost 2 (r + 1 + c + 2).
     */
    @Test
    void inAWideTableTheCheapestRowAndColumnAreFoundOneAfterTheOther() {
        Grid grid = wide(600);
        int cell = grid.cell(List.of("p010", "p020"));
        double[] price = new double[grid.cells()];
        long[] room = new long[grid.cells()];
        Arrays.fill(room, 5);
        for (int at = 0; at < price.length; at++) {
            price[at] = priceOf(
                            grid.code(at, 0),
                            grid.dimension(0).number("p010"),
                            grid.dimension(0).number("p543"),
                            1)
                    + priceOf(
                            grid.code(at, 1),
                            grid.dimension(1).number("p020"),
                            grid.dimension(1).number("p377"),
                            2);
        }
        Blocks blocks = new Blocks(grid, price, room, null);
        Move move = blocks.cheapest(cell, Direction.BOTH, 5, BLOCKED, 0);
        assertThat(move.price()).isEqualTo(2 * (1 + 3 + 2 + 3));
        Set<Integer> corners = new HashSet<>();
        Arrays.stream(move.cells()).forEach(corners::add);
        assertThat(corners)
                .containsExactlyInAnyOrder(
                        cell,
                        grid.cell(List.of("p010", "p377")),
                        grid.cell(List.of("p543", "p020")),
                        grid.cell(List.of("p543", "p377")));
        assertMove(grid, price, room, null, cell, Direction.BOTH, 5, move);
        assertThat(blocks.cheapest(cell, Direction.BOTH, 5, 18, 0)).isNull();
        // With too little room in that row, the others are left: all at 9.
        room[grid.cell(List.of("p543", "p020"))] = 4;
        Move other = blocks.cheapest(cell, Direction.BOTH, 5, BLOCKED, 0);
        assertThat(other.price()).isEqualTo(2 * (1 + 9 + 2 + 3));
        assertMove(grid, price, room, null, cell, Direction.BOTH, 5, other);
        // No room anywhere, also not for going up with all totals.
        Arrays.fill(room, 4);
        assertThat(blocks.cheapest(cell, Direction.BOTH, 5, BLOCKED, 0)).isNull();
        assertThat(blocks.cheapest(cell, Direction.DOWN, 5, BLOCKED, 0)).isNull();
        // Up with its row, its column and the grand total needs no room.
        Move up = blocks.cheapest(cell, Direction.UP, 5, BLOCKED, 0);
        assertMove(grid, price, room, null, cell, Direction.UP, 5, up);
    }

    private static double priceOf(int code, int own, int cheap, double ownPrice) {
        return code == own ? ownPrice : code == cheap ? 3 : 9;
    }

    /** In 600 x 600 cells only one block is free; from the cell's own row its column stands out, and the other way round. */
    @Test
    void inAWideTableABlockThatCostsNothingEndsTheSearch() {
        Grid grid = wide(600);
        int cell = grid.cell(List.of("p010", "p020"));
        double[] price = new double[grid.cells()];
        Arrays.fill(price, 4);
        for (String row : List.of("p010", "p333")) {
            for (String column : List.of("p020", "p444")) {
                price[grid.cell(List.of(row, column))] = 0;
            }
        }
        long[] room = new long[grid.cells()];
        Arrays.fill(room, 1);
        Move move = new Blocks(grid, price, room, null).cheapest(cell, Direction.BOTH, 1, BLOCKED, 0);
        assertThat(move.price()).isZero();
        assertMove(grid, price, room, null, cell, Direction.BOTH, 1, move);
    }

    /** Of 600 x 600 leaves below the grand total not all are tried, but the largest always is. */
    @Test
    void theLastResortIsTheLargestLeafWithAllThatHoldsIt() {
        Grid grid = wide(600);
        double[] price = new double[grid.cells()];
        long[] room = new long[grid.cells()];
        int total = grid.cell(List.of("T", "T"));
        int[] corners = new int[4];
        int n = 0;
        for (String row : List.of("p011", "T")) {
            for (String column : List.of("p021", "T")) {
                corners[n] = grid.cell(List.of(row, column));
                room[corners[n]] = 8;
                price[corners[n++]] = 2;
            }
        }
        for (String other : List.of("p001", "p300", "p599")) {
            room[grid.cell(List.of(other, other))] = 7;
        }
        Blocks blocks = new Blocks(grid, price, room, null);
        Move move = blocks.cheapest(total, Direction.DOWN, 8, BLOCKED, 0);
        assertThat(move.price()).isEqualTo(8);
        assertThat(move.cells()).containsExactlyInAnyOrder(corners);
        assertMove(grid, price, room, null, total, Direction.DOWN, 8, move);
        assertThat(blocks.cheapest(total, Direction.DOWN, 8, 8, 0)).isNull();
        assertThat(blocks.cheapest(total, Direction.DOWN, 9, BLOCKED, 0)).isNull();
    }
}
