package nl.leercirkel.report.document;

import java.util.Locale;

/** The language of a document, with the fixed words a renderer adds around the content. */
public enum Language {
    NL(
            Locale.of("nl", "NL"),
            new Words(
                    "Inhoud",
                    "Tabel",
                    "Figuur",
                    "Pagina",
                    "van",
                    "Noten",
                    "Noot",
                    "terug naar de tekst",
                    "Concept",
                    "Versie",
                    "Cijfers bij deze figuur",
                    "Toelichting",
                    "Let op",
                    "Tegenspraak")),
    EN(
            Locale.of("en", "GB"),
            new Words(
                    "Contents",
                    "Table",
                    "Figure",
                    "Page",
                    "of",
                    "Notes",
                    "Note",
                    "back to the text",
                    "Draft",
                    "Version",
                    "The figures behind this chart",
                    "Note",
                    "Warning",
                    "Contradiction"));

    /** Words that renderers add. */
    public record Words(
            String contents,
            String table,
            String figure,
            String page,
            String of,
            String notes,
            String note,
            String back,
            String concept,
            String version,
            String figures,
            String explanation,
            String warning,
            String contradiction) {}

    private final Locale locale;
    private final Words words;

    Language(Locale locale, Words words) {
        this.locale = locale;
        this.words = words;
    }

    public Locale locale() {
        return locale;
    }

    public Words words() {
        return words;
    }

    /** The language tag, such as {@code nl-NL}. */
    public String tag() {
        return locale.toLanguageTag();
    }
}
