package nl.leercirkel.portfolio;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.SQLException;
import java.util.Map;
import nl.leercirkel.Application;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** A test of the whole application on a PostgreSQL of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Application.class)
@ContextConfiguration(initializers = PortfolioTest.Database.class)
public @interface PortfolioTest {

    /** Starts one database for all tests of a run; the application's role owns nothing, as in real life. */
    class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                try (var connection = postgres.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create role leercirkel_app login password 'proef'");
                }
                return postgres;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "portfolio-test",
                            Map.of(
                                    "leercirkel.database.url",
                                    "jdbc:postgresql://127.0.0.1:" + POSTGRES.getPort() + "/postgres",
                                    "leercirkel.database.owner",
                                    "postgres",
                                    "leercirkel.database.password",
                                    "proef")));
        }
    }
}
