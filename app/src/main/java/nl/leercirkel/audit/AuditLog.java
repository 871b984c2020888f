package nl.leercirkel.audit;

import static nl.leercirkeldb.audit.Tables.ENTRY;

import java.time.Clock;
import nl.leercirkel.security.ActorContext;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the log. An entry is durable when {@link #record} returns; when it cannot be written, that is a fault. */
@Service
public class AuditLog {
    private final DSLContext sql;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    AuditLog(DSLContext sql, Clock clock, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    public void record(AuditEvent event) {
        ActorContext.<Integer, RuntimeException>callAsInstallation(
                "audit entry", () -> ownTransaction.execute(status -> insert(event)));
    }

    private int insert(AuditEvent event) {
        return sql.insertInto(ENTRY)
                .set(ENTRY.AUTHORITY_ID, event.authorityId())
                .set(ENTRY.OCCURRED_AT, clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .set(ENTRY.ACCOUNT_ID, event.accountId())
                .set(ENTRY.PERSON_NAME, event.personName())
                .set(ENTRY.ACTION, event.action().name())
                .set(ENTRY.SUBJECT, event.subject())
                .set(ENTRY.OBJECT_ID, event.objectId())
                .set(ENTRY.OUTCOME, event.outcome().name())
                .set(ENTRY.HTTP_METHOD, event.httpMethod())
                .set(ENTRY.PATH, event.path())
                .set(ENTRY.STATUS, event.status())
                .set(ENTRY.CLIENT_ADDRESS, event.clientAddress())
                .set(ENTRY.DETAIL, event.detail())
                .execute();
    }
}
