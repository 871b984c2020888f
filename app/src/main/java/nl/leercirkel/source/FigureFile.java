package nl.leercirkel.source;

import java.util.List;
import nl.leercirkel.standards.figure.Figure.Known;
import nl.leercirkel.standards.region.Municipality;

/** A figure as CSV, a row for each municipality and period, with the reason where there is no number. */
final class FigureFile {
    private FigureFile() {}

    /** The same where there is no figure at all. */
    static byte[] withoutFigure(String title, String reason) {
        TableText text = new TableText();
        text.row(List.of("Cijfer", "Waarom geen getal"));
        text.row(List.of(title, reason));
        return text.bytes();
    }

    static byte[] of(MunicipalitySeries series, String source) {
        TableText text = new TableText();
        String unit = series.field().unit();
        text.row(List.of(
                "Gemeente",
                "Code",
                "Periode",
                series.field().name() + (unit.isEmpty() ? "" : " (" + unit + ")"),
                "Waarom geen getal",
                "Bron"));
        for (Municipality municipality : series.municipalities()) {
            var values = series.values(municipality.code());
            for (int at = 0; at < values.size(); at++) {
                String number = values.get(at) instanceof Known(java.math.BigDecimal value)
                        ? value.toPlainString().replace('.', ',')
                        : "";
                text.row(List.of(
                        municipality.name(),
                        municipality.code(),
                        series.periods().get(at),
                        number,
                        MunicipalitySeries.reason(values.get(at)),
                        source));
            }
        }
        return text.bytes();
    }
}
