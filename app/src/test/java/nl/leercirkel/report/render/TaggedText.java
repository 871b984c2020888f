package nl.leercirkel.report.render;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** The text of a tagged PDF in the order of its tags: what a screen reader says. Blocks end with a line break. */
final class TaggedText {
    private static final List<String> INLINE = List.of("Span", "Link");

    private final Map<PDPage, Map<Integer, String>> texts = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    static String of(PDDocument document) throws IOException {
        var text = new TaggedText();
        for (var page : document.getPages()) {
            var extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            var ofPage = new HashMap<Integer, String>();
            extractor.getMarkedContents().forEach(content -> collect(content, ofPage));
            text.texts.put(page, ofPage);
        }
        text.walk(document.getDocumentCatalog().getStructureTreeRoot(), document.getPage(0));
        return text.out.toString();
    }

    private static void collect(PDMarkedContent content, Map<Integer, String> texts) {
        var text = new StringBuilder();
        for (var part : content.getContents()) {
            switch (part) {
                case TextPosition position -> text.append(position.getUnicode());
                case PDMarkedContent nested -> collect(nested, texts);
                default -> {}
            }
        }
        texts.merge(content.getMCID(), text.toString(), String::concat);
    }

    private void walk(PDStructureNode node, PDPage inherited) {
        var page =
                node instanceof PDStructureElement element && element.getPage() != null ? element.getPage() : inherited;
        for (var kid : node.getKids()) {
            switch (kid) {
                case PDStructureElement element -> {
                    walk(element, page);
                    if (!INLINE.contains(element.getStructureType())) {
                        out.append('\n');
                    }
                }
                case PDMarkedContentReference reference ->
                    append(reference.getPage() == null ? page : reference.getPage(), reference.getMCID());
                case Integer id -> append(page, id);
                default -> {}
            }
        }
    }

    private void append(PDPage page, int id) {
        out.append(texts.getOrDefault(page, Map.of()).getOrDefault(id, ""));
    }
}
