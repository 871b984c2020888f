package nl.leercirkel.source;

import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.chart.Caption;
import nl.leercirkel.chart.ChartFigure;
import nl.leercirkel.chart.LineChart;
import nl.leercirkel.chart.Point;
import nl.leercirkel.chart.RenderOptions;
import nl.leercirkel.chart.Series;
import nl.leercirkel.chart.Unit;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.standards.figure.Figure.Known;
import nl.leercirkel.standards.figure.Figure.Suppressed;
import nl.leercirkel.standards.region.Municipality;

/** Draws a figure: a line for each municipality, a gap with its reason where there is no number. */
final class FigureChart {
    private FigureChart() {}

    static ChartFigure of(Figure figure, MunicipalitySeries made, String sourceNote) {
        List<Series> series = new ArrayList<>();
        int decimals = 0;
        for (Municipality municipality : made.municipalities()) {
            List<Point> points = new ArrayList<>();
            for (var value : made.values(municipality.code())) {
                if (value instanceof Known(java.math.BigDecimal number)) {
                    decimals = Math.max(decimals, Math.min(6, Math.max(0, number.scale())));
                    points.add(new Point.Value(number));
                } else if (value instanceof Suppressed(String reason)) {
                    points.add(new Point.Suppressed(reason));
                } else {
                    points.add(new Point.Missing(MunicipalitySeries.reason(value)));
                }
            }
            series.add(new Series(municipality.name(), points));
        }
        Caption caption = Caption.of(figure.title(), unit(made.field(), decimals), sourceNote);
        return ChartFigure.responsive(
                LineChart.of(caption, "Periode", made.periods(), series), RenderOptions.page("cijfer"));
    }

    private static Unit unit(Field field, int decimals) {
        return switch (field.type()) {
            case MONEY -> new Unit(Unit.Kind.EURO, field.unit(), decimals);
            case PERCENTAGE -> new Unit(Unit.Kind.PERCENT, field.unit(), decimals);
            case TEXT, WHOLE, NUMBER, DATE, PERIOD, YES_NO, CODE, MUNICIPALITY, BSN, BIRTH_YEAR, AGE_GROUP ->
                new Unit(Unit.Kind.NUMBER, field.unit(), decimals);
        };
    }
}
