package nl.leercirkel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestDatabase;
import nl.leercirkel.support.TestPeople;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Authorities are kept apart by the database itself, whatever the application asks. */
@IntegrationTest
class RowLevelSecurityTest {
    /** Tables without an authority, and why that is right. */
    private static final Map<String, String> WITHOUT_AUTHORITY = Map.of(
            "organisation.municipality", "facts that are the same for all",
            "organisation.youth_region", "facts that are the same for all",
            "identity.http_session", "reached only by its random id",
            "identity.http_session_attributes", "reached only by its session",
            "job.scheduled_task", "holds only the ids of jobs",
            "privacy.key_version", "fingerprints of the keys, which are the same for all",
            "public.flyway_schema_history", "which migrations have run");

    @Autowired
    private DSLContext sql;

    @Autowired
    private DataSource pool;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TestPeople people;

    @Test
    void everyTableIsProtectedOrNamedAboveWithItsReason() throws SQLException {
        Set<String> unprotected = new TreeSet<>();
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("""
                        select n.nspname || '.' || c.relname
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                          and not (c.relrowsecurity and c.relforcerowsecurity
                                   and exists (select from pg_attribute a
                                               where a.attrelid = c.oid and a.attname = 'authority_id')
                                   and exists (select from pg_policy p
                                               where p.polrelid = c.oid and p.polname = 'authority'))
                        """)) {
            while (tables.next()) {
                unprotected.add(tables.getString(1));
            }
        }
        assertThat(unprotected).isSubsetOf(WITHOUT_AUTHORITY.keySet());
    }

    @Test
    void theApplicationsRoleOwnsNothingAndCannotBypass() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(one(statement, "select current_user")).isEqualTo("leercirkel_app");
            assertThat(one(statement, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertThat(one(statement, "select count(*) from pg_class where relowner = current_user::regrole"))
                    .isEqualTo("0");
        }
    }

    @Test
    void theApplicationsRoleCannotChangeOrEmptyTheLog() throws SQLException {
        for (String attempt : List.of(
                "update audit.entry set person_name = 'een ander'",
                "delete from audit.entry",
                "truncate audit.entry",
                "alter table audit.entry disable row level security",
                "drop table audit.entry")) {
            try (Connection connection = TestDatabase.asApplication();
                    Statement statement = connection.createStatement()) {
                statement.execute("select set_config('leercirkel.system', 'on', false)");
                assertThatThrownBy(() -> statement.execute(attempt))
                        .as(attempt)
                        .isInstanceOf(SQLException.class)
                        .extracting("SQLState")
                        .isEqualTo("42501");
            }
        }
    }

    @Test
    void outsideATransactionOfSomebodyNothingIsSeen() throws SQLException {
        people.person(people.authority().authorityId(), Role.ANALYST);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(one(statement, "select count(*) from identity.account")).isEqualTo("0");
            assertThat(one(statement, "select count(*) from audit.entry")).isEqualTo("0");
            assertThat(one(statement, "select count(*) from organisation.authority"))
                    .isEqualTo("0");
        }
        assertThat(new TransactionTemplate(transactions)
                        .<Integer>execute(status -> sql.fetchCount(DSL.table("organisation.authority"))))
                .isZero();
    }

    @Test
    void aRowOfAnotherAuthorityCanBeNeitherReadNorWrittenNorMoved() {
        Actor here = people.actor(people.person(people.authority().authorityId(), Role.PROGRAMME_MANAGER));
        Actor there = people.actor(people.person(people.authority().authorityId(), Role.PROGRAMME_MANAGER));
        UUID theirs = UUID.randomUUID();
        as(there, () -> insertPartner(theirs, there.authorityId(), "Aanbieder daar"));

        assertThat(as(here, () -> sql.fetchCount(DSL.table("organisation.partner"))))
                .isZero();
        assertThat(as(here, () -> sql.execute("update organisation.partner set name = 'gekaapt'")))
                .isZero();
        assertThat(as(here, () -> sql.execute("delete from organisation.partner")))
                .isZero();
        assertThatThrownBy(
                        () -> as(here, () -> insertPartner(UUID.randomUUID(), there.authorityId(), "Binnengeslopen")))
                .hasStackTraceContaining("violates row-level security policy");
        as(here, () -> insertPartner(UUID.randomUUID(), here.authorityId(), "Aanbieder hier"));
        assertThatThrownBy(() -> as(
                        here,
                        () -> sql.execute("update organisation.partner set authority_id = ?", there.authorityId())))
                .hasStackTraceContaining("violates row-level security policy");
        assertThat(as(there, () -> sql.fetchValue("select name from organisation.partner")))
                .isEqualTo("Aanbieder daar");
    }

    /** The same few connections serve two authorities at once, with rollbacks between: nothing stays behind on them. */
    @Test
    void pooledConnectionsForgetWhomTheyWorkedFor() throws Exception {
        List<Actor> actors = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Actor actor = people.actor(people.person(people.authority().authorityId(), Role.PROGRAMME_MANAGER));
            as(actor, () -> insertPartner(UUID.randomUUID(), actor.authorityId(), "Van " + actor.authorityId()));
            actors.add(actor);
        }
        List<Future<Set<String>>> seen = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 400; i++) {
                Actor actor = actors.get(i % 2);
                boolean fails = i % 5 == 0;
                Callable<Set<String>> reader = () -> {
                    if (fails) {
                        assertThatThrownBy(() -> as(actor, () -> sql.fetchValue("select 1 / 0")))
                                .isInstanceOf(RuntimeException.class);
                    }
                    return as(
                            actor,
                            () -> sql.fetch("select authority_id::text from organisation.partner").stream()
                                    .map(row -> actor.authorityId() + " saw " + row.get(0))
                                    .collect(java.util.stream.Collectors.toSet()));
                };
                seen.add(threads.submit(reader));
            }
        }
        Set<String> all = new TreeSet<>();
        for (Future<Set<String>> one : seen) {
            all.addAll(one.get());
        }
        assertThat(all)
                .containsExactlyInAnyOrder(
                        actors.get(0).authorityId() + " saw " + actors.get(0).authorityId(),
                        actors.get(1).authorityId() + " saw " + actors.get(1).authorityId());
    }

    private int insertPartner(UUID id, UUID authority, String name) {
        return sql.execute(
                "insert into organisation.partner (partner_id, authority_id, name, kind) values (?, ?, ?, 'PROVIDER')",
                id,
                authority,
                name);
    }

    private <T> T as(Actor actor, java.util.function.Supplier<T> work) {
        return ActorContext.<T, RuntimeException>callAs(
                actor, () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
