package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.disclosure.PublishedTable.Kind;
import nl.leercirkel.statistics.disclosure.Suppression.Method;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** A table so large that there is only one start: many small tables side by side, of each of which the optimum is known. */
class SafeSuppressionTest {

    private static final Policy POLICY = Policy.minimum(5);

    private static final int TABLES = 8;
    private static final int COPIES = 38;

    @Test
    void oneStartFindsTheOptimumOfEachOfThem() {
        List<Dimension> plane = ByHand.dimensions(3, 3);
        UniformRandomProvider random = Randomness.of(1).stream();
        List<List<Table.Cell>> tables = new ArrayList<>();
        double optimum = 0;
        for (int i = 0; i < TABLES; i++) {
            tables.add(RandomTables.cells(plane, random, 25));
            optimum += Suppression.protect(Table.counts(plane, tables.getLast()).get(), POLICY, Method.OPTIMAL)
                    .get()
                    .proof()
                    .cost();
        }
        List<String> layers = new ArrayList<>();
        List<Table.Cell> cells = new ArrayList<>();
        for (int layer = 0; layer < TABLES * COPIES; layer++) {
            layers.add("l%04d".formatted(layer));
            for (Table.Cell cell : tables.get(layer % TABLES)) {
                List<String> codes = new ArrayList<>(cell.codes());
                codes.add(layers.getLast());
                cells.add(new Table.Cell(codes, cell.count()));
            }
        }
        List<Dimension> dimensions = new ArrayList<>(plane);
        dimensions.add(Dimension.of("laag", layers, List.of()).get());
        Table table = Table.counts(dimensions, cells).get();
        PublishedTable published =
                Suppression.protect(table, POLICY, Method.SAFE).get();
        double perCopy = published.proof().cost() / COPIES;
        assertThat(perCopy).isCloseTo(optimum, within(1e-6));
        // Nothing ties one layer to another: what is suppressed in one copy is in all.
        for (int i = 0; i < TABLES; i++) {
            assertThat(suppressed(published, layers.get(i))).isEqualTo(suppressed(published, layers.get(i + TABLES)));
        }
    }

    private static List<List<String>> suppressed(PublishedTable table, String layer) {
        return table.suppressed(Kind.SECONDARY).stream()
                .filter(codes -> codes.getLast().equals(layer))
                .map(codes -> codes.subList(0, 2))
                .toList();
    }
}
