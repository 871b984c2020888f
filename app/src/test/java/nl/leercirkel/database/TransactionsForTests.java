package nl.leercirkel.database;

import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** Transactions that say for whom they work, for tests that run parts of the application without Spring. */
public final class TransactionsForTests {
    private TransactionsForTests() {}

    public static PlatformTransactionManager of(DataSource database) {
        return new TenantTransactionManager(database);
    }

    public static InstallationTransactions installation(PlatformTransactionManager manager) {
        return new InstallationTransactions(manager);
    }
}
