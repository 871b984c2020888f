package nl.leercirkel.call;

import static nl.leercirkeldb.call.Tables.INVITATION;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.NotFoundException;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls as the acting person may see them: drafts only for those who manage calls. */
@Service
@Transactional(readOnly = true)
public class Calls {
    private final CallStore store;

    Calls(CallStore store) {
        this.store = store;
    }

    public List<Call> list() {
        return store.find(visible(ActorContext.required()));
    }

    public Optional<Call> find(UUID callId) {
        return store.find(INVITATION.CALL_ID.eq(callId).and(visible(ActorContext.required()))).stream()
                .findFirst();
    }

    Call required(UUID callId) {
        return find(callId).orElseThrow(() -> new NotFoundException("call " + callId));
    }

    public CallForm form(Call call) {
        return store.form(call.id(), call.formVersion());
    }

    CallForm form(UUID callId, int version) {
        return store.form(callId, version);
    }

    public List<Criterion> criteria(UUID callId) {
        return store.criteria(callId);
    }

    /** Who assesses: account and name. */
    Map<UUID, String> assessors(UUID callId) {
        return store.assessors(callId);
    }

    boolean scored(UUID callId) {
        return store.scored(callId);
    }

    /** The calls of which the acting person is an assessor. */
    List<Call> assessedBy(Actor actor) {
        return actor.may(Right.APPLICATION_ASSESS) ? store.find(CallStore.assessedBy(actor.accountId())) : List.of();
    }

    List<Call> search(String words, int limit) {
        return store.find(visible(ActorContext.required()).and(INVITATION.TITLE.containsIgnoreCase(words))).stream()
                .limit(limit)
                .toList();
    }

    private static Condition visible(Actor actor) {
        if (!actor.may(Right.CALL_READ)) {
            return DSL.falseCondition();
        }
        return actor.may(Right.CALL_MANAGE) ? DSL.noCondition() : INVITATION.STAGE.ne(CallStage.DRAFT.name());
    }
}
