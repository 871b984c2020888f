package nl.leercirkel.standards.ijw.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.leercirkel.standards.Shared;
import nl.leercirkel.standards.ijw.definition.CodeLists;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.message.Amount;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.rule.Parties;
import nl.leercirkel.standards.ijw.stream.MessageReader;
import nl.leercirkel.standards.ijw.support.Example;
import org.junit.jupiter.api.Test;

class SpendingTest {
    @Test
    void declaredLessRejectedIsSpent() throws IOException {
        List<Fact> facts = new ArrayList<>();
        read(Example.of("JW323"), facts);
        assertThat(Spending.of(facts).lines())
                .extracting(Spending.Booked::state)
                .containsOnly(Spending.State.OPEN);
        assertThat(Spending.of(facts).grantedByMonth()).isEmpty();
        read(Example.of("JW325"), facts);
        Spending spending = Spending.of(facts);
        // R101 of 760.00 in April and the credit R102 of 190.00 in March are granted, R103 of 420.00 is rejected.
        assertThat(spending.grantedByMonth())
                .isEqualTo(Map.of(YearMonth.of(2026, 3), -19_000L, YearMonth.of(2026, 4), 76_000L));
        assertThat(spending.lines())
                .filteredOn(line -> line.state() == Spending.State.REJECTED)
                .extracting(Spending.Booked::reference)
                .containsExactly("R103");
        assertThat(spending.contradictions()).isEmpty();
    }

    @Test
    void anotherTotalThanTheLinesIsShown() throws IOException {
        List<Fact> facts = new ArrayList<>();
        read(Example.of("JW323"), facts);
        read(Example.of("JW325").edit("DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag=50000"), facts);
        assertThat(Spending.of(facts).contradictions()).singleElement().satisfies(found -> {
            assertThat(found.grantedCents()).isEqualTo(50_000);
            assertThat(found.linesCents()).isEqualTo(57_000);
        });
    }

    @Test
    void aDeclarationRejectedOnItsHeaderIsNothing() throws IOException {
        List<Fact> facts = new ArrayList<>();
        read(Example.of("JW325").edit("-DeclaratieAntwoord;Header/RetourCodes/RetourCode=0001"), facts);
        read(Example.of("JW323"), facts);
        assertThat(Spending.of(facts).lines())
                .hasSize(3)
                .extracting(Spending.Booked::state)
                .containsOnly(Spending.State.REJECTED);
    }

    @Test
    void aDeclarationRejectedAsAWholeIsNothing() {
        Parties parties = new Parties(Law.YOUTH, "0505", "12345678");
        Fact.Source source = new Fact.Source("JW323", "12345678", "D1", LocalDate.of(2026, 5, 4));
        Fact.Line line = new Fact.Line(
                source,
                parties,
                "c",
                "N1",
                "L1",
                null,
                1,
                new Product("45", "45A01"),
                LocalDate.of(2026, 4, 1),
                new Amount(100, false));
        Fact.Answered whole = new Fact.Answered(
                new Fact.Source("JW325", "0505", "B1", LocalDate.of(2026, 5, 5)),
                parties,
                "D1",
                "N1",
                true,
                new Amount(0, false),
                Set.of());
        assertThat(Spending.of(List.of(whole, line)).lines())
                .singleElement()
                .satisfies(booked -> assertThat(booked.state()).isEqualTo(Spending.State.REJECTED));
    }

    @Test
    void helpFormsAreThoseOfTheStandardList() {
        List<Map<String, String>> rows = Shared.rows("ijw-3.2/product-hulpvorm-jz21.csv");
        assertThat(HelpForms.jz21().all()).hasSameSizeAs(rows);
        for (Map<String, String> row : rows) {
            HelpForms.StandardProduct product =
                    HelpForms.jz21().find(row.get("productcode")).orElseThrow();
            assertThat(product.form() == null ? "" : product.form()).isEqualTo(row.get("cbs_hulpvorm"));
            assertThat(product.record() == null ? "" : product.record()).isEqualTo(row.get("cbs_record"));
            assertThat(product.category() == null ? "" : product.category()).isEqualTo(row.get("categorie"));
        }
    }

    @Test
    void everyCategoryOfAStandardProductExists() {
        assertThat(HelpForms.jz21().all())
                .hasSize(450)
                .allSatisfy(product -> assertThat(product.category() == null
                                || CodeLists.release32()
                                        .productCategories(Law.YOUTH)
                                        .contains(product.category()))
                        .isTrue());
    }

    private static void read(Example example, List<Fact> facts) throws IOException {
        Message message = new MessageReader()
                .readWhole(new ByteArrayInputStream(example.bytes()), new ArrayList<>())
                .orElseThrow();
        FactReader.read(message, bsn -> bsn.digits().substring(6), facts::add);
    }
}
