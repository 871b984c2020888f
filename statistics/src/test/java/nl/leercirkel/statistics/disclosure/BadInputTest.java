package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.disclosure.Policy.Protection;
import nl.leercirkel.statistics.disclosure.PublishedTable.Kind;
import nl.leercirkel.statistics.disclosure.PublishedTable.Shown;
import org.junit.jupiter.api.Test;

/** Bad input has a name, with what and where. */
class BadInputTest {

    private static final List<Dimension> ONE =
            List.of(Dimension.flat("wijk", "gemeente", List.of("a", "b", "c")).get());

    private static Failure counts(Table.Cell... cells) {
        return Table.counts(ONE, List.of(cells)).failure();
    }

    private static void assertFails(Outcome<?> outcome, Reason reason, String... details) {
        assertThat(outcome.failure().reason()).isEqualTo(reason);
        for (String detail : details) {
            assertThat(outcome.failure().detail()).contains(detail);
        }
    }

    @Test
    void cells() {
        assertThat(counts(Table.Cell.of(-1, "a"))).isEqualTo(new Failure(Reason.OUT_OF_RANGE, "cell [a] counts -1.0"));
        assertThat(counts(Table.Cell.of(Double.NaN, "a")).reason()).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(counts(Table.Cell.of(Double.POSITIVE_INFINITY, "a")).reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(counts(Table.Cell.of(1.5, "a")).reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(counts(Table.Cell.of(2e15, "a")).reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(counts(Table.Cell.of(1, "x")).detail()).contains("[x]");
        assertThat(counts(Table.Cell.of(1, "a", "b")).reason()).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(counts(Table.Cell.of(1, "a"), Table.Cell.of(2, "a")).detail())
                .contains("[a] is there twice");
        assertThat(counts().reason()).isEqualTo(Reason.NO_DATA);
        assertThat(counts(Table.Cell.of(3, "a"), Table.Cell.of(4, "b"), Table.Cell.of(8, "gemeente")))
                .isEqualTo(new Failure(Reason.DO_NOT_MATCH, "total [gemeente] is 8, its parts add up to 7"));
        assertThat(Table.counts(
                                ONE,
                                List.of(Table.Cell.of(3, "a"), Table.Cell.of(4, "b"), Table.Cell.of(7, "gemeente")))
                        .isAnswer())
                .isTrue();
        assertFails(Table.counts(List.of(), List.of(Table.Cell.of(1))), Reason.NO_DATA, "no dimensions");
        assertFails(
                Table.counts(List.of(ONE.getFirst(), ONE.getFirst()), List.of(Table.Cell.of(1, "a", "a"))),
                Reason.DO_NOT_MATCH,
                "wijk");
        assertFails(Table.ofRecords(ONE, List.of(List.of("gemeente"))), Reason.DO_NOT_MATCH, "gemeente");
        assertFails(Table.ofRecords(ONE, List.of()), Reason.NO_DATA);
    }

    @Test
    void tooManyCells() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            codes.add("c" + i);
        }
        List<Dimension> large = List.of(
                Dimension.flat("a", "T", codes).get(),
                Dimension.flat("b", "T", codes).get(),
                Dimension.flat("c", "T", codes).get());
        assertFails(
                Table.counts(large, List.of(Table.Cell.of(1, "c1", "c1", "c1"))), Reason.TOO_LARGE, "20000000 cells");
    }

    @Test
    void dimensions() {
        assertFails(
                Dimension.of(
                        "wijk",
                        List.of(),
                        List.of(
                                Dimension.Total.of("a", "b"),
                                Dimension.Total.of("b", "a"),
                                Dimension.Total.of("T", "c"))),
                Reason.DO_NOT_MATCH,
                "wijk",
                "[a, b]");
        assertFails(
                Dimension.of("wijk", List.of(), List.of(Dimension.Total.of("a", "a", "b"))),
                Reason.DO_NOT_MATCH,
                "part of itself");
        assertFails(Dimension.of("wijk", List.of("a", "a"), List.of()), Reason.DO_NOT_MATCH, "twice");
        assertFails(
                Dimension.of("wijk", List.of(), List.of(Dimension.Total.of("T", "a", "a"))),
                Reason.DO_NOT_MATCH,
                "T counts");
        assertFails(
                Dimension.of(
                        "wijk",
                        List.of(),
                        List.of(Dimension.Total.of("P", "a", "b"), Dimension.Total.of("T", "P", "b"))),
                Reason.DO_NOT_MATCH,
                "T counts a part of b twice");
        assertFails(
                Dimension.of("wijk", List.of(), List.of(Dimension.Total.of("T", "a"), Dimension.Total.of("T", "b"))),
                Reason.DO_NOT_MATCH,
                "T is made in two ways");
        assertFails(
                Dimension.of("wijk", List.of(), List.of(Dimension.Total.of("T"))), Reason.NO_DATA, "T has no parts");
        assertFails(Dimension.of(" ", List.of("a"), List.of()), Reason.NO_DATA);
        assertFails(Dimension.of("wijk", List.of(), List.of()), Reason.NO_DATA);
        assertFails(Dimension.of("wijk", List.of("a", " "), List.of()), Reason.NO_DATA);
        Dimension good = Dimension.of("wijk", List.of("b", "a"), List.of(Dimension.Total.of("T", "a", "b")))
                .get();
        assertThat(good.codes()).containsExactly("b", "a", "T");
        assertThat(good.name()).isEqualTo("wijk");
        // Nothing to add: every difference stands there already, or follows along the totals.
        assertThat(good.withDifferences().codes()).isEqualTo(good.codes());
    }

    @Test
    void policies() {
        Table table = Table.counts(ONE, List.of(Table.Cell.of(3, "a"))).get();
        assertFails(Suppression.protect(table, Policy.minimum(-1)), Reason.OUT_OF_RANGE, "minimum is -1");
        assertFails(Suppression.protect(table, Policy.minimum(1)), Reason.NO_DATA, "without any rule");
        assertFails(Suppression.protect(table, Policy.dominance(2, 80)), Reason.DO_NOT_MATCH, "contributors");
        assertFails(Suppression.protect(table, Policy.percentRule(10)), Reason.DO_NOT_MATCH);
        assertFails(
                Suppression.protect(table, Policy.minimum(5).with(new Protection(-1, 1, 0, 0))), Reason.OUT_OF_RANGE);
        assertFails(
                Suppression.protect(table, Policy.minimum(5).with(new Protection(0, 0, 0, 0))), Reason.OUT_OF_RANGE);
        assertFails(
                Suppression.protect(table, Policy.minimum(5).with(new Protection(1, 1, 0, -3))), Reason.OUT_OF_RANGE);
        Table amounts = Table.amounts(ONE, List.of(new Contribution(List.of("a"), "wie", 3)), Map.of())
                .get();
        for (Policy policy : List.of(
                Policy.dominance(0, 80),
                Policy.dominance(1, 0),
                Policy.dominance(1, 100),
                Policy.percentRule(0),
                Policy.percentRule(Double.NaN))) {
            assertFails(Suppression.protect(amounts, policy), Reason.OUT_OF_RANGE);
        }
        assertFails(Attack.on(table, Policy.minimum(0), List.of()), Reason.NO_DATA);
        assertFails(Attack.on(table, Policy.minimum(5), List.of(List.of("x"))), Reason.DO_NOT_MATCH, "[x]");
    }

    @Test
    void viewsAndImpossibleCells() {
        Table table = Table.counts(ONE, List.of(Table.Cell.of(3, "a"), Table.Cell.of(9, "b")))
                .get();
        assertFails(
                table.publishing(List.of(new Table.View(Map.of("soort", Set.of("a"))))), Reason.DO_NOT_MATCH, "soort");
        assertFails(table.publishing(List.of(new Table.View(Map.of("wijk", Set.of("z"))))), Reason.DO_NOT_MATCH, "z");
        assertFails(table.withImpossible(List.of(List.of("z"))), Reason.DO_NOT_MATCH, "z");
        assertFails(table.withImpossible(List.of(List.of("a"))), Reason.OUT_OF_RANGE, "[a] is 3");
        assertThat(table.value(List.of("z"))).isEmpty();
        PublishedTable published = Suppression.protect(table, Policy.minimum(5)).get();
        assertThat(published.cell("z")).isEmpty();
        assertThat(published.dimensions()).isEqualTo(ONE);
    }

    /** Nobody is uncertain about an impossible cell, so it cannot protect; an ordinary zero that may be suppressed can. */
    @Test
    void anImpossibleCellIsNeverSuppressedAndProtectsNothing() {
        List<Table.Cell> cells = List.of(Table.Cell.of(3, "a"), Table.Cell.of(9, "b"));
        Policy policy = Policy.minimum(5)
                .with(Policy.Zeros.SECRET)
                .with(Protection.NOT_EXACT)
                .withGroups(false);
        Table plain = Table.counts(ONE, cells).get();
        assertThat(Suppression.protect(plain, policy).get().cell("c")).contains(new Shown.Suppressed(Kind.PRIMARY));
        Table impossible = plain.withImpossible(List.of(List.of("c"))).get();
        for (Suppression.Method method : Suppression.Method.values()) {
            PublishedTable published =
                    Suppression.protect(impossible, policy, method).get();
            assertThat(published.cell("c").orElseThrow()).isInstanceOf(Shown.Value.class);
            assertThat(published.suppressed(Kind.SECONDARY)).containsExactly(List.of("b"));
        }
    }
}
