package nl.leercirkel.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.leercirkel.privacy.Pseudonyms;
import nl.leercirkel.privacy.SealedFiles;
import nl.leercirkel.standards.ijw.definition.MessageKind;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.stream.MessageReader;
import nl.leercirkel.standards.ijw.stream.Violation;
import nl.leercirkel.support.IntegrationTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** From a file to facts; what is expected stands in the example messages of docs/standaarden. */
@IntegrationTest
class MessageImportTest {
    @Autowired
    private DSLContext sql;

    @Autowired
    private SealedFiles files;

    @Autowired
    private MessageImport messages;

    @Autowired
    private Pseudonyms pseudonyms;

    @Autowired
    private PlatformTransactionManager transactions;

    private CareWorld world = new CareWorld(sql, files, messages, transactions);

    @BeforeEach
    void freshAuthority() {
        world = new CareWorld(sql, files, messages, transactions);
    }

    @Test
    void anEpisodeComesOfARequestAnAllocationAStartAndAStop() {
        world.accepted(TestMessages.example("JW307"));
        world.accepted(TestMessages.example("JW305"));
        world.accepted(TestMessages.example("JW315"));
        world.accepted(
                edited(
                        "JW301",
                        "<jw301:ToewijzingNummer>70001</jw301:ToewijzingNummer>",
                        "<jw301:ToewijzingNummer>70001</jw301:ToewijzingNummer><jw301:ReferentieAanbieder>REF-A1</jw301:ReferentieAanbieder>"));
        assertThat(world.rows("""
                        select allocations, law, municipality, provider, category, code, help_record, help_form, state, requested_on,
                          decided_on, allocated_from, allocated_until, begin_on, end_on, end_reason, referrer_type, birth_year, area
                        from care.episode order by allocations
                        """))
                // 45A01 is help at the provider's place in the list of standard products (JZ21): form 02 of record JH.
                .containsExactly(
                        "[70001]|YOUTH|0505|12345678|45|45A01|JH|" + formOf("45A01")
                                + "|ENDED|2026-02-20|2026-03-01|2026-03-10|2026-09-09|2026-03-12|2026-07-31|31|02|2012|3311",
                        "[70002]|YOUTH|0505|12345678|43|null|null|null|ALLOCATED|null|2026-03-01|2026-03-10|2026-12-31|null|null|null|null|2012|3311");
    }

    private static String formOf(String code) {
        try (InputStream list = nl.leercirkel.standards.ijw.episode.HelpForms.class.getResourceAsStream("jz21.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(code + "|"))
                    .map(line -> line.split("\\|")[5])
                    .findFirst()
                    .orElseThrow();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static byte[] edited(String example, String... replacements) {
        String text = new String(TestMessages.example(example), StandardCharsets.UTF_8);
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(text).contains(replacements[i]);
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void spendingFollowsTheDeclarationAndItsAnswer() {
        world.accepted(TestMessages.example("JW323"));
        String query = "select code, month, state, lines, cents from care.spending order by code, month";
        assertThat(world.rows(query))
                .containsExactly(
                        "43A01|2026-04-01|OPEN|1|42000",
                        "45A01|2026-03-01|OPEN|1|-19000",
                        "45A01|2026-04-01|OPEN|1|76000");
        world.accepted(TestMessages.example("JW325"));
        assertThat(world.rows(query))
                .containsExactly(
                        "43A01|2026-04-01|REJECTED|1|42000",
                        "45A01|2026-03-01|GRANTED|1|-19000",
                        "45A01|2026-04-01|GRANTED|1|76000");
    }

    @Test
    void theSameFileTwiceCountsOnce() {
        Imported.Read first = world.accepted(TestMessages.example("JW323"));
        UUID again = world.keep("ander.xml", TestMessages.example("JW323"));
        assertThat(world.read(again)).isEqualTo(new Imported.Known(first.messageId()));
        assertThat(world.read(again)).isEqualTo(new Imported.Gone());
        assertThat(world.count("care.message")).isEqualTo(1);
        assertThat(world.count("care.line")).isEqualTo(3);
        assertThat(world.count("privacy.sealed_file")).isEqualTo(1); // the answer that waits
    }

    @Test
    void twoPeopleAtOnceMakeOneVersion() throws Exception {
        int people = 4;
        List<UUID> kept = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            kept.add(world.keep("bericht.xml", TestMessages.example("JW323")));
        }
        CyclicBarrier together = new CyclicBarrier(people);
        List<Imported> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
            List<Future<Imported>> running = new ArrayList<>();
            for (UUID file : kept) {
                Callable<Imported> work = () -> {
                    together.await();
                    return world.read(file);
                };
                running.add(threads.submit(work));
            }
            for (Future<Imported> one : running) {
                outcomes.add(one.get());
            }
        }
        assertThat(outcomes).filteredOn(Imported.Read.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Imported.Known.class::isInstance).hasSize(people - 1);
        assertThat(world.count("care.line")).isEqualTo(3);
    }

    @Test
    void aRefusedMessageLeavesNoFactAndNoPersonAndSaysWhy() {
        // 999900007 fails the eleven-test (rule CS002).
        Imported imported = world.read(edited("JW305", "999900006", "999900007"));
        assertThat(imported)
                .isInstanceOfSatisfying(
                        Imported.Read.class, read -> assertThat(read.verdict()).isEqualTo(Verdict.REFUSED));
        assertThat(world.findings(imported)).singleElement().asString().startsWith("CS002 /Bericht/Client/Bsn");
        for (String table : List.of("care.delivery", "care.episode", "privacy.pseudonym")) {
            assertThat(world.count(table)).as(table).isZero();
        }
        // The mended file is another file, and counts.
        world.accepted(TestMessages.example("JW305"));
        assertThat(world.count("care.delivery")).isEqualTo(1);
    }

    @Test
    void whatIsNoMessageIsSaidWithThePlace() {
        Imported imported = world.read(edited(
                "JW305",
                "<jw305:Begindatum>2026-03-12</jw305:Begindatum>",
                "<jw305:Begindatum>12-3-2026</jw305:Begindatum>"));
        assertThat(imported)
                .isInstanceOfSatisfying(
                        Imported.Read.class, read -> assertThat(read.verdict()).isEqualTo(Verdict.NO_MESSAGE));
        assertThat(world.rows("select rule, place <> '', path from care.finding where number = 0"))
                .singleElement()
                .asString()
                .startsWith("VALUE|true|")
                .endsWith("/Begindatum");
        assertThat(world.read("geen xml".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Imported.Read.class, read -> assertThat(read.verdict()).isEqualTo(Verdict.NO_MESSAGE));
        assertThat(world.count("care.delivery")).isZero();
    }

    @Test
    void aReturnMessageWaitsForMessagesOfAProviderOnly() throws Exception {
        Imported.Read start = world.accepted(TestMessages.example("JW305"));
        Imported.Read allocation = world.accepted(TestMessages.example("JW301"));
        assertThat(world.rows(
                        "select answer_file_id from care.message where message_id = '" + allocation.messageId() + "'"))
                .containsExactly("null");
        UUID answer = UUID.fromString(
                world.rows("select answer_file_id from care.message where message_id = '" + start.messageId() + "'")
                        .getFirst());
        byte[] content = world.as(() -> {
            try (InputStream stream = files.open(answer)) {
                return stream.readAllBytes();
            } catch (java.io.IOException impossible) {
                throw new java.io.UncheckedIOException(impossible);
            }
        });
        List<Violation> violations = new ArrayList<>();
        Message message = new MessageReader()
                .readWhole(new java.io.ByteArrayInputStream(content), violations)
                .orElseThrow(() -> new AssertionError(violations.toString()));
        assertThat(message.header().type().kind()).isEqualTo(MessageKind.START_RETURN);
        // It goes after a week, and nobody else can open it meanwhile.
        CareWorld other = new CareWorld(sql, files, messages, transactions);
        assertThat(other.as(() -> files.find(answer))).isEmpty();
    }

    @Test
    void aPersonIsTheSameInAllMessagesOfOneLaw() {
        world.accepted(TestMessages.example("JW305"));
        world.accepted(TestMessages.example("JW323"));
        UUID anne = world.persons(pseudonyms, List.of("999900006")).get("999900006");
        assertThat(world.rows("select distinct person_id from care.delivery")).containsExactly(anne.toString());
        assertThat(world.rows("select count(*) from care.line where person_id = '" + anne + "'"))
                .containsExactly("2");
    }

    @Test
    void anotherAuthoritySeesNothing() {
        world.accepted(TestMessages.example("JW323"));
        world.accepted(TestMessages.example("JW301"));
        CareWorld other = new CareWorld(sql, files, messages, transactions);
        for (String table : List.of(
                "care.message", "care.line", "care.episode", "care.spending", "care.allocation", "privacy.pseudonym")) {
            assertThat(other.count(table)).as(table).isZero();
        }
        other.accepted(TestMessages.example("JW323"));
        assertThat(other.count("care.message")).isEqualTo(1);
    }
}
