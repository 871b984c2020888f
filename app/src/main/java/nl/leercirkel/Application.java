package nl.leercirkel;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import nl.leercirkel.backup.Backup;
import nl.leercirkel.backup.Restore;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Starts Leercirkel: {@code start} with what is in the data folder, {@code demo} with the demo content as well. The
 * commands {@code backup} and {@code restore} do their work and end.
 */
// Modules do not know each other's names: a class may be called as it should be, also when another module has one too.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Application {

    static {
        XmlParsers.keepToTheJdk();
    }

    public static void main(String[] arguments) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        String command = arguments.length == 0 ? "start" : arguments[0];
        String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (command) {
            case "start" -> SpringApplication.run(Application.class, rest);
            case "demo" -> {
                System.setProperty("leercirkel.demo", "true");
                SpringApplication.run(Application.class, rest);
            }
            case "backup" ->
                System.exit(quietly(() -> Backup.run(List.of(rest), System.getenv(), System.out, System.err)));
            case "restore" ->
                System.exit(quietly(() -> Restore.run(List.of(rest), System.getenv(), System.out, System.err)));
            default -> {
                System.err.println(
                        "Leercirkel: onbekende opdracht “" + command + "”. Kies start, demo, backup of restore.");
                System.exit(2);
            }
        }
    }

    // A command's output is for the administrator; without Spring nobody has told the log to keep to what matters.
    private static int quietly(IntSupplier command) {
        LoggingSystem.get(Application.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        return command.getAsInt();
    }
}
