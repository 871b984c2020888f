package nl.leercirkel.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class SvgRendererTest {

    private static final Set<String> ELEMENTS = Set.of("svg", "title", "desc", "g", "line", "path", "rect", "text");
    private static final Set<String> ATTRIBUTES = Set.of(
            "xmlns",
            "class",
            "id",
            "width",
            "height",
            "viewBox",
            "role",
            "aria-labelledby",
            "lang",
            "font-family",
            "font-size",
            "font-weight",
            "text-anchor",
            "x",
            "y",
            "x1",
            "x2",
            "y1",
            "y2",
            "d",
            "fill",
            "fill-opacity",
            "stroke",
            "stroke-width",
            "stroke-dasharray",
            "stroke-linejoin");

    private static final RenderOptions PAGE = RenderOptions.page("t");

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> crafted = Arbitraries.of(
                "<script>alert(1)</script>",
                "\" onload=\"alert(1)",
                "]]><!--",
                "</text></svg><svg onload=x>",
                "\u0000\u0008\ufffe\ud800",
                "&#x3c;img&gt;",
                "\u202egnp.exe",
                "100% %s %n %d",
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(4),
                "👩‍👧‍👦 e\u0301\u0301");
        return Arbitraries.oneOf(crafted, Arbitraries.strings().all().ofMaxLength(80))
                .map(text -> text.isBlank() ? "x" + text : text);
    }

    @Property(tries = 300)
    void anyTextGivesWellFormedSvgOfHarmlessParts(
            @ForAll("hostile") String text,
            @ForAll @IntRange(min = 240, max = 1000) int width,
            @ForAll Theme theme,
            @ForAll Language language) {
        var options = new RenderOptions(width, theme, language, "p");
        for (Chart chart : charts(text)) {
            SvgDocument svg = SvgDocument.parse(SvgRenderer.render(chart, options));
            for (Element element : svg.elements("*")) {
                assertThat(ELEMENTS).contains(element.getTagName());
                for (int i = 0; i < element.getAttributes().getLength(); i++) {
                    assertThat(ATTRIBUTES)
                            .contains(element.getAttributes().item(i).getNodeName());
                }
            }
        }
    }

    private static List<Chart> charts(String text) {
        var caption = new Caption(text, "", Unit.count(text), text);
        var points =
                List.of(Point.of(3), new Point.Missing(text), new Point.Suppressed(text), Point.of("4", "3", "6", 9));
        var categories = List.of(text, "b", "c", text);
        var series = List.of(new Series(text, points), new Series(text + "2", points));
        var reference = new Reference(text, new java.math.BigDecimal("5"));
        return List.of(
                LineChart.of(caption, text, categories, series)
                        .withTarget(reference)
                        .withIntervalMeaning(text)
                        .withEvents(new LineChart.Event("c", text))
                        .withBreaks(new LineChart.Break("c", text)),
                BarChart.of(caption, text, categories, series).withReference(reference),
                BarChart.of(caption, text, categories, series).stacked(),
                IntervalChart.of(caption, text, categories, series, text).withReference(reference),
                LineChart.of(caption, text, List.of(), List.of()));
    }

    /** Any numbers at all: every coordinate stays finite and every mark inside the picture. */
    @Property(tries = 200)
    void anyNumbersStayInsideThePicture(
            @ForAll("points") List<Point> points, @ForAll @IntRange(min = 240, max = 900) int width) {
        var categories = java.util.stream.IntStream.range(0, points.size())
                .mapToObj(i -> "rij " + i)
                .toList();
        var caption = Caption.of("t", Unit.euro(), "");
        var series = List.of(new Series("a", points), new Series("b", points.reversed()));
        for (Chart chart : List.of(
                LineChart.of(caption, "p", categories, series),
                BarChart.of(caption, "p", categories, series),
                BarChart.of(caption, "p", categories, series).stacked(),
                IntervalChart.of(caption, "p", categories, series, ""))) {
            String markup =
                    SvgRenderer.render(chart, RenderOptions.document("n").withWidth(width));
            assertThat(markup).doesNotContain("NaN").doesNotContain("Infinity").doesNotContain("width=\"-");
            SvgDocument svg = SvgDocument.parse(markup);
            double height = Double.parseDouble(svg.root().getAttribute("height"));
            for (Element text : svg.elements("text")) {
                assertThat(attribute(text, "y")).isBetween(8.0, height);
                assertThat(attribute(text, "x")).isBetween(-1.0, width + 1.0);
            }
            for (Element rect : svg.elements("rect")) {
                assertThat(attribute(rect, "x")).isBetween(-1.0, (double) width);
                assertThat(attribute(rect, "x") + attribute(rect, "width")).isLessThanOrEqualTo(width + 8.0);
                assertThat(attribute(rect, "y") + attribute(rect, "height")).isLessThanOrEqualTo(height);
            }
        }
    }

    @Provide
    Arbitrary<List<Point>> points() {
        Arbitrary<Point> values = Arbitraries.bigDecimals()
                .between(new java.math.BigDecimal("-1E12"), new java.math.BigDecimal("1E12"))
                .ofScale(2)
                .map(Point.Value::new);
        Arbitrary<Point> absent = Arbitraries.of(new Point.Missing("m"), new Point.Suppressed("s"));
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(4, values),
                        net.jqwik.api.Tuple.of(1, absent),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(Point.of(0))))
                .list()
                .ofMinSize(0)
                .ofMaxSize(12);
    }

    private static double attribute(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    @Test
    void isAnImageWithNameAndDescription() {
        SvgDocument svg = SvgDocument.parse(SvgRenderer.render(SampleCharts.line(), PAGE));
        Element root = svg.root();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("aria-labelledby")).isEqualTo("t-title t-desc");
        assertThat(root.getAttribute("viewBox"))
                .isEqualTo("0 0 " + root.getAttribute("width") + " " + root.getAttribute("height"))
                .matches("0 0 \\d+ \\d+");
        assertThat(svg.elements("title").getFirst().getTextContent()).isEqualTo("Jeugdigen met jeugdhulp");
        assertThat(svg.elements("desc").getFirst().getTextContent())
                .contains("Dordrecht: van 11,8% (2018) naar 12,2% (2025); hoogste 13,4% (2022), laagste 11,8% (2018).")
                .contains("start pilot in de wijk")
                .contains("minder dan 10 jeugdigen");
    }

    @Test
    void aGivenDescriptionIsKept() {
        var caption = new Caption("t", "Zelf geschreven.", Unit.count(""), "");
        Chart chart = BarChart.of(caption, "h", List.of("a"), List.of(SampleCharts.series("s", "1")));
        assertThat(chart.describe(Language.ENGLISH)).isEqualTo("Zelf geschreven.");
    }

    @Test
    void aLineIsNotDrawnAcrossAbsentFiguresOrBreaks() {
        var caption = Caption.of("t", Unit.count(""), "");
        var years = List.of("1", "2", "3", "4", "5", "6", "7");
        var whole =
                LineChart.of(caption, "j", years, List.of(SampleCharts.series("s", "5", "6", "7", "8", "7", "6", "5")));
        var gaps =
                LineChart.of(caption, "j", years, List.of(SampleCharts.series("s", "5", "6", "-", "8", "7", "*", "5")));
        assertThat(lines(whole)).hasSize(1);
        assertThat(lines(gaps)).hasSize(2);
        assertThat(lines(whole.withBreaks(new LineChart.Break("4", "anders")))).hasSize(2);
        // Five values, five markers: nothing stands where there is no figure.
        assertThat(markers(gaps)).hasSize(5);
        assertThat(markers(whole)).hasSize(7);
    }

    @Test
    void absentFiguresAreNotDrawnAsZero() {
        var caption = Caption.of("t", Unit.count(""), "");
        var rows = List.of("nul", "ontbreekt", "onderdrukt", "een");
        Chart chart = BarChart.of(caption, "h", rows, List.of(SampleCharts.series("s", "0", "-", "*", "1")));
        SvgDocument svg = SvgDocument.parse(SvgRenderer.render(chart, RenderOptions.document("b")));
        List<Element> bars = svg.elements("rect").stream()
                .filter(rect -> rect.getAttribute("fill").equals(Ink.series(0).print()))
                .toList();
        assertThat(bars)
                .extracting(bar -> bar.getAttribute("width").equals("0"))
                .containsExactly(true, false);
        assertThat(svg.texts()).containsOnlyOnce("geen cijfer", "*");
        assertThat(svg.texts().stream().filter("0"::equals))
                .as("axis and the true zero")
                .hasSize(2);
        assertThat(svg.texts()).contains("* Niet getoond (onderdrukt): minder dan 10 jeugdigen.");

        Chart dots = IntervalChart.of(caption, "h", rows, List.of(SampleCharts.series("s", "0", "-", "*", "1")), "");
        assertThat(markers(dots)).hasSize(2);
    }

    @Test
    void aStackWithAnUnknownPartHasNoTotal() {
        var caption = Caption.of("t", Unit.count(""), "");
        Chart chart = BarChart.of(
                        caption,
                        "h",
                        List.of("bekend", "deels"),
                        List.of(SampleCharts.series("a", "70", "43"), SampleCharts.series("b", "41", "*")))
                .stacked();
        List<String> texts = SvgDocument.parse(SvgRenderer.render(chart, PAGE)).texts();
        assertThat(texts).contains("111", "*").containsOnlyOnce("43");
    }

    @Test
    void withoutFiguresItSaysWhy() {
        List<String> texts = SvgDocument.parse(SvgRenderer.render(SampleCharts.empty(), PAGE))
                .texts();
        assertThat(texts)
                .containsExactly(
                        "Geen cijfers",
                        "Geen cijfer (2024): de meting begint in 2027.",
                        "Geen cijfer (2025): nog niet geleverd.");
        Chart none = BarChart.of(Caption.of("t", Unit.euro(), ""), "h", List.of(), List.of());
        assertThat(SvgDocument.parse(SvgRenderer.render(none, PAGE.withLanguage(Language.ENGLISH)))
                        .texts())
                .containsExactly("No figures", "There are no data for this chart yet.");
    }

    @Test
    void anAxisThatDoesNotStartAtZeroSaysSo() {
        var caption = Caption.of("t", Unit.count(""), "");
        var years = List.of("1", "2");
        String note = "Let op: de as begint niet bij 0.";
        assertThat(texts(LineChart.of(caption, "j", years, List.of(SampleCharts.series("s", "980", "1000")))))
                .contains(note);
        assertThat(texts(LineChart.of(caption, "j", years, List.of(SampleCharts.series("s", "100", "1000")))))
                .doesNotContain(note);
        assertThat(texts(LineChart.of(caption, "j", years, List.of(SampleCharts.series("s", "7", "7")))))
                .as("all equal: from zero")
                .doesNotContain(note);
        assertThat(texts(BarChart.of(caption, "j", years, List.of(SampleCharts.series("s", "980", "1000")))))
                .as("bars always stand on zero")
                .doesNotContain(note);
    }

    @Test
    void labelsOfPeriodsAndNumbersDoNotTouch() {
        for (int width : new int[] {320, 480, 720, 1200}) {
            for (Chart chart : List.of(SampleCharts.sixtyMonths(), SampleCharts.line(), SampleCharts.bars())) {
                SvgDocument svg = SvgDocument.parse(SvgRenderer.render(chart, PAGE.withWidth(width)));
                double axis = svg.elements("text").stream()
                        .filter(text -> text.getAttribute("class").equals("chart-muted")
                                && text.getAttribute("text-anchor").equals("middle"))
                        .mapToDouble(text -> attribute(text, "y"))
                        .max()
                        .orElseThrow();
                double[][] spans = svg.elements("text").stream()
                        .filter(text ->
                                text.getAttribute("text-anchor").equals("middle") && attribute(text, "y") == axis)
                        .map(text -> {
                            double half = TextFit.width(text.getTextContent(), 13) / 2;
                            return new double[] {attribute(text, "x") - half, attribute(text, "x") + half};
                        })
                        .sorted(java.util.Comparator.comparingDouble(span -> span[0]))
                        .toArray(double[][]::new);
                assertThat(spans.length).isGreaterThanOrEqualTo(2);
                for (int i = 1; i < spans.length; i++) {
                    assertThat(spans[i][0]).isGreaterThan(spans[i - 1][1]);
                }
            }
        }
    }

    @Test
    void longLabelsAreShortenedWithTheWholeTextAtHand() {
        String label = "Kamers met aandacht voor jongeren die uit een instelling komen en nog geen woning hebben";
        SvgDocument svg = SvgDocument.parse(SvgRenderer.render(SampleCharts.bars(), PAGE));
        assertThat(svg.texts()).doesNotContain(label).anyMatch(text -> text.endsWith("…"));
        assertThat(svg.elements("title")).extracting(Element::getTextContent).contains(label);
    }

    @Test
    void seriesDifferInMoreThanColour() {
        assertThat(Stream.iterate(0, i -> i + 1).limit(8).map(Marks::dash)).doesNotHaveDuplicates();
        assertThat(Marks.dash(8)).as("the colour returns, with another dash").isNotEqualTo(Marks.dash(0));
    }

    @Test
    void pagesTakeTheirColoursFromClassesAndDocumentsCarryThem() {
        String page = SvgRenderer.render(SampleCharts.line(), PAGE);
        assertThat(page).contains("class=\"chart-series-1\"").doesNotContain("=\"#");
        String print = SvgRenderer.render(SampleCharts.line(), RenderOptions.document("d"));
        assertThat(print)
                .contains("stroke=\"#00578a\"")
                .doesNotContain("class=")
                .doesNotContain("currentColor");
    }

    @Test
    void impossibleChartsAreRefused() {
        var caption = Caption.of("t", Unit.count(""), "");
        var one = List.of(SampleCharts.series("s", "1"));
        assertThatThrownBy(() -> BarChart.of(caption, "h", List.of("a", "b"), one))
                .hasMessageContaining("1 points for 2 categories");
        assertThatThrownBy(
                        () -> LineChart.of(caption, "h", List.of("a"), one).withEvents(new LineChart.Event("z", "x")))
                .hasMessageContaining("'z'");
        assertThatThrownBy(() -> Interval.of("2", "1")).hasMessageContaining("turned around");
        assertThatThrownBy(() -> Point.of("1E400")).hasMessageContaining("too large");
        assertThatThrownBy(() -> RenderOptions.page("a\" onload=\"x")).hasMessageContaining("id prefix");
    }

    private static List<String> texts(Chart chart) {
        return SvgDocument.parse(SvgRenderer.render(chart, PAGE)).texts();
    }

    /** Strokes of the width and colour of the first series that connect points. */
    private static List<Element> lines(Chart chart) {
        return SvgDocument.parse(SvgRenderer.render(chart, PAGE)).elements("path").stream()
                .filter(path -> path.getAttribute("stroke-width").equals("2.5"))
                .toList();
    }

    private static List<Element> markers(Chart chart) {
        return SvgDocument.parse(SvgRenderer.render(chart, PAGE)).elements("path").stream()
                .filter(path -> path.getAttribute("class").equals("chart-series-1") && path.hasAttribute("fill"))
                .filter(path -> !path.getAttribute("fill").equals("none"))
                .toList();
    }
}
