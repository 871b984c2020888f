package nl.leercirkel.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers for tests. */
final class Filled {
    private Filled() {}

    /** What is asked with the standard questions, complete, for an organisation that asks an amount. */
    static Answers standard(String name, String organisation, String amount) {
        Map<String, String> values = new LinkedHashMap<>();
        for (StandardField field : StandardField.values()) {
            if (!field.kind().hasRows()) {
                values.put(field.key(), field.label() + " van " + name);
            }
        }
        values.put(StandardField.NAME.key(), name);
        values.put(StandardField.PERIOD.key(), "2027 t/m 2028");
        values.put(StandardField.ACTION_LINES.key(), StandardField.NATIONAL_ACTION_LINES.getFirst());
        values.put(StandardField.CHAIN.key(), StandardField.CHAIN_STEPS.get(2));
        return new Answers(
                values,
                Map.of(
                        StandardField.PARTNERS.key(),
                        List.of(
                                row("naam", organisation, "rol", "penvoerder"),
                                row("naam", "Buurthuis", "rol", "partner")),
                        StandardField.MONEY.key(),
                        List.of(
                                row(
                                        "bron",
                                        "Transformatiefonds",
                                        "soort",
                                        "programmabudget",
                                        "jaar",
                                        "2027",
                                        "bedrag",
                                        amount,
                                        "toelichting",
                                        ""),
                                row(
                                        "bron",
                                        "Eigen geld",
                                        "soort",
                                        "eigen bijdrage partner",
                                        "jaar",
                                        "2028",
                                        "bedrag",
                                        "12.345,67",
                                        "toelichting",
                                        "toegezegd")),
                        StandardField.EFFECTS.key(),
                        List.of(row(
                                "indicator",
                                "trajecten met een JIM",
                                "eenheid",
                                "%",
                                "nulmeting",
                                "20",
                                "streefwaarde",
                                "70",
                                "wanneer",
                                "2028"))));
    }

    static Map<String, String> row(String... texts) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            row.put(texts[i], texts[i + 1]);
        }
        return row;
    }
}
