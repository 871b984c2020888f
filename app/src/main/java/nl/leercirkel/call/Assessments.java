package nl.leercirkel.call;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leercirkel.identity.Accounts;
import nl.leercirkel.identity.Colleague;
import nl.leercirkel.organisation.Partner;
import nl.leercirkel.organisation.Partners;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Assessing: whoever the manager named scores the applications of a closed call, but not those in which their own
 * organisation takes part, and without seeing what others thought before handing in their own.
 */
@Service
@Transactional
public class Assessments {
    private final AssessmentStore store;
    private final Applications applications;
    private final CallStore calls;
    private final Partners partners;
    private final Accounts accounts;
    private final Clock clock;

    Assessments(
            AssessmentStore store,
            Applications applications,
            CallStore calls,
            Partners partners,
            Accounts accounts,
            Clock clock) {
        this.store = store;
        this.applications = applications;
        this.calls = calls;
        this.partners = partners;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * An application for an assessor.
     *
     * @param own what this assessor has so far; version 0 when that is nothing
     * @param excluded whether the assessor's organisation takes part, so that they may not see or score it
     */
    public record Task(Call call, Application application, Submission submission, Assessment own, boolean excluded) {
        public boolean isDone() {
            return own.isHandedIn();
        }
    }

    /** What the acting person has to assess in a call, also what is done; empty for who is no assessor of it. */
    @Transactional(readOnly = true)
    public List<Task> tasks(Call call) {
        Actor actor = ActorContext.required();
        boolean started = call.state() != CallState.DRAFT
                && call.state() != CallState.ANNOUNCED
                && call.state() != CallState.OPEN;
        if (!started
                || !actor.may(Right.APPLICATION_ASSESS)
                || !calls.assessors(call.id()).containsKey(actor.accountId())) {
            return List.of();
        }
        Map<UUID, Submission> submissions = applications.lastSubmissions(call.id());
        Map<UUID, Assessment> mine = store.ofCall(call.id()).stream()
                .filter(found -> found.accountId().equals(actor.accountId()))
                .collect(Collectors.toMap(Assessment::applicationId, found -> found));
        String organisation = organisation(actor.partnerId());
        List<Task> tasks = new ArrayList<>();
        for (Application application : applications.counting(call.id())) {
            Submission submission = submissions.get(application.id());
            if (submission != null) {
                tasks.add(new Task(
                        call,
                        application,
                        submission,
                        mine.getOrDefault(application.id(), none(actor, submission)),
                        takesPart(actor.partnerId(), organisation, application, submission)));
            }
        }
        return tasks;
    }

    /** One application for the acting assessor; empty for others, and for who is excluded. */
    @Transactional(readOnly = true)
    public Optional<Task> task(UUID applicationId) {
        return applications.any(applicationId).flatMap(application -> calls.find(application.callId())).stream()
                .flatMap(call -> tasks(call).stream())
                .filter(task -> task.application().id().equals(applicationId) && !task.excluded())
                .findFirst();
    }

    private static Assessment none(Actor actor, Submission submission) {
        return new Assessment(
                submission.applicationId(),
                actor.accountId(),
                actor.name(),
                submission.number(),
                "",
                0,
                null,
                Map.of());
    }

    /** What others thought: after handing in one's own, or once the assessment is closed. */
    @Transactional(readOnly = true)
    public List<Assessment> others(Task task) {
        return task.isDone() || task.call().stage() == CallStage.ASSESSED
                ? handedIn(task.application().id()).stream()
                        .filter(found -> !found.accountId().equals(task.own().accountId()))
                        .toList()
                : List.of();
    }

    private List<Assessment> handedIn(UUID applicationId) {
        return store.ofApplication(applicationId).stream()
                .filter(Assessment::isHandedIn)
                .toList();
    }

    /** All that was handed in for the applications of a call. */
    @Transactional(readOnly = true)
    List<Assessment> handedInOf(UUID callId) {
        return store.ofCall(callId).stream().filter(Assessment::isHandedIn).toList();
    }

    /** Who is to assess each application that counts: the assessors without those of an organisation that takes part. */
    @Transactional(readOnly = true)
    Map<UUID, Set<UUID>> expected(Call call) {
        Map<UUID, @Nullable UUID> organisations = new HashMap<>();
        accounts.colleagues(ActorContext.required().authorityId())
                .forEach((Colleague colleague) -> organisations.put(colleague.accountId(), colleague.partnerId()));
        Map<UUID, String> names =
                partners.listWithEnded().stream().collect(Collectors.toMap(Partner::partnerId, Partner::name));
        Set<UUID> named = calls.assessors(call.id()).keySet();
        Map<UUID, Submission> submissions = applications.lastSubmissions(call.id());
        Map<UUID, Set<UUID>> expected = new HashMap<>();
        for (Application application : applications.counting(call.id())) {
            Submission submission = submissions.get(application.id());
            expected.put(
                    application.id(),
                    named.stream()
                            .filter(account -> submission != null
                                    && !takesPart(
                                            organisations.get(account),
                                            nameOf(organisations.get(account), names),
                                            application,
                                            submission))
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
        return expected;
    }

    /** Saves scores as far as they are; handing in asks for all of them, each with an argument. */
    public Outcome save(
            UUID applicationId,
            int expectedVersion,
            Map<UUID, Assessment.Score> scores,
            String advice,
            boolean handIn) {
        Actor actor = ActorContext.required();
        if (!actor.may(Right.APPLICATION_ASSESS)) {
            throw new AccessDeniedException("May not assess");
        }
        Task task =
                task(applicationId).orElseThrow(() -> new NotFoundException("application to assess " + applicationId));
        // nobody closes the assessment while this is being stored
        Call call = calls.lock(task.call().id()).orElseThrow();
        if (call.state() != CallState.CLOSED) {
            return new Outcome.Refused("De beoordeling is gesloten. Uw scores zijn niet meer gewijzigd.");
        }
        if (task.isDone()) {
            return new Outcome.Refused("U hebt deze beoordeling al ingediend; zij staat vast.");
        }
        List<Criterion> criteria = calls.criteria(call.id());
        List<FieldError> errors = ScoreCheck.of(criteria, scores, advice, handIn);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid(errors);
        }
        Map<UUID, Assessment.Score> known = new HashMap<>();
        criteria.forEach(
                criterion -> known.put(criterion.id(), scores.getOrDefault(criterion.id(), Assessment.Score.NONE)));
        @Nullable Instant handedInAt = handIn ? clock.instant() : null;
        boolean stored = store.save(
                actor,
                new Assessment(
                        applicationId,
                        actor.accountId(),
                        actor.name(),
                        task.submission().number(),
                        advice,
                        expectedVersion,
                        handedInAt,
                        known));
        return stored ? new Outcome.Done(applicationId) : new Outcome.Conflict();
    }

    private String organisation(@Nullable UUID partnerId) {
        return partnerId == null
                ? ""
                : partners.find(partnerId).map(Partner::name).orElse("");
    }

    private static String nameOf(@Nullable UUID partnerId, Map<UUID, String> names) {
        return partnerId == null ? "" : names.getOrDefault(partnerId, "");
    }

    /** Whether an organisation is the applicant, or one of the partners in the application. */
    private static boolean takesPart(
            @Nullable UUID partnerId, String organisation, Application application, Submission submission) {
        return partnerId != null
                && (partnerId.equals(application.partnerId())
                        || submission.answers().rows(StandardField.PARTNERS.key()).stream()
                                .anyMatch(row -> !organisation.isEmpty()
                                        && row.getOrDefault("naam", "").strip().equalsIgnoreCase(organisation)));
    }
}
