package nl.leercirkel.organisation;

import static nl.leercirkeldb.organisation.Tables.PARTNER;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.security.ActorContext;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The partner organisations of the acting person's authority. */
@Service
public class Partners {
    private final DSLContext database;

    Partners(DSLContext database) {
        this.database = database;
    }

    /** All partners by name in lower case, to recognise a name that somebody typed. */
    @Transactional(readOnly = true)
    public Map<String, UUID> byName() {
        return database.select(PARTNER.NAME, PARTNER.PARTNER_ID)
                .from(PARTNER)
                .fetchMap(row -> row.value1().toLowerCase(Locale.ROOT), row -> row.value2());
    }

    /** The names of the partners that have not ended, to choose from. */
    @Transactional(readOnly = true)
    public List<String> names() {
        return database.select(PARTNER.NAME)
                .from(PARTNER)
                .where(PARTNER.ENDED_ON.isNull())
                .orderBy(PARTNER.NAME)
                .fetch(PARTNER.NAME);
    }

    /** The partner of this name, added when there is none yet; one that exists keeps its kind. */
    @Transactional
    public UUID ensure(String name, PartnerKind kind) {
        String bare = name.strip();
        database.insertInto(PARTNER)
                .set(PARTNER.AUTHORITY_ID, ActorContext.required().authorityId())
                .set(PARTNER.NAME, bare)
                .set(PARTNER.KIND, kind.name())
                .onConflictDoNothing()
                .execute();
        return database.select(PARTNER.PARTNER_ID)
                .from(PARTNER)
                .where(DSL.lower(PARTNER.NAME).eq(bare.toLowerCase(Locale.ROOT)))
                .fetchSingle(PARTNER.PARTNER_ID);
    }
}
