package nl.leercirkel.call;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leercirkel.portfolio.DutchNumbers;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The applications of a call beside each other. */
@Controller
class ComparisonController {
    private final Calls calls;
    private final Applications applications;
    private final Assessments assessments;

    ComparisonController(Calls calls, Applications applications, Assessments assessments) {
        this.calls = calls;
        this.applications = applications;
        this.assessments = assessments;
    }

    /** A cell in words: "3,7" with "2 tot 5" below it. */
    record Shown(String figure, String spread, boolean apart) {}

    /** A row of the page. */
    record ShownRow(
            String rank,
            UUID id,
            String name,
            String organisation,
            List<Shown> cells,
            String total,
            String assessors,
            String requested,
            String running,
            String within,
            @Nullable Decision decision,
            List<AssessmentController.Other> opinions) {}

    @GetMapping("/uitvragen/{callId}/vergelijken")
    @Requires(value = Right.APPLICATION_READ, subject = "comparison")
    String compare(@PathVariable UUID callId, Model model) {
        Call call = calls.required(callId);
        List<Criterion> criteria = calls.criteria(callId);
        Map<UUID, Submission> submissions = applications.lastSubmissions(callId);
        Map<UUID, List<Assessment>> done =
                assessments.handedInOf(callId).stream().collect(Collectors.groupingBy(Assessment::applicationId));
        Map<UUID, Set<UUID>> expected = assessments.expected(call);
        Set<UUID> unseen = unseen(call);
        List<Comparison.Entry> entries = new ArrayList<>();
        List<Comparison.Hidden> hidden = new ArrayList<>();
        for (Application application : applications.counting(callId)) {
            Submission submission = Objects.requireNonNull(submissions.get(application.id()));
            if (unseen.contains(application.id())) {
                hidden.add(new Comparison.Hidden(
                        application.id(), submission.name(), application.partnerName(), submission.requested()));
            } else {
                entries.add(new Comparison.Entry(
                        application.id(),
                        submission.name(),
                        application.partnerName(),
                        submission.requested(),
                        expected.getOrDefault(application.id(), Set.of()).size(),
                        done.getOrDefault(application.id(), List.of())));
            }
        }
        Comparison comparison =
                Comparison.of(criteria, entries, hidden, call.data().budget());
        Map<UUID, Decision> decisions = applications.decisions(callId);
        model.addAttribute(
                "breadcrumbs",
                List.of(
                        CallController.CALLS,
                        new Crumb(call.title(), call.path()),
                        new Crumb("Vergelijken", call.path() + "/vergelijken")));
        model.addAttribute("call", call);
        model.addAttribute("criteria", criteria);
        model.addAttribute(
                "rows",
                comparison.rows().stream()
                        .map(row -> shown(
                                row,
                                decisions.get(row.applicationId()),
                                done.getOrDefault(row.applicationId(), List.of()).stream()
                                        .map(found -> AssessmentController.other(criteria, found))
                                        .toList()))
                        .toList());
        model.addAttribute("hidden", comparison.hidden());
        model.addAttribute("answer", answer(call, comparison, decisions));
        model.addAttribute(
                "mayDecide",
                ActorContext.required().may(Right.APPLICATION_DECIDE) && call.stage() == CallStage.ASSESSED);
        return "call/comparison";
    }

    /** What the reader still has to score: nobody sees others' scores before that. */
    private Set<UUID> unseen(Call call) {
        return call.stage() == CallStage.ASSESSED
                ? Set.of()
                : assessments.tasks(call).stream()
                        .filter(task -> !task.isDone() && !task.excluded())
                        .map(task -> task.application().id())
                        .collect(Collectors.toSet());
    }

    static String answer(Call call, Comparison comparison, Map<UUID, Decision> decisions) {
        int number = comparison.rows().size() + comparison.hidden().size();
        if (number == 0) {
            return "Er is niets ingediend.";
        }
        StringBuilder text = new StringBuilder(number == 1 ? "1 aanvraag" : number + " aanvragen");
        BigDecimal requested = comparison.requested();
        BigDecimal budget = call.data().budget();
        if (requested == null) {
            text.append("; niet bij elke aanvraag staat hoeveel er gevraagd wordt.");
        } else if (budget == null) {
            text.append(", samen %s gevraagd.".formatted(Money.format(requested, "")));
        } else {
            BigDecimal difference = budget.subtract(requested);
            text.append(", samen %s gevraagd bij een budget van %s: "
                            .formatted(Money.format(requested, ""), Money.format(budget, "")))
                    .append(
                            switch (difference.signum()) {
                                case 0 -> "precies genoeg.";
                                case 1 -> Money.format(difference, "") + " blijft over.";
                                default -> Money.format(difference.negate(), "") + " meer dan er is.";
                            });
        }
        BigDecimal awarded = decisions.values().stream()
                .map(Decision::amount)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return decisions.isEmpty() ? text.toString() : text + " Toegekend is " + Money.format(awarded, "") + ".";
    }

    private static ShownRow shown(
            Comparison.Row row, @Nullable Decision decision, List<AssessmentController.Other> opinions) {
        Integer rank = row.rank();
        BigDecimal total = row.total();
        Boolean within = row.withinBudget();
        return new ShownRow(
                rank == null ? "geen" : (row.shared() > 1 ? "gedeeld " : "") + rank,
                row.applicationId(),
                row.name(),
                row.organisation(),
                row.cells().stream().map(ComparisonController::shown).toList(),
                total == null ? "" : DutchNumbers.format(total),
                row.assessors() + " van " + Math.max(row.expected(), row.assessors()),
                Money.format(row.requested(), "niet gevraagd"),
                Money.format(row.runningTotal(), "onbekend"),
                within == null ? "" : within ? "binnen budget" : "boven budget",
                decision,
                opinions);
    }

    private static Shown shown(Comparison.Cell cell) {
        BigDecimal mean = cell.mean();
        if (mean == null) {
            return new Shown("", "", false);
        }
        if (cell.criterion().isYesNo()) {
            long yes = mean.multiply(BigDecimal.valueOf(cell.count()))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            return new Shown(yes + " van " + cell.count() + " ja", "", cell.apart());
        }
        String spread =
                cell.lowest() == cell.highest() ? "allen " + cell.lowest() : cell.lowest() + " tot " + cell.highest();
        return new Shown(
                DutchNumbers.format(mean.setScale(1, RoundingMode.HALF_UP)),
                cell.count() == 1 ? "1 beoordelaar" : spread,
                cell.apart());
    }
}
