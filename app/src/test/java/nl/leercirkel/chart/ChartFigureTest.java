package nl.leercirkel.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChartFigureTest {

    @Test
    void holdsPictureTableAndTexts() {
        RenderOptions options = RenderOptions.document("f");
        ChartFigure figure = ChartFigure.of(SampleCharts.line(), options);
        assertThat(figure.svg()).isEqualTo(SvgRenderer.render(SampleCharts.line(), options));
        assertThat(figure.table()).isEqualTo(SampleCharts.line().table());
        assertThat(figure.title()).isEqualTo("Jeugdigen met jeugdhulp");
        assertThat(figure.source()).isEqualTo("Bron: verzonnen voorbeeld");
    }

    @Test
    void aResponsiveFigureHasBothLayoutsWithIdsOfTheirOwn() {
        String svg = ChartFigure.responsive(SampleCharts.line(), RenderOptions.page("r"))
                .svg();
        assertThat(svg)
                .containsOnlyOnce("class=\"chart chart-wide\"")
                .containsOnlyOnce("class=\"chart chart-narrow\"")
                .containsOnlyOnce("id=\"r-title\"")
                .containsOnlyOnce("id=\"r-narrow-title\"")
                .contains("viewBox=\"0 0 320 ");
    }
}
