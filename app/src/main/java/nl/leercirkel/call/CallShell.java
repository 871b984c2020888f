package nl.leercirkel.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.CircleStep;
import nl.leercirkel.shell.NavigationContribution;
import nl.leercirkel.shell.NavigationEntry;
import nl.leercirkel.shell.SearchContribution;
import nl.leercirkel.shell.SearchHit;
import nl.leercirkel.shell.WaitingContribution;
import nl.leercirkel.shell.WaitingItem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What calls add to the shell: an entry in the navigation, what waits for somebody, what can be found. */
@Component
class CallShell implements NavigationContribution, WaitingContribution, SearchContribution {
    private final Calls calls;
    private final Applications applications;
    private final Assessments assessments;

    CallShell(Calls calls, Applications applications, Assessments assessments) {
        this.calls = calls;
        this.applications = applications;
        this.assessments = assessments;
    }

    @Override
    public List<NavigationEntry> entries() {
        return List.of(new NavigationEntry(CircleStep.DESIGN, "call.nav.calls", "/uitvragen", Right.CALL_READ, 20));
    }

    @Override
    public boolean concerns(Actor actor) {
        return actor.may(Right.APPLICATION_EDIT)
                || actor.may(Right.APPLICATION_ASSESS)
                || actor.may(Right.APPLICATION_DECIDE);
    }

    @Override
    @Transactional(readOnly = true)
    public List<WaitingItem> waitingFor(Actor actor, Locale locale) {
        List<WaitingItem> items = new ArrayList<>();
        if (actor.may(Right.APPLICATION_EDIT)) {
            applications.own().stream()
                    .filter(application -> application.state() == ApplicationState.DRAFT
                            || application.state() == ApplicationState.RETURNED)
                    .forEach(application -> calls.find(application.callId())
                            .filter(call -> call.state() == CallState.OPEN)
                            .ifPresent(call -> items.add(toFinish(application, call))));
        }
        for (Call call : calls.assessedBy(actor)) {
            if (call.state() == CallState.CLOSED) {
                toAssess(call, items);
            }
        }
        if (actor.may(Right.APPLICATION_DECIDE)) {
            calls.list().stream()
                    .filter(call -> call.state() == CallState.ASSESSED)
                    .forEach(call -> items.add(new WaitingItem(
                            "Besluit over " + number(call.undecided()) + " van " + call.title(),
                            "De beoordeling is gesloten; de aanvragers wachten op antwoord.",
                            call.path() + "/vergelijken",
                            null)));
        }
        return items;
    }

    private static WaitingItem toFinish(Application application, Call call) {
        boolean returned = application.state() == ApplicationState.RETURNED;
        return new WaitingItem(
                returned
                        ? "Verbeter de aanvraag „" + application.title() + "” en dien haar opnieuw in"
                        : "Maak de aanvraag „" + application.title() + "” af",
                (returned ? "Teruggestuurd: " + application.remark() + " " : "")
                        + "De uitvraag sluit op "
                        + call.closes() + ".",
                application.path() + "/invullen",
                Moments.dayOf(call.data().closesAt()));
    }

    private void toAssess(Call call, List<WaitingItem> items) {
        int left = (int) assessments.tasks(call).stream()
                .filter(task -> !task.isDone() && !task.excluded())
                .count();
        if (left > 0) {
            items.add(new WaitingItem(
                    "Beoordeel " + number(left) + " voor " + call.title(),
                    "U bent aangewezen als beoordelaar.",
                    call.path(),
                    null));
        }
    }

    private static String number(int applications) {
        return applications == 1 ? "1 aanvraag" : applications + " aanvragen";
    }

    @Override
    public Right right() {
        return Right.CALL_READ;
    }

    @Override
    @Transactional(readOnly = true)
    public List<SearchHit> search(String query, int limit) {
        String wanted = query.strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<SearchHit> hits = new ArrayList<>();
        calls.search(wanted, limit)
                .forEach(call ->
                        hits.add(new SearchHit("call.kind.call", call.title(), call.programmeName(), call.path())));
        applications
                .search(wanted, limit)
                .forEach(application -> hits.add(new SearchHit(
                        "call.kind.application", application.title(), application.partnerName(), application.path())));
        return hits.size() > limit ? hits.subList(0, limit) : hits;
    }
}
