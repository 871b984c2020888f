package nl.leercirkel.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import nl.leercirkel.chart.TableModel.Cell;
import nl.leercirkel.chart.TableModel.Column;
import org.junit.jupiter.api.Test;

class ChartTableTest {

    @Test
    void holdsEveryPointWithItsIntervalAndN() {
        TableModel table = SampleCharts.intervals().table();
        assertThat(table.columns())
                .containsExactly(
                        new Column("Project", false),
                        new Column("Verschil (€)", true),
                        new Column("ondergrens", true),
                        new Column("bovengrens", true),
                        new Column("n", true));
        assertThat(table.rows().getFirst())
                .extracting(Cell::text)
                .containsExactly(
                        "Praktijkondersteuner jeugd bij de huisarts",
                        "€\u00a0-1.850",
                        "€\u00a0-2.600",
                        "€\u00a0-1.100",
                        "212");
        assertThat(table.rows().getFirst())
                .extracting(Cell::raw)
                .containsExactly(
                        null,
                        new BigDecimal("-1850"),
                        new BigDecimal("-2600"),
                        new BigDecimal("-1100"),
                        new BigDecimal("212"));
        assertThat(table.notes()).contains("Onder- en bovengrens: 95%-betrouwbaarheidsinterval (BCa)");
        assertThat(table.source()).isEqualTo("Bron: verzonnen voorbeeld");
    }

    @Test
    void namesWhatIsAbsentAndLeaksNoNumberForIt() {
        TableModel table = SampleCharts.grouped().table();
        List<Cell> last = table.rows().getLast();
        assertThat(last)
                .containsExactly(
                        Cell.text("Rechter of raad"),
                        new Cell("12", new BigDecimal("12"), ""),
                        new Cell("*", null, "minder dan 10 jeugdigen"),
                        new Cell("geen cijfer", null, "nog niet geleverd"));
        assertThat(table.notes())
                .containsExactly(
                        "* Niet getoond (2024, Rechter of raad): minder dan 10 jeugdigen.",
                        "Geen cijfer (2025, Rechter of raad): nog niet geleverd.");
    }

    @Test
    void equalsTheDataOfEverySample() {
        SampleCharts.all().forEach((name, chart) -> {
            TableModel table = chart.table(Language.ENGLISH);
            assertThat(table.rows()).as(name).hasSameSizeAs(chart.categories());
            for (Series series : chart.series()) {
                int column = table.columns().stream()
                        .map(Column::header)
                        .toList()
                        .indexOf(series.name() + chart.caption().unit().headerSuffix());
                for (int row = 0; row < table.rows().size(); row++) {
                    BigDecimal expected = series.points().get(row) instanceof Point.Value value ? value.number() : null;
                    assertThat(table.rows().get(row).get(column).raw()).as(name).isEqualTo(expected);
                }
            }
        });
    }

    @Test
    void tellsEventsBreaksAndTarget() {
        assertThat(SampleCharts.line().table().notes())
                .contains(
                        "Doel: 11,5%",
                        "2023: start pilot in de wijk", "Breuk in de definitie vanaf 2021: nieuwe definitie CBS");
    }

    @Test
    void manyAbsentPlacesAreSummedUp() {
        Chart chart = BarChart.of(
                Caption.of("t", Unit.count(""), ""),
                "h",
                List.of("a", "b", "c", "d", "e", "f"),
                List.of(SampleCharts.series("s", "*", "*", "*", "*", "*", "1")));
        assertThat(chart.table().notes())
                .containsExactly("* Niet getoond (a; b; c en nog 2): minder dan 10 jeugdigen.");
    }

    @Test
    void refusesRaggedRows() {
        assertThatThrownBy(
                        () -> new TableModel("t", List.of(new Column("a", false)), List.of(List.of()), List.of(), ""))
                .hasMessageContaining("0 cells");
    }
}
