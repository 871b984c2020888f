package nl.leercirkel.source;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is said about a dataset, as typed, so that nothing is lost when something is wrong with it. */
record AboutForm(
        String name,
        String description,
        String owner,
        String purpose,
        String supplier,
        String agreement,
        String refresh,
        String licence,
        String sourceNote) {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 4000;

    static AboutForm empty() {
        return new AboutForm("", "", "", "", "", "", Refresh.YEARLY.name(), "", "");
    }

    static AboutForm of(Dataset.About about) {
        return new AboutForm(
                about.name(),
                about.description(),
                about.owner(),
                about.purpose(),
                about.supplier(),
                about.agreement(),
                about.refresh().name(),
                about.licence(),
                about.sourceNote());
    }

    static AboutForm read(Map<String, String> form) {
        return new AboutForm(
                Typed.line(form, "naam"),
                Typed.lines(form, "omschrijving"),
                Typed.line(form, "eigenaar"),
                Typed.lines(form, "doel"),
                Typed.line(form, "leverancier"),
                Typed.lines(form, "afspraak"),
                Typed.line(form, "ritme"),
                Typed.line(form, "licentie"),
                Typed.line(form, "bronvermelding"));
    }

    /** What is wrong, by field, in the order of the form. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (name.isEmpty()) {
            errors.put("naam", "Vul de naam van de bron in.");
        }
        if (owner.isEmpty()) {
            errors.put("eigenaar", "Vul in wie voor deze bron verantwoordelijk is, bijvoorbeeld een afdeling.");
        }
        if (purpose.isEmpty()) {
            errors.put("doel", "Vul in waarvoor u deze gegevens gebruikt. Zonder doel mogen ze niet worden bewaard.");
        }
        if (refresh().isEmpty()
                || java.util.Arrays.stream(Refresh.values())
                        .noneMatch(each -> each.name().equals(refresh))) {
            errors.put("ritme", "Kies hoe vaak er nieuwe gegevens zijn.");
        }
        tooLong(errors, "naam", name, LONGEST_LINE);
        tooLong(errors, "omschrijving", description, LONGEST_TEXT);
        tooLong(errors, "eigenaar", owner, LONGEST_LINE);
        tooLong(errors, "doel", purpose, LONGEST_TEXT);
        tooLong(errors, "leverancier", supplier, LONGEST_LINE);
        tooLong(errors, "afspraak", agreement, LONGEST_TEXT);
        tooLong(errors, "licentie", licence, LONGEST_LINE);
        tooLong(errors, "bronvermelding", sourceNote, LONGEST_LINE);
        return errors;
    }

    private static void tooLong(Map<String, String> errors, String field, String text, int most) {
        if (text.length() > most) {
            errors.put(field, "Gebruik ten hoogste " + most + " tekens.");
        }
    }

    /** Only for a form without errors. */
    Dataset.About about() {
        return new Dataset.About(
                name, description, owner, purpose, supplier, agreement, Refresh.valueOf(refresh), licence, sourceNote);
    }
}
