package nl.leercirkel.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leercirkel.call.Answers;
import nl.leercirkel.call.Applications;
import nl.leercirkel.call.Assessment;
import nl.leercirkel.call.Assessments;
import nl.leercirkel.call.Call;
import nl.leercirkel.call.CallData;
import nl.leercirkel.call.CallEditor;
import nl.leercirkel.call.Calls;
import nl.leercirkel.call.Criterion;
import nl.leercirkel.call.Outcome;
import nl.leercirkel.organisation.Partner;
import nl.leercirkel.organisation.Partners;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import org.springframework.stereotype.Component;

/**
 * Two invented calls: one that is open, with an application handed in and a draft, and one that is closed and half
 * assessed, so that each role finds something to do.
 */
@Component
class DemoCall {
    static final String OPEN = "Uitvraag lichte hulp dichtbij";
    static final String CLOSED = "Uitvraag samenwerken met scholen";

    private final Calls calls;
    private final CallEditor editor;
    private final Applications applications;
    private final Assessments assessments;
    private final Partners partners;
    private final Clock clock;

    DemoCall(
            Calls calls,
            CallEditor editor,
            Applications applications,
            Assessments assessments,
            Partners partners,
            Clock clock) {
        this.calls = calls;
        this.editor = editor;
        this.applications = applications;
        this.assessments = assessments;
        this.partners = partners;
        this.clock = clock;
    }

    /** Makes the calls in a programme, unless they are there: what somebody changed in the demo stays. */
    void load(UUID programmeId, Actor manager, Actor lead, Actor partner, List<Actor> assessors) {
        List<String> known =
                as(manager, () -> calls.list().stream().map(Call::title).toList());
        if (!known.contains(OPEN)) {
            UUID open = published(programmeId, manager, assessors, OPEN, 21);
            handIn(lead, open, "Buurtkamer", "85.000", "Ontmoeting en lichte hulp in de wijk, zonder indicatie.");
            as(partner, () -> done(applications.start(open)));
        }
        if (!known.contains(CLOSED)) {
            UUID closed = published(programmeId, manager, assessors, CLOSED, 1);
            UUID first = handIn(
                    lead,
                    closed,
                    "Jongerenwerker in de klas",
                    "120.000",
                    "Problemen eerder zien en in de klas oplossen.");
            handIn(
                    partner,
                    closed,
                    "Huisarts op school",
                    "95.000",
                    "Jongeren met klachten sneller de goede weg wijzen.");
            as(manager, () -> done(editor.close(closed)));
            assessors.stream().findFirst().ifPresent(actor -> score(actor, closed, first));
        }
    }

    private UUID published(UUID programmeId, Actor manager, List<Actor> assessors, String title, int days) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        CallData data = new CallData(
                title,
                "Deze uitvraag hoort bij de demo en is verzonnen.\n\n- ten hoogste twee jaar\n- samen met ten minste één andere organisatie",
                now.minus(7, ChronoUnit.DAYS),
                now.plus(days, ChronoUnit.DAYS),
                new BigDecimal("200000.00"));
        return as(manager, () -> {
            UUID id = done(editor.create(programmeId, data));
            Call draft = calls.find(id).orElseThrow();
            done(editor.changeCriteria(
                    id,
                    draft.version(),
                    List.of(
                            Criterion.scale(
                                    "Passender", "Past de hulp beter bij wat nodig is?", 5, "niet", "veel beter", 2),
                            Criterion.scale("Sneller", "Krijgen mensen eerder hulp?", 5, "niet", "veel eerder", 1),
                            Criterion.scale("Betaalbaarder", "Daalt wat de hulp kost?", 5, "niet", "duidelijk", 1))));
            done(editor.nameAssessors(
                    id, assessors.stream().map(Actor::accountId).collect(Collectors.toSet())));
            return done(editor.publish(id));
        });
    }

    private UUID handIn(Actor actor, UUID callId, String name, String amount, String goal) {
        return as(actor, () -> {
            UUID id = done(applications.start(callId));
            return done(applications.handIn(id, 1, answers(actor, name, amount, goal)));
        });
    }

    private Answers answers(Actor actor, String name, String amount, String goal) {
        UUID partnerId = actor.partnerId();
        String organisation = partnerId == null
                ? ""
                : partners.find(partnerId).map(Partner::name).orElse("");
        Map<String, String> values = new LinkedHashMap<>();
        values.put("naam", name);
        values.put("periode", "2027 t/m 2028");
        values.put("doel", goal);
        values.put("doelgroep", "Kinderen en jongeren van 10 tot 18 jaar en hun ouders.");
        values.put(
                "onderbouwing",
                "Eerdere pilots in andere gemeenten lieten zien dat vroege hulp zware hulp kan voorkomen.");
        values.put("gebied", "Twee wijken in het eerste jaar, daarna de hele gemeente.");
        values.put("aanpak", "We beginnen klein, meten vanaf de eerste dag en stellen elk half jaar bij.");
        values.put(
                "businesscase",
                "Elke doorverwijzing minder spaart geld en tijd; de gemeente en de partners delen dat voordeel.");
        values.put("monitoring", "Aantal deelnemers\nTevredenheid na afloop\nDoorverwijzingen naar zwaardere hulp");
        values.put("eindproduct", "Een werkwijze die andere wijken kunnen overnemen.");
        values.put("actielijnen", "1. Betere toegang tot jeugdhulp voor kinderen en gezinnen");
        values.put("plaats-in-de-keten", "Pilot: uitvoeren en volgen");
        return new Answers(values, Map.of())
                .withRow("partners", Map.of("naam", organisation, "rol", "penvoerder"))
                .withRow("partners", Map.of("naam", "Buurthuis De Hoek", "rol", "partner"))
                .withRow("geld", money("Programmageld", "programmabudget", amount))
                .withRow("geld", money("Eigen uren", "eigen bijdrage partner", "15.000"))
                .withRow(
                        "effecten",
                        Map.of(
                                "indicator", "deelnemers zonder zwaardere hulp na een jaar",
                                "eenheid", "%",
                                "nulmeting", "60",
                                "streefwaarde", "75",
                                "wanneer", "2028"));
    }

    private static Map<String, String> money(String source, String kind, String amount) {
        return Map.of("bron", source, "soort", kind, "jaar", "2027", "bedrag", amount, "toelichting", "");
    }

    private void score(Actor assessor, UUID callId, UUID applicationId) {
        as(assessor, () -> {
            Map<UUID, Assessment.Score> scores = new HashMap<>();
            for (Criterion criterion : calls.criteria(callId)) {
                scores.put(
                        criterion.id(),
                        new Assessment.Score(4, "", "De aanvraag maakt dit aannemelijk met eerdere ervaring."));
            }
            return done(assessments.save(applicationId, 0, scores, "Toekennen, met een tussenmeting.", true));
        });
    }

    private static <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ActorContext.callAs(actor, work);
    }

    private static UUID done(Outcome outcome) {
        if (outcome instanceof Outcome.Done(UUID id)) {
            return id;
        }
        throw new IllegalStateException("Demo call: " + outcome);
    }
}
