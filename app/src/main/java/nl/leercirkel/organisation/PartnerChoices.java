package nl.leercirkel.organisation;

import static nl.leercirkeldb.organisation.Tables.PARTNER;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The partners of the acting person's authority, to choose one from in a form. */
@Service
public class PartnerChoices {
    private final DSLContext database;

    PartnerChoices(DSLContext database) {
        this.database = database;
    }

    /** A partner by name. */
    public record PartnerChoice(UUID partnerId, String name) {}

    @Transactional(readOnly = true)
    public List<PartnerChoice> all() {
        return database.select(PARTNER.PARTNER_ID, PARTNER.NAME)
                .from(PARTNER)
                .where(PARTNER.ENDED_ON.isNull())
                .orderBy(PARTNER.NAME)
                .fetch(row -> new PartnerChoice(row.value1(), row.value2()));
    }
}
