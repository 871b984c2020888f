package nl.leercirkel.report.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A document that could not be shown cannot be built. */
class DocumentTest {

    @Test
    void aRaggedTableIsRefusedWithTheRow() {
        var table = Table.titled("Budget")
                .text("Project", 2)
                .number("Bedrag", 1)
                .row("A", "1")
                .row("B");
        assertThatThrownBy(table::build)
                .hasMessage("Tabel 'Budget', rij 2 heeft 1 cellen, maar de tabel heeft 2 kolommen.");
    }

    @Test
    void nothingFollowsATotal() {
        var table = Table.titled("Budget")
                .text("Project", 1)
                .row(Table.Row.total(Table.Cell.of("Totaal")))
                .row("Nakomer");
        assertThatThrownBy(table::build).hasMessage("Tabel 'Budget', rij 2 staat na de totaalrij.");
    }

    @Test
    void aTableHasColumns() {
        assertThatThrownBy(() -> Table.titled("Leeg").build()).hasMessage("Tabel 'Leeg' heeft geen kolommen.");
    }

    @Test
    void fourLevelsAndNoFifth() {
        var four = Section.of("1", Section.of("2", Section.of("3", Section.of("4"))));
        assertThat(four.heading()).isEqualTo("1");
        assertThatThrownBy(() -> Section.of("0", four)).hasMessageContaining("hoogstens 4 koppen diep");
    }

    @Test
    void aNumberNeedsANumberAboveIt() {
        assertThatThrownBy(() -> Section.of("Bijlage", Section.numbered("Deel")))
                .hasMessageContaining("ongenummerde kop 'Bijlage'");
    }

    @Test
    void listsGoThreeDeep() {
        var three = ListItem.of("1", ListItem.of("2", ListItem.of("3")));
        assertThatThrownBy(() -> ListItem.of("0", three)).hasMessageContaining("hoogstens 3 niveaus");
    }

    @Test
    void emptyPartsAreRefused() {
        assertThatThrownBy(() -> Paragraph.of(" ")).hasMessage("Een alinea is leeg.");
        assertThatThrownBy(BulletList::of).hasMessage("Een opsomming heeft geen punten.");
        assertThatThrownBy(() -> DefinitionList.Entry.of("Periode", "")).hasMessageContaining("Periode");
        assertThatThrownBy(() -> new Document(
                        new Metadata("Titel", "Gemeente X", new Colour("#005a9c"), LocalDate.EPOCH), List.of()))
                .hasMessage("Document 'Titel' heeft geen inhoud.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "/projecten/1",
                "ftp://example.nl",
                "https://een adres",
                "data:text/html,x"
            })
    void linksLeadToTheWebOrAMailbox(String target) {
        assertThatThrownBy(() -> new Inline.Link("lees meer", target)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg width='10' height='10'><script>x</script></svg>",
                "<svg width='10' height='10'><rect onclick='x'/></svg>",
                "<svg width='10' height='10'><image href='https://example.nl/x.png'/></svg>",
                "<svg width='10' height='10'><foreignObject/></svg>",
                "<svg width='10.5' height='10'/>",
                "<svg width='10' height='10'>",
                "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg width='10' height='10'>&x;</svg>",
                "geen tekening"
            })
    void aDrawingRunsNothingAndFetchesNothing(String svg) {
        var table = Table.titled("Cijfers").text("Lijn", 1).build();
        assertThatThrownBy(() -> new ChartBlock("Grafiek", svg, () -> new byte[0], "Staven", table, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pastedControlCharactersDisappear() {
        assertThat(new Inline.Text("a\u0000b\u0008c\nd\uD800e\uFFFEf😀").text()).isEqualTo("abc def😀");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"262500.00|€ 262.500", "17875.5|€ 17.875,50", "-30000|−€ 30.000", "0|€ 0", "0.005|€ 0,01"})
    void euroIsWrittenTheDutchWay(BigDecimal euro, String expected) {
        assertThat(Inline.Amount.euro(euro, Language.NL).text()).isEqualTo(expected);
    }

    /** Expected ratios from the definition worked out by hand for these colours: white 1, black 21, #767676 4.54. */
    @ParameterizedTest
    @CsvSource({"#ffffff, 1.0", "#000000, 21.0", "#767676, 4.54", "#777777, 4.48"})
    void contrastFollowsWcag(String hex, double expected) {
        assertThat(new Colour(hex).contrastWithWhite()).isCloseTo(expected, org.assertj.core.data.Offset.offset(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ffffff", "#ffcc00", "#00ff00", "#777777", "#e2001a"})
    void everyColourCanBeMadeReadable(String hex) {
        assertThat(new Colour(hex).readable().contrastWithWhite()).isGreaterThanOrEqualTo(Colour.READABLE);
    }

    @Test
    void aReadableColourStaysWhatItIs() {
        assertThat(new Colour("#1F4E79").readable().hex()).isEqualTo("#1f4e79");
    }
}
