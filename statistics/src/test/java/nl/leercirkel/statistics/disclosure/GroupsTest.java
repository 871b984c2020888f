package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.leercirkel.statistics.disclosure.PublishedTable.Kind;
import nl.leercirkel.statistics.disclosure.Suppression.Method;
import org.junit.jupiter.api.Test;

/** Suppressed cells below a published total: everybody knows their sum. */
class GroupsTest {

    private static Groups groups(Table table) {
        return new Groups(table, new Sensitivity(table, Policy.minimum(5)));
    }

    private static List<List<Integer>> more(Groups groups, Table table, String... unknown) {
        return groups.more(ByHand.among(table, unknown)).stream()
                .map(target -> java.util.Arrays.stream(target.cells()).boxed().toList())
                .toList();
    }

    /** 1 + 2 of 32: the sum of both is 32 - 9 - 20 = 3. */
    @Test
    void twoSecretsWithASecretSumAreASecretTogether() {
        Table table = ByHand.row(1, 2, 9, 20);
        Groups groups = groups(table);
        assertThat(more(groups, table, "a", "b"))
                .containsExactly(List.of(ByHand.cell(table, "a"), ByHand.cell(table, "b")));
        // Once is enough.
        assertThat(more(groups, table, "a", "b")).isEmpty();
        assertThat(more(groups(table), table, "a", "b", "T")).isEmpty();
        assertThat(more(groups(table), table, "a")).isEmpty();
        assertThat(more(groups(table), table, "a", "b", "c")).isEmpty();
        assertThat(more(groups(ByHand.row(1, 4, 9)), table, "a", "b")).isEmpty();
    }

    /** The 9 is the cheapest cell beside 1 and 2, and then 12 is known, which is no secret. */
    @Test
    void aThirdCellIsSuppressedWhereTheSumOfTwoIsASecret() {
        Table table = ByHand.row(1, 2, 9, 20);
        for (Method method : Method.values()) {
            PublishedTable published =
                    Suppression.protect(table, Policy.minimum(5), method).get();
            assertThat(published.suppressed(Kind.PRIMARY)).containsExactly(List.of("a"), List.of("b"));
            assertThat(published.suppressed(Kind.SECONDARY)).containsExactly(List.of("c"));
            assertThat(published.proof().secrets())
                    .anyMatch(secret -> secret.cells().equals(List.of(List.of("a"), List.of("b"))));
            // 1 + log10(1 + 9)
            assertThat(published.proof().cost()).isEqualTo(2);
            PublishedTable outsider = Suppression.protect(
                            table, Policy.minimum(5).withGroups(false), method)
                    .get();
            assertThat(outsider.suppressed(Kind.SECONDARY)).isEmpty();
        }
    }
}
