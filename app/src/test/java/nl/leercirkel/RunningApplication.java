package nl.leercirkel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.leercirkel.support.ChildJvm;

/** The application in a process of its own, as the script starts it. */
final class RunningApplication implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final Process process;
    private final int port;
    private final StringBuffer output = new StringBuffer();
    private final Thread reader;

    private RunningApplication(Process process, int port) {
        this.process = process;
        this.port = port;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /** Starts it with these settings and no others. */
    static RunningApplication start(Path workFolder, int port, Map<String, String> settings) throws IOException {
        return run(workFolder, port, settings, "start");
    }

    static RunningApplication run(Path workFolder, int port, Map<String, String> settings, String... arguments)
            throws IOException {
        // A build in the background ignores Ctrl-C, and would hand that on to the application.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(ChildJvm.command(Application.class, arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(workFolder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LEERCIRKEL_"));
        builder.environment().putAll(settings);
        builder.environment().put("LEERCIRKEL_PORT", Integer.toString(port));
        return new RunningApplication(builder.start(), port);
    }

    private void read() {
        try (var lines = process.inputReader()) {
            lines.lines().forEach(line -> output.append(line).append('\n'));
        } catch (IOException | UncheckedIOException closed) {
            // the process has ended
        }
    }

    /** Waits until it serves. */
    RunningApplication awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        // 503 until everything is loaded: the port opens a little earlier.
        while (health().filter(status -> status == 200).isEmpty()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("the application does not serve:\n" + output);
            }
            Thread.sleep(100);
        }
        return this;
    }

    /** The answer of the health page; empty when nobody answers. */
    Optional<Integer> health() throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/gezondheid/health"))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return Optional.of(
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException nobody) {
            return Optional.empty();
        }
    }

    /** Sends a signal such as TERM or INT. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Waits for the end and returns the exit code. */
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the application does not end:\n" + output);
        }
        reader.join();
        return process.exitValue();
    }

    String output() {
        return output.toString();
    }

    /** Processes that run a program from a data folder. */
    static List<Long> serverProcesses(Path dataFolder) throws IOException {
        Path root = dataFolder.toRealPath();
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(process -> {
                    try {
                        return Files.readSymbolicLink(Path.of("/proc", process.toString(), "exe"))
                                .startsWith(root);
                    } catch (IOException gone) {
                        return false;
                    }
                })
                .toList();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (process.isAlive()) {
            signal("TERM");
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }
}
