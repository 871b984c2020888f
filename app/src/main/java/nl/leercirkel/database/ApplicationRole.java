package nl.leercirkel.database;

import static nl.leercirkel.database.DatabaseStartException.Reason.EXTERNAL_RIGHTS;
import static nl.leercirkel.database.DatabaseStartException.Reason.EXTERNAL_TOO_OLD;
import static nl.leercirkel.database.DatabaseStartException.Reason.EXTERNAL_UNREACHABLE;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The role the application works with on an external server: it owns nothing and cannot pass row-level security.
 *
 * <p>Its password follows from the owner's, so application nodes that know the owner's password agree without sharing
 * anything else. Roles belong to a whole server: two installations on one server need one owner's password or a chosen
 * {@code LEERCIRKEL_DB_APP_PASSWORD}.
 */
public final class ApplicationRole {

    /** Name of the runtime role, also for the migrations that grant it rights. */
    public static final String NAME = "leercirkel_app";

    static final String WRONG_PASSWORD = "28P01";

    private static final Logger LOG = LoggerFactory.getLogger(ApplicationRole.class);
    private static final int OLDEST_VERSION = 17;
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    // Any number will do, as long as all nodes use the same one.
    private static final long LOCK = 0x1EE4C142CE1L;

    private final DatabaseSettings.External settings;
    private final Credentials role;

    private ApplicationRole(DatabaseSettings.External settings) {
        this.settings = settings;
        this.role = new Credentials(
                NAME, settings.applicationPassword().orElseGet(() -> derivedPassword(settings.password())));
    }

    /**
     * Makes sure that the role exists with its password and without dangerous rights. May run on several nodes at once.
     *
     * @return the credentials for the application's connections
     * @throws DatabaseStartException with the SQL for the server's administrator when the owner may not do it
     */
    public static Credentials prepare(DatabaseSettings.External settings) {
        return new ApplicationRole(settings).prepare();
    }

    static String derivedPassword(String ownerPassword) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ownerPassword.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] code = mac.doFinal((NAME + "/1").getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Credentials prepare() {
        try (Connection owner = connect(settings.owner())) {
            checkVersion(owner);
            checkOwner(owner);
            owner.setAutoCommit(false);
            try (Statement statement = owner.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            }
            prepareRole(owner);
            owner.commit();
            checkRights(owner);
            owner.commit();
        } catch (SQLException failure) {
            throw unreachable(settings.user(), failure);
        }
        connectOnce();
        return role;
    }

    private void prepareRole(Connection owner) throws SQLException {
        boolean exists = Roles.exists(owner, NAME);
        if (exists && canConnect()) {
            return;
        }
        try {
            if (exists) {
                Roles.setPassword(owner, role);
            } else {
                Roles.create(owner, role);
            }
        } catch (SQLException failure) {
            if (INSUFFICIENT_PRIVILEGE.equals(failure.getSQLState())) {
                throw mayNotMake(exists, failure);
            }
            throw failure;
        }
    }

    private boolean canConnect() {
        try (Connection connection = connect(role)) {
            return connection.isValid(10);
        } catch (SQLException refused) {
            return false;
        }
    }

    private void connectOnce() {
        try (Connection connection = connect(role)) {
            LOG.info(
                    "The application connects to {} as {}",
                    settings.url(),
                    connection.getMetaData().getUserName());
        } catch (SQLException failure) {
            throw unreachable(NAME, failure);
        }
    }

    private Connection connect(Credentials credentials) throws SQLException {
        return DriverManager.getConnection(settings.url(), credentials.user(), credentials.password());
    }

    private static void checkVersion(Connection owner) throws SQLException {
        int version = owner.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            throw new DatabaseStartException(
                    EXTERNAL_TOO_OLD,
                    "De PostgreSQL op %s is versie %d. Leercirkel heeft versie %d of nieuwer nodig."
                            .formatted(owner.getMetaData().getURL(), version, OLDEST_VERSION));
        }
    }

    private void checkOwner(Connection owner) throws SQLException {
        if (isDangerous(owner, settings.user())) {
            LOG.warn(
                    "The owner {} is a superuser or bypasses row-level security; an ordinary role is safer",
                    settings.user());
        }
        if (!ask(owner, "select has_database_privilege(current_user, current_database(), 'CREATE')")) {
            throw rights(
                    "De gebruiker %s mag in deze database geen schema's maken.".formatted(settings.user()),
                    "grant create on database %s to %s;".formatted(database(owner), quote(owner, settings.user())));
        }
    }

    private void checkRights(Connection owner) throws SQLException {
        if (isDangerous(owner, NAME)) {
            try {
                Roles.makeHarmless(owner, NAME);
            } catch (SQLException failure) {
                throw rights(
                        "De rol %s mag te veel: zij kan om de scheiding tussen gemeenten heen.".formatted(NAME),
                        "alter role %s login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;"
                                .formatted(NAME),
                        failure);
            }
        }
        // Through membership it would own the tables after all, and could switch the policies off.
        if (ask(owner, "select pg_has_role('" + NAME + "', current_user, 'MEMBER')")) {
            throw rights(
                    "De rol %s is lid van de eigenaar %s en kan daardoor om de scheiding tussen gemeenten heen."
                            .formatted(NAME, settings.user()),
                    "revoke %s from %s;".formatted(quote(owner, settings.user()), NAME));
        }
        if (!mayConnect(owner)) {
            try (Statement statement = owner.createStatement()) {
                statement.execute("grant connect on database " + database(owner) + " to " + NAME);
            }
            if (!mayConnect(owner)) {
                throw rights(
                        "De rol %s mag geen verbinding maken met de database.".formatted(NAME),
                        "grant connect on database %s to %s;".formatted(database(owner), NAME));
            }
        }
    }

    private static boolean mayConnect(Connection owner) throws SQLException {
        return ask(owner, "select has_database_privilege('" + NAME + "', current_database(), 'CONNECT')");
    }

    private static boolean isDangerous(Connection connection, String name) throws SQLException {
        return Roles.exists(
                connection, "select 1 from pg_roles where rolname = ? and (rolsuper or rolbypassrls)", name);
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet answer = statement.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static String quote(Connection connection, String identifier) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.enquoteIdentifier(identifier, false);
        }
    }

    private static String database(Connection owner) throws SQLException {
        return quote(owner, owner.getCatalog());
    }

    private DatabaseStartException mayNotMake(boolean exists, SQLException failure) {
        String problem = exists
                ? "De rol %s bestaat al met een ander wachtwoord, en de gebruiker %s mag dat niet veranderen."
                        .formatted(NAME, settings.user())
                : "De gebruiker %s mag de rol %s niet maken.".formatted(settings.user(), NAME);
        // Never the derived password: this message may end up in a ticket.
        String sql =
                "%s role %s login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password 'KIES_EEN_WACHTWOORD';"
                        .formatted(exists ? "alter" : "create", NAME);
        return new DatabaseStartException(
                EXTERNAL_RIGHTS,
                "%s Laat de beheerder van de server eenmalig uitvoeren:%n  %s%nZet hetzelfde wachtwoord in %s en start opnieuw."
                        .formatted(problem, sql, DatabaseSettings.APPLICATION_PASSWORD),
                failure);
    }

    private static DatabaseStartException rights(String problem, String sql) {
        return rights(problem, sql, null);
    }

    private static DatabaseStartException rights(
            String problem, String sql, @org.jspecify.annotations.Nullable SQLException cause) {
        return new DatabaseStartException(
                EXTERNAL_RIGHTS,
                "%s Laat de beheerder van de server eenmalig uitvoeren:%n  %s%nStart daarna opnieuw."
                        .formatted(problem, sql),
                cause);
    }

    private DatabaseStartException unreachable(String user, SQLException failure) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        String problem = switch (state) {
            case WRONG_PASSWORD, "28000" ->
                "De PostgreSQL weigert de gebruiker %s. Controleer %s en %s, en of pg_hba.conf deze gebruiker toelaat"
                        .formatted(user, DatabaseSettings.USER, DatabaseSettings.PASSWORD);
            case "3D000" -> "De database bestaat niet op de server. Maak haar aan of verbeter " + DatabaseSettings.URL;
            case "08001", "08004", "08006" ->
                "De PostgreSQL is niet bereikbaar. Controleer het adres in %s en of de server draait"
                        .formatted(DatabaseSettings.URL);
            default -> "De PostgreSQL is niet te gebruiken";
        };
        return new DatabaseStartException(
                EXTERNAL_UNREACHABLE, "%s (%s): %s".formatted(problem, settings.url(), failure.getMessage()), failure);
    }
}
