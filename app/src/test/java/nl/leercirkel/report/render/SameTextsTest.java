package nl.leercirkel.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.leercirkel.report.SampleReports;
import nl.leercirkel.report.document.Document;
import org.apache.pdfbox.Loader;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** Page, Word and PDF say the same: every text and figure of the model stands in each of them, in order of reading. */
class SameTextsTest {
    static Stream<Named<Document>> documents() {
        return Stream.of(
                Named.of("everything the model knows", SampleDocument.everyBlock()),
                Named.of("report of Dordrecht", SampleReports.dordrecht()),
                Named.of("report of Venlo", SampleReports.venlo()));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void thePage(Document document) throws Exception {
        var html = new HtmlRenderer(1).render(document);
        var parsed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)));
        assertSays(document, parsed.getDocumentElement().getTextContent());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void thePdfAsItIsReadAloud(Document document) throws Exception {
        try (var pdf = Loader.loadPDF(new PdfRenderer().render(document))) {
            var text = TaggedText.of(pdf);
            assertSays(document, text);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theWordDocument(Document document) throws Exception {
        try (var word = new XWPFDocument(new ByteArrayInputStream(new DocxRenderer().render(document)));
                var extractor = new XWPFWordExtractor(word)) {
            var expected = TextsOf.document(document);
            assertInOrder(extractor.getText(), expected.body());
            var notes = word.getFootnotes().stream()
                    .flatMap(note -> note.getParagraphs().stream())
                    .map(paragraph -> TextsOf.normalised(paragraph.getText()))
                    .filter(text -> !text.isBlank())
                    .toList();
            assertThat(notes)
                    .containsExactlyElementsOf(
                            expected.notes().stream().map(TextsOf::normalised).toList());
        }
    }

    private static void assertSays(Document document, String text) {
        var expected = TextsOf.document(document);
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
