package nl.leercirkel.job;

import static nl.leercirkel.job.JobTestNode.ANNA;
import static nl.leercirkel.job.JobTestNode.BRAM;
import static nl.leercirkel.job.JobTestNode.COR;
import static nl.leercirkel.job.JobTestNode.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.leercirkel.job.JobTestNode.Script;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages and the event stream over real HTTP; the work is done by another node. */
class JobPagesTest {
    private static final JobTestDatabase DATABASE = JobTestDatabase.create();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static JobTestNode node;

    @BeforeAll
    static void start() {
        node = JobTestNode.startWithPages(DATABASE);
    }

    @AfterAll
    static void stop() {
        node.close();
        CLIENT.close();
    }

    private record Event(String id, JsonNode data) {}

    @Test
    void theStreamTellsTheProgressUntilTheEnd() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        JobId id = node.begin(ANNA, Script.of((script, progress) -> {
            progress.update(1, 4, "Projecten lezen");
            goOn.await();
            progress.update(4, 4, "Opmaken");
            return new JobResult.Done("Het rapport is klaar.");
        }));
        await().until(() -> node.find(ANNA, id).orElseThrow().done() == 1);
        CompletableFuture<HttpResponse<String>> stream = CLIENT.sendAsync(
                get(ANNA, id.path() + "/voortgang")
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofString());
        // The first event is read before the reader is counted.
        await().until(() -> node.bean(ProgressHub.class).listeners(id) == 1);
        goOn.countDown();
        HttpResponse<String> response = stream.get(30, TimeUnit.SECONDS);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        List<Event> events = events(response.body());
        assertThat(events).anySatisfy(event -> {
            assertThat(event.data().get("percent").asInt()).isEqualTo(25);
            assertThat(event.data().get("text").asString()).isEqualTo("Projecten lezen");
            assertThat(event.data().get("status").asString()).isEqualTo("RUNNING");
            assertThat(event.data().get("finished").asBoolean()).isFalse();
        });
        assertThat(events.stream().map(event -> Long.parseLong(event.id())))
                .isSorted()
                .doesNotHaveDuplicates();
        Event last = events.getLast();
        assertThat(last.data().get("status").asString()).isEqualTo("SUCCEEDED");
        assertThat(last.data().get("statusText").asString()).isEqualTo("klaar");
        assertThat(last.data().get("text").asString()).isEqualTo("Het rapport is klaar.");
        assertThat(last.data().get("finished").asBoolean()).isTrue();
        assertThat(last.data().get("location").asString()).isEqualTo(id.path());
        assertThat(events.stream().filter(event -> event.data().get("finished").asBoolean()))
                .hasSize(1);

        HttpResponse<String> back = CLIENT.send(
                get(ANNA, id.path() + "/voortgang")
                        .header("Last-Event-ID", last.id())
                        .build(),
                BodyHandlers.ofString());
        assertThat(back.statusCode())
                .as("a browser that comes back after the end")
                .isEqualTo(204);
        HttpResponse<String> missed = CLIENT.send(
                get(ANNA, id.path() + "/voortgang")
                        .header("Last-Event-ID", events.getFirst().id())
                        .build(),
                BodyHandlers.ofString());
        assertThat(events(missed.body()))
                .as("who missed the end still hears it")
                .containsExactly(last);
    }

    @Test
    void manyListenersAreOneQuestionToTheDatabaseAndLeaveNothingBehind() throws Exception {
        ProgressHub hub = node.bean(ProgressHub.class);
        await().until(() -> hub.watched() == 0);
        CountDownLatch goOn = new CountDownLatch(1);
        JobId id = node.begin(ANNA, Script.of((script, progress) -> {
            goOn.await();
            return new JobResult.Done("Klaar.");
        }));
        List<CompletableFuture<HttpResponse<String>>> streams = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            streams.add(CLIENT.sendAsync(
                    get(i % 2 == 0 ? ANNA : BRAM, id.path() + "/voortgang").build(), BodyHandlers.ofString()));
        }
        await().until(() -> hub.listeners(id) == 25);
        assertThat(hub.watched()).isEqualTo(1);
        goOn.countDown();
        for (CompletableFuture<HttpResponse<String>> stream : streams) {
            String body = stream.get(30, TimeUnit.SECONDS).body();
            assertThat(events(body).getLast().data().get("finished").asBoolean())
                    .isTrue();
        }
        await().until(() -> hub.watched() == 0);
    }

    @Test
    void theStreamAlsoFollowsWorkOfAnotherNode() throws Exception {
        JobTestDatabase database = JobTestDatabase.create();
        CountDownLatch goOn = new CountDownLatch(1);
        try (JobTestNode worker = JobTestNode.start(database)) {
            JobId id = worker.begin(ANNA, Script.of((script, progress) -> {
                progress.update(1, 2, "Halverwege");
                goOn.await();
                return new JobResult.Done("Elders gedaan.");
            }));
            worker.awaitStatus(id, JobStatus.RUNNING);
            try (JobTestNode pages = JobTestNode.startWithPages(database)) {
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + pages.port() + id.path() + "/voortgang"))
                        .header("X-Account", ANNA.accountId().toString())
                        .build();
                CompletableFuture<HttpResponse<String>> stream = CLIENT.sendAsync(request, BodyHandlers.ofString());
                await().until(() -> pages.bean(ProgressHub.class).watched() == 1);
                goOn.countDown();
                List<Event> events = events(stream.get(30, TimeUnit.SECONDS).body());
                assertThat(events.getLast().data().get("text").asString()).isEqualTo("Elders gedaan.");
            }
        }
    }

    @Test
    void aStoppingNodeEndsItsStreams() throws Exception {
        JobTestDatabase database = JobTestDatabase.create();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<HttpResponse<String>> stream;
        try (JobTestNode pages = JobTestNode.startWithPages(database)) {
            JobId id = pages.begin(ANNA, Script.of((script, progress) -> {
                begun.countDown();
                Thread.sleep(60_000);
                return new JobResult.Done("Nooit.");
            }));
            stream = CLIENT.sendAsync(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + pages.port() + id.path() + "/voortgang"))
                            .header("X-Account", ANNA.accountId().toString())
                            .build(),
                    BodyHandlers.ofString());
            await().until(() ->
                    begun.getCount() == 0 && pages.bean(ProgressHub.class).watched() == 1);
        }
        assertThat(events(stream.get(10, TimeUnit.SECONDS).body()))
                .isNotEmpty()
                .noneMatch(event -> event.data().get("finished").asBoolean());
    }

    @Test
    void whoLeavesIsForgotten() throws Exception {
        ProgressHub hub = node.bean(ProgressHub.class);
        CountDownLatch goOn = new CountDownLatch(1);
        JobId id = node.begin(ANNA, Script.of((script, progress) -> {
            for (int i = 1; goOn.getCount() > 0; i++) {
                progress.update(i, 0, "Stap " + i);
                goOn.await(50, TimeUnit.MILLISECONDS);
            }
            return new JobResult.Done("Klaar.");
        }));
        HttpResponse<InputStream> response =
                CLIENT.send(get(ANNA, id.path() + "/voortgang").build(), BodyHandlers.ofInputStream());
        await().until(() -> hub.listeners(id) == 1);
        response.body().close();
        await().until(() -> hub.listeners(id) == 0);
        goOn.countDown();
        node.awaitStatus(id, JobStatus.SUCCEEDED);
    }

    @Test
    void thePageFollowsByScriptAndWithoutItByALink() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        JobId id = node.begin(ANNA, Script.of((script, progress) -> {
            progress.update(1, 4, "Projecten lezen");
            goOn.await();
            return new JobResult.Done("Het rapport is klaar.", "/portfolio", null);
        }));
        await().until(() -> node.find(ANNA, id).orElseThrow().done() == 1);
        String running = body(ANNA, id.path());
        assertThat(running)
                .contains("data-progress-url=\"" + id.path() + "/voortgang\"")
                .contains("<progress max=\"100\" value=\"25\"")
                .contains("Projecten lezen")
                .contains("Ververs de stand")
                .contains("action=\"" + id.path() + "/stoppen\"")
                .doesNotContain("??job.");
        assertThat(body(BRAM, id.path())).as("a colleague may look, not stop").doesNotContain("/stoppen");
        goOn.countDown();
        node.awaitStatus(id, JobStatus.SUCCEEDED);
        assertThat(body(ANNA, id.path()))
                .contains("Het rapport is klaar.")
                .contains("href=\"/portfolio\"")
                .doesNotContain("data-progress-url")
                .doesNotContain("/stoppen")
                .doesNotContain("??job.");
    }

    @Test
    void theListShowsMineAndOnRequestThoseOfEverybody() throws Exception {
        Script quick = Script.of((script, progress) -> new JobResult.Done("Gedaan."));
        JobId annas = node.begin(ANNA, quick);
        JobId brams = node.begin(BRAM, quick);
        JobId veras = beginAsAnalystOfVenlo();

        assertThat(body(ANNA, "/werk")).contains(annas.path()).doesNotContain(brams.path(), veras.path());
        assertThat(body(ANNA, "/werk?alle=true"))
                .contains(annas.path(), brams.path(), "Bram")
                .doesNotContain(veras.path())
                .doesNotContain("??job.");
        assertThat(body(COR, "/werk?alle=true"))
                .as("without the right it stays one's own")
                .contains("nog niets gestart")
                .doesNotContain(annas.path(), "alle=true");
    }

    @Test
    void stoppingByTheButton() throws Exception {
        JobId id = node.begin(ANNA, Script.of((script, progress) -> {
            while (true) {
                progress.check();
                Thread.sleep(20);
            }
        }));
        node.awaitStatus(id, JobStatus.RUNNING);
        assertThat(status(post(VERA, id.path() + "/stoppen"))).isEqualTo(404);
        assertThat(status(post(COR, id.path() + "/stoppen"))).isEqualTo(404);
        assertThat(status(post(BRAM, id.path() + "/stoppen"))).isEqualTo(403);
        assertThat(node.find(ANNA, id).orElseThrow().cancelRequested()).isFalse();
        HttpResponse<String> response = CLIENT.send(post(ANNA, id.path() + "/stoppen"), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location").orElseThrow()).endsWith(id.path());
        node.awaitStatus(id, JobStatus.CANCELLED);
        assertThat(body(ANNA, id.path())).contains("gestopt voordat het klaar was");
    }

    @Test
    void theFileIsForTheStarterAndThoseWithTheRight() throws Exception {
        byte[] bytes = "Straße;€ 5.000\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        JobId id = node.begin(
                ANNA,
                Script.of((script, progress) ->
                        new JobResult.Done("Gemaakt.", null, ResultFile.of("overzicht één.csv", "text/csv", bytes))));
        node.awaitStatus(id, JobStatus.SUCCEEDED);
        String path = id.path() + "/bestand";

        HttpResponse<byte[]> response = CLIENT.send(get(ANNA, path).build(), BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(bytes);
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(bytes.length);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("overzicht%20%C3%A9%C3%A9n.csv");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(status(get(BRAM, path).build())).isEqualTo(200);
        assertThat(status(get(COR, path).build())).isEqualTo(404);
        assertThat(status(get(VERA, path).build())).isEqualTo(404);
        assertThat(body(ANNA, id.path())).contains(path).contains("overzicht één.csv");

        DATABASE.rows()
                .sql("update job.file set expires_at = now() where job_id = ?")
                .param(id.value())
                .update();
        assertThat(status(get(ANNA, path).build())).isEqualTo(404);
        assertThat(body(ANNA, id.path())).doesNotContain(path);
    }

    @Test
    void anotherAuthorityFindsNothing() throws Exception {
        JobId id = node.begin(ANNA, Script.of((script, progress) -> new JobResult.Done("Gedaan.")));
        node.awaitStatus(id, JobStatus.SUCCEEDED);
        for (String path : List.of("", "/voortgang", "/bestand")) {
            HttpResponse<String> response =
                    CLIENT.send(get(VERA, id.path() + path).build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(response.body()).doesNotContain("Werk ", "Gedaan.");
        }
    }

    private static JobId beginAsAnalystOfVenlo() {
        Actor analyst = new Actor(UUID.randomUUID(), "Wim", JobTestNode.VENLO, Set.of(Role.ANALYST), null, false);
        return node.begin(analyst, Script.of((script, progress) -> new JobResult.Done("Gedaan.")));
    }

    private static List<Event> events(String stream) {
        List<Event> events = new ArrayList<>();
        for (String block : stream.split("\n\n")) {
            List<String> lines = block.lines().toList();
            if (lines.contains("event: progress")) {
                events.add(new Event(field(lines, "id: "), JSON.readTree(field(lines, "data: "))));
            }
        }
        return events;
    }

    private static String field(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElseThrow();
    }

    private static String body(Actor actor, String path) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(get(actor, path).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    private static int status(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static HttpRequest.Builder get(Actor actor, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + path))
                .header("X-Account", actor.accountId().toString())
                .header("Accept-Language", "nl");
    }

    private static HttpRequest post(Actor actor, String path) {
        return get(actor, path).POST(HttpRequest.BodyPublishers.noBody()).build();
    }
}
