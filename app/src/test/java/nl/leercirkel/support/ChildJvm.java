package nl.leercirkel.support;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of the product or of a test in a JVM of its own, which can be killed. */
public final class ChildJvm {
    private ChildJvm() {}

    /** The command that runs it with the classes of this test; it starts as fast as a JVM without a cache can. */
    public static List<String> command(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorg.jooq.no-logo=true",
                "-Dorg.jooq.no-tips=true",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
