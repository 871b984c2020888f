package nl.leercirkel.report.document;

import java.util.List;

/** A whole document: what it is and what it says. */
public record Document(Metadata metadata, List<Block> blocks) {
    public Document {
        blocks = List.copyOf(blocks);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("Document '" + metadata.title() + "' heeft geen inhoud.");
        }
    }

    public static Document of(Metadata metadata, Block... blocks) {
        return new Document(metadata, List.of(blocks));
    }
}
