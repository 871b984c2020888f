package nl.leercirkel.portfolio;

import static nl.leercirkeldb.organisation.Tables.PARTNER;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The organisations of the authority by name, to recognise the partners of a project. */
@Component
class PartnerNames {
    private final DSLContext database;

    PartnerNames(DSLContext database) {
        this.database = database;
    }

    /** By name in lower case. */
    Map<String, UUID> byName() {
        return database.select(PARTNER.NAME, PARTNER.PARTNER_ID)
                .from(PARTNER)
                .fetchMap(row -> row.value1().toLowerCase(Locale.ROOT), row -> row.value2());
    }

    List<String> all() {
        return database.select(PARTNER.NAME)
                .from(PARTNER)
                .where(PARTNER.ENDED_ON.isNull())
                .orderBy(PARTNER.NAME)
                .fetch(PARTNER.NAME);
    }
}
