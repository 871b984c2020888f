package nl.leercirkel.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Service;

/**
 * Writes the log. An entry is durable when {@link #record} returns; when it cannot be written, that is a fault.
 *
 * <p>It writes on a connection of its own: what happened stays written when the work around it is rolled back. And in
 * one statement, because each request waits for it.
 */
@Service
public class AuditLog {
    private static final String RECORD = "select audit.record(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final DataSource database;
    private final Clock clock;

    AuditLog(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void record(AuditEvent event) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(RECORD)) {
            statement.setObject(1, event.authorityId(), Types.OTHER);
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setObject(3, event.accountId(), Types.OTHER);
            statement.setString(4, event.personName());
            statement.setString(5, event.action().name());
            statement.setString(6, event.subject());
            statement.setString(7, event.objectId());
            statement.setString(8, event.outcome().name());
            statement.setString(9, event.httpMethod());
            statement.setString(10, event.path());
            statement.setInt(11, event.status());
            statement.setString(12, event.clientAddress());
            statement.setString(13, event.detail());
            statement.execute();
        } catch (SQLException fault) {
            throw new DataAccessResourceFailureException("The log could not be written", fault);
        }
    }
}
