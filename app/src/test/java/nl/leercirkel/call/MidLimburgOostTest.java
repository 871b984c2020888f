package nl.leercirkel.call;

import static nl.leercirkel.call.CallWorld.as;
import static nl.leercirkel.call.CallWorld.done;
import static nl.leercirkel.call.Filled.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leercirkel.identity.Accounts;
import nl.leercirkel.organisation.Partners;
import nl.leercirkel.organisation.SharedFiles;
import nl.leercirkel.portfolio.DutchNumbers;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.portfolio.ProgrammeEditor;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.portfolio.TextForm;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestClock;
import nl.leercirkel.support.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The plan of Midden-Limburg Oost (2018) as a call: the five yes-or-no criteria with their references, and the six pilot
 * sheets as applications. After handing in, scoring and awarding every fact of a sheet is found back in its project.
 */
@IntegrationTest
class MidLimburgOostTest {
    /** Which question of a sheet takes which fact; what has a question of its own shape is not here. */
    private static final Map<String, List<String>> TEXTS = Map.of(
            "doelgroep", List.of("ages", "entry_rule"),
            "onderbouwing", List.of("national_reference", "relation", "hypothesis", "aces"),
            "aanpak", List.of("roles", "capacity", "phases_gate", "method", "end_conditions", "big_5"),
            "gebied", List.of("rollout"),
            "monitoring", List.of("monitoring", "measured", "data", "follow_up_months_after_end"));

    private static final Set<String> SHAPED =
            Set.of("name", "state", "action_lines", "period", "start", "targets", "parties");

    @Autowired
    Calls calls;

    @Autowired
    CallEditor editor;

    @Autowired
    Applications applications;

    @Autowired
    Assessments assessments;

    @Autowired
    Decisions decisions;

    @Autowired
    Portfolios portfolios;

    @Autowired
    TestPeople people;

    @Autowired
    Accounts accounts;

    @Autowired
    Partners partners;

    @Autowired
    ProgrammeEditor programmes;

    @Autowired
    TestClock clock;

    @Test
    void fiveCriteriaAndSixPilotSheetsFitWithoutLoss() throws IOException {
        Map<String, Object> facts = facts();
        Map<String, Object> fund = map(facts, "fund");
        CallWorld world = new CallWorld(new CallWorld.Services(
                people, accounts, partners, programmes, calls, editor, applications, assessments, decisions, clock));
        CallData data = new CallData(
                "Pilots van het transformatieplan",
                "",
                clock.instant().minus(Duration.ofHours(1)),
                clock.instant().plus(Duration.ofDays(9)),
                new BigDecimal(String.valueOf(fund.get("region_total_eur"))));
        UUID callId = as(world.manager, () -> done(editor.create(world.programmeId, data)));
        as(world.manager, () -> done(editor.changeForm(callId, 1, sheet())));
        List<Map<String, Object>> criteria = maps(facts, "criteria");
        assertThat(criteria).hasSize(5);
        as(
                world.manager,
                () -> done(editor.changeCriteria(
                        callId,
                        2,
                        criteria.stream()
                                .map(criterion -> Criterion.yesNo(String.valueOf(criterion.get("what")), "", 1))
                                .toList())));
        as(world.manager, () -> done(editor.nameAssessors(callId, Set.of(world.assessor.accountId()))));
        as(world.manager, () -> done(editor.publish(callId)));

        List<Map<String, Object>> pilots = maps(facts, "pilots");
        assertThat(pilots).hasSize(6);
        Map<UUID, Map<String, Object>> byApplication = new LinkedHashMap<>();
        for (Map<String, Object> pilot : pilots) {
            Answers answers = answers(pilot);
            if (byApplication.isEmpty()) {
                // the plan asks for the fund as a whole, not per pilot; the first sheet carries it
                for (Object year : (List<?>) Objects.requireNonNull(fund.get("years"))) {
                    answers = answers.withRow(
                            "geld",
                            row(
                                    "bron",
                                    String.valueOf(fund.get("name")),
                                    "soort",
                                    "programmabudget",
                                    "jaar",
                                    String.valueOf(year),
                                    "bedrag",
                                    String.valueOf(fund.get("region_per_year_eur")),
                                    "toelichting",
                                    ""));
                }
            }
            byApplication.put(world.handIn(world.applicant, callId, answers), pilot);
        }
        world.close(callId);
        for (UUID id : byApplication.keySet()) {
            as(world.assessor, () -> done(assessments.save(id, 0, scores(callId, criteria), "", true)));
        }
        world.closeAssessment(callId);
        for (Map.Entry<UUID, Map<String, Object>> entry : byApplication.entrySet()) {
            Submission submission = as(
                    world.manager,
                    () -> applications.submissions(entry.getKey()).getFirst());
            String amount = Money.input(submission.requested());
            String name = String.valueOf(entry.getValue().get("name"));
            as(
                    world.manager,
                    () -> done(decisions.decide(
                            entry.getKey(), new Decisions.Draft("AWARDED", amount, "", "", name, "", false))));
        }

        List<ProjectDossier> projects = as(
                        world.manager,
                        () -> portfolios.programme(world.programmeId).orElseThrow())
                .projects();
        assertThat(projects).hasSize(6);
        Set<String> lost = new TreeSet<>();
        for (Map<String, Object> pilot : pilots) {
            String name = String.valueOf(pilot.get("name"));
            String text = projects.stream()
                    .filter(project -> project.name().equals(name))
                    .map(project -> text(ProjectForm.of(project.data())))
                    .findFirst()
                    .orElseThrow();
            missing(pilot, text).forEach(fact -> lost.add(name + ": " + fact));
        }
        assertThat(lost).isEmpty();
        BigDecimal planned = projects.stream()
                .flatMap(project -> project.data().plannedFromProgramme().inEuro().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(planned).isEqualByComparingTo("705507");
        assertThat(projects.stream()
                        .flatMap(project -> project.data().funding().stream())
                        .filter(money -> money.sourceName().equals("Transformatiefonds"))
                        .map(money -> Objects.requireNonNull(money.period()).format() + " "
                                + money.amount().text()))
                .containsExactly("2018 235.169", "2019 235.169", "2020 235.169");

        List<Assessment> given = as(world.manager, () -> assessments.handedInOf(callId));
        assertThat(given).hasSize(6);
        List<Criterion> stored = as(world.manager, () -> calls.criteria(callId));
        for (int i = 0; i < criteria.size(); i++) {
            assertThat(stored.get(i).name()).isEqualTo(criteria.get(i).get("what"));
            Assessment.Score score = given.getFirst().score(stored.get(i).id());
            assertThat(score.value()).isEqualTo(1);
            assertThat(score.reference())
                    .isEqualTo("hoofdstuk " + criteria.get(i).get("chapter"));
        }
    }

    /** The questions of a pilot sheet; goal and end product are asked and need no answer, as the facts hold none. */
    private static CallForm sheet() {
        return new CallForm(Stream.of(StandardField.values())
                .map(field -> field.question(field == StandardField.NAME || field == StandardField.PARTNERS))
                .toList());
    }

    private static Answers answers(Map<String, Object> pilot) {
        Answers answers = Answers.NONE.withValue("naam", String.valueOf(pilot.get("name")));
        for (Map.Entry<String, List<String>> entry : TEXTS.entrySet()) {
            List<String> lines = new ArrayList<>();
            for (String fact : entry.getValue()) {
                Object value = pilot.get(fact);
                if (value != null) {
                    lines.add("- " + fact.replace('_', ' ') + ": " + String.join("; ", leaves(fact, value)));
                }
            }
            answers = answers.withValue(entry.getKey(), String.join("\n", lines));
        }
        Object period = pilot.get("period");
        Object start = pilot.get("start");
        answers = answers.withValue(
                "periode",
                period != null ? String.valueOf(period).replace("..", " t/m ") : start == null ? "" : "vanaf " + start);
        answers = answers.withValue(
                "actielijnen",
                ((List<?>) Objects.requireNonNull(pilot.get("action_lines")))
                        .stream()
                                .map(number -> StandardField.NATIONAL_ACTION_LINES.get((Integer) number - 1))
                                .collect(Collectors.joining("\n")));
        answers = answers.withValue(
                "plaats-in-de-keten",
                StandardField.CHAIN_STEPS.get(Objects.equals(pilot.get("state"), "running") ? 2 : 1));
        answers = answers.withRow("partners", row("naam", "Rubicon", "rol", "penvoerder"));
        if (pilot.get("parties") instanceof List<?> parties) {
            for (Object party : parties) {
                if (!party.equals("Rubicon")) {
                    answers = answers.withRow("partners", row("naam", String.valueOf(party), "rol", "partner"));
                }
            }
        }
        if (pilot.get("targets") instanceof List<?> targets) {
            for (Object target : targets) {
                Map<String, Object> one = whole((Map<?, ?>) target);
                answers = answers.withRow(
                        "effecten",
                        row(
                                "indicator",
                                String.valueOf(one.get("indicator")),
                                "eenheid",
                                "%",
                                "nulmeting",
                                "",
                                "streefwaarde",
                                String.valueOf(one.get("pct")),
                                "wanneer",
                                ""));
            }
        }
        return answers;
    }

    private Map<UUID, Assessment.Score> scores(UUID callId, List<Map<String, Object>> criteria) {
        Map<UUID, Assessment.Score> scores = new HashMap<>();
        List<Criterion> stored = calls.criteria(callId);
        for (int i = 0; i < criteria.size(); i++) {
            assertThat(criteria.get(i).get("answer")).isEqualTo(true);
            scores.put(
                    stored.get(i).id(),
                    new Assessment.Score(1, "hoofdstuk " + criteria.get(i).get("chapter"), "Staat in het plan"));
        }
        return scores;
    }

    /** The facts of a sheet that its project does not show. */
    private static List<String> missing(Map<String, Object> pilot, String text) {
        List<String> missing = new ArrayList<>();
        pilot.forEach((key, value) -> {
            List<String> wanted = switch (key) {
                case "state" -> List.of();
                case "action_lines" ->
                    ((List<?>) value).stream().map(number -> number + ". ").toList();
                case "period" -> List.of(String.valueOf(value).split("\\.\\."));
                default -> leaves("", value);
            };
            wanted.stream().filter(fact -> !contains(text, fact)).forEach(fact -> missing.add(key + " " + fact));
            assertThat(SHAPED.contains(key) || TEXTS.values().stream().anyMatch(list -> list.contains(key)))
                    .as("a fact that this test does not know: " + key)
                    .isTrue();
        });
        return missing;
    }

    private static boolean contains(String text, String fact) {
        return text.contains(fact)
                || (fact.matches("\\d+") && text.contains(DutchNumbers.format(new BigDecimal(fact))));
    }

    /** All that a fact says, with the names within it. */
    private static List<String> leaves(String name, Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                whole(map).entrySet().stream()
                        .flatMap(entry -> leaves(entry.getKey(), entry.getValue()).stream()
                                .map(leaf -> name.isEmpty() ? leaf : entry.getKey() + " " + leaf))
                        .toList();
            case List<?> list ->
                list.stream().flatMap(item -> leaves(name, item).stream()).toList();
            default -> List.of(String.valueOf(value));
        };
    }

    /** YAML takes a comma in an unquoted text for the start of a key without a value: put the text together again. */
    private static Map<String, Object> whole(Map<?, ?> map) {
        Map<String, Object> result = new LinkedHashMap<>();
        String last = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object value = entry.getValue();
            if (value == null) {
                result.merge(last, ", " + entry.getKey(), (before, after) -> before + String.valueOf(after));
            } else {
                last = String.valueOf(entry.getKey());
                result.put(last, value);
            }
        }
        return result;
    }

    private static String text(TextForm form) {
        return form.values() + "\n" + form.sections();
    }

    private static Map<String, Object> facts() throws IOException {
        try (Reader reader =
                Files.newBufferedReader(SharedFiles.path("facts/midden-limburg-oost-transformatieplan-2018.yaml"))) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> facts, String key) {
        return (Map<String, Object>) Objects.requireNonNull(facts.get(key));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Map<String, Object> facts, String key) {
        return (List<Map<String, Object>>) Objects.requireNonNull(facts.get(key));
    }
}
