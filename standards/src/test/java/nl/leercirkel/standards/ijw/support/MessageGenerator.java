package nl.leercirkel.standards.ijw.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import nl.leercirkel.standards.ijw.definition.CodeType;
import nl.leercirkel.standards.ijw.definition.DateType;
import nl.leercirkel.standards.ijw.definition.FixedType;
import nl.leercirkel.standards.ijw.definition.MessageDefinition;
import nl.leercirkel.standards.ijw.definition.Node;
import nl.leercirkel.standards.ijw.definition.NumberType;
import nl.leercirkel.standards.ijw.definition.TextType;
import nl.leercirkel.standards.ijw.definition.TimeType;
import nl.leercirkel.standards.ijw.definition.ValueType;

/** Makes messages that are right in structure, with values all over what their types allow; BSNs are test numbers. */
public final class MessageGenerator {
    private static final String[] TEST_BSNS = {"999900006", "999900018", "999990019"};
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ODD = "é ï-'.&<>\"ßŁ/ 0 9";

    private final Random random;
    private final double optional;

    /**
     * Prepares a generator.
     *
     * @param optional share of the optional elements that are there: 1 for all of them, 0 for none
     */
    public MessageGenerator(long seed, double optional) {
        this.random = new Random(seed);
        this.optional = optional;
    }

    public XmlTree message(MessageDefinition definition) {
        return element(definition, definition.root());
    }

    private XmlTree element(MessageDefinition definition, Node node) {
        XmlTree tree =
                new XmlTree(node.name(), node.inBaseNamespace() ? definition.baseNamespace() : definition.namespace());
        if (node.kind() == Node.Kind.VALUE) {
            tree.text = value(node);
            return tree;
        }
        for (Node child : node.children()) {
            if (child.optional() && random.nextDouble() >= optional) {
                continue;
            }
            int times = child.repeated() ? 1 + random.nextInt(3) : 1;
            for (int i = 0; i < times; i++) {
                tree.children.add(element(definition, child));
            }
        }
        return tree;
    }

    private String value(Node node) {
        return node.name().equals("Bsn") ? TEST_BSNS[random.nextInt(TEST_BSNS.length)] : value(node.type());
    }

    public String value(ValueType type) {
        return switch (type) {
            case FixedType fixed -> fixed.value();
            case CodeType code -> {
                List<String> codes = new ArrayList<>();
                code.list().entries().forEach(entry -> codes.add(entry.code()));
                yield codes.get(random.nextInt(codes.size()));
            }
            case NumberType number -> number(number);
            case DateType date ->
                LocalDate.of(2015, 1, 1).plusDays(random.nextInt(5000)).toString();
            case TimeType time ->
                String.format(Locale.ROOT, "%02d:%02d:%02d", random.nextInt(24), random.nextInt(60), random.nextInt(60))
                        + (random.nextInt(4) == 0 ? "." + (1 + random.nextInt(999)) : "");
            case TextType text -> text(text);
        };
    }

    private String number(NumberType type) {
        long span = type.largest() - type.smallest();
        return switch (random.nextInt(5)) {
            case 0 -> Long.toString(type.smallest());
            case 1 -> Long.toString(type.largest());
            default -> Long.toString(type.smallest() + random.nextLong(Math.min(span, 100_000) + 1));
        };
    }

    private String text(TextType type) {
        int longest = type.longest() < 0 ? 300 : type.longest();
        int length = random.nextInt(3) == 0
                ? longest
                : type.shortest() + random.nextInt(Math.min(longest, 20) - Math.min(type.shortest(), 20) + 1);
        length = Math.max(type.shortest(), Math.min(length, longest));
        return switch (type.form()) {
            case DIGITS -> characters("0123456789", length);
            case LETTERS_AND_DIGITS -> characters(LETTERS + "0123456789", length);
            case LETTERS -> characters(LETTERS + "Éàỳ", length);
            case VERSION -> random.nextInt(3) + "." + random.nextInt(30) + "." + random.nextInt(3);
            case ANY, LINE, FREE -> "x" + characters(LETTERS + ODD, length - 1);
        };
    }

    private String characters(String from, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }
}
