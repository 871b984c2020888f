package nl.leercirkel.care;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.leercirkel.job.JobProgress;
import nl.leercirkel.privacy.PrivacyParts;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Role;

/** Reads one file in a process of its own, to be killed in the middle of it. Says BEGIN when it begins and END with what came of it. */
final class ImportProgram {
    private ImportProgram() {}

    public static void main(String[] arguments) {
        try (HikariDataSource database = new HikariDataSource()) {
            database.setJdbcUrl(arguments[0]);
            database.setUsername(arguments[1]);
            database.setPassword(arguments[2]);
            database.setMaximumPoolSize(2);
            PrivacyParts parts = new PrivacyParts(database, Map.of("LEERCIRKEL_KEYS", arguments[3]));
            MessageImport messages =
                    new MessageImport(parts.sql, parts.pseudonyms, parts.files, parts.transactions, Clock.systemUTC());
            Actor analyst = new Actor(
                    UUID.fromString(arguments[4]),
                    "Ada Analist",
                    UUID.fromString(arguments[5]),
                    Set.of(Role.ANALYST),
                    null,
                    false);
            JobProgress progress = CareWorld.SILENT;
            System.out.println("BEGIN");
            Imported imported = ActorContext.<Imported, RuntimeException>callAs(
                    analyst, () -> messages.read(UUID.fromString(arguments[6]), progress, "proef"));
            System.out.println("END " + imported.getClass().getSimpleName());
        }
    }
}
