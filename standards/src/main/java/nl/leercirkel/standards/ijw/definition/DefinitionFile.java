package nl.leercirkel.standards.ijw.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The definition file of a release, read for one law: blocks of lines, not yet put together. */
final class DefinitionFile {
    private static final int INDENT = 2;

    private final Law law;
    private final CodeLists lists;
    private final Map<String, ValueType> types = new LinkedHashMap<>();
    private final Map<String, Line> blocks = new LinkedHashMap<>();
    private final List<Line> messages = new ArrayList<>();
    private final Map<String, String> namespaces = new LinkedHashMap<>();

    /** A line with the lines that stand below it. */
    record Line(List<String> words, List<Line> below) {
        String first() {
            return words.getFirst();
        }

        boolean has(String word) {
            return words.indexOf(word) > 0;
        }

        /** What follows {@code key=} on this line, or null. */
        @Nullable
        String value(String key) {
            for (String word : words) {
                if (word.startsWith(key + "=")) {
                    return word.substring(key.length() + 1);
                }
            }
            return null;
        }
    }

    DefinitionFile(Law law, List<String> lines, CodeLists lists) {
        this.law = law;
        this.lists = lists;
        for (Line block : blocks(lines)) {
            switch (block.first()) {
                case "standaard" -> {}
                case "naamruimte" ->
                    namespaces.put(block.words().get(1), block.words().get(2));
                case "type" -> types.put(block.words().get(1), type(block.words()));
                case "groep", "klasse" ->
                    blocks.put(block.first() + ":" + block.words().get(1), block);
                default -> messages.add(block);
            }
        }
    }

    List<Line> messages() {
        return messages;
    }

    Line block(String reference) {
        return Objects.requireNonNull(blocks.get(reference), reference);
    }

    ValueType type(String name) {
        return Objects.requireNonNull(types.get(name), name);
    }

    String baseNamespace() {
        return namespace("basis", "");
    }

    String namespace(MessageType type) {
        return namespace(
                "bericht",
                law.prefix().toLowerCase(java.util.Locale.ROOT) + type.kind().number());
    }

    private String namespace(String which, String message) {
        return Objects.requireNonNull(namespaces.get(which), which)
                .replace("{wet}", law.key())
                .replace("{bericht}", message);
    }

    private List<Line> blocks(List<String> lines) {
        Line top = new Line(List.of(""), new ArrayList<>());
        List<Line> open = new ArrayList<>(List.of(top));
        for (String text : lines) {
            int depth = (text.length() - text.stripLeading().length()) / INDENT;
            List<String> words = new ArrayList<>(List.of(text.strip().split("\\s+")));
            if (words.getFirst().startsWith("@")) {
                if (!words.removeFirst().equals("@" + law.key())) {
                    continue;
                }
            }
            while (open.size() > depth + 1) {
                open.removeLast();
            }
            Line line = new Line(words, new ArrayList<>());
            open.getLast().below().add(line);
            open.add(line);
        }
        return top.below();
    }

    private ValueType type(List<String> words) {
        String name = words.get(1);
        boolean personal = words.getLast().equals("prive");
        return switch (words.get(2)) {
            case "lijst" -> new CodeType(name, lists.get(words.get(3)), personal);
            case "cijfers" -> digits(name, words, personal);
            case "getal" -> new NumberType(name, Long.parseLong(words.get(3)), Long.parseLong(words.get(4)), personal);
            case "vastgetal" -> new FixedType(name, words.get(3), true);
            case "vrij" -> TextType.unlimited(name, TextType.Form.FREE, personal);
            case "datum" -> new DateType(name, personal);
            case "tijd" -> new TimeType(name, personal);
            case "versie" -> TextType.unlimited(name, TextType.Form.VERSION, personal);
            case "regel" -> text(name, TextType.Form.LINE, words, personal);
            case "tekst" -> text(name, TextType.Form.ANY, words, personal);
            case "alfanumeriek" -> text(name, TextType.Form.LETTERS_AND_DIGITS, words, personal);
            case "letters" -> text(name, TextType.Form.LETTERS, words, personal);
            default -> throw new IllegalStateException("unknown type " + words);
        };
    }

    private static ValueType digits(String name, List<String> words, boolean personal) {
        int shortest = Integer.parseInt(words.get(3));
        boolean range = words.size() > 4 && !words.get(4).equals("prive");
        return new TextType(
                name, TextType.Form.DIGITS, shortest, range ? Integer.parseInt(words.get(4)) : shortest, personal);
    }

    private static ValueType text(String name, TextType.Form form, List<String> words, boolean personal) {
        return new TextType(name, form, Integer.parseInt(words.get(3)), Integer.parseInt(words.get(4)), personal);
    }
}
