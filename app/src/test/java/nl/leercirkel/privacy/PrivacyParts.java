package nl.leercirkel.privacy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import nl.leercirkel.database.DatabaseSettings;
import nl.leercirkel.database.TransactionsForTests;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/** The module without Spring, on a database of one's own or with keys of one's own. */
public final class PrivacyParts {
    public final DSLContext sql;
    public final PlatformTransactionManager transactions;
    public final Pseudonyms pseudonyms;
    public final SealedFiles files;
    final Keys keys;
    final Linkings linkings;
    final KeyRotation rotation;

    /** @param settings environment variables such as LEERCIRKEL_KEYS_FILE */
    public PrivacyParts(DataSource database, Map<String, String> settings, KeyedFingerprints... others) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.copyOf(settings)));
        Clock clock = Clock.systemUTC();
        this.transactions = TransactionsForTests.of(database);
        this.sql = DSL.using(
                new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(database)), SQLDialect.POSTGRES);
        this.keys = new Keys(
                sql,
                clock,
                environment,
                DatabaseSettings.fromEnvironment(Map.of(
                        DatabaseSettings.URL, "jdbc:postgresql://127.0.0.1/nergens",
                        DatabaseSettings.USER, "niemand",
                        DatabaseSettings.PASSWORD, "geheim")));
        this.pseudonyms = new Pseudonyms(sql, keys, clock);
        this.files = new SealedFiles(sql, keys, clock);
        this.linkings = new Linkings(sql, keys, clock);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (int i = 0; i < others.length; i++) {
            beans.addBean("others" + i, others[i]);
        }
        this.rotation = new KeyRotation(
                sql,
                keys,
                files,
                TransactionsForTests.installation(transactions),
                beans.getBeanProvider(KeyedFingerprints.class));
    }

    static Map<String, String> keysIn(Path file) {
        return Map.of(KeyStore.KeyFile.VARIABLE, file.toString());
    }
}
