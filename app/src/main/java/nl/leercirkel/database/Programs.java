package nl.leercirkel.database;

import static nl.leercirkel.database.DatabaseStartException.Reason.DATA_FOLDER_UNUSABLE;
import static nl.leercirkel.database.DatabaseStartException.Reason.ROOT_REFUSED;
import static nl.leercirkel.database.DatabaseStartException.Reason.SERVER_FAILED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Runs initdb, pg_ctl and postgres.
 *
 * <p>PostgreSQL refuses to run as root. Started as root, the programs run in a user namespace of their own ({@code unshare
 * -U}): there they are nobody, while the files stay root's.
 */
final class Programs {

    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final Executor READERS = task -> Thread.ofVirtual().start(task);

    /** How a program ended and what it said. */
    record Result(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    private final Path home;
    private final List<String> prefix;

    private Programs(Path home, List<String> prefix) {
        this.home = home;
        this.prefix = prefix;
    }

    static Programs in(Path home) {
        return new Programs(home, prefix(isRoot(), Programs::works));
    }

    static List<String> prefix(boolean root, Predicate<List<String>> works) {
        if (!root) {
            return List.of();
        }
        if (!works.test(NAMESPACE)) {
            throw new DatabaseStartException(
                    ROOT_REFUSED,
                    "PostgreSQL draait niet als root, en dit systeem staat niet toe die rechten af te leggen (unshare -U). Start Leercirkel als gewone gebruiker, en maak die eigenaar van de gegevensmap.");
        }
        return NAMESPACE;
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException unknown) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static boolean works(List<String> prefix) {
        try {
            List<String> command = new ArrayList<>(prefix);
            command.add("true");
            return run(command, Path.of("/"), Duration.ofSeconds(10)).succeeded();
        } catch (DatabaseStartException absent) {
            return false;
        }
    }

    Result run(Duration limit, String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return run(command, home, limit);
    }

    /** The major version of these programs, such as 18. */
    int majorVersion() {
        Result result = run(Duration.ofSeconds(30), "postgres", "--version");
        String[] words = result.output().strip().split("[ .]");
        if (result.output().contains("Permission denied")) {
            throw new DatabaseStartException(
                    DATA_FOLDER_UNUSABLE,
                    "PostgreSQL mag niet draaien uit %s. De map is van een andere gebruiker, of de schijf staat geen programma's toe. Start Leercirkel als de eigenaar van de map, of kies een andere map met LEERCIRKEL_DATA."
                            .formatted(home));
        }
        // "postgres (PostgreSQL) 18.6"
        if (!result.succeeded() || words.length < 3 || !words[2].chars().allMatch(Character::isDigit)) {
            throw new DatabaseStartException(
                    SERVER_FAILED,
                    "PostgreSQL in %s werkt niet op deze computer: %s"
                            .formatted(home, result.output().strip()));
        }
        return Integer.parseInt(words[2]);
    }

    private static Result run(List<String> command, Path folder, Duration limit) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        // Only what is needed: PG* variables would change what the programs do, and secrets are none of their business.
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL", "C", "TZ", "UTC"));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> readAll(process), READERS);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                return new Result(-1, command.getLast() + ": no answer within " + limit.toSeconds() + " s");
            }
            return new Result(process.exitValue(), output.join());
        } catch (IOException failure) {
            throw new DatabaseStartException(
                    SERVER_FAILED,
                    "Een programma van PostgreSQL kan niet worden gestart (%s). Staat de gegevensmap op een schijf waar programma's mogen draaien?"
                            .formatted(failure.getMessage()),
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseStartException(SERVER_FAILED, "Het starten van de database is onderbroken.", interrupted);
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseStartException(SERVER_FAILED, "Het starten van de database is onderbroken.", interrupted);
        }
    }

    private static String readAll(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            return "";
        }
    }
}
