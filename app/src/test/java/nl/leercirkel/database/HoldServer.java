package nl.leercirkel.database;

import java.nio.file.Path;
import nl.leercirkel.support.ChildJvm;

/** A process of its own that runs a server until it is killed; says READY, or why not. */
final class HoldServer {

    private HoldServer() {}

    public static void main(String[] arguments) throws Exception {
        try (PostgresServer server = PostgresServer.start(Path.of(arguments[0]))) {
            System.out.println("READY " + server.port());
            while (System.in.read() >= 0) {
                // until the parent closes our input
            }
        } catch (DatabaseStartException refused) {
            System.out.println(refused.reason() + " " + refused.getMessage());
        }
    }

    static Process run(Path dataFolder) throws Exception {
        return new ProcessBuilder(ChildJvm.command(HoldServer.class, dataFolder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Waits for the line that matters, past whatever is logged before it. */
    static String answer(Process process) throws Exception {
        var lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("READY") || line.startsWith("DATA_FOLDER")) {
                return line;
            }
        }
        return "ended";
    }
}
