package nl.leercirkel.standards.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import nl.leercirkel.standards.bij.BijLayout;
import nl.leercirkel.standards.bij.BijPeriod;
import nl.leercirkel.standards.check.CheckOptions;
import nl.leercirkel.standards.iv3.Iv3Definition;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;
import org.jspecify.annotations.Nullable;

/** Takes the options for tables from the command line. */
final class TableOptions {
    private Optional<BijPeriod> period = Optional.empty();
    private Optional<BijLayout> layout = Optional.empty();
    private Optional<Iv3Definition> definition = Optional.empty();
    private int year;

    /** Why the value will not do, in Dutch; null when it will. */
    @Nullable
    String take(String option, String value) {
        switch (option) {
            case "--periode" -> {
                period = BijPeriod.parse(value);
                return period.isPresent()
                        ? null
                        : "Een periode is bijvoorbeeld 2025HJ1 of 2025KW3, niet " + value + ".";
            }
            case "--jaar" -> {
                boolean right = value.matches("20\\d\\d");
                year = right ? Integer.parseInt(value) : 0;
                return right ? null : "Een jaar is bijvoorbeeld 2025, niet " + value + ".";
            }
            case "--indeling" -> {
                Findings findings = new Findings();
                layout = load(value, BijLayout::load, findings);
                return layout.isPresent() ? null : "De indeling kan niet worden gebruikt. " + first(findings);
            }
            default -> {
                Findings findings = new Findings();
                definition = load(value, Iv3Definition::read, findings);
                return definition.isPresent() ? null : "De definitie kan niet worden gebruikt. " + first(findings);
            }
        }
    }

    CheckOptions options() {
        return new CheckOptions(period, year, layout, definition);
    }

    private static <T> Optional<T> load(
            String file, BiFunction<InputStream, Consumer<Finding>, Optional<T>> loader, Findings findings) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return loader.apply(in, findings);
        } catch (IOException | InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static String first(Findings findings) {
        return findings.kept().isEmpty()
                ? "Er is geen bestand dat gelezen kan worden."
                : findings.kept().getFirst().toString();
    }
}
