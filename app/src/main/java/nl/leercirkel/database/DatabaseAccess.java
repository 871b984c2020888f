package nl.leercirkel.database;

import org.jspecify.annotations.Nullable;

/**
 * How to reach the database: as the owner of the tables (migrations) and as the application, which owns nothing and is
 * bound by row-level security. Stops the embedded server when the application ends.
 */
record DatabaseAccess(
        String url,
        Credentials owner,
        Credentials application,
        @Nullable PostgresServer embedded) implements AutoCloseable {

    static DatabaseAccess open(DatabaseSettings settings) {
        return switch (settings) {
            case DatabaseSettings.Embedded(var folder, var port) -> {
                PostgresServer server = PostgresServer.start(folder, port);
                yield new DatabaseAccess(server.jdbcUrl(), server.owner(), server.application(), server);
            }
            case DatabaseSettings.External external ->
                new DatabaseAccess(external.url(), external.owner(), ApplicationRole.prepare(external), null);
        };
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
