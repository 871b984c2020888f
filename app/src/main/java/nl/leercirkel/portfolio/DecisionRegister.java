package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.DECISION;
import static nl.leercirkeldb.portfolio.Tables.PROGRAMME;
import static nl.leercirkeldb.portfolio.Tables.PROJECT;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.leercirkel.portfolio.Portfolios.RegisteredDecision;
import nl.leercirkel.security.ActorContext;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The decisions of all projects that the acting person sees, a page at a time, with what is still to be done about them. */
@Service
@Transactional(readOnly = true)
class DecisionRegister {
    static final int PAGE = 50;

    private final DSLContext database;

    DecisionRegister(DSLContext database) {
        this.database = database;
    }

    /** Which decisions somebody wants to see. */
    enum Part {
        ALL(""),
        /** Those of which the follow-up day has come. */
        DUE("te-doen"),
        /** Those with a follow-up day that is still to come. */
        PLANNED("gepland");

        private final String parameter;

        Part(String parameter) {
            this.parameter = parameter;
        }

        String parameter() {
            return parameter;
        }

        static Part of(String parameter) {
            for (Part part : values()) {
                if (part.parameter.equals(parameter)) {
                    return part;
                }
            }
            return ALL;
        }

        Condition condition(LocalDate today) {
            Condition open = DECISION.FOLLOW_UP_ON.isNotNull().and(DECISION.FOLLOW_UP_DONE_ON.isNull());
            return switch (this) {
                case ALL -> DSL.noCondition();
                case DUE -> open.and(DECISION.FOLLOW_UP_ON.le(today));
                case PLANNED -> open.and(DECISION.FOLLOW_UP_ON.gt(today));
            };
        }
    }

    /** How many decisions there are of each part. */
    record Counts(int all, int due, int planned) {
        int of(Part part) {
            return switch (part) {
                case ALL -> all;
                case DUE -> due;
                case PLANNED -> planned;
            };
        }
    }

    Counts counts(LocalDate today) {
        Field<Integer> due = DSL.count().filterWhere(Part.DUE.condition(today));
        Field<Integer> planned = DSL.count().filterWhere(Part.PLANNED.condition(today));
        return Objects.requireNonNull(database.select(DSL.count(), due, planned)
                .from(DECISION)
                .join(PROJECT)
                .on(PROJECT.PROJECT_ID.eq(DECISION.PROJECT_ID))
                .where(Visibility.of(ActorContext.required()))
                .fetchOne(row -> new Counts(row.value1(), row.value2(), row.value3())));
    }

    /** First those with a follow-up that is still to be done, the earliest first. */
    List<RegisteredDecision> find(Part part, LocalDate today, int page) {
        return select(database, part.condition(today), PAGE, (page - 1) * PAGE);
    }

    /** Those of which the follow-up day comes before a day, the earliest first. */
    List<RegisteredDecision> dueBefore(LocalDate day, int limit) {
        return select(database, Part.DUE.condition(day.minusDays(1)), limit, 0);
    }

    static List<RegisteredDecision> select(DSLContext database, Condition condition, int limit, int offset) {
        return database.select(DECISION.fields())
                .select(PROJECT.NAME, PROGRAMME.NAME)
                .from(DECISION)
                .join(PROJECT)
                .on(PROJECT.PROJECT_ID.eq(DECISION.PROJECT_ID))
                .join(PROGRAMME)
                .on(PROGRAMME.PROGRAMME_ID.eq(PROJECT.PROGRAMME_ID))
                .where(condition)
                .and(Visibility.of(ActorContext.required()))
                .orderBy(order())
                .limit(limit)
                .offset(offset)
                .fetch(row -> new RegisteredDecision(
                        row.get(DECISION.PROJECT_ID),
                        row.get(PROJECT.NAME),
                        row.get(PROGRAMME.NAME),
                        ProjectReader.decision(row.into(DECISION))));
    }

    private static List<OrderField<?>> order() {
        return List.of(
                DSL.when(DECISION.FOLLOW_UP_DONE_ON.isNull(), DECISION.FOLLOW_UP_ON)
                        .asc()
                        .nullsLast(),
                DSL.lower(PROGRAMME.NAME),
                PROJECT.NUMBER.asc().nullsLast(),
                DSL.lower(PROJECT.NAME),
                DECISION.POSITION);
    }
}
