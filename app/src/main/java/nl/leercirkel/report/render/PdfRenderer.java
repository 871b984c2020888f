package nl.leercirkel.report.render;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.logging.Level;
import nl.leercirkel.report.document.Document;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Draws a document as PDF to publish: tagged (PDF/UA-1), archivable (PDF/A-2a), fonts embedded, nothing fetched from
 * outside.
 */
public final class PdfRenderer {
    private static final String FAMILY = "Source Sans 3";

    /** The faces of the family that the stylesheet and the charts use. */
    private enum Face {
        REGULAR("400Regular", 400, FontStyle.NORMAL),
        ITALIC("400Regular_Italic", 400, FontStyle.ITALIC),
        SEMIBOLD("600SemiBold", 600, FontStyle.NORMAL),
        BOLD("700Bold", 700, FontStyle.NORMAL);

        final String file;
        final int weight;
        final FontStyle style;

        Face(String file, int weight, FontStyle style) {
            this.file = "/fonts/SourceSans3_" + file + ".ttf";
            this.weight = weight;
            this.style = style;
        }

        InputStream open() {
            var stream = PdfRenderer.class.getResourceAsStream(file);
            if (stream == null) {
                throw new IllegalStateException("Missing from the classpath: " + file);
            }
            return stream;
        }
    }

    public byte[] render(Document document) {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        var out = new ByteArrayOutputStream();
        try (var pdf = new PDDocument();
                var drawer = new BatikSVGDrawer()) {
            var builder = new PdfRendererBuilder()
                    .usePDDocument(pdf)
                    .usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfAConformance.PDFA_2_A)
                    .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                    .withProducer("Leercirkel")
                    .useSVGDrawer(drawer)
                    .withHtmlContent(new PrintPage(document).toXhtml(), null)
                    .toStream(out);
            for (var priority : ExternalResourceControlPriority.values()) {
                builder.useExternalResourceAccessControl((uri, type) -> uri.startsWith("data:"), priority);
            }
            for (var face : Face.values()) {
                builder.useFont(font(face, pdf), FAMILY, face.weight, face.style, true);
                builder.useFont(face::open, FAMILY, face.weight, face.style, true, EnumSet.of(FSFontUseCase.SVG));
            }
            builder.run();
        } catch (IOException e) {
            throw new IllegalStateException("The PDF could not be made", e);
        }
        return out.toByteArray();
    }

    /**
     * Without ligatures: the library draws "ft" as one glyph that has no text behind it, so that a search, a copy and a
     * screen reader would get "blij" for "blijft".
     */
    private static PDFontSupplier font(Face face, PDDocument pdf) throws IOException {
        try (var stream = face.open()) {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
            font.setEnableGsub(false);
            return new PDFontSupplier(PDType0Font.load(pdf, font, true));
        }
    }
}
