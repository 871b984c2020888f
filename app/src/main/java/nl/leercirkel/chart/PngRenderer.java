package nl.leercirkel.chart;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;

/** The same drawing as pixels, for word processors that do not show SVG. */
public final class PngRenderer {

    private PngRenderer() {}

    /**
     * @param widthPx the width the chart is laid out for, in CSS pixels
     * @param scale pixels per CSS pixel; 3 gives print quality at the usual width of a text column
     */
    public static byte[] png(Chart chart, int widthPx, int scale) {
        return png(chart, widthPx, scale, Language.DUTCH);
    }

    public static byte[] png(Chart chart, int widthPx, int scale, Language language) {
        if (scale < 1 || scale > 4) {
            throw new IllegalArgumentException("scale must be 1 to 4, not " + scale);
        }
        var options = new RenderOptions(widthPx, Theme.PRINT, language, "chart");
        var transcoder = new PNGTranscoder();
        transcoder.addTranscodingHint(PNGTranscoder.KEY_WIDTH, (float) widthPx * scale);
        transcoder.addTranscodingHint(PNGTranscoder.KEY_BACKGROUND_COLOR, Color.WHITE);
        // The drawing is ours and holds neither scripts nor links; nothing a label contains may change that.
        transcoder.addTranscodingHint(PNGTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
        transcoder.addTranscodingHint(PNGTranscoder.KEY_EXECUTE_ONLOAD, false);
        transcoder.addTranscodingHint(PNGTranscoder.KEY_ALLOWED_SCRIPT_TYPES, "");
        var png = new ByteArrayOutputStream();
        try {
            transcoder.transcode(
                    new TranscoderInput(new StringReader(SvgRenderer.render(chart, options))),
                    new TranscoderOutput(png));
        } catch (TranscoderException e) {
            throw new IllegalStateException(
                    "could not rasterise '" + chart.caption().title() + "'", e);
        }
        return png.toByteArray();
    }
}
