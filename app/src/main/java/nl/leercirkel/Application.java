package nl.leercirkel;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts Leercirkel: {@code start} with what is in the data folder, {@code demo} with the demo content as well. The
 * commands {@code backup} and {@code restore} do their work and end.
 */
@SpringBootApplication
public class Application {

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
            default -> {
                System.err.println(
                        "Leercirkel: onbekende opdracht “" + command + "”. Kies start, demo, backup of restore.");
                System.exit(2);
            }
        }
    }
}
