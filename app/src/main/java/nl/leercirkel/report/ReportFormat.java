package nl.leercirkel.report;

import java.util.Arrays;
import java.util.Optional;
import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.render.DocxRenderer;
import nl.leercirkel.report.render.PdfRenderer;
import org.springframework.http.MediaType;

/** A file that a report can be taken along as. */
public enum ReportFormat {
    /** To edit. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /** To publish: tagged, readable for everybody. */
    PDF(MediaType.APPLICATION_PDF_VALUE);

    private final MediaType mediaType;

    ReportFormat(String mediaType) {
        this.mediaType = MediaType.parseMediaType(mediaType);
    }

    /** By the name that an address uses: docx, pdf. */
    static Optional<ReportFormat> of(String term) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(term))
                .findFirst();
    }

    MediaType mediaType() {
        return mediaType;
    }

    String extension() {
        return switch (this) {
            case DOCX -> ".docx";
            case PDF -> ".pdf";
        };
    }

    byte[] render(Document document) {
        return switch (this) {
            case DOCX -> new DocxRenderer().render(document);
            case PDF -> new PdfRenderer().render(document);
        };
    }
}
