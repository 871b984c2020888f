package nl.leercirkel.standards.ijw.definition;

import org.jspecify.annotations.Nullable;

/** Text of a certain length and make. */
public final class TextType extends ValueType {
    /** What characters the text may hold. */
    public enum Form {
        /** Anything. */
        ANY,
        /** Something other than white space, on one line. */
        LINE,
        /** Something other than white space; line ends are allowed. */
        FREE,
        DIGITS,
        LETTERS_AND_DIGITS,
        /** Latin letters without dots or spaces; as in the definitions, × and ÷ pass. */
        LETTERS,
        /** Three numbers without leading zeros, parted by dots. */
        VERSION
    }

    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private final Form form;
    private final int shortest;
    private final int longest;

    TextType(String name, Form form, int shortest, int longest, boolean personal) {
        super(name, personal);
        this.form = form;
        this.shortest = shortest;
        this.longest = longest;
    }

    static TextType unlimited(String name, Form form, boolean personal) {
        return new TextType(name, form, 1, NO_LIMIT, personal);
    }

    public Form form() {
        return form;
    }

    public int shortest() {
        return shortest;
    }

    @Override
    public int longest() {
        return longest == NO_LIMIT ? -1 : longest;
    }

    @Override
    public @Nullable Fault check(char[] text, int from, int to, Parsed parsed) {
        int length = to - from;
        if (length == 0) {
            return Fault.EMPTY;
        }
        if (length > longest) {
            return Fault.TOO_LONG;
        }
        Fault fault = length < shortest ? Fault.FORM : formFault(text, from, to);
        if (fault == null) {
            parsed.text(text, from, to, personal());
        }
        return fault;
    }

    private @Nullable Fault formFault(char[] text, int from, int to) {
        return switch (form) {
            case ANY -> null;
            case LINE -> lineFault(text, from, to);
            case FREE -> skipSpace(text, from, to) == to ? Fault.EMPTY : null;
            case DIGITS -> digitsFault(text, from, to);
            case LETTERS_AND_DIGITS -> lettersAndDigitsFault(text, from, to);
            case LETTERS -> lettersFault(text, from, to);
            case VERSION -> versionFault(text, from, to);
        };
    }

    private static @Nullable Fault lineFault(char[] text, int from, int to) {
        boolean blank = true;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c == '\n' || c == '\r') {
                return Fault.LINE_BREAK;
            }
            blank &= c == ' ' || c == '\t';
        }
        return blank ? Fault.EMPTY : null;
    }

    private static @Nullable Fault digitsFault(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text[i])) {
                return Fault.FORM;
            }
        }
        return null;
    }

    private static @Nullable Fault lettersAndDigitsFault(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (!isDigit(c) && !isLatin(c)) {
                return Fault.FORM;
            }
        }
        return null;
    }

    private static @Nullable Fault lettersFault(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (!isLatin(c) && !(c >= '\u00C0' && c <= '\u1EF3')) {
                return Fault.FORM;
            }
        }
        return null;
    }

    private static @Nullable Fault versionFault(char[] text, int from, int to) {
        int place = from;
        for (int part = 0; part < 3; part++) {
            if (part > 0 && (place >= to || text[place++] != '.')) {
                return Fault.FORM;
            }
            int start = place;
            while (place < to && isDigit(text[place])) {
                place++;
            }
            if (place == start || (text[start] == '0' && place - start > 1)) {
                return Fault.FORM;
            }
        }
        return place == to ? null : Fault.FORM;
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    @Override
    public String expected() {
        return switch (form) {
            case ANY -> "een tekst van " + lengths() + " tekens";
            case LINE -> "een tekst op één regel van " + lengths() + " tekens, niet alleen spaties";
            case FREE -> "een tekst, niet alleen spaties";
            case DIGITS -> shortest == longest ? "precies " + shortest + " cijfers" : lengths() + " cijfers";
            case LETTERS_AND_DIGITS -> lengths() + " letters of cijfers, zonder spaties";
            case LETTERS -> lengths() + " letters, aaneengeschreven";
            case VERSION -> "drie getallen met punten ertussen, zoals 1.0.2";
        };
    }

    private String lengths() {
        return shortest == longest ? Integer.toString(shortest) : shortest + " tot en met " + longest;
    }
}
