package nl.leercirkel.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/** Reads who is at work, for each request: one statement, in no transaction and not composed anew each time. */
@Repository
class PersonAtWork {
    private static final String READ = "select * from identity.person_at_work(?)";

    private final JdbcOperations database;

    PersonAtWork(JdbcOperations database) {
        this.database = database;
    }

    Optional<Person> read(UUID accountId) {
        Optional<Person> found = database.query(READ, PersonAtWork::person, accountId);
        return found == null ? Optional.empty() : found;
    }

    private static Optional<Person> person(ResultSet rows) throws SQLException {
        @Nullable Account account = null;
        List<Membership> memberships = new ArrayList<>();
        while (rows.next()) {
            if (account == null) {
                account = account(rows);
            }
            String role = rows.getString("role");
            if (role != null) {
                memberships.add(new Membership(id(rows, "authority_id"), Role.valueOf(role), id(rows, "partner_id")));
            }
        }
        return account == null ? Optional.empty() : Optional.of(new Person(account, memberships));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                id(row, "account_id"),
                id(row, "home_authority_id"),
                row.getString("email"),
                row.getString("name"),
                row.getString("password_hash"),
                row.getString("totp_secret"),
                row.getObject("totp_last_step", Long.class),
                row.getString("oidc_issuer"),
                row.getString("oidc_subject"),
                moment(row, "locked_until"),
                row.getBoolean("blocked"),
                row.getBoolean("installation_manager"),
                moment(row, "last_sign_in_at"),
                row.getObject("sessions_valid_from", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
