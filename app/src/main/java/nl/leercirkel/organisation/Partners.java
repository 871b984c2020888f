package nl.leercirkel.organisation;

import static nl.leercirkeldb.organisation.Tables.PARTNER;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.leercirkel.security.ActorContext;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The partners of the acting person's authority. Partners end, they are never deleted: projects and figures name them. */
@Service
public class Partners {
    private final DSLContext database;
    private final TransactionTemplate transaction;

    Partners(DSLContext database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Saved or NameTaken. */
    @Transactional
    public PartnerOutcome create(PartnerDraft draft) {
        Optional<Partner> added = database.insertInto(PARTNER)
                .set(PARTNER.AUTHORITY_ID, ActorContext.required().authorityId())
                .set(PARTNER.NAME, draft.name())
                .set(PARTNER.KIND, draft.kind().name())
                .set(PARTNER.AGB_CODE, draft.agbCode())
                .set(PARTNER.WEBSITE, draft.website())
                .set(PARTNER.NOTE, draft.note())
                .onConflictDoNothing()
                .returning()
                .fetchOptional(Partners::partner);
        return added.<PartnerOutcome>map(PartnerOutcome.Saved::new)
                .orElseGet(() ->
                        new PartnerOutcome.NameTaken(findByName(draft.name()).orElseThrow()));
    }

    /** The partner of this name as it is; made from the draft when there is none. */
    @Transactional
    public Partner obtain(PartnerDraft draft) {
        return switch (create(draft)) {
            case PartnerOutcome.Saved saved -> saved.partner();
            case PartnerOutcome.NameTaken taken -> taken.other();
            case PartnerOutcome.ChangedMeanwhile _, PartnerOutcome.Unknown() ->
                throw new IllegalStateException("not an outcome of creating");
        };
    }

    @Transactional(readOnly = true)
    public Optional<Partner> find(UUID partnerId) {
        return database.selectFrom(PARTNER)
                .where(PARTNER.PARTNER_ID.eq(partnerId))
                .fetchOptional(Partners::partner);
    }

    /** Whatever its capitals; ended partners as well. */
    @Transactional(readOnly = true)
    public Optional<Partner> findByName(String name) {
        return database.selectFrom(PARTNER)
                .where(DSL.lower(PARTNER.NAME).eq(DSL.lower(name.strip())))
                .fetchOptional(Partners::partner);
    }

    /** Those one works with now, by name. */
    @Transactional(readOnly = true)
    public List<Partner> list() {
        return list(PARTNER.ENDED_ON.isNull(), 0, Integer.MAX_VALUE);
    }

    /** The ended ones as well, by name. */
    @Transactional(readOnly = true)
    public List<Partner> listWithEnded() {
        return list(DSL.noCondition(), 0, Integer.MAX_VALUE);
    }

    /** Saved, NameTaken, ChangedMeanwhile or Unknown; in all but the first nothing has changed. */
    public PartnerOutcome update(UUID partnerId, int version, PartnerDraft draft) {
        try {
            // A transaction of its own for certain: PostgreSQL refuses to go on after a name that is taken.
            return required(transaction.execute(status -> changed(
                    partnerId,
                    () -> database.update(PARTNER)
                            .set(PARTNER.NAME, draft.name())
                            .set(PARTNER.KIND, draft.kind().name())
                            .set(PARTNER.AGB_CODE, draft.agbCode())
                            .set(PARTNER.WEBSITE, draft.website())
                            .set(PARTNER.NOTE, draft.note())
                            .set(PARTNER.VERSION, PARTNER.VERSION.plus(1))
                            .where(PARTNER.PARTNER_ID.eq(partnerId))
                            .and(PARTNER.VERSION.eq(version))
                            .returning()
                            .fetchOptional(Partners::partner))));
        } catch (DuplicateKeyException taken) {
            return required(transaction.execute(status ->
                    new PartnerOutcome.NameTaken(findByName(draft.name()).orElseThrow(() -> taken))));
        }
    }

    /** Ends the work with a partner, or resumes it when the day is null. Saved, ChangedMeanwhile or Unknown. */
    @Transactional
    public PartnerOutcome end(UUID partnerId, int version, @Nullable LocalDate lastDay) {
        return changed(
                partnerId,
                () -> database.update(PARTNER)
                        .set(PARTNER.ENDED_ON, lastDay)
                        .set(PARTNER.VERSION, PARTNER.VERSION.plus(1))
                        .where(PARTNER.PARTNER_ID.eq(partnerId))
                        .and(PARTNER.VERSION.eq(version))
                        .returning()
                        .fetchOptional(Partners::partner));
    }

    @Transactional(readOnly = true)
    List<Partner> search(PartnerQuery query, int pageSize) {
        return list(condition(query), (query.page() - 1) * pageSize, pageSize);
    }

    @Transactional(readOnly = true)
    int count(PartnerQuery query) {
        return database.fetchCount(PARTNER, condition(query));
    }

    private PartnerOutcome changed(UUID partnerId, Supplier<Optional<Partner>> change) {
        return change.get()
                .<PartnerOutcome>map(PartnerOutcome.Saved::new)
                .or(() -> find(partnerId).map(PartnerOutcome.ChangedMeanwhile::new))
                .orElseGet(PartnerOutcome.Unknown::new);
    }

    private static Condition condition(PartnerQuery query) {
        Condition condition = switch (query.state()) {
            case CURRENT -> PARTNER.ENDED_ON.isNull();
            case ENDED -> PARTNER.ENDED_ON.isNotNull();
            case ALL -> DSL.noCondition();
        };
        if (query.kind() != null) {
            condition = condition.and(PARTNER.KIND.eq(query.kind().name()));
        }
        if (!query.text().isEmpty()) {
            condition =
                    condition.and(PARTNER.NAME.containsIgnoreCase(query.text()).or(PARTNER.AGB_CODE.eq(query.text())));
        }
        return condition;
    }

    private List<Partner> list(Condition condition, int offset, int limit) {
        return database.selectFrom(PARTNER)
                .where(condition)
                .orderBy(DSL.lower(PARTNER.NAME), PARTNER.PARTNER_ID)
                .offset(offset)
                .limit(limit)
                .fetch(Partners::partner);
    }

    private static PartnerOutcome required(@Nullable PartnerOutcome outcome) {
        return Objects.requireNonNull(outcome);
    }

    private static Partner partner(Record row) {
        return new Partner(
                row.get(PARTNER.PARTNER_ID),
                row.get(PARTNER.NAME),
                PartnerKind.valueOf(row.get(PARTNER.KIND)),
                row.get(PARTNER.AGB_CODE),
                row.get(PARTNER.WEBSITE),
                row.get(PARTNER.NOTE),
                row.get(PARTNER.VERSION),
                row.get(PARTNER.ENDED_ON));
    }

    /** All partners by name in lower case, ended ones too: to recognise a name that somebody typed. */
    @Transactional(readOnly = true)
    public Map<String, UUID> byName() {
        return listWithEnded().stream()
                .collect(Collectors.toMap(partner -> partner.name().toLowerCase(Locale.ROOT), Partner::partnerId));
    }

    /** The names of the partners that have not ended, to choose from. */
    @Transactional(readOnly = true)
    public List<String> names() {
        return list().stream().map(Partner::name).toList();
    }
}
