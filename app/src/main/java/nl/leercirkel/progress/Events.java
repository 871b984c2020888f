package nl.leercirkel.progress;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkeldb.progress.tables.records.EventRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what people do in a round, inside the transaction in which they do it. */
@Component
class Events {
    private final DSLContext database;

    Events(DSLContext database) {
        this.database = database;
    }

    void ofRound(UUID roundId, Event.Kind kind, String remark, OffsetDateTime now) {
        database.executeInsert(event(roundId, null, kind, null, remark, now));
    }

    void ofProject(
            UUID roundId,
            UUID projectId,
            Event.Kind kind,
            @Nullable Integer number,
            String remark,
            OffsetDateTime now) {
        database.executeInsert(event(roundId, projectId, kind, number, remark, now));
    }

    void ofProjects(UUID roundId, Collection<UUID> projectIds, Event.Kind kind, String remark, OffsetDateTime now) {
        database.batchInsert(projectIds.stream()
                        .map(projectId -> event(roundId, projectId, kind, null, remark, now))
                        .toList())
                .execute();
    }

    private static EventRecord event(
            UUID roundId,
            @Nullable UUID projectId,
            Event.Kind kind,
            @Nullable Integer number,
            String remark,
            OffsetDateTime now) {
        Actor actor = ActorContext.required();
        EventRecord row = new EventRecord();
        row.setEventId(UUID.randomUUID());
        row.setAuthorityId(actor.authorityId());
        row.setRoundId(roundId);
        row.setProjectId(projectId);
        row.setKind(kind.name());
        row.setNumber(number);
        row.setRemark(remark);
        row.setOccurredAt(now);
        row.setAccountId(actor.accountId());
        row.setPersonName(actor.name());
        return row;
    }
}
