package nl.leercirkel.portfolio;

import static nl.leercirkeldb.organisation.Tables.PARTNER;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organisations of the authority by name, to recognise the partners of a project and to offer them in forms. */
@Component
class PartnerDirectory {
    private final DSLContext database;

    PartnerDirectory(DSLContext database) {
        this.database = database;
    }

    /** By name in lower case. */
    @Transactional(readOnly = true)
    Map<String, UUID> byName() {
        return database.select(PARTNER.NAME, PARTNER.PARTNER_ID)
                .from(PARTNER)
                .fetchMap(row -> row.value1().toLowerCase(Locale.ROOT), row -> row.value2());
    }

    @Transactional(readOnly = true)
    List<String> names() {
        return database.select(PARTNER.NAME)
                .from(PARTNER)
                .where(PARTNER.ENDED_ON.isNull())
                .orderBy(PARTNER.NAME)
                .fetch(PARTNER.NAME);
    }
}
