package nl.leercirkel.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.leercirkel.portfolio.Light;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.support.IntegrationTest;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pages of a round: what was typed always comes back, and the number of statements does not grow with projects. */
@IntegrationTest
class ProgressPagesTest {
    @Autowired
    private WebApplicationContext context;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Rounds rounds;

    @Autowired
    private RoundEditor roundEditor;

    @Autowired
    private ReportEditor editor;

    @Autowired
    private ProjectReports reports;

    @Autowired
    private ProgressShell shell;

    @Autowired
    private DSLContext database;

    @Autowired
    private Clock clock;

    private MockMvc browser;
    private ProgressWorld world;
    private UUID roundId;
    private String roundPath;
    private String reportPath;
    private List<Question> questions = List.of();

    @BeforeEach
    void openRound() {
        browser = MockMvcBuilders.webAppContextSetup(context).build();
        world = new ProgressWorld(beans);
        roundId = world.open("Voorjaar", tomorrow(), world.buurtcirkels, world.recept);
        roundPath = "/voortgang/" + roundId;
        reportPath = roundPath + "/projecten/" + world.buurtcirkels;
        questions = ActorContext.callAs(world.manager, () -> rounds.questions(roundId));
    }

    private LocalDate tomorrow() {
        return DutchTime.today(clock).plusDays(1);
    }

    private MvcResult perform(Actor actor, MockHttpServletRequestBuilder request) {
        return ActorContext.callAs(actor, () -> {
            try {
                return browser.perform(request).andReturn();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private String page(Actor actor, String path) throws Exception {
        MvcResult result = perform(actor, get(path));
        assertThat(result.getResponse().getStatus()).as(path).isEqualTo(200);
        return readable(result);
    }

    private static String readable(MvcResult result) throws Exception {
        String html = result.getResponse().getContentAsString();
        assertThat(html).doesNotContain("??");
        return html.replace("&#39;", "'").replace("&quot;", "\"");
    }

    private MockHttpServletRequestBuilder write(int version, String action, String first, String second) {
        return post(reportPath)
                .param("versie", Integer.toString(version))
                .param("actie", action)
                .param("licht", "op-koers")
                .param(Content.field(questions.get(0).id()), first)
                .param(Content.field(questions.get(1).id()), second);
    }

    @Test
    void aConflictShowsBothTexts() throws Exception {
        perform(world.lead, write(0, "bewaren", "van de een", "gelijk"));
        String html = readable(perform(world.secondLead, write(0, "bewaren", "van de ander", "gelijk")));
        assertThat(html)
                .contains("Intussen bewaard door", ">van de ander</textarea>", "De ander schreef:", "van de een");
        assertThat(html).contains("name=\"versie\" value=\"1\"");
        assertThat(perform(world.secondLead, write(1, "bewaren", "samengevoegd", "gelijk"))
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(reportPath);
    }

    @Test
    void whatIsMissingIsAskedAndWhatWasTypedStays() throws Exception {
        String html = readable(perform(world.lead, write(0, "inleveren", "<b>deel</b>", "")));
        assertThat(html)
                .contains(
                        "Beantwoord vraag 2",
                        "#veld-antwoord." + questions.get(1).id(),
                        "&lt;b&gt;deel&lt;/b&gt;</textarea>",
                        "als concept bewaard")
                .doesNotContain("<b>deel");
    }

    @Test
    void writingInAClosedRoundGivesTheTextBack() throws Exception {
        ActorContext.runAs(world.manager, () -> roundEditor.close(roundId));
        String html = readable(perform(world.lead, write(0, "inleveren", "lang aan gewerkt", "ook dit")));
        assertThat(html)
                .contains("Niet bewaard: de ronde is intussen gesloten", "lang aan gewerkt", "ook dit")
                .doesNotContain("<textarea");
    }

    @Test
    void lastRoundsAnswerIsTakenOverBelowWhatIsThere() throws Exception {
        perform(world.lead, write(0, "inleveren", "toen gedaan", "toen geleerd"));
        UUID next = world.open("Najaar", tomorrow(), world.buurtcirkels);
        String path = "/voortgang/" + next + "/projecten/" + world.buurtcirkels;
        List<Question> now = ActorContext.callAs(world.manager, () -> rounds.questions(next));
        assertThat(page(world.lead, path)).contains("Vorige keer (Voorjaar)", "toen gedaan", "Neem over");
        MvcResult taken = perform(
                world.lead,
                post(path)
                        .param("versie", "0")
                        .param("overnemen", now.get(0).id().toString())
                        .param(Content.field(now.get(0).id()), "nieuw begin")
                        .param(Content.field(now.get(1).id()), ""));
        assertThat(taken.getResponse().getRedirectedUrl()).startsWith(path);
        Content draft = ActorContext.callAs(
                        world.lead, () -> reports.find(next, world.buurtcirkels).orElseThrow())
                .draft();
        assertThat(draft.answer(now.get(0).id())).isEqualTo("nieuw begin\n\ntoen gedaan");
        assertThat(draft.answer(now.get(1).id())).isEmpty();
        perform(
                world.lead,
                post(path)
                        .param("versie", "1")
                        .param("overnemen", "alles")
                        .param(Content.field(now.get(0).id()), "nieuw begin\n\ntoen gedaan"));
        assertThat(page(world.lead, path)).contains(">toen geleerd</textarea>");
    }

    @Test
    void theRoundShowsWhoIsWhere() throws Exception {
        UUID late = world.open("Te laat", DutchTime.today(clock).minusDays(2), world.buurtcirkels, world.recept);
        ActorContext.callAs(
                world.outsider,
                () -> editor.save(late, world.recept, 0, new Content(Light.STOP, "reden", "", java.util.Map.of())));
        String html = page(world.manager, "/voortgang/" + late);
        assertThat(html)
                .contains("0 van 2 projecten zijn ingeleverd; 2 te laat", "Niet begonnen", "Concept", "Zorgstroom")
                .contains("Ronde sluiten", "Herinner iedereen");
        assertThat(page(world.manager, "/voortgang/" + late + "?stand=concept"))
                .contains("Sociaal recept")
                .doesNotContain(">1. Buurtcirkels<");
        assertThat(page(world.council, "/voortgang/" + late))
                .contains("Buurtcirkels")
                .doesNotContain("Ronde sluiten", "Herinner iedereen", "reden");
        assertThat(page(world.lead, "/voortgang/" + late))
                .contains("Buurtcirkels")
                .doesNotContain("Sociaal recept", "Ronde sluiten");
    }

    @Test
    void openingARoundProposesTheQuestionsAndTheProjectsThatRun() throws Exception {
        String path = "/voortgang/nieuw?programma=" + world.programmeId;
        String html = page(world.manager, path);
        assertThat(html).contains(ProgressWorld.FIRST, ProgressWorld.SECOND);
        assertThat(html.lines().filter(line -> line.contains("name=\"project\"") && line.contains("checked")))
                .hasSize(2);
        String back = readable(perform(
                world.manager,
                post(path)
                        .param("naam", "Mijn ronde")
                        .param("uiterlijk", "morgen")
                        .param("vraag.0", "Eigen vraag?")
                        .param("uitleg.0", "")
                        .param("onderwerp.0", "")));
        assertThat(back)
                .contains(
                        "value=\"Mijn ronde\"",
                        ">Eigen vraag?</textarea>",
                        "Kies welke projecten meedoen.",
                        "Kies de dag");
        String more = readable(perform(
                world.manager,
                post(path)
                        .param("actie", "vraag-toevoegen")
                        .param("naam", "Mijn ronde")
                        .param("vraag.0", "Eigen vraag?")
                        .param("project", world.recept.toString())));
        assertThat(more).contains("name=\"vraag.1\"", "value=\"Mijn ronde\"");
        MvcResult opened = perform(
                world.manager,
                post(path)
                        .param("naam", "Mijn ronde")
                        .param("uiterlijk", tomorrow().toString())
                        .param("vraag.0", "Eigen vraag?")
                        .param("uitleg.0", "Kort graag.")
                        .param("onderwerp.0", "")
                        .param("project", world.recept.toString()));
        String created = opened.getResponse().getRedirectedUrl();
        assertThat(page(world.manager, String.valueOf(created)))
                .contains("Mijn ronde", "Eigen vraag?", "Kort graag.", "Sociaal recept");
    }

    @Test
    void sendingBackNeedsARemark() throws Exception {
        perform(world.lead, write(0, "inleveren", "gedaan", "geleerd"));
        assertThat(readable(
                        perform(world.manager, post(reportPath + "/terugsturen").param("nummer", "1"))))
                .contains("Schrijf wat er nog nodig is");
        assertThat(page(world.manager, reportPath)).contains("Stuur terug", "gedaan");
        perform(
                world.manager,
                post(reportPath + "/terugsturen").param("nummer", "1").param("opmerking", "Meer <i>"));
        assertThat(page(world.lead, reportPath)).contains("Meer &lt;i&gt;", ">gedaan</textarea>");
        assertThat(page(world.lead, reportPath + "/versies/1")).contains("gedaan", "geleerd");
        assertThat(perform(world.lead, get(reportPath + "/versies/2"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aProjectLeadsToItsProgress() throws Exception {
        assertThat(page(world.lead, "/projecten/" + world.buurtcirkels))
                .contains("/projecten/" + world.buurtcirkels + "/voortgang");
        assertThat(page(world.lead, "/projecten/" + world.buurtcirkels + "/voortgang"))
                .contains("1 ronde", ProgressWorld.FIRST);
        assertThat(perform(world.lead, get("/projecten/" + world.recept + "/voortgang"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(perform(world.lead, get(roundPath + "/projecten/" + world.recept))
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void pagesTakeTheSameFewStatementsHoweverManyProjectsAndRoundsThereAre() throws Exception {
        int few = statements(() -> page(world.manager, roundPath));
        int list = statements(() -> page(world.manager, "/voortgang"));
        int home = statements(() ->
                ActorContext.callAs(world.manager, () -> shell.waitingFor(world.manager, Locale.forLanguageTag("nl"))));
        int report = statements(() -> page(world.lead, reportPath));
        UUID[] more = new UUID[12];
        for (int i = 0; i < more.length; i++) {
            more[i] = world.project("naam", "Extra " + i, "fase", "loopt", "partners.0.naam", "Zorgstroom");
        }
        ActorContext.runAs(world.manager, () -> roundEditor.add(roundId, java.util.Set.of(more)));
        for (int i = 0; i < 4; i++) {
            world.open("Ronde " + i, tomorrow(), more);
        }
        assertThat(statements(() -> page(world.manager, roundPath)))
                .isEqualTo(few)
                .isLessThanOrEqualTo(7);
        assertThat(statements(() -> page(world.manager, "/voortgang")))
                .isEqualTo(list)
                .isLessThanOrEqualTo(3);
        assertThat(statements(() -> ActorContext.callAs(
                        world.manager, () -> shell.waitingFor(world.manager, Locale.forLanguageTag("nl")))))
                .isEqualTo(home)
                .isEqualTo(1);
        assertThat(statements(() -> page(world.lead, reportPath)))
                .isEqualTo(report)
                .isLessThanOrEqualTo(10);
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Counts what jOOQ sends to the database while the work runs. */
    private int statements(Work work) throws Exception {
        int[] count = {0};
        DefaultConfiguration configuration = (DefaultConfiguration) database.configuration();
        var before = configuration.executeListenerProviders();
        configuration.setExecuteListener(new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext execution) {
                count[0]++;
            }
        });
        try {
            work.run();
        } finally {
            configuration.setExecuteListenerProvider(before);
        }
        return count[0];
    }
}
