package nl.leercirkel.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells PostgreSQL at the start of each transaction for which authority and person it works. The settings are local to
 * the transaction: a pooled connection forgets them at commit or rollback, and a statement outside a transaction sees
 * no rows at all.
 */
class TenantTransactionManager extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    private static final String SET_SCOPE = """
            select set_config('leercirkel.authority', ?, true),
                   set_config('leercirkel.account', ?, true),
                   set_config('leercirkel.system', ?, true)
            """;

    TenantTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        Optional<Actor> actor = ActorContext.current();
        try (PreparedStatement statement = connection.prepareStatement(SET_SCOPE)) {
            statement.setString(1, actor.map(a -> a.authorityId().toString()).orElse(""));
            statement.setString(2, actor.map(a -> a.accountId().toString()).orElse(""));
            statement.setString(3, ActorContext.isInstallation() ? "on" : "");
            statement.execute();
        }
    }
}
