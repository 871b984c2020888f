package nl.leercirkel.report.document;

/**
 * Where a figure comes from, in a sentence a reader can follow: "Bron: D2021, tabel 1; stand 2021-10". Shown as a note;
 * the same note used twice is one note.
 */
public record SourceNote(String text) {
    public SourceNote {
        text = Plain.required(text, "Een bronvermelding");
    }
}
