package nl.leercirkel.source.table;

/** How a file writes the decimals of numbers that stand in it as text. */
public enum DecimalMark {
    COMMA("komma (1.234,5)"),
    POINT("punt (1,234.5)");

    private final String label;

    DecimalMark(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
