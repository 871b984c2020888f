package nl.leercirkel.database;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;

/** Connects the application to its database: the pool as the application's role, the migrations as the owner. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final List<String> SETTINGS = List.of(
            DatabaseSettings.DATA,
            DatabaseSettings.PORT,
            DatabaseSettings.URL,
            DatabaseSettings.USER,
            DatabaseSettings.PASSWORD,
            DatabaseSettings.APPLICATION_PASSWORD);

    @Bean
    DatabaseSettings databaseSettings(Environment environment) {
        Map<String, String> settings = new HashMap<>();
        for (String name : SETTINGS) {
            String value = environment.getProperty(name);
            if (value != null) {
                settings.put(name, value);
            }
        }
        return DatabaseSettings.fromEnvironment(settings);
    }

    /** Closed by Spring after the connection pool, which depends on it. */
    @Bean
    DatabaseAccess databaseAccess(DatabaseSettings settings) {
        return DatabaseAccess.open(settings);
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(DatabaseAccess access) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return access.application().user();
            }

            @Override
            public String getPassword() {
                return access.application().password();
            }

            @Override
            public String getJdbcUrl() {
                return access.url();
            }
        };
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(DatabaseAccess access) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return access.owner().user();
            }

            @Override
            public String getPassword() {
                return access.owner().password();
            }

            @Override
            public String getJdbcUrl() {
                return access.url();
            }
        };
    }

    @Bean
    FlywayConfigurationCustomizer migrations() {
        return Migrations::settings;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new TenantTransactionManager(dataSource);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
