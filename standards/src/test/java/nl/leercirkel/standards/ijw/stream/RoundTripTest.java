package nl.leercirkel.standards.ijw.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.leercirkel.standards.Shared;
import nl.leercirkel.standards.ijw.definition.Definitions;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.definition.MessageDefinition;
import nl.leercirkel.standards.ijw.definition.MessageKind;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.support.MessageGenerator;
import nl.leercirkel.standards.ijw.support.OfficialSchemas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written reads back the same, is valid to the official definitions, and holds what the file held. */
class RoundTripTest {
    private final MessageReader reader = new MessageReader();

    static Stream<MessageDefinition> all() {
        return Definitions.release32().all().stream();
    }

    static Stream<MessageDefinition> withExample() {
        // Of the answers of iWmo no examples are published.
        return all().filter(definition -> definition.type().law() == Law.YOUTH
                || !definition.type().kind().isAnswer());
    }

    @ParameterizedTest
    @MethodSource("all")
    void generatedMessages(MessageDefinition definition) throws IOException {
        for (int seed = 0; seed < 30; seed++) {
            String xml = new MessageGenerator(seed, seed % 4 / 3.0)
                    .message(definition)
                    .xml();
            assertSame(xml.getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("withExample")
    void officialExamples(MessageDefinition definition) throws IOException {
        MessageKind kind = definition.type().kind();
        boolean repaired =
                kind == MessageKind.REQUEST && definition.type().name().startsWith("JW")
                        || kind == MessageKind.CHANGE_RETURN;
        byte[] original = Files.readAllBytes(Shared.file(
                definition.type().law().key() + "-3.2/" + (repaired ? "berichten-gecorrigeerd/" : "berichten/")
                        + definition.type().name() + ".xml"));
        byte[] written = assertSame(original);
        assertThat(OfficialSchemas.accepts(definition.type(), written)).isTrue();
        // Nothing is lost or added: the same elements with the same texts, apart from the layout of the file.
        assertThat(values(written)).isEqualTo(values(original));
    }

    private byte[] assertSame(byte[] xml) throws IOException {
        Message message = read(xml);
        byte[] first = write(message);
        Message again = read(first);
        assertThat(again).isEqualTo(message);
        assertThat(write(again)).isEqualTo(first);
        return first;
    }

    private Message read(byte[] xml) throws IOException {
        List<Violation> violations = new ArrayList<>();
        Message message =
                reader.readWhole(new ByteArrayInputStream(xml), violations).orElse(null);
        assertThat(violations).isEmpty();
        assertThat(message).isNotNull();
        return message;
    }

    private static byte[] write(Message message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MessageWriter.write(message, out);
        return out.toByteArray();
    }

    /** Element names with their texts, by a plain look at the characters. */
    private static List<String> values(byte[] xml) {
        return java.util.regex.Pattern.compile("<(?:\\w+:)?(\\w+)>([^<]*)<")
                .matcher(new String(xml, StandardCharsets.UTF_8))
                .results()
                .map(match -> match.group(1) + "=" + match.group(2).strip())
                .toList();
    }
}
