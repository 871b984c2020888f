package nl.leercirkel.backup;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.leercirkel.database.DatabaseSettings;

/**
 * What is asked on the command line.
 *
 * @param file the backup
 * @param replace whether the command's one option, which lets it replace what is there, is given
 * @param database the data folder
 */
record Order(Path file, boolean replace, DatabaseSettings.Embedded database) {

    static Order read(String command, String option, List<String> arguments, Map<String, String> environment) {
        List<String> files = new ArrayList<>(arguments);
        boolean replace = files.removeIf(option::equals);
        boolean unknownOption = files.stream().anyMatch(argument -> argument.startsWith("-"));
        if (files.size() != 1 || files.getFirst().isBlank() || unknownOption) {
            throw Refusal.usage("gebruik: leercirkel %s BESTAND [%s]", command, option);
        }
        try {
            Path file = Path.of(files.getFirst()).toAbsolutePath().normalize();
            return new Order(file, replace, embedded(DatabaseSettings.fromEnvironment(environment)));
        } catch (InvalidPathException invalid) {
            throw Refusal.usage("%s is geen geldige bestandsnaam.", invalid.getInput());
        }
    }

    private static DatabaseSettings.Embedded embedded(DatabaseSettings settings) {
        return switch (settings) {
            case DatabaseSettings.Embedded embedded -> embedded;
            case DatabaseSettings.External external ->
                throw Refusal.usage(
                        "deze opdracht is voor de meegeleverde database, maar %s wijst naar een eigen PostgreSQL (%s).%nMaak daar een reservekopie met pg_dump en zet die terug met pg_restore; docs/beheer.md geeft de opdrachten.",
                        DatabaseSettings.URL, external.url());
        };
    }
}
