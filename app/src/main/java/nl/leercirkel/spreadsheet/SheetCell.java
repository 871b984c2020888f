package nl.leercirkel.spreadsheet;

/**
 * A cell as it was in the file.
 *
 * @param text as a program writes it: 1234.5, 2022-03-01, ja or nee; a percentage as the number that a reader sees (90 for
 *     90%); empty where there is a problem
 * @param problem what is wrong with the cell itself, in Dutch; empty when nothing is
 */
public record SheetCell(Kind kind, String text, String problem) {

    /** What the spreadsheet takes the cell for. */
    public enum Kind {
        TEXT,
        NUMBER,
        PERCENTAGE,
        DATE,
        TRUTH,
        PROBLEM
    }

    public static final SheetCell EMPTY = new SheetCell(Kind.TEXT, "", "");

    public static SheetCell of(Kind kind, String text) {
        return new SheetCell(kind, text, "");
    }

    /** A text without spaces around it, with one kind of line end. */
    public static SheetCell text(String text) {
        return new SheetCell(
                Kind.TEXT, text.replace("\r\n", "\n").replace('\r', '\n').strip(), "");
    }

    public static SheetCell problem(String problem) {
        return new SheetCell(Kind.PROBLEM, "", problem);
    }

    public boolean isEmpty() {
        return text.isEmpty() && problem.isEmpty();
    }
}
