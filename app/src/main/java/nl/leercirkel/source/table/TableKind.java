package nl.leercirkel.source.table;

/** The kinds of file in which people have tables. */
public enum TableKind {
    CSV("CSV"),
    XLSX("Excel"),
    ODS("LibreOffice Calc"),
    JSON("JSON");

    private final String label;

    TableKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether a row is pointed at by sheet, row and cell. */
    public boolean hasSheets() {
        return this == XLSX || this == ODS;
    }
}
