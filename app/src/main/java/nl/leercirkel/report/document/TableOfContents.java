package nl.leercirkel.report.document;

/**
 * The headings of the document, with links.
 *
 * @param depth deepest level listed
 */
public record TableOfContents(int depth) implements Block {
    public TableOfContents {
        if (depth < 1 || depth > Section.DEEPEST) {
            throw new IllegalArgumentException(
                    "De inhoudsopgave gaat van 1 tot en met " + Section.DEEPEST + " niveaus, niet " + depth + ".");
        }
    }
}
