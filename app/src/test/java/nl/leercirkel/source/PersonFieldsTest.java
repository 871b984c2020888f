package nl.leercirkel.source;

import static nl.leercirkel.support.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.privacy.Linkings;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.Role;
import nl.leercirkel.security.Sha256;
import nl.leercirkel.source.Import.State;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.FieldType;
import nl.leercirkel.support.Browser;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestDatabase;
import nl.leercirkel.support.TestPeople;
import nl.leercirkel.support.Traces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Tables about persons: what is left of them after reading, and that nothing else is. The numbers are of the test range of the
 * Dutch authorities (9999xxxxx).
 */
@IntegrationTest
class PersonFieldsTest {
    private static final String ANNE = "999990019";
    private static final String BRAM = "999990020";
    private static final String CEES = "999990032";
    private static final String NOBODY = "999999999";
    private static final String BIRTH = "17-5-2012";
    private static final List<String> SECRETS =
            List.of(ANNE, BRAM, CEES, "999990018", "Kwartelzang", "Oehoepad", "0611223344", BIRTH, "2012-05-17");
    private static final String FILE = String.join(
            "\n",
            "BSN;Achternaam;Straat;Telefoon;Geboortedatum;Gemeente;Uren",
            ANNE + ";Kwartelzang;Oehoepad 1;0611223344;" + BIRTH + ";0505;12",
            BRAM + ";Kwartelzang;Oehoepad 1;0611223344;" + BIRTH + ";0505;veel",
            "999990018;Kwartelzang;Oehoepad 2;0611223344;" + BIRTH + ";0505;4",
            CEES + ";Kwartelzang;Oehoepad 3;0611223344;" + BIRTH + ";0505;5",
            NOBODY + ";Kwartelzang;Oehoepad 3;0611223344;" + BIRTH + ";0505;6",
            NOBODY + ";Kwartelzang;Oehoepad 3;0611223344;" + BIRTH + ";0505;7",
            "");
    private static final Definition PERSONS =
            new Definition(List.of(Field.of("BSN", FieldType.BSN).asKey(), Field.of("Uren", FieldType.WHOLE)));

    @LocalServerPort
    private int port;

    @Autowired
    private Imports imports;

    @Autowired
    private DatasetAdministration datasets;

    @Autowired
    private Mending mending;

    @Autowired
    private Linkings linkings;

    @Autowired
    private TestPeople people;

    private TestPeople.TestPerson analyst;
    private Actor actor;

    @BeforeEach
    void person() {
        analyst = people.person(people.authority().authorityId(), Role.ANALYST);
        actor = people.actor(analyst);
    }

    private ImportWorld world(Definition definition) {
        return new ImportWorld(actor, imports, datasets, definition);
    }

    private static List<String> cells(UUID version) {
        return rows("select array_to_string(cells, ',', '') from source.line where version_id = '" + version
                + "' order by row_number");
    }

    /** The whole way of such a file, as a browser goes it. */
    @Test
    void nothingOfAPersonIsLeftButAPseudonymAndAYear() throws Exception {
        ImportWorld world = world(new Definition(List.of()));
        new Traces(SECRETS).assertNone(() -> {
            Browser browser = new Browser(port);
            browser.signIn(analyst.email(), TestPeople.PASSWORD);
            String all = "/bronnen/" + world.dataset + "/inlezen";
            browser.get(all);
            HttpResponse<String> brought = browser.upload(all, "bestand", ANNE + ".csv", TestFiles.text(FILE));
            String one = browser.location(brought).orElseThrow(() -> new AssertionError(brought.body()));
            String page = browser.get(one).body();
            assertThat(page).contains("•••", "Niet overgenomen", "Achternaam, Straat, Telefoon");
            assertThat(SECRETS).noneMatch(page::contains);
            assertThat(browser.submit(one + "/velden").statusCode()).isEqualTo(302);
            Definition proposed =
                    world.as(() -> datasets.find(world.dataset).orElseThrow()).definition();
            assertThat(proposed.fields())
                    .extracting(field -> field.name() + " " + field.type())
                    .containsExactly("BSN BSN", "Geboortedatum BIRTH_YEAR", "Gemeente MUNICIPALITY", "Uren TEXT");
            world.as(() -> datasets.change(
                    world.dataset,
                    datasets.find(world.dataset).orElseThrow().revision(),
                    datasets.find(world.dataset).orElseThrow().about(),
                    new Definition(List.of(
                            Field.of("BSN", FieldType.BSN),
                            Field.of("Geboortedatum", FieldType.BIRTH_YEAR),
                            Field.of("Uren", FieldType.WHOLE),
                            Field.of("Opmerking", FieldType.TEXT)))));
            browser.get(one);
            String wrong = browser.submit(
                            one + "/koppelen", "actie", "controleer", "kolom0", "Gemeente", "kolom3", "BSN")
                    .body();
            assertThat(wrong).contains("Kolom BSN bevat burgerservicenummers");
            assertThat(SECRETS).noneMatch(wrong::contains);
            assertThat(browser.submit(
                                    one + "/koppelen",
                                    "actie",
                                    "controleer",
                                    "kolom0",
                                    "BSN",
                                    "kolom1",
                                    "Geboortedatum",
                                    "kolom2",
                                    "Uren")
                            .statusCode())
                    .isEqualTo(302);
            UUID importId = UUID.fromString(one.substring(one.lastIndexOf('/') + 1));
            Import of = await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> world.as(
                                    () -> imports.find(world.dataset, importId).orElseThrow()),
                            now -> now.state() == State.CHECKED);
            assertThat(List.of(of.rowsGood(), of.rowsRefused())).containsExactly(4L, 2L);
            assertThat(SECRETS).noneMatch(browser.get(one).body()::contains);
            String refused = browser.get(one + "/geweigerd").body();
            assertThat(refused).contains("geen geldig burgerservicenummer", "2012", "veel");
            assertThat(SECRETS).noneMatch(refused::contains);
            // the same through a file: the person of Bram's row is kept, the other number has to be typed
            HttpResponse<byte[]> file = browser.download(one + "/geweigerde-rijen.csv");
            String taken = new String(file.body(), StandardCharsets.UTF_8);
            assertThat(SECRETS).noneMatch(taken::contains);
            String mended = taken.replace("veel", "3").replace("4;;2012;4", "4;" + CEES + ";2012;4");
            assertThat(mended).contains(CEES);
            assertThat(browser.upload(one + "/geweigerd/bestand", "bestand", "hersteld.csv", TestFiles.text(mended))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(world.as(() -> imports.find(world.dataset, importId).orElseThrow())
                            .rowsRefused())
                    .isZero();
            assertThat(browser.submit(one + "/besluit", "besluit", "alles").statusCode())
                    .isEqualTo(302);
        });
        List<String[]> stored = cells(world.current().id()).stream()
                .map(row -> row.split(",", -1))
                .toList();
        assertThat(stored)
                .extracting(row -> row[1] + " " + row[2])
                .containsExactly("2012 12", "2012 3", "2012 4", "2012 5", "2012 6", "2012 7");
        List<String> persons = stored.stream().map(row -> row[0]).toList();
        assertThat(persons).allMatch(person -> UUID.fromString(person).version() == 4);
        // rows 3 and 4 are of Cees; the two of nobody are of two persons
        assertThat(persons.get(2)).isEqualTo(persons.get(3));
        assertThat(persons.stream().distinct()).hasSize(5);
        assertThat(rows("select count(*) from privacy.sealed_file where authority_id = '" + actor.authorityId() + "'"))
                .containsExactly("0");
    }

    @Test
    void aPersonIsTheSameInEachVersionAndAnotherInEachDatasetUntilTheyAreLinked() {
        ImportWorld one = world(PERSONS);
        ImportWorld other = world(PERSONS);
        Map<String, String> first = persons(one, "BSN;Uren\n" + ANNE + ";1\n" + BRAM + ";2\n" + NOBODY + ";3\n");
        Map<String, String> second = persons(one, "BSN;Uren\n" + BRAM + ";4\n" + NOBODY + ";5\n");
        Map<String, String> elsewhere = persons(other, "BSN;Uren\n" + ANNE + ";6\n" + CEES + ";7\n" + NOBODY + ";8\n");
        assertThat(second.get("4")).isEqualTo(first.get("2"));
        assertThat(first.values()).doesNotContainAnyElementsOf(elsewhere.values());
        assertThat(second.get("5")).isNotEqualTo(first.get("3"));

        Actor administrator = people.actor(people.person(actor.authorityId(), Role.ADMINISTRATOR));
        String left = "bron-" + one.dataset;
        String right = "bron-" + other.dataset;
        Map<UUID, UUID> pairs = ImportWorld.as(administrator, () -> {
            UUID linking = linkings.link(
                    left, right, "Wie krijgt hulp van beide kanten?", "Jeugdwet 7.4.0", LocalDate.of(2027, 1, 1));
            return linkings.pairs(linking);
        });
        UUID here = UUID.fromString(first.get("1"));
        UUID there = UUID.fromString(elsewhere.get("6"));
        assertThat(pairs).isEqualTo(left.compareTo(right) < 0 ? Map.of(here, there) : Map.of(there, here));
    }

    @Test
    void linkingTwoDatasetsNeedsAStatedGroundAndStandsInTheLog() {
        ImportWorld one = world(PERSONS);
        ImportWorld other = world(PERSONS);
        persons(one, "BSN;Uren\n" + ANNE + ";1\n");
        persons(other, "BSN;Uren\n" + ANNE + ";2\n" + BRAM + ";3\n");
        TestPeople.TestPerson administrator = people.person(actor.authorityId(), Role.ADMINISTRATOR);
        Browser browser = new Browser(port);
        browser.signIn(administrator.email(), TestPeople.PASSWORD);
        String names = browser.get("/beheer/koppelingen").body();
        for (ImportWorld world : List.of(one, other)) {
            assertThat(names)
                    .contains("Bron: "
                            + world.as(() -> datasets.find(world.dataset).orElseThrow())
                                    .name());
        }
        String[] form = {
            "one",
            "bron-" + one.dataset,
            "other",
            "bron-" + other.dataset,
            "basis",
            "Jeugdwet, artikel 7.4.0",
            "until",
            "2027-01-01"
        };
        assertThat(browser.submit("/beheer/koppelingen", form).statusCode()).isEqualTo(422);
        List<String> withGround = new ArrayList<>(List.of(form));
        withGround.addAll(List.of("ground", "Zien welke jeugdigen van beide kanten hulp krijgen"));
        assertThat(browser.submit("/beheer/koppelingen", withGround.toArray(String[]::new))
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/beheer/koppelingen").body()).contains("van beide kanten hulp krijgen");
        assertThat(rows("select action || ' ' || outcome from audit.entry where account_id = '"
                        + administrator.accountId()
                        + "' and subject = 'linking' and http_method = 'POST' order by entry_id"))
                .containsExactly("CREATE INVALID", "CREATE SUCCEEDED");
        assertThat(rows("select pairs::text from privacy.linking where authority_id = '" + actor.authorityId() + "'"))
                .containsExactly("1");
    }

    /** Which person has which hours. */
    private static Map<String, String> persons(ImportWorld world, String file) {
        Map<String, String> persons = new LinkedHashMap<>();
        cells(world.stored("uren.csv", TestFiles.text(file)).id())
                .forEach(row -> persons.put(row.split(",")[1], row.split(",")[0]));
        return persons;
    }

    @Test
    void aKeyOfPersonsTellsRowsApart() {
        ImportWorld world = world(PERSONS);
        Import of =
                world.checked("uren.csv", TestFiles.text("BSN;Uren\n" + ANNE + ";1\n" + BRAM + ";2\n" + ANNE + ";3\n"));
        assertThat(List.of(of.rowsGood(), of.rowsRefused())).containsExactly(1L, 2L);
        // Bram's row is there already, so a mended row cannot be his; Cees' can
        assertThat(world.as(() -> mending.mend(of.id(), Map.of(2L, List.of(BRAM, "1"), 4L, List.of(CEES, "3")))))
                .isEqualTo(new Mending.Mended(1, 1));
        assertThat(rows("select written::text || errors::text from source.refused where version_id = '" + of.versionId()
                        + "'"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("staat al op rij 3").doesNotContain(BRAM));
    }

    /** In the first thousand rows, that a page looks at, there is nothing to see. */
    @Test
    void numbersThatAppearLaterInAColumnOfTextsStopTheReading() {
        ImportWorld world = world(new Definition(List.of(Field.of("Kenmerk", FieldType.TEXT))));
        StringBuilder file = new StringBuilder("Kenmerk\n");
        for (int row = 0; row < 1_000; row++) {
            file.append("los ").append(row).append('\n');
        }
        for (int row = 0; row < 19_000; row++) {
            file.append("los\n");
        }
        for (int row = 0; row < 100; row++) {
            file.append(ANNE).append('\n');
        }
        Import of = world.checked(world.kept("kenmerken.csv", TestFiles.text(file.toString())));
        assertThat(of.state()).isEqualTo(State.REFUSED);
        assertThat(of.message())
                .contains("Kolom Kenmerk bevat burgerservicenummers")
                .doesNotContain(ANNE);
        assertThat(rows("select count(*) from source.version where dataset_id = '" + world.dataset + "'"))
                .containsExactly("0");
    }

    /** Whoever knows all of a file but one number could try them all against a plain hash. */
    @Test
    void theFingerprintOfAFileAboutPersonsIsKeyedAndStillTellsThatItCameBefore() {
        ImportWorld world = world(PERSONS);
        byte[] file = TestFiles.text("BSN;Uren\n" + ANNE + ";1\n");
        Version version = world.stored("uren.csv", file);
        assertThat(version.isHashKeyed()).isTrue();
        assertThat(version.fileHash()).doesNotContain(Sha256.hexOf(new String(file, StandardCharsets.UTF_8)));
        assertThat(world.bring("nog eens.csv", file)).isEqualTo(new Imports.Brought.Known(world.current()));
        assertThat(world(PERSONS).kept("uren.csv", file).fileHash())
                .as("the same file, in another dataset")
                .isEqualTo(version.fileHash());
    }

    @Test
    void aFileThatWaitedTooLongSaysSo() {
        ImportWorld world = world(PERSONS);
        Import of = world.kept("uren.csv", TestFiles.text("BSN;Uren\n" + ANNE + ";1\n"));
        TestDatabase.updateAsSuperuser(
                "update privacy.sealed_file set expires_at = made_at where sealed_file_id = '" + of.fileId() + "'");
        Import checked = world.checked(of);
        assertThat(checked.state()).isEqualTo(State.REFUSED);
        assertThat(checked.message()).contains("niet meer bewaard", "breng het opnieuw");
    }
}
