package nl.leercirkel.standards.cbs;

import static nl.leercirkel.standards.cbs.CbsServices.ROWS;
import static nl.leercirkel.standards.cbs.CbsServices.version3;
import static nl.leercirkel.standards.cbs.CbsServices.version4;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import nl.leercirkel.standards.cbs.LoopbackServer.Fault;
import nl.leercirkel.standards.cbs.LoopbackServer.Reply;
import nl.leercirkel.standards.figure.Figure;
import nl.leercirkel.standards.figure.SourcedFigure;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;
import org.junit.jupiter.api.Test;

/** The client against a server that answers in the shapes of the two services, well and badly. */
class CbsClientTest {

    private final Findings findings = new Findings();
    private final List<CbsRow> rows = new ArrayList<>();

    private CbsClient client(LoopbackServer server, CbsVersion version) {
        return client(server, version, Duration.ofSeconds(20));
    }

    private CbsClient client(LoopbackServer server, CbsVersion version, Duration patience) {
        HttpTransport transport = new HttpTransport(
                HttpClient.newHttpClient(),
                Map.of(CbsVersion.V3, server.base(), CbsVersion.V4, server.base()),
                patience);
        return new CbsClient(transport, version, 3, Duration.ofMillis(1), 10_000);
    }

    private boolean readAll(Function<String, Reply> replies, Duration patience) throws IOException {
        try (LoopbackServer server = new LoopbackServer(replies)) {
            CbsClient client = client(server, CbsVersion.V3, patience);
            CbsTable table = client.describe("T1NED", findings).orElseThrow();
            return client.read(table, CbsSelection.ALL, rows::add, findings);
        }
    }

    @Test
    void pagesUntilThereAreNoMoreRows() throws IOException {
        assertThat(readAll(path -> Reply.of(version3(path)), Duration.ofSeconds(20)))
                .isTrue();
        assertThat(findings.kept()).isEmpty();
        assertThat(rows).hasSize(ROWS);
        CbsRow fourth = rows.get(4);
        assertThat(fourth.keys()).isEqualTo(Map.of("RegioS", "GM0004", "Perioden", "2022JJ00"));
        Map<String, SourcedFigure> figures = new HashMap<>();
        fourth.figures().forEach((topic, figure) -> figures.put(topic.name(), figure));
        assertThat(figures.get("Jeugd").figure()).isEqualTo(Figure.of(new BigDecimal("4.5")));
        assertThat(figures.get("Jeugd").unit()).isEqualTo("%");
        assertThat(figures.get("Wmo").provenance().status()).isEqualTo("Voorlopig");
        assertThat(figures.get("Wmo").provenance().attribution()).isEqualTo("Bron: CBS, T1NED (CC BY 4.0)");
        assertThat(fourth.texts().values()).containsExactly("n4");
        assertThat(rows.get(3).figures().values())
                .extracting(SourcedFigure::figure)
                .anyMatch(Figure.Missing.class::isInstance);
    }

    @Test
    void aFilterHasPaddedKeysAndIsAppliedToWhatComes() throws IOException {
        try (LoopbackServer server = new LoopbackServer(path -> Reply.of(version3(path)))) {
            CbsClient client = client(server, CbsVersion.V3);
            CbsTable table = client.describe("T1NED", findings).orElseThrow();
            CbsTopic wmo = ((CbsTable.Lookup.Found) table.topic("Wmo")).topic();
            assertThat(client.read(
                            table,
                            new CbsSelection(Map.of("RegioS", Set.of("GM0007")), List.of(wmo)),
                            rows::add,
                            findings))
                    .isTrue();
            // this server does not filter; the client does
            assertThat(rows).singleElement().satisfies(row -> {
                assertThat(row.keys()).containsEntry("RegioS", "GM0007");
                assertThat(row.figures()).containsOnlyKeys(wmo);
            });
            assertThat(server.asked())
                    .anyMatch(path -> path.contains("$filter=(RegioS eq 'GM0007    ')")
                            && path.contains("$select=RegioS,Perioden,Wmo_3"));
        }
    }

    @Test
    void aPageThatBreaksOffIsReadOnWithoutDoubles() throws IOException {
        AtomicInteger faults = new AtomicInteger();
        assertThat(readAll(
                        path -> path.contains("TypedDataSet?$top=10000&$skip=10") && faults.getAndIncrement() < 2
                                ? new Reply(200, "", version3(path), Fault.BROKEN_OFF)
                                : Reply.of(version3(path)),
                        Duration.ofSeconds(20)))
                .isTrue();
        assertThat(rows).hasSize(ROWS).doesNotHaveDuplicates();
        assertThat(faults.get()).isGreaterThan(2);
    }

    @Test
    void dataThatChangeMeanwhileAreAnError() throws IOException {
        AtomicInteger faults = new AtomicInteger();
        assertThat(readAll(
                        path -> {
                            String body = version3(path);
                            if (!path.contains("TypedDataSet?$top=10000&$skip=10")) {
                                return Reply.of(body);
                            }
                            return faults.getAndIncrement() == 0
                                    ? new Reply(200, "", body, Fault.BROKEN_OFF)
                                    : Reply.of(body.replace("11.5", "99.5"));
                        },
                        Duration.ofSeconds(20)))
                .isFalse();
        assertThat(findings.kept())
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("veranderden");
    }

    @Test
    void anAnswerThatFallsSilentIsCutOff() throws IOException {
        assertThat(readAll(
                        path -> path.contains("TypedDataSet?$top=10000&$skip=10")
                                ? new Reply(200, "", version3(path), Fault.SILENT)
                                : Reply.of(version3(path)),
                        Duration.ofMillis(300)))
                .isFalse();
        assertThat(findings.kept()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("BESTAND-LEZEN");
            assertThat(finding.message()).contains("zweeg");
            assertThat(finding.place().field()).contains("TypedDataSet", "bladzijde 2");
        });
    }

    @Test
    void aServerThatIsBusyIsAskedAgainAndOneThatRefusesIsNot() throws IOException {
        AtomicInteger busy = new AtomicInteger();
        assertThat(readAll(
                        path -> path.contains("TypedDataSet?$top=10000&$skip=0") && busy.getAndIncrement() < 2
                                ? Reply.status(503, "Retry-After: 0\r\n")
                                : Reply.of(version3(path)),
                        Duration.ofSeconds(20)))
                .isTrue();
        assertThat(busy.get()).isEqualTo(3);
        AtomicInteger refused = new AtomicInteger();
        assertThat(readAll(
                        path -> {
                            if (path.contains("TypedDataSet")) {
                                refused.incrementAndGet();
                                return Reply.status(400, "");
                            }
                            return Reply.of(version3(path));
                        },
                        Duration.ofSeconds(20)))
                .isFalse();
        assertThat(refused.get()).isEqualTo(1);
        assertThat(findings.kept().getLast().message()).contains("400");
    }

    @Test
    void whatIsNoAnswerIsNamed() throws IOException {
        Map<String, String> bodies = Map.of(
                "<html>storing</html>", "JSON-WEBPAGINA",
                "", "BESTAND-LEEG",
                "[]", "JSON-INHOUD",
                "{\"value\":[{]}", "JSON-FOUT",
                "{\"value\":5}", "JSON-INHOUD",
                "{\"odata.error\":{\"code\":\"\"}}", "JSON-INHOUD");
        for (Map.Entry<String, String> body : bodies.entrySet()) {
            Findings own = new Findings();
            try (LoopbackServer server = new LoopbackServer(path -> Reply.of(body.getKey()))) {
                assertThat(client(server, CbsVersion.V3).describe("T1NED", own)).isEmpty();
            }
            assertThat(own.kept().getLast().code()).as(body.getKey()).isEqualTo(body.getValue());
        }
    }

    @Test
    void nobodyListens() throws IOException {
        LoopbackServer gone = new LoopbackServer(path -> Reply.of("{}"));
        gone.close();
        assertThat(client(gone, CbsVersion.V3).describe("T1NED", findings)).isEmpty();
        assertThat(findings.kept().getLast().message()).contains("niet bereikbaar");
        assertThat(client(gone, CbsVersion.V3).describe("../x", findings)).isEmpty();
        assertThat(findings.kept().getLast().code()).isEqualTo("CBS-TABEL");
    }

    @Test
    void version4FollowsTheLinkToTheNextPage() throws IOException {
        URI[] base = new URI[1];
        try (LoopbackServer server = new LoopbackServer(path -> Reply.of(version4(path, base[0])))) {
            base[0] = server.base();
            CbsClient client = client(server, CbsVersion.V4);
            CbsTable table = client.describe("T2NED", findings).orElseThrow();
            assertThat(table.title()).isEqualTo("Proef 4");
            assertThat(table.licence()).contains("creativecommons");
            assertThat(table.topics().getFirst().groups()).containsExactly("Kring", "Top");
            assertThat(client.read(table, CbsSelection.ALL, rows::add, findings))
                    .isTrue();
        }
        assertThat(rows)
                .extracting(row -> row.figures().values().iterator().next().figure())
                .containsExactly(Figure.of(12), new Figure.Missing("kan niet voorkomen"));
        assertThat(findings.kept()).extracting(Finding::code).containsExactly("CBS-CODE");
    }

    @Test
    void aLinkToAnotherServerIsNotFollowed() throws IOException {
        for (String link : List.of("http://elders.example/odata", "file:///etc/passwd", "http://[")) {
            Findings own = new Findings();
            URI[] base = new URI[1];
            try (LoopbackServer server = new LoopbackServer(path -> Reply.of(
                    path.endsWith("/Observations")
                            ? "{\"value\":[],\"@odata.nextLink\":\"" + link + "\"}"
                            : version4(path, base[0])))) {
                base[0] = server.base();
                CbsClient client = client(server, CbsVersion.V4);
                CbsTable table = client.describe("T2NED", own).orElseThrow();
                assertThat(client.read(table, CbsSelection.ALL, rows::add, own)).isFalse();
            }
            assertThat(own.kept().getLast().message()).contains("ander adres");
        }
    }

    @Test
    void linksInACircleEnd() throws IOException {
        URI[] base = new URI[1];
        try (LoopbackServer server = new LoopbackServer(path -> Reply.of(
                path.contains("Observations")
                        ? "{\"value\":[],\"@odata.nextLink\":\"" + base[0] + "/T2NED/Observations\"}"
                        : version4(path, base[0])))) {
            base[0] = server.base();
            CbsClient client = client(server, CbsVersion.V4);
            CbsTable table = client.describe("T2NED", findings).orElseThrow();
            assertThat(client.read(table, CbsSelection.ALL, rows::add, findings))
                    .isFalse();
        }
        assertThat(findings.kept().getLast().code()).isEqualTo("CBS-KRINGLOOP");
    }
}
