package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.disclosure.MoveSearch.Direction;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Two blocks joined into a ring of six, where one block will not do. */
class MoveSearchTest {

    private static final double BLOCKED = MoveSearch.BLOCKED;

    private static final Table TABLE = ByHand.counts(new int[3], new int[3], new int[3]);

    /** The ring 1a 1b 2b 2c 3c 3a: up, down, up, down, up, down. */
    private static final String[] RING = {"1a", "1b", "2b", "2c", "3c", "3a"};

    private final double[] price = new double[TABLE.size()];
    private final long[] room = new long[TABLE.size()];
    private final MoveSearch search = new MoveSearch(TABLE.grid(), price, room);

    private Move cheapest(Direction direction, long amount, double limit) {
        return search.cheapest(ByHand.cell(TABLE, "1a"), direction, amount, limit, 20);
    }

    private void ring(double each) {
        Arrays.fill(price, BLOCKED);
        for (String cell : RING) {
            price[ByHand.cell(TABLE, cell)] = each;
            room[ByHand.cell(TABLE, cell)] = 4;
        }
    }

    @Test
    void aRingOfSixIsFoundWhereEveryBlockHasAForbiddenCell() {
        ring(1);
        assertThat(search.cheapest(ByHand.cell(TABLE, "1a"), Direction.UP, 1, BLOCKED, 0))
                .isNull();
        for (Direction direction : Direction.values()) {
            Move move = cheapest(direction, 4, BLOCKED);
            assertThat(move.price()).isEqualTo(6);
            BlocksTest.assertMove(TABLE.grid(), price, room, null, ByHand.cell(TABLE, "1a"), direction, 4, move);
            assertThat(move.cells())
                    .containsExactlyInAnyOrder(Arrays.stream(RING)
                            .mapToInt(cell -> ByHand.cell(TABLE, cell))
                            .toArray());
            assertThat(cheapest(direction, 5, BLOCKED)).isNull();
            assertThat(cheapest(direction, 4, 6)).isNull();
        }
        // Searching changes no price and no room.
        for (int cell = 0; cell < price.length; cell++) {
            boolean inRing =
                    Arrays.asList(RING).contains(String.join("", TABLE.grid().codes(cell)));
            assertThat(price[cell]).isEqualTo(inRing ? 1 : BLOCKED);
            assertThat(room[cell]).isEqualTo(inRing ? 4 : 0);
        }
    }

    @Test
    void onlyTheCellsThatGoDownNeedRoom() {
        ring(0);
        for (String goesUp : new String[] {"1a", "2b", "3c"}) {
            room[ByHand.cell(TABLE, goesUp)] = 0;
        }
        assertThat(cheapest(Direction.UP, 4, BLOCKED).price()).isZero();
        assertThat(cheapest(Direction.DOWN, 1, BLOCKED)).isNull();
        assertThat(cheapest(Direction.BOTH, 1, BLOCKED)).isNull();
        ring(0);
        for (String goesDown : new String[] {"1b", "2c", "3a"}) {
            room[ByHand.cell(TABLE, goesDown)] = 0;
        }
        assertThat(cheapest(Direction.DOWN, 4, BLOCKED).price()).isZero();
        assertThat(cheapest(Direction.UP, 1, BLOCKED)).isNull();
    }

    @Test
    void theRingIsTakenWhereItIsCheaperThanTheBestBlock() {
        ring(1);
        // The block of 1a and 2b, with 2a dear: 1 + 1 + 1 + 2a against the ring of 6.
        price[ByHand.cell(TABLE, "2a")] = 2;
        room[ByHand.cell(TABLE, "2a")] = 9;
        assertThat(cheapest(Direction.UP, 1, BLOCKED).price()).isEqualTo(5);
        assertThat(cheapest(Direction.UP, 1, BLOCKED).cells()).hasSize(4);
        price[ByHand.cell(TABLE, "2a")] = 4;
        assertThat(cheapest(Direction.UP, 1, BLOCKED).price()).isEqualTo(6);
        assertThat(cheapest(Direction.UP, 1, BLOCKED).cells()).hasSize(6);
    }

    /** What is found leaves the totals right, costs what it says, stays below the limit and is never dearer than one block. */
    @Test
    void everyMoveLeavesTheTotalsRight() {
        UniformRandomProvider random = Randomness.of(43).stream();
        RandomTables.Kind[] kinds = RandomTables.Kind.values();
        int joined = 0;
        for (int i = 0; i < 80; i++) {
            Grid grid = new Grid(kinds[i % kinds.length].dimensions());
            double[] prices = new double[grid.cells()];
            long[] rooms = new long[grid.cells()];
            for (int at = 0; at < prices.length; at++) {
                double kind = random.nextDouble();
                prices[at] = kind < .4 ? 0 : kind < .6 ? BLOCKED : 1 + random.nextInt(4);
                rooms[at] = random.nextInt(5);
            }
            MoveSearch moves = new MoveSearch(grid, prices, rooms);
            int cell = random.nextInt(grid.cells());
            double limit = i % 2 == 0 ? BLOCKED : 6;
            for (Direction direction : Direction.values()) {
                Move simple = moves.cheapest(cell, direction, 1, limit, 0);
                Move move = moves.cheapest(cell, direction, 1, limit, 10);
                if (move != null) {
                    assertThat(move.price()).isLessThan(limit);
                    BlocksTest.assertMove(grid, prices, rooms, null, cell, direction, 1, move);
                }
                if (simple != null) {
                    assertThat(move.price()).isLessThanOrEqualTo(simple.price());
                    BlocksTest.assertMove(grid, prices, rooms, null, cell, direction, 1, simple);
                } else {
                    joined += move == null ? 0 : 1;
                }
            }
        }
        assertThat(joined).isPositive();
    }
}
