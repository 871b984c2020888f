package nl.leercirkel.standards.ijw.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.leercirkel.standards.ijw.definition.Definitions;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.definition.MessageDefinition;
import nl.leercirkel.standards.ijw.definition.MessageKind;
import nl.leercirkel.standards.ijw.definition.MessageType;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.message.SchemaVersions;
import nl.leercirkel.standards.ijw.rule.AnswerIdentity;
import nl.leercirkel.standards.ijw.rule.Judgement;
import nl.leercirkel.standards.ijw.rule.MemoryHistory;
import nl.leercirkel.standards.ijw.rule.MessageJudge;
import nl.leercirkel.standards.ijw.rule.ReferenceData;
import nl.leercirkel.standards.ijw.support.Example;
import nl.leercirkel.standards.ijw.support.OfficialSchemas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * docs/standaarden has an example of each of the 28 messages, right by the official definition. Those of iJw that are sent first
 * are written by hand; the others are made from them, anew with -Dleercirkel.regenerate=true.
 */
class DocumentedExamplesTest {
    private static final AnswerIdentity IDENTITY =
            new AnswerIdentity("RET001", LocalDate.of(2026, 8, 4), new SchemaVersions("1.0.0", "1.0.0"));
    private static final String PRODUCT = "Client/ToegewezenProducten/ToegewezenProduct";

    static Stream<MessageDefinition> all() {
        return Definitions.release32().all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void thereIsAGoodExample(MessageDefinition definition) throws IOException {
        MessageType type = definition.type();
        Path file = Path.of("..", "docs", "standaarden", type.name() + ".xml");
        boolean byHand =
                type.law() == Law.YOUTH && (!type.kind().isAnswer() || type.kind() == MessageKind.DECLARATION_ANSWER);
        if (!byHand) {
            byte[] made = written(made(type));
            if (Boolean.getBoolean("leercirkel.regenerate")) {
                Files.write(file, made);
            }
            assertThat(file).exists();
            assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualToNormalizingNewlines(new String(made, java.nio.charset.StandardCharsets.UTF_8));
        }
        byte[] xml = Files.readAllBytes(file);
        Judgement judgement = MessageJudge.ofContent().judge(new ByteArrayInputStream(xml));
        assertThat(judgement.structure().violations()).isEmpty();
        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.structure().type()).contains(type);
        assertThat(OfficialSchemas.accepts(type, xml)).isTrue();
    }

    private static Message made(MessageType type) throws IOException {
        if (!type.kind().isAnswer()) {
            return read(wmo(type.kind()));
        }
        for (MessageKind kind : MessageKind.values()) {
            if (kind.answeredBy().equals(Optional.of(type.kind()))) {
                return answer(type.law() == Law.YOUTH ? youth(kind) : wmo(kind));
            }
        }
        throw new AssertionError(type);
    }

    /** Nothing came before, so that a rule against stored messages is broken and the answer says which. */
    private static Message answer(Example example) throws IOException {
        return MessageJudge.withHistory(new MemoryHistory(), ReferenceData.clockOnly(LocalDate.of(2026, 8, 4)))
                .judge(new ByteArrayInputStream(example.bytes()), IDENTITY, (part, place) -> {})
                .answer()
                .orElseThrow();
    }

    private static Example youth(MessageKind kind) {
        Example example = Example.of(new MessageType(Law.YOUTH, kind).name());
        return kind == MessageKind.ALLOCATION
                ? example.edit(PRODUCT + "[1]/ReferentieAanbieder=REF-A1")
                : kind == MessageKind.REQUEST
                        ? example.edit("Header/BerichtIdentificatie/Dagtekening=2026-08-05")
                        : example;
    }

    /** Our example under the other law: with its categories, codes and reasons, and without what it does not have. */
    private static Example wmo(MessageKind kind) {
        String edits = switch (kind) {
            case ALLOCATION ->
                PRODUCT + "[1]/Product/Categorie=02;" + PRODUCT + "[1]/Product/Code=02A01;" + PRODUCT
                        + "[2]/Product/Categorie=15";
            case START ->
                "Client/StartProducten/StartProduct/Product/Categorie=02;"
                        + "Client/StartProducten/StartProduct/Product/Code=02A01";
            case STOP ->
                "Client/StopProducten/StopProduct/Product/Categorie=02;"
                        + "Client/StopProducten/StopProduct/Product/Code=02A01;"
                        + "Client/StopProducten/StopProduct/RedenBeeindiging=19";
            case REQUEST ->
                "-Client/GezagsdragerBekend;"
                        + "Client/AangevraagdeProducten/AangevraagdProduct[1]/Product/Categorie=02;"
                        + "Client/AangevraagdeProducten/AangevraagdProduct[1]/Product/Code=02A01;"
                        + "Client/AangevraagdeProducten/AangevraagdProduct[2]/Product/Categorie=15";
            case CHANGE ->
                "Client/Verzoek/NieuweProducten/NieuwProduct/Product/Categorie=02;"
                        + "Client/Verzoek/NieuweProducten/NieuwProduct/Product/Code=02A04";
            case REPLY -> "-Antwoord/Woonplaatsbeginsel;Antwoord/RedenAfwijzingVerzoek=1";
            case DECLARATION -> line(1, 1, "02") + line(1, 2, "02") + line(2, 1, "15");
            default -> "";
        };
        return youth(kind).edit(edits).asIwmo();
    }

    private static String line(int client, int line, String category) {
        String path = "Declaratie/Clienten/Client[" + client + "]/Prestaties/Prestatie[" + line + "]/";
        return path + "ProductCategorie=" + category + ";" + path + "ProductCode=" + category + "A01;";
    }

    private static Message read(Example example) throws IOException {
        List<Violation> violations = new ArrayList<>();
        return new MessageReader()
                .readWhole(new ByteArrayInputStream(example.bytes()), violations)
                .orElseThrow(() -> new AssertionError(violations));
    }

    private static byte[] written(Message message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MessageWriter.write(message, out);
        return out.toByteArray();
    }
}
