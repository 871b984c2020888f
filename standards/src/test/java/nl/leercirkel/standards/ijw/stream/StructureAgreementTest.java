package nl.leercirkel.standards.ijw.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.leercirkel.standards.ijw.definition.CodeType;
import nl.leercirkel.standards.ijw.definition.Definitions;
import nl.leercirkel.standards.ijw.definition.FixedType;
import nl.leercirkel.standards.ijw.definition.MessageDefinition;
import nl.leercirkel.standards.ijw.definition.Node;
import nl.leercirkel.standards.ijw.definition.NumberType;
import nl.leercirkel.standards.ijw.definition.TextType;
import nl.leercirkel.standards.ijw.definition.ValueType;
import nl.leercirkel.standards.ijw.support.MessageGenerator;
import nl.leercirkel.standards.ijw.support.OfficialSchemas;
import nl.leercirkel.standards.ijw.support.XmlTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our verdict on structure is that of the official definitions, run by the JDK's validator, on what a generator and mutations make. */
class StructureAgreementTest {
    private static final int SHARE = 4;
    private static final String[] ODD_VALUES = {
        "",
        " ",
        "\t",
        "\n",
        " x",
        "x ",
        "a\nb",
        "a\rb",
        "a\tb",
        "\u00A0",
        "\u2028",
        "a\u2028b",
        "\u0085",
        "é",
        "😀",
        "a😀",
        "0",
        "00",
        "007",
        "+7",
        "-0",
        "-1",
        "+",
        "-",
        "--1",
        "1.0",
        "1e3",
        " 12 ",
        "1 2",
        "٣",
        "７",
        "0x1",
        "99",
        "100",
        "9999",
        "99999",
        "100000",
        "99999999",
        "100000000",
        "999999999",
        "1000000000",
        "999999999999",
        "1000000000000",
        "99999999999999999999999999",
        "000000000000000000000000000007",
        "2026-04-01",
        " 2026-04-01 ",
        "2026-02-29",
        "2024-02-29",
        "1900-02-29",
        "2000-02-29",
        "2026-04-31",
        "2026-13-01",
        "2026-00-10",
        "2026-10-00",
        "0000-01-01",
        "-0044-03-15",
        "-0004-02-29",
        "12026-01-01",
        "02026-01-01",
        "2026-4-1",
        "2026-04-01Z",
        "2026-04-01+01:00",
        "2026-04-01-05",
        "2026-04-01T00:00:00",
        "20260401",
        "01-04-2026",
        "2026/04/01",
        "13:45:00",
        "13:45",
        "24:00:00",
        "24:00:01",
        "23:59:60",
        "25:00:00",
        "13:45:00.5",
        "13:45:00.123456789012",
        "13:45:00.",
        "13:45:00Z",
        "13:45:00+01:00",
        "1:45:00",
        " 13:45:00 ",
        "1.0.0",
        "0.1.0",
        "01.0.0",
        "1.0",
        "1.0.0.0",
        "1..0",
        "1.0.0 ",
        "10.20.30",
        "D",
        "C",
        "d",
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "01",
        "02",
        "1 ",
        "NL",
        "NA",
        "nl",
        "ZZ",
        "55",
        "45",
        "18",
        "31",
        "0200",
        "12345678",
        "1234567",
        "0384",
        "999900006",
        "99990000",
        "ab",
        "AB",
        "a.b",
        "Àỳ",
        "Ỵ",
        "×",
        "abcdefg"
    };

    private final MessageReader reader = new MessageReader();

    static Stream<MessageDefinition> official() {
        return Definitions.release32().all().stream();
    }

    @ParameterizedTest
    @MethodSource("official")
    void generatedMessagesAreValidToBoth(MessageDefinition definition) throws IOException {
        for (int seed = 0; seed < 12; seed++) {
            String xml = new MessageGenerator(seed, seed % 4 / 3.0)
                    .message(definition)
                    .xml();
            assertThat(OfficialSchemas.accepts(definition.type(), xml)).as(xml).isTrue();
            assertThat(read(xml).violations()).as(xml).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("official")
    void everyElementMayBeBrokenInEveryWay(MessageDefinition definition) throws IOException {
        XmlTree message = smallest(definition);
        int elements = message.all().size();
        int refused = 0;
        List<Consumer<Change>> mutations = mutations(definition);
        for (int place = 0; place < elements; place++) {
            // A quarter of the pairs: neighbours get different ones, and the messages have most of their elements in
            // common.
            for (int which = place % SHARE; which < mutations.size(); which += SHARE) {
                XmlTree changed = message.copy();
                XmlTree element = changed.all().get(place);
                XmlTree parent = changed.parentOf(element);
                mutations.get(which).accept(new Change(changed, element, parent));
                refused += agree(definition, changed.xml()) ? 0 : 1;
            }
        }
        assertThat(refused).isGreaterThan(elements * 2);
    }

    @Test
    void everyValueOfEveryTypeIsJudgedAlike() throws IOException {
        Set<String> seen = new HashSet<>();
        int accepted = 0;
        int judged = 0;
        for (MessageDefinition definition : official().toList()) {
            XmlTree message = smallest(definition);
            List<Node> nodes = new ArrayList<>();
            values(definition.root(), nodes);
            List<XmlTree> trees =
                    message.all().stream().filter(tree -> tree.text != null).toList();
            assertThat(trees).hasSameSizeAs(nodes);
            for (int i = 0; i < nodes.size(); i++) {
                ValueType type = nodes.get(i).type();
                String list = type instanceof CodeType code ? code.list().name() : "";
                if (!seen.add(list + type.name() + (type instanceof FixedType fixed ? fixed.value() : ""))) {
                    continue;
                }
                String before = trees.get(i).text;
                for (String value : valuesFor(type)) {
                    trees.get(i).text = value;
                    accepted += agree(definition, message.xml()) ? 1 : 0;
                    judged++;
                }
                trees.get(i).text = before;
            }
        }
        assertThat(seen).hasSizeGreaterThan(60);
        assertThat(accepted).isBetween(judged / 20, judged / 2);
    }

    private static Set<String> valuesFor(ValueType type) {
        Set<String> values = new LinkedHashSet<>(List.of(ODD_VALUES));
        if (type instanceof TextType text && text.longest() > 0) {
            for (int length = Math.max(0, text.longest() - 1); length <= text.longest() + 1; length++) {
                values.add("5".repeat(length));
                values.add("x".repeat(length));
            }
        }
        if (type instanceof NumberType number) {
            values.add(Long.toString(number.largest()));
            values.add(Long.toString(number.largest() + 1));
        }
        if (type instanceof CodeType code) {
            code.list().entries().forEach(entry -> values.add(entry.code()));
        }
        return values;
    }

    private static void values(Node node, List<Node> found) {
        if (node.kind() == Node.Kind.VALUE) {
            found.add(node);
        }
        node.children().forEach(child -> values(child, found));
    }

    /** All optional elements there, each repeated element once. */
    private static XmlTree smallest(MessageDefinition definition) {
        XmlTree message = new MessageGenerator(7, 1).message(definition);
        message.each(tree -> {
            for (int i = tree.children.size() - 1; i > 0; i--) {
                if (tree.children.get(i).name.equals(tree.children.get(i - 1).name)) {
                    tree.children.remove(i);
                }
            }
        });
        return message;
    }

    private record Change(XmlTree root, XmlTree element, XmlTree parent) {
        int index() {
            return parent.children.indexOf(element);
        }
    }

    private static List<Consumer<Change>> mutations(MessageDefinition definition) {
        List<Consumer<Change>> inParent = List.of(
                change -> change.parent().children.remove(change.element()),
                change -> change.parent()
                        .children
                        .add(change.index(), change.element().copy()),
                change -> java.util.Collections.swap(
                        change.parent().children,
                        change.index(),
                        (change.index() + 1) % change.parent().children.size()),
                change -> change.parent().children.add(change.index(), new XmlTree("Onbekend", definition.namespace())),
                change -> change.parent().children.add(new XmlTree("Bsn", definition.baseNamespace())));
        List<Consumer<Change>> anywhere = List.of(
                change ->
                        change.element().namespace = change.element().namespace.equals(definition.namespace())
                                ? definition.baseNamespace()
                                : definition.namespace(),
                change -> change.element().namespace = "",
                change -> change.element().namespace = "http://www.istandaarden.nl/ijw/3_1/jw301/schema",
                change -> change.element().name = change.element().name + "X",
                change -> change.element().attributes = " soort=\"1\"",
                change -> change.element().attributes = " xml:lang=\"nl\"",
                change -> change.element().attributes =
                        " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:schemaLocation=\"a b\"",
                change -> change.element().attributes =
                        " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\"",
                change -> change.element().attributes =
                        " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"false\"",
                change -> change.element().attributes =
                        " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:type=\"onzin\"",
                change -> change.element().raw = "tekst",
                change -> change.element().raw = " \n<!-- opmerking -->\n",
                change -> change.element().raw = "<?verwerk dit?>",
                change -> change.element().raw = "<!-- a --><![CDATA[]]>",
                change -> change.element().children.addFirst(new XmlTree("Bsn", definition.namespace())),
                change -> {
                    change.element().children.clear();
                    change.element().text = null;
                });
        List<Consumer<Change>> all = new ArrayList<>(anywhere);
        inParent.forEach(mutation -> all.add(change -> {
            if (change.parent() != null) {
                mutation.accept(change);
            }
        }));
        return all;
    }

    /** Whether both take the file; fails when they differ. */
    private boolean agree(MessageDefinition definition, String xml) throws IOException {
        boolean official = OfficialSchemas.accepts(definition.type(), xml);
        ReadResult result = read(xml);
        assertThat(result.valid())
                .as("official says %s, we say %s of%n%s", official, result.violations(), xml)
                .isEqualTo(official);
        return official;
    }

    private ReadResult read(String xml) throws IOException {
        return reader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), (part, place) -> {});
    }
}
