package nl.leercirkel.report.document;

import java.util.List;

/** Sentences that belong together. */
public record Paragraph(List<Inline> inlines) implements Block.Prose {
    public Paragraph {
        inlines = List.copyOf(inlines);
        if (inlines.isEmpty()) {
            throw new IllegalArgumentException("Een alinea heeft geen tekst.");
        }
    }

    public static Paragraph of(String text) {
        return new Paragraph(List.of(new Inline.Text(Plain.required(text, "Een alinea"))));
    }

    public static Paragraph of(Inline... inlines) {
        return new Paragraph(List.of(inlines));
    }
}
