package nl.leercirkel.standards.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code leercirkel valideer BESTAND [opties]}: exit code 0 faultless, 1 findings, 2 could not be done. */
public final class Validate {
    private static final int LOOK = 512;
    private static final int FAULTLESS = 0;
    private static final int FINDINGS = 1;
    private static final int IMPOSSIBLE = 2;
    private static final String USAGE = """
            Gebruik: leercirkel valideer BESTAND [opties]

              BESTAND          een bericht van iJw 3.2 of iWmo 3.2 (XML), of een tabel: Beleidsinformatie Jeugd,
                               Kerncijfers wijken en buurten, Iv3 of een tabel van het CBS (CSV, JSON of vaste posities)

            Bij een bericht:
              --retour UIT     schrijft het retourbericht of declaratieantwoord in dit bestand
              --eerder MAP     controleert ook tegen de eerdere berichten in deze map, de gemeentelijst en de
                               standaardproductcodes
              --ontvangen D    de dag van ontvangst, zoals 2026-04-01; zonder deze optie vandaag
              --overschrijven  het bestand van --retour mag al bestaan

            Bij een tabel:
              --periode P      de periode van een levering aan het CBS: 2025HJ1 of 2025KW3
              --jaar J         het jaar van de bedragen of van de uitgave
              --indeling B     de indeling van een levering aan het CBS, als die niet de onze is
              --definitie B    het definitiebestand van Iv3 van dat jaar

            Uitkomst (exitcode): 0 zonder bevindingen, 1 met bevindingen, 2 niet gelukt.
            """;

    /** The kinds of file the command knows; the last takes what no other recognises. */
    private final List<FileCheck> checks;

    private final Clock clock;
    private final PrintStream out;
    private final PrintStream errors;

    Validate(List<FileCheck> checks, Clock clock, PrintStream out, PrintStream errors) {
        this.checks = checks;
        this.clock = clock;
        this.out = out;
        this.errors = errors;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Validate(List.of(new TableCheck(), new MessageCheck()), Clock.systemDefaultZone(), out, errors)
                .run(arguments));
    }

    int run(String... arguments) {
        Path file = null;
        Path answer = null;
        Path earlier = null;
        LocalDate received = null;
        boolean overwrite = false;
        TableOptions tables = new TableOptions();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--retour", "--eerder" -> {
                    if (i + 1 == arguments.length) {
                        return refuse("Na " + arguments[i] + " hoort een naam.");
                    }
                    if (arguments[i].equals("--retour")) {
                        answer = Path.of(arguments[++i]);
                    } else {
                        earlier = Path.of(arguments[++i]);
                    }
                }
                case "--ontvangen" -> {
                    received = i + 1 == arguments.length ? null : day(arguments[++i]);
                    if (received == null) {
                        return refuse("Na --ontvangen hoort een dag, zoals 2026-04-01.");
                    }
                }
                case "--periode", "--jaar", "--indeling", "--definitie" -> {
                    String wrong = i + 1 == arguments.length
                            ? "Na " + arguments[i] + " hoort een waarde."
                            : tables.take(arguments[i], arguments[i + 1]);
                    if (wrong != null) {
                        return refuse(wrong);
                    }
                    i++;
                }
                case "--overschrijven" -> overwrite = true;
                case "--help", "-h" -> {
                    out.print(USAGE);
                    return FAULTLESS;
                }
                default -> {
                    if (arguments[i].startsWith("-") || file != null) {
                        return refuse("Onbekend: " + arguments[i]);
                    }
                    file = Path.of(arguments[i]);
                }
            }
        }
        return file == null
                ? refuse("Welk bestand?")
                : run(file, new ValidateOptions(answer, overwrite, earlier, received, clock, tables.options()));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private int run(Path file, ValidateOptions options) {
        String refusal = refusal(file, options);
        if (refusal != null) {
            errors.println(refusal);
            return IMPOSSIBLE;
        }
        try {
            byte[] start = start(file);
            FileCheck check = checks.stream()
                    .filter(one -> one.recognises(file, start))
                    .findFirst()
                    .orElse(checks.getLast());
            return check.check(file, options, out) ? FAULTLESS : FINDINGS;
        } catch (IOException e) {
            errors.println("Lezen of schrijven is niet gelukt: " + e.getMessage());
            return IMPOSSIBLE;
        }
    }

    private static @Nullable String refusal(Path file, ValidateOptions options) {
        if (!Files.isRegularFile(file)) {
            return "Er is geen bestand " + file + ".";
        }
        if (!Files.isReadable(file)) {
            return "Het bestand " + file + " mag niet gelezen worden.";
        }
        if (options.earlier() != null && !Files.isDirectory(options.earlier())) {
            return "Er is geen map " + options.earlier() + ".";
        }
        if (options.answer() != null && Files.exists(options.answer()) && !options.overwrite()) {
            return "Het bestand " + options.answer() + " bestaat al. Kies een andere naam of gebruik --overschrijven.";
        }
        return null;
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(LOOK);
        }
    }

    private int refuse(String reason) {
        errors.println(reason);
        errors.print(USAGE);
        return IMPOSSIBLE;
    }
}
