package nl.leercirkel.standards.bij;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.leercirkel.standards.ijw.episode.Episode;
import nl.leercirkel.standards.ijw.episode.EpisodeBuilder;
import nl.leercirkel.standards.ijw.episode.EpisodeRules;
import nl.leercirkel.standards.ijw.episode.Fact;
import nl.leercirkel.standards.ijw.episode.FactReader;
import nl.leercirkel.standards.ijw.message.Bsn;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.stream.MessageReader;
import nl.leercirkel.standards.ijw.support.Example;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;
import org.junit.jupiter.api.Test;

/** From the files of messages to the file of the delivery. */
class MessagesToDeliveryTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 10);
    private static final BijPeriod PERIOD = BijPeriod.halfYear(2026, 2);
    private static final String PROVIDER = "12345678";
    private static final String ID = "Header/BerichtIdentificatie/Identificatie";
    private static final String PRODUCT = "Client/ToegewezenProducten/ToegewezenProduct";
    private static final String START = "Client/StartProducten/StartProduct";
    private static final String STOP = "Client/StopProducten/StopProduct";
    private static final String ANNA = "999900006";
    private static final String BRAM = "999900018";

    private EndReasonMapping reasons = EndReasonMapping.own();
    private HelpFormTable forms = HelpFormTable.own();
    private Map<String, List<Measurement>> measurements = Map.of();

    /** A pseudonym, as an application would use. */
    private static String key(Bsn bsn) {
        return "client-" + (bsn.digits().equals(ANNA) ? "a" : "b");
    }

    private record Delivered(CareEpisodes.Made care, DeliveryMaker.Made delivery) {
        List<String> codes() {
            List<Finding> all = new ArrayList<>(care.findings());
            all.addAll(delivery.findings());
            return all.stream().map(Finding::code).toList();
        }
    }

    private Delivered deliver(Example... messages) throws IOException {
        return deliver(List.of(messages), Map.of(), Map.of());
    }

    private Delivered deliver(
            List<Example> messages, Map<String, HelpForm> formAnswers, Map<String, EndReason> reasonAnswers)
            throws IOException {
        MessagePeople people = new MessagePeople(MessagesToDeliveryTest::key);
        List<Fact> facts = new ArrayList<>();
        for (Example example : messages) {
            Message message = new MessageReader()
                    .readWhole(new ByteArrayInputStream(example.bytes()), new ArrayList<>())
                    .orElseThrow();
            people.add(message);
            FactReader.read(message, MessagesToDeliveryTest::key, facts::add);
        }
        List<Episode> episodes = new EpisodeBuilder(EpisodeRules.asOf(TODAY)).episodes(facts);
        CareEpisodes.Made care = new CareEpisodes(forms, measurements).make(episodes, people, formAnswers);
        return new Delivered(
                care, new DeliveryMaker(reasons, 14).make(PROVIDER, PERIOD, care.episodes(), reasonAnswers));
    }

    private static Example request() {
        return Example.of("JW315");
    }

    private static Example allocation(String edits) {
        return Example.of("JW301").edit(PRODUCT + "[1]/ReferentieAanbieder=REF-A1;" + edits);
    }

    private static Example start() {
        return Example.of("JW305");
    }

    private static Example stop(String reason) {
        return Example.of("JW307").edit(STOP + "/RedenBeeindiging=" + reason);
    }

    /** Another client with the second allocation, of stay without a code. */
    private static List<Example> bram(String product) {
        return List.of(
                Example.of("JW301")
                        .edit(ID + "=M009;Client/Bsn=" + BRAM + ";-" + PRODUCT + "[1];" + PRODUCT
                                + "/ToewijzingNummer=70009;" + product),
                Example.of("JW305")
                        .edit(ID + "=S009;Client/Bsn=" + BRAM + ";" + START + "/ToewijzingNummer=70009;-" + START
                                + "/Product;Client/Geslacht=1"));
    }

    @Test
    void messagesBecomeARecordThatTheProtocolTakes() throws IOException {
        Delivered delivered = deliver(request(), allocation(""), start(), stop("31"));
        assertThat(delivered.codes()).isEmpty();
        // By hand: JZ21 says that 45A01 is form 02; JZ588 31 is reason 01; the general practitioner (02) referred.
        BijRecord.YouthHelp expected = new BijRecord.YouthHelp(
                new Person(
                        new nl.leercirkel.standards.bij.Bsn(ANNA), new PartialDate(2012, 5, 17), Sex.FEMALE, "3311AA"),
                Referrer.GENERAL_PRACTITIONER,
                HelpForm.AT_PROVIDER,
                YesNo.NO,
                LocalDate.of(2026, 3, 12),
                LocalDate.of(2026, 7, 31),
                EndReason.AS_PLANNED,
                List.of());
        assertThat(delivered.delivery().records()).containsExactly(expected);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Findings findings = new Findings();
        new BijWriter(BijLayout.ownColumns())
                .write(RecordType.JH, delivered.delivery().records(), out, findings);
        List<BijRecord> read = new ArrayList<>();
        BijCheck check = new BijCheck(PERIOD, findings);
        assertThat(new BijReader(BijLayout.ownColumns())
                        .read(
                                new ByteArrayInputStream(out.toByteArray()),
                                (record, place) -> {
                                    read.add(record);
                                    check.accept(record, place);
                                },
                                findings))
                .isTrue();
        assertThat(findings.kept()).isEmpty();
        assertThat(read).containsExactly(expected);
    }

    @Test
    void theOrderOfArrivalAndResendingChangeNothing() throws IOException {
        List<Example> messages = new ArrayList<>(List.of(request(), allocation(""), start(), stop("31"), stop("31")));
        // Later the family moved, and the client turned out to be a boy.
        messages.add(allocation(ID + "=M002;Header/BerichtIdentificatie/Dagtekening=2026-03-09;"
                + "Client/Contactgegevens/Contact[1]/Adres/Postcode=3319XY"));
        messages.add(Example.of("JW305").edit(ID + "=S000;Header/BerichtIdentificatie/Dagtekening=2026-03-15"));
        messages.addAll(bram(PRODUCT + "/Product/Code=43A01"));
        Delivered first = deliver(messages, Map.of(), Map.of());
        assertThat(first.delivery().records())
                .extracting(record -> record.person().residence())
                .containsExactly("3319XY", "3311AA");
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(messages, random);
            assertThat(deliver(messages, Map.of(), Map.of())).isEqualTo(first);
        }
    }

    @Test
    void withoutARequestTheMunicipalityReferredAndThatIsSaid() throws IOException {
        Delivered delivered = deliver(Example.of("JW301"), start());
        assertThat(delivered.codes()).containsExactly("BIJ-VERWIJZER", "BIJ-EINDE-ONBEKEND");
        assertThat(delivered.delivery().records()).singleElement().satisfies(record -> {
            assertThat(record.referrer()).isEqualTo(Referrer.MUNICIPALITY);
            // Nobody said when it ended: the record stays open.
            assertThat(record.end()).isNull();
        });
    }

    @Test
    void aPauseIsNoEndAndWhatNeverBeganIsNoRecord() throws IOException {
        assertThat(deliver(request(), allocation(""), start(), stop("20"))
                        .delivery()
                        .records())
                .extracting(BijRecord.YouthHelp::end)
                .containsOnlyNulls()
                .hasSize(1);
        assertThat(deliver(request(), allocation("")).care().episodes()).isEmpty();
    }

    @Test
    void theTableOfReasonsDecidesAndMayBeChanged() throws IOException {
        Delivered asked = deliver(request(), allocation(""), start(), stop("38"));
        assertThat(asked.codes()).containsExactly("BIJ-VRAAG-REDEN");
        assertThat(asked.delivery().records().getFirst().reason()).isNull();
        assertThat(asked.delivery().findings().getFirst().place().toString()).contains("0505-70001-2026-03-12");
        Delivered answered = deliver(
                List.of(request(), allocation(""), start(), stop("38")),
                Map.of(),
                Map.of("0505-70001-2026-03-12", EndReason.EARLY_AGREED));
        assertThat(answered.codes()).isEmpty();
        assertThat(answered.delivery().records().getFirst().reason()).isEqualTo(EndReason.EARLY_AGREED);
        reasons = EndReasonMapping.load(
                        stream(written(reasons::write).replace("38,vraag,03|02", "38,reden,03")), f -> {})
                .orElseThrow();
        assertThat(deliver(request(), allocation(""), start(), stop("38"))
                        .delivery()
                        .records()
                        .getFirst()
                        .reason())
                .isEqualTo(EndReason.EARLY_BY_CLIENT);
    }

    @Test
    void theTableOfFormsDecidesAndMayBeChanged() throws IOException {
        // An allocation of a category only may be any form: it is asked.
        Delivered asked = deliver(bram("").toArray(Example[]::new));
        assertThat(asked.codes()).containsExactly("BIJ-VRAAG-HULPVORM");
        assertThat(asked.delivery().records()).isEmpty();
        assertThat(deliver(bram(""), Map.of("0505-70009-2026-03-12", HelpForm.FOSTER_CARE), Map.of())
                        .delivery()
                        .records())
                .extracting(BijRecord.YouthHelp::form)
                .containsExactly(HelpForm.FOSTER_CARE);
        forms = HelpFormTable.load(
                        stream(written(forms::write) + "43,hulpvorm,12,wij kopen alleen gezinshuizen in\n"), f -> {})
                .orElseThrow();
        assertThat(deliver(bram("").toArray(Example[]::new)).delivery().records())
                .extracting(BijRecord.YouthHelp::form, record -> record.person().sex())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(HelpForm.FAMILY_LIKE, Sex.MALE));
    }

    @Test
    void protectionAndTransportAreNoYouthHelp() throws IOException {
        for (String product : List.of(
                PRODUCT + "/Product/Categorie=48;" + PRODUCT + "/Product/Code=48A01",
                PRODUCT + "/Product/Categorie=42;" + PRODUCT + "/Product/Code=42A01")) {
            Delivered delivered = deliver(bram(product).toArray(Example[]::new));
            assertThat(delivered.codes()).containsExactly("BIJ-GEEN-JEUGDHULP");
            assertThat(delivered.delivery().records()).isEmpty();
        }
    }

    @Test
    void crisisComesFromTheCategoryAndOutcomesGoAlong() throws IOException {
        measurements = Map.of(
                "0505-70009-2026-03-12", List.of(new Measurement(Informant.PARENT, 8, SelfReliance.values()[0])));
        Delivered delivered = deliver(bram(PRODUCT + "/Product/Categorie=46;" + PRODUCT + "/Product/Code=46A03")
                .toArray(Example[]::new));
        assertThat(delivered.delivery().records()).singleElement().satisfies(record -> {
            assertThat(record.crisis()).isEqualTo(YesNo.YES);
            assertThat(record.form()).isEqualTo(HelpForm.OTHER_STAY);
            assertThat(record.measurements()).hasSize(1);
        });
    }

    @Test
    void partOfABirthDateStaysUnknownAndNothingKnownIsAsked() throws IOException {
        String year = "Client/Geboortedatum/Datum=2012-01-01;Client/Geboortedatum/DatumGebruik=2";
        String none = "Client/Geboortedatum/Datum=1900-01-01;Client/Geboortedatum/DatumGebruik=3";
        Delivered partly = deliver(
                request().edit(year),
                allocation(year),
                start().edit(year),
                stop("31").edit(year));
        assertThat(partly.delivery().records().getFirst().person().birth()).isEqualTo(new PartialDate(2012, 0, 0));
        Delivered unknown = deliver(
                request().edit(none),
                allocation(none),
                start().edit(none),
                stop("31").edit(none));
        assertThat(unknown.codes()).containsExactly("BIJ-PERSOON");
        assertThat(unknown.delivery().records()).isEmpty();
    }

    @Test
    void messagesOfTheWmoAreNoYouthHelp() throws IOException {
        Example wmo = Example.of("JW301")
                .edit(PRODUCT + "[1]/Product/Categorie=02;" + PRODUCT + "[2]/Product/Categorie=02")
                .asIwmo();
        assertThat(deliver(wmo).care()).isEqualTo(new CareEpisodes.Made(List.of(), List.of()));
    }

    @Test
    void aCitizenServiceNumberIsNoIdOfAnEpisode() throws IOException {
        String taskBased = "-" + START + "/ToewijzingNummer";
        MessagePeople people = new MessagePeople(Bsn::digits);
        List<Fact> facts = new ArrayList<>();
        Message message = new MessageReader()
                .readWhole(new ByteArrayInputStream(start().edit(taskBased).bytes()), new ArrayList<>())
                .orElseThrow();
        FactReader.read(message, Bsn::digits, facts::add);
        List<Episode> episodes = new EpisodeBuilder(EpisodeRules.asOf(TODAY)).episodes(facts);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CareEpisodes(forms).make(episodes, people, Map.of()))
                .withMessageNotContaining(ANNA);
        Delivered withKey = deliver(start().edit(taskBased));
        assertThat(withKey.care().episodes())
                .extracting(CareEpisode::id)
                .containsExactly("0505-12345678-client-a-4545A01-2026-03-12");
        assertThat(people.toString() + withKey).doesNotContain(ANNA);
    }

    /** docs/standaarden has our own tables for who wants to read or change them; -Dleercirkel.regenerate=true writes them anew. */
    @Test
    void theTablesInTheDocumentationAreOurOwn() throws IOException {
        assertDocument("redenen-einde.csv", written(EndReasonMapping.own()::write));
        assertDocument("hulpvormen.csv", written(HelpFormTable.own()::write));
    }

    private static void assertDocument(String name, String table) throws IOException {
        Path document = Path.of("..", "docs", "standaarden", name);
        if (Boolean.getBoolean("leercirkel.regenerate")) {
            Files.writeString(document, table);
        }
        assertThat(document).exists();
        assertThat(Files.readString(document)).isEqualTo(table);
    }

    /** Writes a table. */
    @FunctionalInterface
    private interface Table {
        void write(ByteArrayOutputStream out) throws IOException;
    }

    private static String written(Table table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ByteArrayInputStream stream(String table) {
        return new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8));
    }
}
