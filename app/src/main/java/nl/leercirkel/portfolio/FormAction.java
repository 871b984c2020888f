package nl.leercirkel.portfolio;

/** Which button of a form was pressed. The buttons for rows work without a script: the form comes back with the row. */
sealed interface FormAction {
    record Save() implements FormAction {}

    record AddRow(String target) implements FormAction {}

    record RemoveRow(String target, int index) implements FormAction {}

    /** Reads "opslaan", "rij-toevoegen:geld" and "rij-verwijderen:geld.2"; anything else saves. */
    static FormAction of(String text) {
        String[] parts = text.split("[:.]");
        if (parts.length == 2 && parts[0].equals("rij-toevoegen")) {
            return new AddRow(parts[1]);
        }
        if (parts.length == 3 && parts[0].equals("rij-verwijderen") && parts[2].matches("\\d{1,3}")) {
            return new RemoveRow(parts[1], Integer.parseInt(parts[2]));
        }
        return new Save();
    }

    /** The form with the row added or removed; sections that do not exist change nothing. */
    default TextForm apply(TextForm form) {
        return switch (this) {
            case Save ignored -> form;
            case AddRow(String section) -> form.sections().containsKey(section) ? form.withRow(section) : form;
            case RemoveRow(String section, int index) ->
                form.sections().containsKey(section) ? form.withoutRow(section, index) : form;
        };
    }

    /** Where the page goes after the row was added or removed; empty for saving. */
    default String section() {
        return switch (this) {
            case Save ignored -> "";
            case AddRow(String section) -> section;
            case RemoveRow(String section, int ignored) -> section;
        };
    }
}
