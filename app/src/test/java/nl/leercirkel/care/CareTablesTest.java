package nl.leercirkel.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.care.CareTotals.Begun;
import nl.leercirkel.care.CareTotals.Granted;
import nl.leercirkel.care.CareTotals.ProductKey;
import nl.leercirkel.standards.ijw.definition.Law;
import org.junit.jupiter.api.Test;

/** Totals tell of nobody: fewer than ten people are not shown, nor what would tell them. */
class CareTablesTest {
    private static final ProductKey BIG = new ProductKey("45", "45A01", "JH", "02");
    private static final ProductKey SMALL = new ProductKey("45", "45A02", "JH", "02");
    private static final ProductKey THIRD = new ProductKey("45", "45A03", "JH", "02");
    private static final ProductKey OTHER = new ProductKey("43", "43A01", "JH", "11");

    private static void begun(List<Begun> to, ProductKey product, int month, int people) {
        for (int i = 0; i < people; i++) {
            to.add(new Begun(product, month, UUID.randomUUID(), 1));
        }
    }

    private static Map<String, String> shown(CareTables.Protected table) {
        Map<String, String> shown = new java.util.LinkedHashMap<>();
        table.rows().forEach(row -> shown.put(row.label(), String.valueOf(row.value())));
        return shown;
    }

    @Test
    void largeNumbersAreShownAsTheyAre() {
        List<Begun> begun = new ArrayList<>();
        begun(begun, BIG, 1, 30);
        begun(begun, OTHER, 2, 12);
        Map<String, String> shown = shown(CareTables.begunByProduct(Law.YOUTH, begun));
        assertThat(shown.values()).containsExactly("30", "30", "12", "12", "42");
        assertThat(shown).containsKey("Zonder verblijf: ambulante jeugdhulp op locatie van de aanbieder");
        assertThat(shown).containsKey("Met verblijf: pleegzorg");
    }

    @Test
    void aSmallNumberIsNotShownAndCannotBeWorkedOut() {
        List<Begun> begun = new ArrayList<>();
        begun(begun, BIG, 1, 30);
        begun(begun, SMALL, 1, 3);
        begun(begun, THIRD, 1, 20);
        CareTables.Protected table = CareTables.begunByProduct(Law.YOUTH, begun);
        List<BigDecimal> leaves = table.rows().stream()
                .filter(row -> row.level() == 2)
                .map(CareTables.Row::value)
                .toList();
        assertThat(leaves)
                .filteredOn(value -> value == null)
                .as("the small one and one beside it")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(leaves).doesNotContain(BigDecimal.valueOf(3));
        assertThat(table.rows().getLast().value()).isEqualTo(BigDecimal.valueOf(53));
    }

    /** Ten episodes of one person are one person. */
    @Test
    void peopleCountAndNotEpisodes() {
        List<Begun> begun = new ArrayList<>();
        UUID one = UUID.randomUUID();
        begun.add(new Begun(SMALL, 3, one, 40));
        begun(begun, BIG, 3, 30);
        begun(begun, THIRD, 3, 30);
        CareTables.Protected table = CareTables.begunByProduct(Law.YOUTH, begun);
        assertThat(table.rows().stream().map(CareTables.Row::value)).doesNotContain(BigDecimal.valueOf(40));
    }

    @Test
    void monthsWithoutAnybodyAreZeroAndSmallOnesHidden() {
        List<String> names = List.of("jan", "feb", "mrt", "apr");
        List<Begun> begun = new ArrayList<>();
        begun(begun, BIG, 1, 25);
        begun(begun, BIG, 2, 4);
        begun(begun, BIG, 3, 20);
        Map<String, String> shown = shown(CareTables.begunByMonth(begun, names));
        assertThat(shown).containsEntry("apr", "0").containsEntry("feb", "null").containsEntry("Totaal", "49");
        assertThat(shown.values()).filteredOn("null"::equals).hasSize(2);
    }

    @Test
    void moneyIsHiddenWhereFewPeopleStandBehindIt() {
        List<Granted> granted = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            granted.add(new Granted("11111111", BIG, UUID.randomUUID(), 10_000));
            granted.add(new Granted("33333333", BIG, UUID.randomUUID(), 20_000));
        }
        granted.add(new Granted("22222222", BIG, UUID.randomUUID(), 987_654_321));
        Map<String, String> shown = shown(CareTables.grantedByProvider(granted, Map.of()));
        assertThat(shown.get("22222222")).isEqualTo("null");
        assertThat(shown.values()).filteredOn("null"::equals).hasSizeGreaterThanOrEqualTo(2);
        assertThat(shown.get("Totaal")).isEqualTo(Long.toString(987_654_321L + 20 * 30_000L));
    }

    @Test
    void nobodyGivesAnEmptyTable() {
        assertThat(CareTables.begunByProduct(Law.YOUTH, List.of()).rows()).isEmpty();
        assertThat(CareTables.grantedByProvider(List.of(), Map.of()).rows()).isEmpty();
    }
}
