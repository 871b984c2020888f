package nl.leercirkel.call;

import java.util.List;

/** How a question of a call is answered. */
public enum FieldKind {
    LINE("een regel"),
    TEXT("tekst"),
    NUMBER("getal"),
    AMOUNT("bedrag in euro"),
    PERIOD("periode"),
    YES_NO("ja of nee"),
    YES_NO_REFERENCE("ja of nee, met een verwijzing"),
    CHOICE("een keuze uit een lijst"),
    CHOICES("meer keuzes uit een lijst"),
    PARTNERS("partners"),
    MONEY("geld per bron en jaar"),
    EFFECTS("beoogde effecten");

    private final String term;

    FieldKind(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }

    /** The columns of each row, for questions that are answered with rows; none for the other ones. */
    public List<String> columns() {
        return switch (this) {
            case PARTNERS -> List.of("naam", "rol");
            case MONEY -> List.of("bron", "soort", "jaar", "bedrag", "toelichting");
            case EFFECTS -> List.of("indicator", "eenheid", "nulmeting", "streefwaarde", "wanneer");
            case LINE, TEXT, NUMBER, AMOUNT, PERIOD, YES_NO, YES_NO_REFERENCE, CHOICE, CHOICES -> List.of();
        };
    }

    public boolean hasRows() {
        return !columns().isEmpty();
    }

    boolean hasOptions() {
        return this == CHOICE || this == CHOICES;
    }

    /** Whether somebody who draws up a call may use it for a question of their own. */
    boolean forOwnQuestions() {
        return !hasRows() && this != PERIOD;
    }
}
