package nl.leercirkel.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.leercirkel.organisation.Authority;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.Role;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.shell.WaitingItem;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.FieldType;
import nl.leercirkel.source.open.Wanted;
import nl.leercirkel.source.open.Wanted.Kind;
import nl.leercirkel.source.open.Wanted.Place;
import nl.leercirkel.standards.cbs.CbsVersion;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestDatabase;
import nl.leercirkel.support.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** A dataset that fetches itself, from a server on this machine that answers as CBS does. The figures are invented. */
@IntegrationTest
class SupplyTest {
    private static final Definition NONE = new Definition(List.of());
    private static final Definition OWN = new Definition(List.of(
            Field.of("Gemeente", FieldType.MUNICIPALITY).asKey(),
            Field.of("Jaar", FieldType.PERIOD).asKey(),
            Field.of("Aantal", FieldType.WHOLE)));

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private volatile boolean down;
    private HttpServer server;

    @Autowired
    private Imports imports;

    @Autowired
    private DatasetAdministration datasets;

    @Autowired
    private Supplies supplies;

    @Autowired
    private SupplyRounds rounds;

    @Autowired
    private SupplyWaiting waiting;

    @Autowired
    private Figures figures;

    @Autowired
    private TestPeople people;

    @Autowired
    private Clock clock;

    private Authority authority;

    @BeforeEach
    void service() throws IOException {
        authority = people.authority();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/odata", exchange -> {
            String part = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            boolean later = query.contains("$skip=") && !query.contains("$skip=0");
            byte[] body = (later ? "{\"value\":[]}" : answers.getOrDefault(part, "")).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    down ? 503 : body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        System.setProperty(
                OpenSources.CBS_V3, "http://127.0.0.1:" + server.getAddress().getPort() + "/odata");
        answers.put("TableInfos", "{\"value\":[{\"Title\":\"Proef\"}]}");
        answers.put("DataProperties", properties("aantal"));
        answers.put("RegioS", """
                {"value":[{"Key":"NL01  ","Title":"Nederland"},{"Key":"GM0236","Title":"Geldermalsen"},
                 {"Key":"GM0304","Title":"Neerijnen"},{"Key":"GM0733","Title":"Lingewaal"},
                 {"Key":"GM1960","Title":"West Betuwe"},{"Key":"GM0505","Title":"Dordrecht"}]}""");
        answers.put("Perioden", """
                {"value":[{"Key":"2018JJ00","Title":"2018"},{"Key":"2019JJ00","Title":"2019*"}]}""");
        answers.put("TypedDataSet", rows("100"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        System.clearProperty(OpenSources.CBS_V3);
        System.clearProperty(OpenSources.FOLDER);
    }

    private static String properties(String unit) {
        return """
                {"value":[{"ID":0,"Type":"GeoDimension","Key":"RegioS","Title":"Regio's"},
                 {"ID":1,"Type":"TimeDimension","Key":"Perioden","Title":"Perioden"},
                 {"ID":2,"Type":"Topic","Key":"Jeugdhulp_1","Title":"Jongeren met jeugdhulp","Unit":"%s","Decimals":0,"Datatype":"Long"},
                 {"ID":3,"Type":"Topic","Key":"Aandeel_2","Title":"Aandeel jongeren","Unit":"%%","Decimals":1,"Datatype":"Double"}]}""".formatted(unit);
    }

    /** Three municipalities of 2018 became West Betuwe in 2019; CBS lists each in both years. */
    private static String rows(String dordrecht) {
        return """
                {"value":[{"RegioS":"NL01  ","Perioden":"2018JJ00","Jeugdhulp_1":9999,"Aandeel_2":10.1},
                 {"RegioS":"GM0236","Perioden":"2018JJ00","Jeugdhulp_1":10,"Aandeel_2":5.1},
                 {"RegioS":"GM0236","Perioden":"2019JJ00","Jeugdhulp_1":null,"Aandeel_2":null},
                 {"RegioS":"GM0304","Perioden":"2018JJ00","Jeugdhulp_1":"x","Aandeel_2":4.0},
                 {"RegioS":"GM0304","Perioden":"2019JJ00","Jeugdhulp_1":null,"Aandeel_2":null},
                 {"RegioS":"GM0733","Perioden":"2018JJ00","Jeugdhulp_1":5,"Aandeel_2":3.0},
                 {"RegioS":"GM0733","Perioden":"2019JJ00","Jeugdhulp_1":null,"Aandeel_2":null},
                 {"RegioS":"GM1960","Perioden":"2018JJ00","Jeugdhulp_1":null,"Aandeel_2":null},
                 {"RegioS":"GM1960","Perioden":"2019JJ00","Jeugdhulp_1":40,"Aandeel_2":4.4},
                 {"RegioS":"GM0505","Perioden":"2018JJ00","Jeugdhulp_1":%s,"Aandeel_2":9.5},
                 {"RegioS":"GM0505","Perioden":"2019JJ00","Jeugdhulp_1":null,"Aandeel_2":9.6}]}""".formatted(dordrecht);
    }

    private ImportWorld world(Definition definition) {
        Actor analyst = people.actor(people.person(authority.authorityId(), Role.ANALYST));
        return new ImportWorld(analyst, imports, datasets, definition);
    }

    private static Wanted table(String... topics) {
        return new Wanted(
                Kind.CBS,
                Place.SERVICE,
                CbsVersion.V3,
                List.of("85098NED"),
                List.of(topics),
                List.of(),
                false,
                0,
                "",
                "");
    }

    private static Wanted files(String folder, String names) {
        return new Wanted(
                Kind.AS_IS, Place.FOLDER, CbsVersion.V3, List.of(), List.of(), List.of(), false, 0, folder, names);
    }

    /** Until no work goes on any more. */
    private Supply settled(ImportWorld world) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            rounds.run();
                            return world.as(() -> supplies.find(world.dataset).orElseThrow());
                        },
                        supply -> !supply.busy());
    }

    private Supply set(ImportWorld world, Wanted wanted) {
        world.as(() -> supplies.set(world.dataset, wanted));
        return settled(world);
    }

    private Supply again(ImportWorld world) {
        world.as(() -> supplies.now(world.dataset).orElseThrow());
        return settled(world);
    }

    private static void timeHasCome(ImportWorld world) {
        TestDatabase.rows("update source.supply set due_at = now() - interval '1 minute' where dataset_id = '"
                + world.dataset + "' returning 1");
    }

    private static List<String> lines(Version version) {
        return TestDatabase.rows("select array_to_string(cells, ',', '-') from source.line where version_id = '"
                + version.id() + "' order by row_number");
    }

    private static String count(String table, UUID dataset) {
        return TestDatabase.rows("select count(*) from source." + table + " where dataset_id = '" + dataset + "'")
                .getFirst();
    }

    @Test
    void aTableOfCbsBecomesAVersionOnceAndKeepsWhyAFigureIsNotThere() {
        ImportWorld world = world(NONE);
        Supply first = set(world, table());
        assertThat(first.message()).isEqualTo("Opgeslagen als versie 1: 6 rijen.");
        assertThat(first.dueAt()).isAfter(clock.instant().plus(Duration.ofDays(360)));
        Version version = world.current();
        assertThat(version.definition().fields().get(3).unit()).isEqualTo("aantal");
        assertThat(lines(version))
                .containsExactly(
                        "0236,2018,-,10,-,5.1,-",
                        "0304,2018,-,-,afgeschermd: geheim,4,-",
                        "0733,2018,-,5,-,3,-",
                        "1960,2019,Voorlopig,40,-,4.4,-",
                        "0505,2018,-,100,-,9.5,-",
                        "0505,2019,Voorlopig,-,niet gegeven: onbekend, geheim of onmogelijk,9.6,-");

        assertThat(again(world).message()).startsWith("Er is niets nieuws: het is hetzelfde als versie 1");
        timeHasCome(world);
        Supply planned = settled(world);
        assertThat(planned.message()).startsWith("Er is niets nieuws");
        // the supplier is late: a year from now would be too late
        assertThat(planned.dueAt()).isBefore(clock.instant().plus(Duration.ofDays(8)));
        assertThat(count("version", world.dataset)).isEqualTo("1");

        answers.put("TypedDataSet", rows("101"));
        timeHasCome(world);
        assertThat(settled(world).message()).isEqualTo("Opgeslagen als versie 2: 6 rijen.");
        assertThat(world.current().quality().comparison().changed()).isEqualTo(1);
        assertThat(count("import", world.dataset)).isEqualTo("0");
    }

    /** West Betuwe of 2018 is its three parts; the number of one of them is secret, and percentages do not add up. */
    @Test
    void aFigureOfAMergedMunicipalitySaysWhyItCannotBeGiven() {
        ImportWorld world = world(NONE);
        set(world, table());
        String count = file(world, "Jongeren met jeugdhulp");
        assertThat(count)
                .contains("West Betuwe;1960;2018;;het cijfer van Neerijnen is afgeschermd: geheim;")
                .contains("West Betuwe;1960;2019;40;;")
                .contains("Dordrecht;0505;2018;100;;")
                .contains("Dordrecht;0505;2019;;het cijfer van Dordrecht ontbreekt: niet gegeven: onbekend");
        assertThat(file(world, "Aandeel jongeren"))
                .contains("West Betuwe;1960;2018;;Niet vergelijkbaar: een percentage of gemiddelde")
                .contains("West Betuwe;1960;2019;4,4;;");
    }

    private String file(ImportWorld world, String field) {
        return world.as(() -> {
            UUID id = figures.add(datasets.find(world.dataset).orElseThrow(), "Cijfer", field, List.of("1960", "0505"));
            Figure figure = figures.find(world.dataset, id).orElseThrow();
            Figures.Made.Series made = (Figures.Made.Series) figures.make(figure);
            assertThat(FigureChart.of(figure, made.series(), "CBS").table().rows())
                    .isNotEmpty();
            return new String(FigureFile.of(made.series(), "CBS"), StandardCharsets.UTF_8);
        });
    }

    @Test
    void changedColumnsAreRefusedAndNothingIsStored() {
        ImportWorld world = world(NONE);
        set(world, table("Jeugdhulp"));
        answers.put("DataProperties", properties("x 1 000"));
        Supply otherUnit = again(world);
        assertThat(otherUnit.state()).isEqualTo(Supply.State.FAILED);
        assertThat(otherUnit.message())
                .contains("De kolommen zijn veranderd. Er was: Jongeren met jeugdhulp in aantal.")
                .contains("Nieuw is: Jongeren met jeugdhulp in x 1 000.");
        answers.put(
                "DataProperties",
                properties("aantal").replace("Jeugdhulp_1", "Anders_1").replace("Jongeren met", "X"));
        assertThat(again(world).message()).contains("Onderwerp Jeugdhulp staat niet (meer) in tabel 85098NED");
        assertThat(count("version", world.dataset)).isEqualTo("1");
        assertThat(count("import", world.dataset)).isEqualTo("0");
        assertThat(world.as(() -> waiting.waitingFor(world.actor, Locale.of("nl"))))
                .extracting(WaitingItem::title)
                .containsExactly("Het ophalen voor "
                        + world.as(
                                () -> datasets.find(world.dataset).orElseThrow().name()) + " lukt niet");
    }

    @Test
    void aServiceThatIsDownIsSaidAndTriedAgainLaterEachTime() {
        ImportWorld world = world(NONE);
        down = true;
        Supply failed = set(world, table());
        assertThat(failed.state()).isEqualTo(Supply.State.FAILED);
        assertThat(failed.message()).contains("Het CBS weigerde de vraag (status 503); probeer het later opnieuw.");
        assertThat(failed.failures()).isEqualTo(1);
        assertThat(failed.dueAt()).isAfter(failed.triedAt().plus(Duration.ofMinutes(14)));
        assertThat(count("version", world.dataset)).isEqualTo("0");
        // the waits grow to a day and no further
        Instant now = Instant.now();
        assertThat(List.of(2, 3, 40))
                .extracting(failures -> Duration.between(now, SupplyRhythm.afterFailure(failures, now)))
                .containsExactly(Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofDays(1));
        down = false;
        timeHasCome(world);
        Supply mended = settled(world);
        assertThat(mended.message()).isEqualTo("Opgeslagen als versie 1: 6 rijen.");
        assertThat(mended.failures()).isZero();
    }

    @Test
    void theNewestFileOfTheFolderIsReadAndARowThatIsWrongWaitsForAPerson(@TempDir Path folder) throws IOException {
        System.setProperty(OpenSources.FOLDER, folder.toString());
        Path own = Files.createDirectories(folder.resolve(authority.code()));
        Path secret = Files.writeString(folder.resolve("geheim.csv"), "Gemeente;Jaar;Aantal\n0505;2022;1\n");
        Files.createSymbolicLink(own.resolve("link.csv"), secret);
        ImportWorld world = world(OWN);
        assertThat(set(world, files("", "link*.csv")).message()).contains("link.csv is een verwijzing");
        assertThat(set(world, files("../", "geheim.csv")).message()).contains("Map of bestandsnaam klopt niet");

        old(own.resolve("cijfers-1.csv"), "Gemeente;Jaar;Aantal\n0505;2022;10\n");
        assertThat(set(world, files("", "cijfers-*.csv")).message()).isEqualTo("Opgeslagen als versie 1: 1 rij.");
        old(own.resolve("cijfers-2.csv"), "Gemeente;Jaar;Aantal\n0505;2022;10\n9999;2022;veel\n");
        timeHasCome(world);
        Supply waits = settled(world);
        assertThat(waits.state()).isEqualTo(Supply.State.WAITING);
        assertThat(waits.message()).startsWith("1 rij is goed, 1 geweigerd. Daarom is er niets vanzelf opgeslagen");
        assertThat(world.as(() -> waiting.waitingFor(world.actor, Locale.of("nl")))
                        .getFirst()
                        .path())
                .endsWith("/inlezen/" + waits.importId());
        // the same file does not come a second time while it waits
        timeHasCome(world);
        assertThat(settled(world).importId()).isEqualTo(waits.importId());
        assertThat(count("import", world.dataset)).isEqualTo("1");
        world.as(() -> imports.decide(world.dataset, waits.importId(), false));
        assertThat(settled(world).message()).startsWith("Opgeslagen als versie 2 door ");
        assertThat(lines(world.current())).containsExactly("0505,2022,10");

        old(own.resolve("cijfers-3.csv"), "Gemeente;Jaar;Kinderen\n0505;2022;10\n");
        timeHasCome(world);
        assertThat(settled(world).message()).contains("De kolommen zijn veranderd. Er was: Aantal.");
        assertThat(count("version", world.dataset)).isEqualTo("2");
    }

    private static void old(Path path, String content) throws IOException {
        Files.writeString(path, content);
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }

    @Test
    void itEndsWithTheRightOfWhoSetItAndIsNobodyElses() {
        ImportWorld world = world(NONE);
        set(world, table());
        Actor elsewhere = people.actor(people.person(people.authority().authorityId(), Role.ANALYST));
        assertThatThrownBy(() -> ImportWorld.as(elsewhere, () -> supplies.now(world.dataset)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> ImportWorld.as(elsewhere, () -> supplies.set(world.dataset, table())))
                .isInstanceOf(NotFoundException.class);
        assertThat(ImportWorld.as(elsewhere, () -> supplies.find(world.dataset)))
                .isEmpty();
        Actor reader = people.actor(people.person(authority.authorityId(), Role.RESEARCHER));
        assertThatThrownBy(() -> ImportWorld.as(reader, () -> supplies.now(world.dataset)))
                .isInstanceOf(AccessDeniedException.class);

        TestDatabase.rows(
                "delete from identity.membership where account_id = '" + world.actor.accountId() + "' returning 1");
        timeHasCome(world);
        rounds.run();
        Actor colleague = people.actor(people.person(authority.authorityId(), Role.ANALYST));
        Supply stopped =
                ImportWorld.as(colleague, () -> supplies.find(world.dataset).orElseThrow());
        assertThat(stopped.state()).isEqualTo(Supply.State.STOPPED);
        assertThat(stopped.message()).startsWith("Wie dit instelde, mag geen bronnen meer beheren.");
        assertThat(ImportWorld.as(colleague, () -> waiting.waitingFor(colleague, Locale.of("nl"))))
                .hasSize(1);
        // a colleague takes it over
        ImportWorld.as(colleague, () -> supplies.now(world.dataset).orElseThrow());
        assertThat(await().atMost(Duration.ofSeconds(30))
                        .until(
                                () -> {
                                    rounds.run();
                                    return ImportWorld.as(
                                            colleague,
                                            () -> supplies.find(world.dataset).orElseThrow());
                                },
                                supply -> !supply.busy())
                        .personName())
                .isEqualTo(colleague.name());
        assertThat(TestDatabase.rows("select account_id from source.supply where dataset_id = '" + world.dataset + "'"))
                .containsExactly(colleague.accountId().toString());
    }
}
