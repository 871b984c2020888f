package nl.leercirkel.standards.ijw.stream;

import java.util.Locale;

/** Says in Dutch why a file is not well-formed XML; the parser says it in English and may quote the file. */
final class NotXml {
    private NotXml() {}

    static String explain(Exception e) {
        String message = e.getMessage() == null ? "" : e.getMessage().toLowerCase(Locale.ROOT);
        if (message.contains("end-of-input") || message.contains("unexpected end") || message.contains("eof")) {
            return "Het bestand houdt hier op terwijl het bericht niet af is. Waarschijnlijk is het niet helemaal overgekomen.";
        }
        if (message.contains("utf-8")
                || message.contains("surrogate")
                || message.contains("encoding")
                || message.contains("charset")) {
            return "Hier staat een teken dat niet past bij de tekencodering van het bestand. Een bericht hoort in UTF-8 te staan (OP192).";
        }
        if (message.contains("entity")) {
            return "Hier staat een verwijzing naar een entiteit die niet bestaat. Schrijf & als &amp;.";
        }
        if (message.contains("end element") || message.contains("end tag") || message.contains("mismatch")) {
            return "Een element wordt hier afgesloten dat niet open staat.";
        }
        if (message.contains("namespace") || message.contains("prefix")) {
            return "Hier wordt een naamruimte gebruikt die niet bekend is gemaakt.";
        }
        if (message.contains("duplicate attribute")) {
            return "Hier staat twee keer hetzelfde attribuut.";
        }
        return "Hier is het bestand geen geldige XML meer.";
    }
}
