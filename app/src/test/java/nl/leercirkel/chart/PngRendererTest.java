package nl.leercirkel.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngRendererTest {

    @Test
    void showsTheSamePictureInPixels() throws IOException {
        BufferedImage image = read(PngRenderer.png(SampleCharts.bars(), 640, 2));
        SvgDocument svg = SvgDocument.parse(SvgRenderer.render(SampleCharts.bars(), RenderOptions.document("x")));

        assertThat(image.getWidth()).isEqualTo(1280);
        assertThat(image.getHeight()).isEqualTo(2 * Integer.parseInt(svg.root().getAttribute("height")));
        assertThat(image.getRGB(0, 0)).as("white paper").isEqualTo(0xffffffff);
        assertThat(pixels(image, 0xff00578a)).as("bars in the first colour").isGreaterThan(20_000);
        assertThat(pixels(image, 0xff1c2430)).as("text").isGreaterThan(500);
    }

    @Test
    void drawsEverySample() throws IOException {
        for (Chart chart : SampleCharts.all().values()) {
            assertThat(read(PngRenderer.png(chart, 320, 1)).getWidth()).isEqualTo(320);
        }
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int pixels(BufferedImage image, int colour) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == colour ? 1 : 0;
            }
        }
        return count;
    }
}
