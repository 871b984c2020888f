package nl.leercirkel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leercirkel.identity.Accounts;
import nl.leercirkel.organisation.Partners;
import nl.leercirkel.portfolio.Light;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.StatusReport;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestPeople;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rounds of the demo: one told from the source and closed, one that runs and is late. */
@IntegrationTest
class DemoRoundsTest {
    @Autowired
    DemoRounds demo;

    @Autowired
    DemoLoader loader;

    @Autowired
    Portfolios portfolios;

    @Autowired
    TestPeople people;

    @Autowired
    Accounts accounts;

    @Autowired
    Partners partners;

    @Autowired
    DSLContext database;

    @Autowired
    PlatformTransactionManager transactions;

    private <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ActorContext.callAs(actor, work);
    }

    private Actor worker(UUID authority, Role role, UUID partnerId) {
        UUID account = accounts.createAccount(authority, UUID.randomUUID() + "@voorbeeld.nl", role.name(), false);
        accounts.grant(account, authority, role, partnerId);
        return accounts.actorFor(account, authority);
    }

    private UUID partner(String name) {
        return partners.byName().get(name.toLowerCase(Locale.ROOT));
    }

    /** State and number of projects, of the round with this name. */
    private Map<String, Integer> states(Actor manager, String round) {
        return as(
                manager,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> database.fetch(
                                        "select pr.state, count(*)::int from progress.project_report pr join progress.round r using (round_id)"
                                                + " where r.name = ? group by 1",
                                        round)
                                .intoMap(row -> row.get(0, String.class), row -> row.get(1, Integer.class))));
    }

    @Test
    void dordrechtHasOneRoundOfItsEvaluationAndOneThatIsLate() {
        UUID authority = people.authority().authorityId();
        Actor manager = people.actor(people.person(authority, Role.PROGRAMME_MANAGER));
        as(manager, () -> loader.load(DemoFile.read("/demo/dordrecht.yaml")));
        UUID programme = as(manager, () -> portfolios.programmes().getFirst().id());
        Actor lead = worker(authority, Role.LEAD_PARTNER, as(manager, () -> partner("R-Newt")));
        Actor partner = worker(authority, Role.PARTNER, as(manager, () -> partner("Drechtdokters")));

        demo.load(programme, manager, lead, partner);
        demo.load(programme, manager, lead, partner);

        // D2021 has 15 projects, of which Taskforce Jeugd is finished: it takes part in no round
        assertThat(states(manager, DemoRounds.CLOSED)).containsExactlyInAnyOrderEntriesOf(Map.of("ACCEPTED", 14));
        assertThat(states(manager, DemoRounds.OPEN))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("HANDED_IN", 2, "SENT_BACK", 1, "DRAFT", 2, "NOT_STARTED", 9));

        List<ProjectDossier> projects =
                as(manager, () -> portfolios.programme(programme).orElseThrow().projects());
        Map<String, StatusReport> lights = projects.stream()
                .filter(project -> project.status() != null)
                .collect(Collectors.toMap(
                        ProjectDossier::name,
                        project -> Optional.ofNullable(project.status()).orElseThrow()));
        assertThat(lights).hasSize(14).doesNotContainKey("Taskforce Jeugd");
        // what is invented stays in its round: every light is of September or October 2021
        assertThat(lights.values())
                .allSatisfy(
                        light -> assertThat(light.on()).isBetween(LocalDate.of(2021, 9, 1), LocalDate.of(2021, 10, 5)));
        assertThat(lights.get("Junior Life Skills op school").light()).isEqualTo(Light.ATTENTION);
        assertThat(lights.get("FLITS").light()).isEqualTo(Light.ON_COURSE);
        ProjectDossier youthWork = projects.stream()
                .filter(project -> project.name().equals("Jongerenwerk op school"))
                .findFirst()
                .orElseThrow();
        assertThat(as(manager, () -> portfolios.statusReports(youthWork.id())))
                .extracting(StatusReport::reportedBy, StatusReport::origin)
                .containsExactly(tuple(Role.LEAD_PARTNER.name(), "Ronde " + DemoRounds.CLOSED));
    }

    @Test
    void everyQuestionOfDordrechtHasItsAnswer() {
        UUID authority = people.authority().authorityId();
        Actor manager = people.actor(people.person(authority, Role.PROGRAMME_MANAGER));
        as(manager, () -> loader.load(DemoFile.read("/demo/dordrecht.yaml")));
        UUID programme = as(manager, () -> portfolios.programmes().getFirst().id());
        demo.load(programme, manager, manager, manager);
        // D2021: 8 weeks before the transfer; 44 candidates; 107 care situations
        List<String> answers = as(
                manager,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> database.select(DSL.field("a.answer", String.class))
                                .from("progress.submission_answer a join progress.submission s using (submission_id)"
                                        + " join progress.round r on r.round_id = s.round_id")
                                .where(DSL.field("r.name", String.class).eq(DemoRounds.CLOSED))
                                .fetchInto(String.class)));
        assertThat(answers).hasSize(15 * 9);
        assertThat(answers).noneMatch(String::isBlank);
        assertThat(String.join("\n", answers)).contains("8 weken", "44", "107", "1.399.000");
    }
}
