package nl.leercirkel.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How sessions and their attributes are kept in the database. Reading is limited to classes that can be in a session, and something
 * that an earlier version wrote and this one cannot read counts as absent: then somebody signs in again.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "identity.http_session", maxInactiveIntervalInSeconds = 8 * 60 * 60)
class SessionStore {
    private static final Logger LOG = LoggerFactory.getLogger(SessionStore.class);
    private static final ObjectInputFilter KNOWN_CLASSES = ObjectInputFilter.Config.createFilter(
            "maxdepth=30;maxbytes=1000000;java.lang.*;java.util.*;java.util.concurrent.*;java.time.*;java.net.*;"
                    + "nl.leercirkel.**;org.springframework.security.**;org.springframework.web.servlet.*;"
                    + "org.springframework.util.*;!*");

    /** Spring Session finds its store by type; this one stands before it. */
    @Bean
    @Primary
    PatientSessions<? extends Session> patientSessions(JdbcIndexedSessionRepository store) {
        return new PatientSessions<>(store);
    }

    /** Two requests of one session may set the same for the first time, as when two pages open right after signing in. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> lastOneCounts() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** Sessions are of no authority: their transactions need not tell PostgreSQL who is at work. */
    @Bean
    TransactionOperations springSessionTransactionOperations(DataSource database) {
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new TransactionOperations() {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> work) {
                // Finding a session is one statement, for each request: it needs no transaction around it.
                return PatientSessions.isFinding()
                        ? TransactionOperations.withoutTransaction().<T>execute(work)
                        : transactions.<T>execute(work);
            }
        };
    }

    @Bean
    @SuppressWarnings("NullAway") // a converter may give null, which its type here does not say
    ConversionService springSessionConversionService() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, SessionStore::read);
        return conversion;
    }

    @SuppressWarnings("BanSerializableRead") // limited by the filter; only this application writes these rows
    private static @Nullable Object read(byte[] bytes) {
        try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            stream.setObjectInputFilter(KNOWN_CLASSES);
            return stream.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException unreadable) {
            LOG.warn("A session attribute could not be read and is left out: {}", unreadable.toString());
            return null;
        }
    }
}
