package nl.leercirkel.report.document;

import java.util.List;

/** Labels with their values, such as the sheet of a project. */
public record DefinitionList(List<Entry> entries) implements Block.Flow {

    /** A label and what is filled in. */
    public record Entry(String label, List<Inline> value) {
        public Entry {
            label = Plain.required(label, "Een label");
            value = List.copyOf(value);
            if (value.isEmpty()) {
                throw new IllegalArgumentException(
                        "Bij '" + label + "' staat geen waarde; schrijf bijvoorbeeld 'niet bekend'.");
            }
        }

        public static Entry of(String label, String value) {
            return new Entry(label, List.of(new Inline.Text(Plain.required(value, "De waarde bij '" + label + "'"))));
        }

        public static Entry of(String label, Inline... value) {
            return new Entry(label, List.of(value));
        }
    }

    public DefinitionList {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("Een overzicht van gegevens is leeg.");
        }
    }

    public static DefinitionList of(Entry... entries) {
        return new DefinitionList(List.of(entries));
    }
}
