package nl.leercirkel.standards.ijw.definition;

import org.jspecify.annotations.Nullable;

/** A code from a list. */
public final class CodeType extends ValueType {
    private static final int SHOWN = 12;

    private final CodeList list;

    CodeType(String name, CodeList list, boolean personal) {
        super(name, personal);
        this.list = list;
    }

    public CodeList list() {
        return list;
    }

    @Override
    public @Nullable Fault check(char[] text, int from, int to, Parsed parsed) {
        String code = list.match(text, from, to);
        if (code == null) {
            return from == to ? Fault.EMPTY : Fault.NOT_IN_LIST;
        }
        parsed.object(code);
        return null;
    }

    @Override
    public String expected() {
        String codes = list.entries().size() > SHOWN
                ? ""
                : ": "
                        + String.join(
                                ", ",
                                list.entries().stream()
                                        .map(CodeList.Entry::code)
                                        .toList());
        return "een code uit lijst " + list.name() + " (" + list.title() + ")" + codes;
    }
}
