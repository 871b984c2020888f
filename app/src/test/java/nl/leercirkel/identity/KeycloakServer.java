package nl.leercirkel.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Keycloak process on the loopback address, with a realm of its own and nothing kept on disk. */
final class KeycloakServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;

    private KeycloakServer(Process process) {
        this.process = process;
    }

    static String issuer(int port) {
        return "http://127.0.0.1:" + port + "/realms/leercirkel";
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts with this realm and returns when it answers. */
    static KeycloakServer start(int port, String realm) {
        try {
            Path home = unpacked();
            Path realms = Files.createDirectories(home.resolve("data/import"));
            Files.writeString(realms.resolve("leercirkel-realm.json"), realm);
            Path kc = home.resolve("bin/kc.sh");
            ProcessBuilder builder = new ProcessBuilder(
                            "sh",
                            kc.toAbsolutePath().toString(),
                            "start-dev",
                            "--import-realm",
                            "--db=dev-mem",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("test.log").toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m");
            builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
            KeycloakServer server = new KeycloakServer(builder.start());
            server.waitUntilItAnswers(port, home.resolve("test.log"));
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path unpacked() throws IOException {
        try (Stream<Path> entries = Files.list(Path.of("target", "keycloak"))) {
            return entries.filter(entry -> Files.exists(entry.resolve("bin/kc.sh")))
                    .findFirst()
                    .orElseThrow(() -> new IOException("Maven unpacks Keycloak in the phase generate-test-resources"));
        }
    }

    private void waitUntilItAnswers(int port, Path log) throws IOException {
        HttpRequest question = HttpRequest.newBuilder(URI.create(issuer(port) + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(10))
                .build();
        Instant deadline = Instant.now().plus(PATIENCE);
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!answers(client, question)) {
                if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                    close();
                    throw new IOException("Keycloak did not start:\n" + Files.readString(log));
                }
                TimeUnit.MILLISECONDS.sleep(250);
            }
        } catch (InterruptedException interrupted) {
            close();
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static boolean answers(HttpClient client, HttpRequest question) throws InterruptedException {
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Stops the script, which passes the signal on, and whatever of its children is left. */
    @Override
    public void close() {
        var children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
