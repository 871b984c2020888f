package nl.leercirkel.standards.iv3;

import java.util.Optional;

/** The parts of a data file and by what a cell is found in each. */
public enum Iv3Section {
    /** Costs per task field and category. */
    COSTS("lasten", "taakveld", "categorie", "bedrag"),
    BALANCE_COSTS("balans_lasten", "balanscode", "categorie", "bedrag"),
    /** Income per task field and category. */
    INCOME("baten", "taakveld", "categorie", "bedrag"),
    BALANCE_INCOME("balans_baten", "balanscode", "categorie", "bedrag"),
    BALANCE("balans_standen", "balanscode", "standper", "bedrag"),
    RATIOS("kengetallen", "kengetal", "verslagperiode", "waarde"),
    POLICY("beleidsindicatoren", "beleidsindicator", "verslagperiode", "waarde");

    private final String name;
    private final String row;
    private final String column;
    private final String value;

    Iv3Section(String name, String row, String column, String value) {
        this.name = name;
        this.row = row;
        this.column = column;
        this.value = value;
    }

    String key() {
        return name;
    }

    String row() {
        return row;
    }

    String column() {
        return column;
    }

    String value() {
        return value;
    }

    static Optional<Iv3Section> of(String name) {
        for (Iv3Section section : values()) {
            if (section.name.equals(name)) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }
}
