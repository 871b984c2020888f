package nl.leercirkel.standards.ijw.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.leercirkel.standards.ijw.definition.Definitions;
import nl.leercirkel.standards.ijw.definition.MessageDefinition;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.message.SchemaVersions;
import nl.leercirkel.standards.ijw.rule.AnswerIdentity;
import nl.leercirkel.standards.ijw.rule.Finding;
import nl.leercirkel.standards.ijw.rule.Judgement;
import nl.leercirkel.standards.ijw.rule.MemoryHistory;
import nl.leercirkel.standards.ijw.rule.MessageJudge;
import nl.leercirkel.standards.ijw.rule.ReferenceData;
import nl.leercirkel.standards.ijw.support.MessageGenerator;
import nl.leercirkel.standards.ijw.support.OfficialSchemas;
import nl.leercirkel.standards.ijw.support.XmlTree;

/**
 * Messages of all 28 types made from their definitions, with their tree changed or not: there is always a verdict, what is right
 * reads back the same after writing, rules answer about the wildest history, and a return message is valid.
 */
class GrammarFuzzTest {
    private static final List<MessageDefinition> ALL =
            List.copyOf(Definitions.release32().all());
    private static final AnswerIdentity IDENTITY =
            new AnswerIdentity("RET1", LocalDate.of(2026, 11, 26), new SchemaVersions("1.0.0", "1.0.0"));
    private static final String[] ODD = {
        "", " ", "0", "-1", "x", "é", "2026-02-30", "999900006", "C", "01", "a\nb", "]]>", "\uFFFD", "1".repeat(300)
    };

    private final MessageReader reader = new MessageReader();

    @Property(tries = 700)
    void changedMessagesHaveAVerdict(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        XmlTree message = message(random);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            change(message, random);
        }
        Judgement judgement = MessageJudge.ofContent()
                .judge(new ByteArrayInputStream(message.xml().getBytes(StandardCharsets.UTF_8)));
        if (!judgement.structure().valid()) {
            assertThat(judgement.structure().violations())
                    .isNotEmpty()
                    .allSatisfy(violation ->
                            assertThat(violation.text()).isNotBlank().doesNotContain("999900006"));
        }
    }

    @Property(tries = 400)
    void rightMessagesAreJudgedAfterAnyHistory(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        MemoryHistory history = new MemoryHistory();
        for (int earlier = random.nextInt(6); earlier > 0; earlier--) {
            history.add(read(message(random).xml()));
        }
        String xml = message(random).xml();
        Judgement judgement = MessageJudge.withHistory(history, ReferenceData.clockOnly(LocalDate.of(2026, 11, 26)))
                .judge(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), IDENTITY, (part, place) -> {});
        assertThat(judgement.structure().violations()).as(xml).isEmpty();
        assertThat(judgement.findings())
                .extracting(Finding::explanation)
                .allSatisfy(text -> assertThat(text).isNotBlank());
        if (judgement.answer().isPresent()) {
            Message answer = judgement.answer().get();
            byte[] written = write(answer);
            assertThat(read(new String(written, StandardCharsets.UTF_8))).isEqualTo(answer);
            assertThat(OfficialSchemas.accepts(answer.header().type(), written))
                    .as("%s", answer)
                    .isTrue();
        }
        Message message = read(xml);
        assertThat(read(new String(write(message), StandardCharsets.UTF_8))).isEqualTo(message);
    }

    private static XmlTree message(Random random) {
        MessageDefinition definition = ALL.get(random.nextInt(ALL.size()));
        return new MessageGenerator(random.nextLong(), random.nextDouble()).message(definition);
    }

    private Message read(String xml) throws IOException {
        List<Violation> violations = new ArrayList<>();
        return reader.readWhole(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), violations)
                .orElseThrow(() -> new AssertionError(violations + xml));
    }

    private static byte[] write(Message message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MessageWriter.write(message, out);
        return out.toByteArray();
    }

    private static void change(XmlTree message, Random random) {
        List<XmlTree> all = message.all();
        XmlTree one = all.get(random.nextInt(all.size()));
        XmlTree other = all.get(random.nextInt(all.size()));
        XmlTree parent = message.parentOf(one);
        switch (random.nextInt(8)) {
            case 0 -> one.text = ODD[random.nextInt(ODD.length)];
            case 1 -> one.name = other.name;
            case 2 -> one.namespace = other.namespace;
            case 3 -> one.children.add(other.copy());
            case 4 -> one.children.clear();
            case 5 -> one.attributes = " a" + random.nextInt(3) + "='1'";
            case 6 -> one.raw = "<!-- x --><![CDATA[ ]]>" + ODD[random.nextInt(3)];
            default -> {
                if (parent != null) {
                    parent.children.remove(one);
                }
            }
        }
    }
}
