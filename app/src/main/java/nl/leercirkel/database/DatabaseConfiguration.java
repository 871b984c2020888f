package nl.leercirkel.database;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Connects the application to its database: the pool as the application's role, the migrations as the owner. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DatabaseAccess databaseAccess(
            @Value("${leercirkel.database.url}") String url,
            @Value("${leercirkel.database.owner}") String owner,
            @Value("${leercirkel.database.password}") String password) {
        return new DatabaseAccess(url, new Credentials(owner, password), new Credentials("leercirkel_app", password));
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
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new TenantTransactionManager(dataSource);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
