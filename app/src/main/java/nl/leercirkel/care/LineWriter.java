package nl.leercirkel.care;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.leercirkel.database.CopyText;
import nl.leercirkel.standards.ijw.episode.Fact;
import nl.leercirkel.standards.ijw.rule.Parties;
import org.postgresql.PGConnection;

/**
 * Stores declaration lines in batches: PostgreSQL's COPY into a table of this transaction (which row-level security forbids on the
 * table itself), and from there to where they belong. Tells which earlier lines carry a reference that comes again.
 */
final class LineWriter {
    private static final String STAGE = """
            create temporary table if not exists care_line_in (
              ordinal bigint, person_id uuid, reference text, previous_reference text, allocation_number bigint,
              category text, code text, month date, cents bigint
            ) on commit drop
            """;
    private static final String STORE = """
            insert into care.line (message_id, ordinal, authority_id, person_id, law, provider, reference, previous_reference,
              allocation_number, category, code, month, cents)
            select ?, ordinal, ?, person_id, ?, ?, reference, previous_reference, allocation_number, category, code, month, cents
            from care_line_in
            """;
    /** By array and not by join: whatever the planner thinks of a table that was just made, this goes through the index. */
    private static final String EARLIER = """
            select distinct reference from care.line
            where authority_id = ? and law = ? and provider = ? and reference = any (?)
            """;

    private static final String MARK = """
            update care.line set repeated = true
            where authority_id = ? and law = ? and provider = ? and reference = any (?) and not repeated
            """;

    private final UUID authority;
    private final UUID message;
    private final Parties parties;
    private final Set<String> repeated = new HashSet<>();
    private long ordinal;

    LineWriter(UUID authority, UUID message, Parties parties) {
        this.authority = authority;
        this.message = message;
        this.parties = parties;
    }

    /** Stores lines of this message; {@code persons} by the client's code. */
    void store(Connection connection, List<Fact.Line> lines, Map<String, UUID> persons) throws SQLException {
        Set<String> references = new HashSet<>();
        CopyText text = new CopyText();
        for (Fact.Line line : lines) {
            if (!references.add(line.reference())) {
                repeated.add(line.reference());
            }
            text.add(ordinal++)
                    .add(persons.get(line.client()))
                    .add(line.reference())
                    .add(line.previous())
                    .add(line.allocation())
                    .add(line.product().category())
                    .add(line.product().code())
                    .add(line.periodBegin().withDayOfMonth(1))
                    .add(line.amount().signedCents())
                    .end();
        }
        earlier(connection, references);
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGE);
            copy(connection, text.take());
            try (PreparedStatement store = connection.prepareStatement(STORE)) {
                store.setObject(1, message);
                store.setObject(2, authority);
                store.setString(3, parties.law().name());
                store.setString(4, parties.provider());
                store.executeUpdate();
            }
            statement.execute("truncate care_line_in");
        }
    }

    private static void copy(Connection connection, byte[] rows) throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy care_line_in from stdin", new ByteArrayInputStream(rows));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void earlier(Connection connection, Set<String> references) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EARLIER)) {
            keys(statement, connection, references);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    repeated.add(rows.getString(1));
                }
            }
        }
    }

    /** Marks every line with a reference that came again, and gives those references. */
    List<String> markRepeated(Connection connection) throws SQLException {
        if (!repeated.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(MARK)) {
                keys(statement, connection, repeated);
                statement.executeUpdate();
            }
        }
        return new ArrayList<>(repeated);
    }

    private void keys(PreparedStatement statement, Connection connection, Set<String> references) throws SQLException {
        statement.setObject(1, authority);
        statement.setString(2, parties.law().name());
        statement.setString(3, parties.provider());
        statement.setArray(
                4, connection.createArrayOf("text", references.stream().sorted().toArray()));
    }
}
