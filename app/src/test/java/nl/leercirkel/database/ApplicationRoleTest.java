package nl.leercirkel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.leercirkel.database.DatabaseSettings.External;
import nl.leercirkel.database.DatabaseStartException.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preparing the runtime role on a real PostgreSQL 17. */
class ApplicationRoleTest {

    @TempDir
    static Path folder;

    static ExternalPostgresForTests server;
    static External mayCreate;
    static External mayNot;

    @BeforeAll
    static void start() {
        server = ExternalPostgresForTests.start(folder);
        mayCreate = server.createDatabase("ruim", "wachtwoord-ruim", true);
        mayNot = server.createDatabase("krap", "wachtwoord-krap", false);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void forgetTheRole() {
        for (String database : List.of("ruim", "krap", "postgres")) {
            server.executeIn(
                    database,
                    "do $$ begin if exists (select from pg_roles where rolname = 'leercirkel_app') then drop owned by leercirkel_app; end if; end $$");
        }
        server.execute("drop role if exists leercirkel_app");
    }

    @Test
    void anOwnerThatMayCreateRolesGetsAHarmlessRole() throws Exception {
        Credentials role = ApplicationRole.prepare(mayCreate);
        assertThat(role.user()).isEqualTo("leercirkel_app");
        assertThat(
                        ask(
                                mayCreate.url(),
                                role,
                                "select split_part(version(), ' ', 2) || ' ' || current_user || ' ' || (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb) from pg_roles where rolname = current_user"))
                .startsWith("17.")
                .endsWith("leercirkel_app false");
        assertThat(ApplicationRole.prepare(mayCreate)).isEqualTo(role);
        assertThat(folder.resolve("postgres.log")).content().doesNotContain(role.password(), mayCreate.password());
    }

    @Test
    void thePasswordFollowsFromTheOwners() {
        // Computed with: printf 'leercirkel_app/1' | openssl dgst -sha256 -hmac wachtwoord-ruim -binary | basenc
        // --base64url
        assertThat(ApplicationRole.derivedPassword("wachtwoord-ruim"))
                .isEqualTo("l4vZlN267HWsJSHeBFFiSDrPZDznPYJ--43NkEG5QoA");
        assertThat(ApplicationRole.derivedPassword("wachtwoord-krap"))
                .isNotEqualTo(ApplicationRole.derivedPassword("wachtwoord-ruim"));
    }

    @Test
    void aNewOwnerPasswordGivesTheRoleANewOne() throws Exception {
        Credentials before = ApplicationRole.prepare(mayCreate);
        server.execute("alter role ruim password 'nieuw-wachtwoord'");
        try {
            Credentials after = ApplicationRole.prepare(
                    new External(mayCreate.url(), "ruim", "nieuw-wachtwoord", Optional.empty()));
            assertThat(after.password()).isNotEqualTo(before.password());
            assertThatThrownBy(() -> ask(mayCreate.url(), before, "select 1"))
                    .hasMessageContaining("password authentication failed");
        } finally {
            server.execute("alter role ruim password 'wachtwoord-ruim'");
        }
    }

    @Test
    void nodesThatStartAtOnceAllSucceed() throws Exception {
        int nodes = 6;
        try (var threads = Executors.newFixedThreadPool(nodes)) {
            Callable<Credentials> node = () -> ApplicationRole.prepare(mayCreate);
            List<Credentials> found = new ArrayList<>();
            for (Future<Credentials> result : threads.invokeAll(java.util.Collections.nCopies(nodes, node))) {
                found.add(result.get());
            }
            assertThat(found).hasSize(nodes).containsOnly(found.getFirst());
        }
    }

    @Test
    void anOwnerThatMayNotCreateRolesIsToldTheSqlThatHelps() throws Exception {
        DatabaseStartException refused = refused(mayNot);
        assertThat(refused.reason()).isEqualTo(Reason.EXTERNAL_RIGHTS);
        assertThat(refused.getMessage())
                .contains("LEERCIRKEL_DB_APP_PASSWORD")
                .doesNotContain(ApplicationRole.derivedPassword(mayNot.password()), mayNot.password());

        server.execute(sqlIn(refused).replace("KIES_EEN_WACHTWOORD", "gekozen-door-de-dba"));
        Credentials role = ApplicationRole.prepare(
                new External(mayNot.url(), mayNot.user(), mayNot.password(), Optional.of("gekozen-door-de-dba")));
        assertThat(ask(mayNot.url(), role, "select current_user::text")).isEqualTo("leercirkel_app");
    }

    @Test
    void aRoleWithAnotherPasswordThatTheOwnerMayNotChangeIsNamed() {
        server.execute("create role leercirkel_app login password 'van-een-ander'");
        DatabaseStartException refused = refused(mayNot);
        assertThat(refused.getMessage()).contains("bestaat al met een ander wachtwoord");
        assertThat(sqlIn(refused)).startsWith("alter role leercirkel_app");
    }

    @Test
    void aRoleThatPassesRowLevelSecurityIsRefusedUntilMended() throws Exception {
        server.execute("create role leercirkel_app login bypassrls password 'gekozen'");
        External settings = new External(mayNot.url(), mayNot.user(), mayNot.password(), Optional.of("gekozen"));
        DatabaseStartException refused = refused(settings);
        assertThat(refused.getMessage()).contains("scheiding tussen gemeenten");
        server.execute(sqlIn(refused));
        assertThat(ApplicationRole.prepare(settings).password()).isEqualTo("gekozen");
    }

    @Test
    void aRoleThatIsMemberOfTheOwnerIsRefusedUntilMended() throws Exception {
        server.execute("create role leercirkel_app login password 'gekozen'", "grant krap to leercirkel_app");
        External settings = new External(mayNot.url(), mayNot.user(), mayNot.password(), Optional.of("gekozen"));
        DatabaseStartException refused = refused(settings);
        assertThat(refused.getMessage()).contains("lid van de eigenaar krap");
        server.execute(sqlIn(refused));
        assertThat(ApplicationRole.prepare(settings).password()).isEqualTo("gekozen");
    }

    @Test
    void aSuperuserAsOwnerWorksAndTakesDangerousRightsAway() throws Exception {
        server.execute("create role leercirkel_app login superuser password 'x'");
        External settings = new External(
                server.url("postgres"),
                server.superuser().user(),
                server.superuser().password(),
                Optional.empty());
        Credentials role = ApplicationRole.prepare(settings);
        assertThat(ask(settings.url(), role, "select rolsuper::text from pg_roles where rolname = current_user"))
                .isEqualTo("false");
    }

    @Test
    void aDatabaseClosedToThePublicIsOpenedForTheRole() throws Exception {
        server.execute("revoke connect on database ruim from public");
        Credentials role = ApplicationRole.prepare(mayCreate);
        assertThat(ask(mayCreate.url(), role, "select 1")).isEqualTo("1");
        server.execute("grant connect on database ruim to public");
    }

    @Test
    void anOwnerThatMayNotMakeSchemasIsToldTheSqlThatHelps() {
        server.execute("create role gast login createrole password 'gast'");
        External settings = new External(mayCreate.url(), "gast", "gast", Optional.empty());
        DatabaseStartException refused = refused(settings);
        assertThat(sqlIn(refused)).isEqualTo("grant create on database ruim to gast;");
        server.execute(sqlIn(refused));
        assertThat(ApplicationRole.prepare(settings).user()).isEqualTo("leercirkel_app");
        server.execute("revoke create on database ruim from gast");
    }

    @Test
    void whatIsWrongWithTheConnectionIsNamed() throws Exception {
        assertThat(refused(new External(mayCreate.url(), "ruim", "fout", Optional.empty())))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.EXTERNAL_UNREACHABLE))
                .hasMessageContaining("LEERCIRKEL_DB_PASSWORD");
        assertThat(refused(new External(server.url("bestaat_niet"), "ruim", "wachtwoord-ruim", Optional.empty())))
                .hasMessageContaining("bestaat niet");
        int nobodyListens;
        try (var socket = new java.net.ServerSocket(0)) {
            nobodyListens = socket.getLocalPort();
        }
        assertThat(refused(new External(Postmaster.jdbcUrl(nobodyListens, "ruim"), "ruim", "x", Optional.empty())))
                .hasMessageContaining("niet bereikbaar");
    }

    private static DatabaseStartException refused(External settings) {
        try {
            ApplicationRole.prepare(settings);
        } catch (DatabaseStartException refused) {
            return refused;
        }
        throw new AssertionError("was not refused");
    }

    private static String sqlIn(DatabaseStartException refused) {
        return String.valueOf(refused.getMessage()).lines().toList().get(1).strip();
    }

    private static String ask(String url, Credentials user, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user.user(), user.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
