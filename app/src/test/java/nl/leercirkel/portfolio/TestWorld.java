package nl.leercirkel.portfolio;

import static nl.leercirkeldb.organisation.Tables.AUTHORITY;
import static nl.leercirkeldb.organisation.Tables.PARTNER;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Role;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A fresh authority with people of different roles. */
public final class TestWorld {
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    final UUID authorityId = UUID.randomUUID();
    final UUID leadPartnerId;
    final UUID otherPartnerId;
    public final Actor manager = actor("Mieke Manager", Role.PROGRAMME_MANAGER, null);
    final Actor second = actor("Tweede Persoon", Role.PROGRAMME_MANAGER, null);
    public final Actor council = actor("Rob Raadslid", Role.COUNCIL_MEMBER, null);
    final Actor administrator = actor("Bea Beheer", Role.ADMINISTRATOR, null);
    final Actor lead;
    final Actor partner;

    public TestWorld(DSLContext database, PlatformTransactionManager transactions) {
        String code = "T" + NEXT.getAndIncrement() + authorityId;
        ActorContext.callAsInstallation(
                "test",
                () -> new TransactionTemplate(transactions)
                        .execute(status -> database.insertInto(AUTHORITY)
                                .set(AUTHORITY.AUTHORITY_ID, authorityId)
                                .set(AUTHORITY.KIND, "MUNICIPALITY")
                                .set(AUTHORITY.CODE, code)
                                .set(AUTHORITY.NAME, "Proefgemeente " + code)
                                .execute()));
        leadPartnerId = partner(database, transactions, "Rubicon");
        otherPartnerId = partner(database, transactions, "PSW");
        lead = actor("Lea Penvoerder", Role.LEAD_PARTNER, leadPartnerId);
        partner = actor("Piet Partner", Role.PARTNER, otherPartnerId);
    }

    private UUID partner(DSLContext database, PlatformTransactionManager transactions, String name) {
        return ActorContext.callAs(
                manager,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    UUID id = UUID.randomUUID();
                    database.insertInto(PARTNER)
                            .set(PARTNER.PARTNER_ID, id)
                            .set(PARTNER.AUTHORITY_ID, authorityId)
                            .set(PARTNER.NAME, name)
                            .set(PARTNER.KIND, "PROVIDER")
                            .execute();
                    return id;
                }));
    }

    private Actor actor(String name, Role role, @Nullable UUID partnerId) {
        return new Actor(UUID.randomUUID(), name, authorityId, Set.of(role), partnerId, false);
    }

    public static UUID saved(SaveOutcome outcome) {
        if (outcome instanceof SaveOutcome.Saved(UUID id)) {
            return id;
        }
        throw new AssertionError(outcome.toString());
    }
}
