package nl.leercirkel.backup;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the commands as the script does, and keeps what they say. */
record CommandLine(int exitCode, String out, String err) {

    private interface Command {
        int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err);
    }

    static CommandLine backup(Path data, String... arguments) {
        return run(Backup::run, Map.of("LEERCIRKEL_DATA", data.toString()), arguments);
    }

    static CommandLine restore(Path data, String... arguments) {
        return run(Restore::run, Map.of("LEERCIRKEL_DATA", data.toString()), arguments);
    }

    static CommandLine backup(Map<String, String> environment, String... arguments) {
        return run(Backup::run, environment, arguments);
    }

    static CommandLine restore(Map<String, String> environment, String... arguments) {
        return run(Restore::run, environment, arguments);
    }

    private static CommandLine run(Command command, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = command.run(
                List.of(arguments),
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new CommandLine(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
