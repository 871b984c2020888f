package nl.leercirkel.standards.bij;

import static nl.leercirkel.standards.bij.BijData.ANNA;
import static nl.leercirkel.standards.bij.BijData.BRAM;
import static nl.leercirkel.standards.bij.BijData.FIRST_HALF;
import static nl.leercirkel.standards.bij.BijData.day;
import static nl.leercirkel.standards.bij.BijData.help;
import static nl.leercirkel.standards.bij.BijData.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.leercirkel.standards.Shared;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final EndReasonMapping OWN = EndReasonMapping.own();
    private final DeliveryMaker maker = new DeliveryMaker(OWN, 14);

    private static CareEpisode episode(
            String id, Bsn bsn, HelpForm form, String start, @Nullable String end, @Nullable String jz588) {
        return new CareEpisode(
                id,
                "A",
                person(bsn),
                form,
                Referrer.MUNICIPALITY,
                YesNo.NO,
                day(start),
                end == null ? null : day(end),
                jz588 == null ? null : new CareEpisode.Stop.ByMessage(jz588),
                null,
                List.of());
    }

    private DeliveryMaker.Made make(CareEpisode... episodes) {
        return maker.make("A", FIRST_HALF, List.of(episodes), Map.of());
    }

    @Test
    void reasonsThatNeedNoQuestion() {
        DeliveryMaker.Made made = make(
                episode("1", ANNA, HelpForm.AT_PROVIDER, "2024-01-01", "2025-02-01", "31"),
                episode("2", BRAM, HelpForm.AT_PROVIDER, "2024-01-01", "2025-02-01", "32"));
        assertThat(made.findings()).isEmpty();
        assertThat(made.records())
                .containsExactly(
                        help(ANNA, HelpForm.AT_PROVIDER, "2024-01-01", "2025-02-01", EndReason.AS_PLANNED),
                        help(BRAM, HelpForm.AT_PROVIDER, "2024-01-01", "2025-02-01", EndReason.EARLY_BY_CLIENT));
    }

    @Test
    void onlyThePeriodAndTheProvider() {
        CareEpisode other = episode("4", ANNA, HelpForm.DAY_HELP, "2024-01-01", null, null);
        DeliveryMaker.Made made = make(
                episode("1", ANNA, HelpForm.AT_PROVIDER, "2024-01-01", "2024-12-31", "31"),
                episode("2", ANNA, HelpForm.IN_NETWORK, "2025-07-01", null, null),
                episode("3", ANNA, HelpForm.TEAM, "2025-01-01", "2025-07-01", "31"),
                new CareEpisode(
                        "4",
                        "B",
                        other.person(),
                        other.form(),
                        other.referrer(),
                        other.crisis(),
                        other.start(),
                        null,
                        null,
                        null,
                        List.of()));
        // what ended after the period is still running in it
        assertThat(made.records()).singleElement().satisfies(record -> {
            assertThat(record.form()).isEqualTo(HelpForm.TEAM);
            assertThat(record.end()).isNull();
            assertThat(record.reason()).isNull();
        });
    }

    @Test
    void anAllocationThatIsReplacedGoesOn() {
        DeliveryMaker.Made made = make(
                episode("1", ANNA, HelpForm.AT_PROVIDER, "2024-01-01", "2025-01-31", "37"),
                episode("2", ANNA, HelpForm.AT_PROVIDER, "2025-02-01", "2025-04-01", "36"),
                episode("3", ANNA, HelpForm.AT_PROVIDER, "2025-04-10", null, null));
        assertThat(made.findings()).isEmpty();
        assertThat(made.records()).containsExactly(help(ANNA, HelpForm.AT_PROVIDER, "2024-01-01", null, null));
    }

    @Test
    void anAllocationWithoutSuccessorIsAsked() {
        CareEpisode[] episodes = {
            episode("1", ANNA, HelpForm.AT_PROVIDER, "2024-01-01", "2025-01-31", "36"),
            episode("2", ANNA, HelpForm.AT_PROVIDER, "2025-04-01", null, null)
        };
        DeliveryMaker.Made made = make(episodes);
        assertThat(made.records()).hasSize(2);
        assertThat(made.records().getFirst().reason()).isNull();
        assertThat(made.findings()).extracting(Finding::code).containsExactly("BIJ-VRAAG-REDEN");
        assertThat(made.findings().getFirst().place().toString()).contains("traject 1");
        DeliveryMaker.Made answered =
                maker.make("A", FIRST_HALF, List.of(episodes), Map.of("1", EndReason.EARLY_AGREED));
        assertThat(answered.findings()).isEmpty();
        assertThat(answered.records().getFirst().reason()).isEqualTo(EndReason.EARLY_AGREED);
    }

    @Test
    void aTemporaryStopStaysOpen() {
        assertThat(make(episode("1", ANNA, HelpForm.AT_PROVIDER, "2024-01-01", "2025-01-31", "20"))
                        .records())
                .containsExactly(help(ANNA, HelpForm.AT_PROVIDER, "2024-01-01", null, null));
        assertThat(make(
                                episode("1", ANNA, HelpForm.AT_PROVIDER, "2024-01-01", "2025-01-31", "20"),
                                episode("2", ANNA, HelpForm.AT_PROVIDER, "2025-04-01", "2025-05-01", "31"))
                        .records())
                .containsExactly(help(ANNA, HelpForm.AT_PROVIDER, "2024-01-01", "2025-05-01", EndReason.AS_PLANNED));
    }

    @Test
    void aModuleWithinWhatRunsOnDoesNotEndIt() {
        assertThat(make(
                                episode("1", ANNA, HelpForm.AT_PROVIDER, "2024-01-01", null, null),
                                episode("2", ANNA, HelpForm.AT_PROVIDER, "2025-02-01", "2025-05-01", "31"))
                        .records())
                .containsExactly(help(ANNA, HelpForm.AT_PROVIDER, "2024-01-01", null, null));
    }

    @Test
    void toAnotherDomainIsAskedUnlessOfAge() {
        CareEpisode young = episode("1", ANNA, HelpForm.AT_PROVIDER, "2024-01-01", "2025-02-01", "39");
        assertThat(make(young).findings()).extracting(Finding::code).containsExactly("BIJ-VRAAG-REDEN");
        CareEpisode grown = new CareEpisode(
                "2",
                "A",
                new Person(BRAM, new PartialDate(2007, 1, 0), Sex.MALE, "5911AA"),
                young.form(),
                young.referrer(),
                young.crisis(),
                young.start(),
                young.end(),
                young.stop(),
                null,
                List.of());
        DeliveryMaker.Made made = make(grown);
        assertThat(made.findings()).isEmpty();
        assertThat(made.records().getFirst().reason()).isEqualTo(EndReason.AS_PLANNED);
        assertThat(make(episode("3", ANNA, HelpForm.AT_PROVIDER, "2024-01-01", "2025-02-01", "99"))
                        .findings())
                .extracting(Finding::message)
                .first()
                .asString()
                .contains("99");
    }

    @Test
    void ambulatoryHelpDuringAStayBelongsToIt() {
        DeliveryMaker.Made made = make(
                episode("1", ANNA, HelpForm.FOSTER_CARE, "2024-01-01", null, null),
                episode("2", ANNA, HelpForm.AT_PROVIDER, "2025-01-01", "2025-02-01", "31"),
                episode("3", ANNA, HelpForm.IN_NETWORK, "2023-01-01", "2025-03-01", "31"),
                episode("4", ANNA, HelpForm.DAY_HELP, "2025-01-01", null, null),
                episode("5", BRAM, HelpForm.AT_PROVIDER, "2025-01-01", null, null));
        assertThat(made.records())
                .extracting(BijRecord.YouthHelp::form)
                .containsExactly(HelpForm.FOSTER_CARE, HelpForm.IN_NETWORK, HelpForm.DAY_HELP, HelpForm.AT_PROVIDER);
        assertThat(made.findings()).extracting(Finding::code).containsExactly("BIJ-BIJ-VERBLIJF", "BIJ-DEELS-VERBLIJF");
    }

    @Test
    void theOrderOfEpisodesDoesNotMatter() {
        List<CareEpisode> episodes = new ArrayList<>(List.of(
                episode("1", ANNA, HelpForm.AT_PROVIDER, "2024-01-01", "2025-01-31", "37"),
                episode("2", ANNA, HelpForm.AT_PROVIDER, "2025-02-01", "2025-04-01", "20"),
                episode("3", ANNA, HelpForm.AT_PROVIDER, "2025-06-10", "2025-06-20", "34"),
                episode("4", BRAM, HelpForm.FOSTER_CARE, "2025-01-01", null, null),
                episode("5", BRAM, HelpForm.AT_PROVIDER, "2025-02-01", "2025-03-01", "31")));
        List<BijRecord.YouthHelp> expected =
                maker.make("A", FIRST_HALF, episodes, Map.of()).records();
        assertThat(expected).hasSize(2);
        Random random = new Random(1);
        for (int i = 0; i < 30; i++) {
            Collections.shuffle(episodes, random);
            assertThat(maker.make("A", FIRST_HALF, episodes, Map.of()).records())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void theTableOfReasonsAgreesWithTheReferenceAndCanBeChanged() throws IOException {
        for (Map<String, String> row : Shared.rows("bij/jz588-naar-reden-einde.csv")) {
            EndReasonMapping.Entry entry = OWN.entry(row.get("jz588_code")).orElseThrow();
            assertThat(entry.reasoning()).isNotBlank();
            switch (row.get("certainty")) {
                case "direct", "conditional" -> {
                    assertThat(entry.reasons().getFirst().code()).isEqualTo(row.get("bij_reden_einde"));
                    assertThat(entry.effect() == EndReasonMapping.Effect.REASON)
                            .isEqualTo(row.get("certainty").equals("direct"));
                }
                case "no_end" -> assertThat(entry.effect()).isEqualTo(EndReasonMapping.Effect.GOES_ON);
                default -> assertThat(entry.effect()).isEqualTo(EndReasonMapping.Effect.ADMINISTRATIVE);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OWN.write(out);
        String table = out.toString(StandardCharsets.UTF_8);
        assertThat(load(table, new Findings()).entries()).isEqualTo(OWN.entries());
        EndReasonMapping changed = load(table.replace("38,vraag,03|02", "38,reden,02"), new Findings());
        assertThat(changed.entry("38").orElseThrow().reasons()).containsExactly(EndReason.EARLY_AGREED);
    }

    @Test
    void aTableThatIsWrongIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OWN.write(out);
        String table = out.toString(StandardCharsets.UTF_8);
        for (String wrong : List.of(
                table.replace("31,reden,01", "31,reden,"),
                table.replace("31,reden,01", "31,reden,09"),
                table.replace("31,reden,01", "31,einde,01"),
                table.replace("31,reden,01", "32,reden,01"),
                table.substring(0, table.indexOf("38,")))) {
            Findings findings = new Findings();
            assertThat(EndReasonMapping.load(
                            new ByteArrayInputStream(wrong.getBytes(StandardCharsets.UTF_8)), findings))
                    .isEmpty();
            assertThat(findings.usable()).isFalse();
        }
    }

    private static EndReasonMapping load(String table, Findings findings) {
        return EndReasonMapping.load(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), findings)
                .orElseThrow();
    }

    private static DeliveryBook.Delivery delivery(BijPeriod period, BijRecord... records) {
        return new DeliveryBook.Delivery("A", RecordType.JH, period, List.of(records));
    }

    @Test
    void aCorrectionReplacesTheWhole() {
        DeliveryBook book = new DeliveryBook();
        BijRecord anna = help(ANNA, HelpForm.AT_PROVIDER, "2025-01-01", null, null);
        BijRecord bram = help(BRAM, HelpForm.AT_PROVIDER, "2025-01-01", null, null);
        assertThat(book.receive(delivery(FIRST_HALF, anna, bram), day("2025-07-10")))
                .isEqualTo(new DeliveryBook.Receipt.Accepted(2, 0, false));
        BijRecord ended = help(ANNA, HelpForm.AT_PROVIDER, "2025-01-01", "2025-03-01", EndReason.AS_PLANNED);
        assertThat(book.receive(delivery(FIRST_HALF, ended), day("2025-07-20")))
                .isEqualTo(new DeliveryBook.Receipt.Accepted(1, 2, true));
        assertThat(book.youthHelp()).containsExactly((BijRecord.YouthHelp) ended);
        // the period before the last one is still open, the one before that is not
        assertThat(book.receive(delivery(FIRST_HALF, anna), day("2026-06-30")))
                .isInstanceOf(DeliveryBook.Receipt.Accepted.class);
        assertThat(book.receive(delivery(FIRST_HALF, anna), day("2026-07-01")))
                .isInstanceOf(DeliveryBook.Receipt.Refused.class);
        assertThat(book.receive(delivery(FIRST_HALF, anna), day("2025-06-30")))
                .isInstanceOf(DeliveryBook.Receipt.Refused.class);
    }

    @Test
    void laterDeliveriesUpdateTrajectoriesAndTwinsStayTwo() {
        DeliveryBook book = new DeliveryBook();
        BijPeriod second = BijPeriod.halfYear(2025, 2);
        BijRecord twin = help(Bsn.UNKNOWN, HelpForm.AT_PROVIDER, "2025-01-01", null, null);
        BijRecord anna = help(ANNA, HelpForm.AT_PROVIDER, "2025-01-01", null, null);
        BijRecord bram = help(BRAM, HelpForm.AT_PROVIDER, "2025-01-01", null, null);
        BijRecord ended = help(ANNA, HelpForm.AT_PROVIDER, "2025-01-01", "2025-08-01", EndReason.AS_PLANNED);
        book.receive(delivery(FIRST_HALF, anna, bram, twin, twin), day("2025-07-10"));
        book.receive(delivery(second, ended, twin), day("2026-01-10"));
        assertThat(book.notReturned("A", second)).hasSize(2).contains((BijRecord.YouthHelp) bram);
        assertThat(book.youthHelp())
                .contains((BijRecord.YouthHelp) ended, (BijRecord.YouthHelp) bram)
                .hasSize(3);
        DeliveryBook both = new DeliveryBook();
        both.receive(delivery(FIRST_HALF, twin, twin), day("2025-07-10"));
        assertThat(both.youthHelp()).hasSize(2);
    }
}
