package nl.leercirkel.job;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A new database on a real PostgreSQL. The application connects as its own role, so row-level security counts; the
 * tests look at the rows as the superuser.
 */
record JobTestDatabase(String url) {
    private static final EmbeddedPostgres SERVER = start();

    static JobTestDatabase create() {
        String name = "job_" + UUID.randomUUID().toString().replace("-", "");
        client(SERVER.getJdbcUrl("postgres", "postgres"))
                .sql("create database " + name)
                .update();
        // Not the server's own URL: that names a user, who would go before the application's role.
        return new JobTestDatabase("jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + name);
    }

    JdbcClient rows() {
        return client(url);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "100")
                    .start();
            client(server.getJdbcUrl("postgres", "postgres"))
                    .sql("create role leercirkel_app login")
                    .update();
            return server;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static JdbcClient client(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
    }
}
