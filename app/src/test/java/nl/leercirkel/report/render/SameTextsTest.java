package nl.leercirkel.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.leercirkel.report.document.Document;
import org.apache.pdfbox.Loader;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** Page, Word and PDF say the same: every text and figure of the model stands in each of them, in order of reading. */
class SameTextsTest {
    private final Document document = SampleDocument.everyBlock();
    private final TextsOf expected = TextsOf.document(document);

    @Test
    void thePage() throws Exception {
        var html = new HtmlRenderer(1).render(document);
        var parsed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)));
        assertSays(parsed.getDocumentElement().getTextContent());
    }

    @Test
    void thePdfAsItIsReadAloud() throws Exception {
        try (var pdf = Loader.loadPDF(new PdfRenderer().render(document))) {
            var text = TaggedText.of(pdf);
            assertSays(text);
        }
    }

    @Test
    void theWordDocument() throws Exception {
        try (var word = new XWPFDocument(new ByteArrayInputStream(new DocxRenderer().render(document)));
                var extractor = new XWPFWordExtractor(word)) {
            assertInOrder(extractor.getText(), expected.body());
            var notes = word.getFootnotes().stream()
                    .flatMap(note -> note.getParagraphs().stream())
                    .map(paragraph -> TextsOf.normalised(paragraph.getText()))
                    .filter(text -> !text.isBlank())
                    .toList();
            assertThat(notes).containsExactlyElementsOf(expected.notes());
        }
    }

    private void assertSays(String text) {
        assertInOrder(text, expected.body());
        assertInOrder(text.substring(text.lastIndexOf("Noten")), expected.notes());
    }

    private static void assertInOrder(String text, List<String> expected) {
        var rest = TextsOf.normalised(text);
        for (var piece : expected) {
            var wanted = TextsOf.normalised(piece);
            int at = rest.indexOf(wanted);
            assertThat(at).as("'%s' in: %s", wanted, rest).isNotNegative();
            rest = rest.substring(at + wanted.length());
        }
    }
}
