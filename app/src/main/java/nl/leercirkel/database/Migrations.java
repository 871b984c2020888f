package nl.leercirkel.database;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The migrations of all modules, in one history; the same for the application's start and for restoring a backup. */
public final class Migrations {

    // No file begins with this, so that no repeatable migration is found.
    private static final String NONE = "none";

    private Migrations() {}

    static FluentConfiguration settings(FluentConfiguration configuration) {
        return configuration
                .locations("classpath:db/migration")
                .defaultSchema("public")
                .placeholders(Map.of("app_role", ApplicationRole.NAME));
    }

    /** All migrations that this version of Leercirkel knows. */
    public static Flyway of(String url, Credentials owner) {
        return connected(url, owner).load();
    }

    /**
     * The migrations up to and including an older version. Without the repeatable ones, which belong to the newest
     * version and may name what the older one does not have yet.
     */
    public static Flyway upTo(String version, String url, Credentials owner) {
        return connected(url, owner)
                .target(version)
                .repeatableSqlMigrationPrefix(NONE)
                .load();
    }

    private static FluentConfiguration connected(String url, Credentials owner) {
        return settings(Flyway.configure().dataSource(url, owner.user(), owner.password()));
    }
}
