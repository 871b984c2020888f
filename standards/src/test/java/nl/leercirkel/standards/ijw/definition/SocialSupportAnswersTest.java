package nl.leercirkel.standards.ijw.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.leercirkel.standards.ijw.support.SocialSupportAnswers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/**
 * iWmo's answers: what we read and write, and the definition that tests judge by, have the elements of the official definitions,
 * one by one.
 */
class SocialSupportAnswersTest {
    /** What the official definitions call a type that ours calls otherwise, since ours says that it is about a person. */
    private static final Map<String, String> OTHER_NAMES = Map.of("BurgerServicenummer", "Bsn");

    static Stream<MessageDefinition> answers() {
        return Definitions.release32().all().stream()
                .filter(definition -> definition.type().law() == Law.SOCIAL_SUPPORT
                        && definition.type().kind().isAnswer());
    }

    /** An element as the official definition has it. */
    private record Line(String owner, String name, String type, String times) {}

    private static List<Line> official(MessageType type) throws IOException {
        try (InputStream in = Objects.requireNonNull(SocialSupportAnswersTest.class.getResourceAsStream(
                "/nl/leercirkel/standards/ijw/iwmo-antwoorden.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .filter(words ->
                            words[0].equals(Integer.toString(type.kind().number())))
                    .map(words -> new Line(words[1], words[2], words[3], words[4]))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void theDefinitionThatTestsJudgeByIsTheOfficialOne(MessageDefinition definition) throws IOException {
        List<Line> made = new ArrayList<>();
        for (Element owner :
                SocialSupportAnswers.elements(SocialSupportAnswers.definition(definition.type()), "complexType")) {
            for (Element element : SocialSupportAnswers.elements(owner, "element")) {
                String type = element.getAttribute("type");
                made.add(new Line(
                        owner.getAttribute("name"),
                        element.getAttribute("name"),
                        type.isEmpty() ? "ref" : type,
                        times(element, "minOccurs") + ".." + times(element, "maxOccurs")));
            }
        }
        assertThat(made).containsExactlyInAnyOrderElementsOf(official(definition.type()));
        for (String owner : made.stream().map(Line::owner).distinct().toList()) {
            assertThat(made.stream().filter(line -> line.owner().equals(owner)))
                    .containsExactlyElementsOf(official(definition.type()).stream()
                            .filter(line -> line.owner().equals(owner))
                            .toList());
        }
    }

    private static String times(Element element, String which) {
        return element.hasAttribute(which) ? element.getAttribute(which) : "1";
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whatWeReadIsTheOfficialOne(MessageDefinition definition) throws IOException {
        List<Line> lines = official(definition.type());
        List<String> compared = new ArrayList<>();
        compare(definition.root(), "Root", lines, compared);
        // Every line was met: no element of the official definition is missing in ours.
        assertThat(compared).containsAll(lines.stream().map(Line::toString).toList());
    }

    private static void compare(Node node, String owner, List<Line> lines, List<String> compared) {
        List<Line> ofOwner =
                lines.stream().filter(line -> line.owner().equals(owner)).toList();
        assertThat(node.children())
                .extracting(Node::name)
                .as(owner)
                .containsExactlyElementsOf(ofOwner.stream().map(Line::name).toList());
        for (int i = 0; i < ofOwner.size(); i++) {
            Line line = ofOwner.get(i);
            Node child = node.child(i);
            compared.add(line.toString());
            assertThat((child.optional() ? "0" : "1") + ".." + (child.repeated() ? "unbounded" : "1"))
                    .as("%s", line)
                    .isEqualTo(line.times());
            assertThat(child.inBaseNamespace()).as("%s", line).isFalse();
            String type = line.type().replaceFirst("^\\w+:", "");
            if (line.type().startsWith("wmo")) {
                compare(child, type, lines, compared);
            } else if (type.startsWith("LDT_")) {
                String name = type.substring("LDT_".length());
                assertThat(child.type().name()).as("%s", line).isEqualTo(OTHER_NAMES.getOrDefault(name, name));
            } else {
                assertThat(child.kind())
                        .as("%s", line)
                        .isEqualTo(type.equals("ref") ? Node.Kind.VALUE : Node.Kind.GROUP);
            }
        }
    }
}
