package nl.leercirkel.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import nl.leercirkel.database.EmbeddedDatabase;
import nl.leercirkel.database.Migrations;
import nl.leercirkel.database.SpareDatabase;
import org.flywaydb.core.Flyway;

/**
 * The command {@code restore}: puts a backup into an empty installation, running or not. Everything happens in a second
 * database that takes the first one's place at the very end, so a failure leaves what was there.
 */
public final class Restore {

    static final String REPLACE = "--vervang";

    private final Order order;
    private final PrintStream out;

    private Restore(Order order, PrintStream out) {
        this.order = order;
        this.out = out;
    }

    /**
     * Carries out the command.
     *
     * @param arguments the file, and {@code --vervang} when it may replace what is in the installation
     * @param environment settings, as for the application
     * @return exit code: 0 done, 1 not succeeded, 2 the command or the settings are not right
     */
    public static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        return Failures.report(err, () -> {
            new Restore(Order.read("restore", REPLACE, arguments, environment), out).restore();
            return null;
        });
    }

    private void restore() throws IOException, SQLException {
        try (Guard guard = new Guard()) {
            out.printf("Het bestand %s wordt gecontroleerd.%n", order.file());
            Archive archive = guard.add(Archive.openChecked(order.file()));
            out.printf(
                    "Reservekopie van Leercirkel %s, gemaakt op %s: %s rijen.%n",
                    archive.manifest().version(),
                    Progress.moment(archive.manifest().createdAt()),
                    Progress.count(archive.manifest().totalRows()));
            checkSpace(archive.manifest());
            EmbeddedDatabase database = guard.add(EmbeddedDatabase.open(order.database()));
            checkSameVersionRuns(database);
            refuseUnlessReplaceable(database);
            SpareDatabase spare = guard.add(SpareDatabase.create(database)
                    .orElseThrow(() -> Refusal.failed(
                            "er wordt op deze gegevensmap al een reservekopie teruggezet. Wacht tot dat klaar is.")));
            fill(spare, archive, database);
            // Again, and the copy only now: people may have worked on while the rows were loaded.
            refuseUnlessReplaceable(database);
            if (order.replace() && !isEmpty(database)) {
                saveWhatIsThere(database, guard);
            }
            spare.takeOver();
            out.printf(
                    "Klaar: de reservekopie staat in %s. Iedereen meldt zich opnieuw aan.%n",
                    database.dataFolder().toAbsolutePath());
        }
    }

    private void fill(SpareDatabase spare, Archive archive, EmbeddedDatabase database)
            throws SQLException, IOException {
        History history = History.of(archive.manifest(), spare.url(), database.owner());
        history.migrateToBackup(spare.url(), database.owner());
        try (Connection connection = spare.connectAsSuperuser()) {
            new Loading(connection, archive, content -> Progress.table(out, content)).load(history.toRepeat());
        }
        if (history.isOlder()) {
            out.println("De reservekopie is van een oudere versie en wordt bijgewerkt.");
        }
        Migrations.of(spare.url(), database.owner()).migrate();
    }

    private void checkSpace(Manifest manifest) throws IOException {
        Path existing = order.database().dataFolder().toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        long free = Files.getFileStore(existing).getUsableSpace();
        if (free < manifest.totalBytes()) {
            throw Refusal.failed(
                    "op de schijf met de gegevensmap is te weinig ruimte: nodig is minstens %s, vrij is %s.",
                    Progress.size(manifest.totalBytes()), Progress.size(free));
        }
    }

    /** An application of another version would go on working on tables that it does not know. */
    private static void checkSameVersionRuns(EmbeddedDatabase database) {
        if (!database.isInUse()) {
            return;
        }
        Flyway known = Migrations.of(database.url(), database.owner());
        if (!known.validateWithResult().validationSuccessful) {
            throw Refusal.failed(
                    "de Leercirkel die nu draait is een andere versie dan deze opdracht, of is nog aan het starten. Stop haar en probeer het opnieuw.");
        }
    }

    private void refuseUnlessReplaceable(EmbeddedDatabase database) throws SQLException {
        if (order.replace() || isEmpty(database)) {
            return;
        }
        throw Refusal.failed(
                "in de gegevensmap %s staan al gegevens. Kies een andere map met LEERCIRKEL_DATA=map, of vervang alles met %s (er komt dan eerst een reservekopie van wat er staat).",
                order.database().dataFolder().toAbsolutePath(), REPLACE);
    }

    /** Empty is: no row belongs to an authority. What comes with the product itself does not count. */
    private static boolean isEmpty(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            for (Catalog.Table table : Catalog.read(connection).tables()) {
                if (!table.columns().contains("authority_id")) {
                    continue;
                }
                try (ResultSet rows =
                        statement.executeQuery("select exists (select from %s where authority_id is not null)"
                                .formatted(table.name().quoted()))) {
                    if (rows.next() && rows.getBoolean(1)) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    private void saveWhatIsThere(EmbeddedDatabase database, Guard guard) throws IOException, SQLException {
        Path folder = database.dataFolder().toAbsolutePath().normalize();
        String moment =
                LocalDateTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
        Path safety = folder.resolveSibling(folder.getFileName() + "-voor-terugzetten-" + moment + ".zip");
        out.println("Eerst een reservekopie van wat er nu staat.");
        Backup.write(database, safety, false, guard, out);
    }
}
