package nl.leercirkel.standards.cbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.leercirkel.standards.cbs.LoopbackServer.Fault;
import nl.leercirkel.standards.cbs.LoopbackServer.Reply;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes over the line is saved so that it reads the same from the folder, or it is not saved at all. */
class SavingTransportTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final Findings findings = new Findings();

    private static HttpTransport live(LoopbackServer server) {
        return new HttpTransport(
                HttpClient.newHttpClient(),
                Map.of(CbsVersion.V3, server.base(), CbsVersion.V4, server.base()),
                Duration.ofSeconds(20));
    }

    private static String table(CbsVersion version) {
        return version == CbsVersion.V3 ? "T1NED" : "T2NED";
    }

    private static List<CbsRow> rows(CbsTransport transport, CbsVersion version, CbsSelection selection) {
        Findings findings = new Findings();
        List<CbsRow> rows = new ArrayList<>();
        CbsClient client = new CbsClient(transport, version, 2, Duration.ofMillis(1), 10_000);
        CbsTable table = client.describe(table(version), findings).orElseThrow();
        assertThat(client.read(table, selection, rows::add, findings)).isTrue();
        assertThat(findings.usable()).isTrue();
        return rows;
    }

    private boolean save(CbsVersion version, Function<String, Reply> replies) throws IOException {
        try (LoopbackServer server = new LoopbackServer(replies)) {
            return SavingTransport.save(live(server), version, table(version), folder, CLOCK, findings);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void version3ReadsTheSameFromTheFolder() throws IOException {
        List<CbsRow> overTheLine;
        try (LoopbackServer server = new LoopbackServer(path -> Reply.of(CbsServices.version3(path)))) {
            overTheLine = rows(live(server), CbsVersion.V3, CbsSelection.ALL);
        }
        assertThat(save(CbsVersion.V3, path -> Reply.of(CbsServices.version3(path))))
                .isTrue();
        assertThat(overTheLine).hasSize(CbsServices.ROWS);
        assertThat(rows(new SavedAnswers(folder), CbsVersion.V3, CbsSelection.ALL))
                .isEqualTo(overTheLine);
        // Ten rows a page, and the empty one that ends it.
        assertThat(files())
                .contains(
                        "T1NED/TypedDataSet.json",
                        "T1NED/TypedDataSet.2.json",
                        "T1NED/TypedDataSet.3.json",
                        "T1NED/DataProperties.json",
                        "T1NED/RegioS.json")
                .noneMatch(name -> name.contains(".deel") || name.contains("bezig"));
        assertThat(Files.readString(folder.resolve("T1NED/bron.txt")))
                .contains("2026-11-26")
                .contains("CC BY 4.0");
    }

    @Test
    void version4FollowsItsLinksAndReadsTheSameFromTheFolder() throws IOException {
        URI[] base = new URI[1];
        List<CbsRow> overTheLine;
        try (LoopbackServer server = new LoopbackServer(path -> Reply.of(CbsServices.version4(path, base[0])))) {
            base[0] = server.base();
            overTheLine = rows(live(server), CbsVersion.V4, CbsSelection.ALL);
            assertThat(SavingTransport.save(live(server), CbsVersion.V4, "T2NED", folder, CLOCK, findings))
                    .isTrue();
            assertThat(server.asked()).anyMatch(path -> path.endsWith("Observations?page2"));
        }
        assertThat(overTheLine).hasSize(2);
        assertThat(rows(new SavedAnswers(folder), CbsVersion.V4, CbsSelection.ALL))
                .isEqualTo(overTheLine);
        assertThat(files()).contains("T2NED/Observations.json", "T2NED/Observations.2.json");
    }

    @Test
    void aChoiceIsMadeOnWhatComesSoThatTheFolderHasTheWholeTable() throws IOException {
        CbsSelection one = new CbsSelection(Map.of("RegioS", Set.of("GM0004")), List.of());
        List<String> asked;
        try (LoopbackServer server = new LoopbackServer(path -> Reply.of(CbsServices.version3(path)));
                SavingTransport saving = new SavingTransport(live(server), folder)) {
            assertThat(rows(saving, CbsVersion.V3, one)).hasSize(1);
            asked = server.asked();
            saving.keep(java.time.LocalDate.of(2026, 11, 26));
        }
        assertThat(asked).noneMatch(path -> path.contains("$filter"));
        assertThat(rows(new SavedAnswers(folder), CbsVersion.V3, CbsSelection.ALL))
                .hasSize(CbsServices.ROWS);
    }

    @Test
    void anAnswerThatBreaksOffIsAskedAgainAndSavedOnce() throws IOException {
        AtomicInteger times = new AtomicInteger();
        assertThat(save(CbsVersion.V3, path -> {
                    boolean broken = path.contains("TypedDataSet") && times.getAndIncrement() == 0;
                    return new Reply(200, "", CbsServices.version3(path), broken ? Fault.BROKEN_OFF : Fault.NONE);
                }))
                .isTrue();
        assertThat(rows(new SavedAnswers(folder), CbsVersion.V3, CbsSelection.ALL))
                .hasSize(CbsServices.ROWS);
    }

    @Test
    void whatFailsLeavesTheFolderAsItWas() throws IOException {
        assertThat(save(CbsVersion.V3, path -> Reply.of(CbsServices.version3(path))))
                .isTrue();
        List<String> before = files();
        byte[] page = Files.readAllBytes(folder.resolve("T1NED/TypedDataSet.2.json"));
        assertThat(save(
                        CbsVersion.V3,
                        path -> path.contains("$skip=10")
                                ? Reply.status(404, "")
                                : Reply.of(CbsServices.version3(path).replace(".5", ".25"))))
                .isFalse();
        assertThat(findings.kept()).extracting(Finding::code).contains("CBS-GEEN-ANTWOORD");
        assertThat(files()).isEqualTo(before);
        assertThat(Files.readAllBytes(folder.resolve("T1NED/TypedDataSet.2.json")))
                .isEqualTo(page);
    }

    @Test
    void aNewSavingTakesThePlaceOfALongerOne() throws IOException {
        assertThat(save(CbsVersion.V3, path -> Reply.of(CbsServices.version3(path))))
                .isTrue();
        // Now the service has only the first page.
        assertThat(save(
                        CbsVersion.V3,
                        path -> path.contains("TypedDataSet") && !path.contains("$skip=0")
                                ? Reply.of("{\"odata.metadata\":\"x\",\"value\":[]}")
                                : Reply.of(CbsServices.version3(path))))
                .isTrue();
        assertThat(rows(new SavedAnswers(folder), CbsVersion.V3, CbsSelection.ALL))
                .hasSize(10);
        assertThat(files()).doesNotContain("T1NED/TypedDataSet.3.json");
    }
}
