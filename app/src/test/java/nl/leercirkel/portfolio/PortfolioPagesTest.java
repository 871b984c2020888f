package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.shell.WaitingItem;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@PortfolioTest
class PortfolioPagesTest {
    @Autowired
    WebApplicationContext context;

    @Autowired
    Portfolios portfolios;

    @Autowired
    PortfolioEditor editor;

    @Autowired
    ProgrammeEditor programmes;

    @Autowired
    PortfolioShell shell;

    @Autowired
    StatusReports statuses;

    @Autowired
    StoredChecks storedChecks;

    @Autowired
    DSLContext database;

    @Autowired
    PlatformTransactionManager transactions;

    MockMvc browser;
    TestWorld world;
    UUID programmeId;
    UUID projectId;

    @BeforeEach
    void freshPortfolio() {
        browser = MockMvcBuilders.webAppContextSetup(context).build();
        world = new TestWorld(database, transactions);
        programmeId = as(
                world.manager,
                () -> TestWorld.saved(
                        programmes.addProgramme(Samples.programme("Zorgzame Stad", 1_000_000, "Toegang", "Zorg"))));
        projectId = add(
                "naam", "Jongerenwerk op school",
                "nummer", "1",
                "lijn", "Zorg",
                "domein", "Jeugd",
                "doel", "Erger voorkomen",
                "partners.0.naam", "Rubicon",
                "partners.0.rol", "penvoerder",
                "geld.0.bron", "Investeringsplan",
                "geld.0.bedrag", "700.000",
                "geld.0.uit-programma", "ja",
                "geld.0.deel", "0,5",
                "geld.0.van", "1.399.000",
                "resultaten.0.indicator", "tevreden gezinnen",
                "resultaten.0.soort", "aandeel",
                "resultaten.0.waarde", "90",
                "resultaten.0.eenheid", "%",
                "resultaten.0.n", "20",
                "resultaten.0.bron", "D2021",
                "besluiten.0.soort", "geborgd",
                "besluiten.0.hoe", "functies in de begroting",
                "besluiten.0.vervolgdatum", "2020-01-01",
                "besluiten.0.vervolg", "opnieuw wegen");
        add(
                "naam",
                "Sociaal recept",
                "nummer",
                "2",
                "lijn",
                "Toegang",
                "domein",
                "Wmo",
                "partners.0.naam",
                "PSW",
                "geld.0.bron",
                "Investeringsplan",
                "geld.0.bedrag",
                "300.000",
                "geld.0.uit-programma",
                "ja");
    }

    private UUID add(String... texts) {
        return as(world.manager, () -> TestWorld.saved(editor.addProject(programmeId, Samples.project(texts), "")));
    }

    private static <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ActorContext.callAs(actor, work);
    }

    private MvcResult perform(Actor actor, MockHttpServletRequestBuilder request) {
        return as(actor, () -> {
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

    private MockHttpServletRequestBuilder save(String path, String... fields) {
        MockHttpServletRequestBuilder request = post(path);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    @Test
    void theListOfProgrammesGivesTotals() throws Exception {
        assertThat(page(world.council, "/portfolio"))
                .contains("Zorgzame Stad", "€\u00a01.000.000")
                .doesNotContain("Nieuw programma");
        assertThat(page(world.manager, "/portfolio")).contains("Nieuw programma");
        assertThat(page(new TestWorld(database, transactions).manager, "/portfolio"))
                .contains("Nog geen programma")
                .doesNotContain("Zorgzame");
    }

    @Test
    void aPartnerSeesItsOwnProjectsInTheList() throws Exception {
        assertThat(page(world.lead, "/portfolio"))
                .contains("Mijn projecten", "Jongerenwerk op school", "Zorgzame Stad")
                .doesNotContain("Sociaal recept");
    }

    @Test
    void theOverviewStartsWithTheAnswerAndShowsTheContradiction() throws Exception {
        String html = page(world.council, "/portfolio/" + programmeId);
        assertThat(html).contains("2 projecten, samen €\u00a01.000.000, gelijk aan het budget.");
        assertThat(html)
                .contains(
                        "De helft van €\u00a01.399.000 is €\u00a0699.500; er staat €\u00a0700.000. Verschil: €\u00a0500.");
        assertThat(html)
                .contains(
                        "Samen Zorg",
                        "Samen Toegang",
                        "Erger voorkomen",
                        "tevreden gezinnen: 90%",
                        "n = 20; bron: D2021");
        assertThat(html.indexOf("gelijk aan het budget")).isLessThan(html.indexOf("<table"));
        assertThat(html).doesNotContain("Nieuw project");
    }

    @Test
    void aTotalOfUnknownAmountsIsNotShownAsZero() throws Exception {
        UUID unknown = as(world.manager, () -> {
            UUID id = TestWorld.saved(programmes.addProgramme(new ProgrammeForm.Draft(
                    new ProgrammeData(
                            "Zonder bedragen",
                            "",
                            Amount.NOT_GIVEN,
                            null,
                            null,
                            null,
                            null,
                            null,
                            "",
                            "",
                            "",
                            "",
                            List.of(),
                            List.of(),
                            List.of()),
                    List.of())));
            TestWorld.saved(editor.addProject(id, Samples.project("naam", "Dossier"), ""));
            return id;
        });
        assertThat(page(world.council, "/portfolio/" + unknown))
                .contains("1 project; de bron geeft geen bedragen.")
                .doesNotContain("€");
    }

    @Test
    void theOverviewIsFilteredByEachField() throws Exception {
        for (String filter : new String[] {"lijn=Toegang", "domein=Wmo", "partner=PSW", "besluit=geen", "q=recept"}) {
            assertThat(page(world.council, "/portfolio/" + programmeId + "?" + filter))
                    .as(filter)
                    .contains("1 project van de 2")
                    .doesNotContain("Erger voorkomen");
        }
        assertThat(page(world.council, "/portfolio/" + programmeId + "?controle=ja"))
                .contains("1 project van de 2", "Erger voorkomen");
        assertThat(page(world.council, "/portfolio/" + programmeId + "?besluit=geborgd&domein=Wmo"))
                .contains("Geen project gevonden");
    }

    @Test
    void theProjectPageShowsFiguresWithTheirSource() throws Exception {
        String html = page(world.council, "/projecten/" + projectId);
        assertThat(html)
                .contains(
                        "Besluit: geborgd.",
                        "D2021",
                        "penvoerder",
                        "de helft van €\u00a01.399.000",
                        "opnieuw wegen",
                        "Cijfers sluiten niet op elkaar aan");
        assertThat(html).doesNotContain("/wijzigen", "/verwijderen");
        assertThat(page(world.manager, "/projecten/" + projectId)).contains("/wijzigen", "/verwijderen");
        assertThat(page(world.lead, "/projecten/" + projectId))
                .contains("/wijzigen")
                .doesNotContain("/verwijderen");
    }

    @Test
    void pagesTakeTheSameFewStatementsHoweverManyProjectsThereAre() throws Exception {
        int few = statements(() -> page(world.council, "/portfolio/" + programmeId));
        int fewOfProject = statements(() -> page(world.council, "/projecten/" + projectId));
        for (int i = 0; i < 12; i++) {
            add(
                    "naam",
                    "Extra " + i,
                    "partners.0.naam",
                    "PSW",
                    "geld.0.bron",
                    "Rijk",
                    "resultaten.0.indicator",
                    "x",
                    "besluiten.0.soort",
                    "gestopt",
                    "verstoringen.0.wat",
                    "Lockdown");
        }
        assertThat(statements(() -> page(world.council, "/portfolio/" + programmeId)))
                .isEqualTo(few)
                .isLessThanOrEqualTo(26);
        assertThat(statements(() -> page(world.council, "/projecten/" + projectId)))
                .isEqualTo(fewOfProject)
                .isLessThanOrEqualTo(16);
        assertThat(statements(() -> page(world.council, "/portfolio"))).isEqualTo(1);
        assertThat(statements(() -> page(world.council, "/besluiten"))).isEqualTo(2);
        assertThat(statements(() -> page(world.council, "/portfolio/overzicht")))
                .isLessThanOrEqualTo(20);
        assertThat(statements(() -> as(world.manager, () -> shell.waitingFor(world.manager, Locale.of("nl")))))
                .isEqualTo(2);
    }

    private String keptOverview(Actor actor) throws Exception {
        return perform(
                        actor,
                        get("/portfolio/overzicht")
                                .requestAttr(
                                        CsrfToken.class.getName(),
                                        new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "een")))
                .getResponse()
                .getContentAsString();
    }

    @Test
    void theListOfAllProjectsIsMadeAnewWhenSomethingChangedAndForWhoSeesOtherProjects() throws Exception {
        assertThat(keptOverview(world.council)).contains("2 projecten", "Sociaal recept");
        assertThat(statements(() -> keptOverview(world.council)))
                .as("only whether something changed")
                .isEqualTo(1);
        assertThat(keptOverview(world.lead)).contains("1 project").doesNotContain("Sociaal recept");
        assertThat(keptOverview(new TestWorld(database, transactions).manager)).doesNotContain("Sociaal recept");

        add("naam", "Nieuw erbij", "partners.0.naam", "Kersverse partner");
        assertThat(keptOverview(world.council)).contains("3 projecten", "Nieuw erbij", "Kersverse partner");
        as(
                world.manager,
                () -> TestWorld.saved(
                        statuses.report(projectId, LocalDate.of(2021, 3, 1), Light.ATTENTION, "Wachtlijst groeit")));
        assertThat(keptOverview(world.council)).contains("Wachtlijst groeit");
    }

    /** A table that is forgotten would leave an old page standing after a change. */
    @Test
    void everyTableOfThePortfolioMarksItsChanges() {
        // What is only written beside a change, and the mark itself
        assertThat(database.resultQuery("""
                        select t.relname from pg_class t join pg_namespace n on n.oid = t.relnamespace
                        where n.nspname = 'portfolio' and t.relkind = 'r' and not exists (
                          select from pg_trigger g where g.tgrelid = t.oid and g.tgname = 'changed')
                        order by t.relname""").fetch(0, String.class)).containsExactly("project_history", "revision");
    }

    @Test
    void theOverviewOfAllProgrammesIsFilteredPagedAndKeepsItsFiltersInTheAddress() throws Exception {
        UUID other = as(
                world.manager,
                () -> TestWorld.saved(programmes.addProgramme(Samples.programme("Ander plan", 1, "Zorg"))));
        as(world.manager, () -> {
            List<ProjectData> many = new ArrayList<>();
            for (int i = 1; i <= Overviews.PAGE + 1; i++) {
                many.add(Samples.project(
                        "nummer", String.valueOf(i), "naam", "Veel " + i, "fase", "loopt", "domein", "Jeugd & gezin"));
            }
            return editor.addProjects(other, many, "");
        });
        as(
                world.manager,
                () -> TestWorld.saved(
                        statuses.report(projectId, LocalDate.of(2021, 3, 1), Light.ATTENTION, "Wachtlijst groeit")));
        String all = page(world.council, "/portfolio/overzicht");
        assertThat(all).contains("53 projecten", "bladzijde 1 van 2", "Veel 50").doesNotContain("Veel 51");
        assertThat(page(world.council, "/portfolio/overzicht?pagina=2"))
                .contains("Veel 51", "Zorgzame Stad", "Wachtlijst groeit", "Zorg · Jeugd");
        assertThat(readable(perform(world.council, get("/portfolio/overzicht").param("domein", "Jeugd & gezin"))))
                .contains("51 projecten", "bladzijde 1 van 2", "domein=Jeugd%20%26%20gezin&amp;pagina=2");
        for (String filter : new String[] {
            "licht=aandacht",
            "programma=" + programmeId + "&lijn=zorg",
            "partner=rubicon",
            "besluit=geborgd",
            "controle=ja&domein=Jeugd",
            "q=jongerenwerk"
        }) {
            assertThat(page(world.council, "/portfolio/overzicht?" + filter))
                    .as(filter)
                    .contains("<span>1 project</span>", "Erger voorkomen");
        }
        assertThat(page(world.council, "/portfolio/overzicht?fase=loopt&licht=geen"))
                .contains("51 projecten");
        for (String nonsense :
                new String[] {"programma=x", "fase=x", "licht=x", "besluit=x", "actielijn=x", "q=100%"}) {
            assertThat(page(world.council, "/portfolio/overzicht?" + nonsense))
                    .as(nonsense)
                    .contains("Geen project gevonden");
        }
        assertThat(page(world.council, "/portfolio/overzicht?pagina=99")).contains("bladzijde 1 van 2");
        assertThat(page(world.partner, "/portfolio/overzicht"))
                .contains("<span>1 project</span>", "Sociaal recept")
                .doesNotContain("Erger voorkomen", "Ander plan");
        // with this many projects the programme shows its lines only, and the list below has the projects
        for (int i = 0; i < FinancialTable.DETAILED - Overviews.PAGE; i++) {
            int number = 100 + i;
            as(
                    world.manager,
                    () -> TestWorld.saved(editor.addProject(other, Samples.project("naam", "Nog " + number), "")));
        }
        assertThat(page(world.council, "/portfolio/" + other))
                .contains("Samen zonder lijn", "61 projecten", "bladzijde 1 van 2")
                .doesNotContain("Veel 51");
    }

    @Test
    void theNumberOfChecksIsCountedAnewWhenOtherThingsAreChecked() throws Exception {
        as(
                world.manager,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> database.update(PROJECT)
                                .set(PROJECT.CONTRADICTIONS, 0)
                                .set(PROJECT.GAPS, 7)
                                .set(PROJECT.CHECKS_VERSION, 0)
                                .execute()));
        assertThat(as(world.manager, () -> shell.waitingFor(world.manager, Locale.of("nl"))))
                .hasSize(1);
        storedChecks.run(new DefaultApplicationArguments());
        assertThat(as(world.manager, () -> shell.waitingFor(world.manager, Locale.of("nl"))))
                .extracting(WaitingItem::explanation)
                .contains("Bij 1 project sluiten cijfers niet op elkaar aan.");
        assertThat(page(world.council, "/portfolio/overzicht?controle=ja")).contains("<span>1 project</span>");
        assertThat(as(
                        world.manager,
                        () -> portfolios.project(projectId).orElseThrow().version()))
                .isEqualTo(1);
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

    @Test
    void aFormWithErrorsComesBackWithEverythingThatWasTyped() throws Exception {
        MvcResult result = perform(
                world.manager,
                save(
                        "/projecten/" + projectId + "/wijzigen",
                        "versie",
                        "1",
                        "naam",
                        "Nieuwe naam",
                        "periode",
                        "ooit",
                        "geld.0.bron",
                        "Rijk",
                        "geld.0.bedrag",
                        "12.50",
                        "doel",
                        "<script>alert(1)</script>",
                        "actie",
                        "opslaan"));
        String html = readable(result);
        assertThat(html)
                .contains(
                        FieldReader.AMOUNT_HELP,
                        "#veld-geld.0.bedrag",
                        "#veld-periode",
                        "value=\"12.50\"",
                        "value=\"ooit\"",
                        "Nieuwe naam");
        assertThat(html).contains("&lt;script&gt;").doesNotContain("<script>alert");
        assertThat(as(
                        world.manager,
                        () -> portfolios.project(projectId).orElseThrow().version()))
                .isEqualTo(1);
    }

    @Test
    void rowsAreAddedAndRemovedWithoutScriptAndWithoutSaving() throws Exception {
        String path = "/projecten/" + projectId + "/wijzigen";
        String added = readable(perform(
                world.manager,
                save(
                        path,
                        "versie",
                        "1",
                        "naam",
                        "Getypt",
                        "partners.0.naam",
                        "A",
                        "actie",
                        "rij-toevoegen:partners")));
        assertThat(added).contains("name=\"partners.1.naam\"", "value=\"Getypt\"");
        String removed = readable(perform(
                world.manager,
                save(
                        path,
                        "versie",
                        "1",
                        "naam",
                        "Getypt",
                        "partners.0.naam",
                        "Weg",
                        "partners.1.naam",
                        "Blijft",
                        "actie",
                        "rij-verwijderen:partners.0")));
        assertThat(removed).contains("value=\"Blijft\"").doesNotContain("value=\"Weg\"", "partners.1.naam");
        assertThat(as(
                        world.manager,
                        () -> portfolios.project(projectId).orElseThrow().version()))
                .isEqualTo(1);
    }

    @Test
    void savingFromTheFormChangesOnlyWhatWasChanged() throws Exception {
        String path = "/projecten/" + projectId + "/wijzigen";
        ProjectData before = as(
                world.manager, () -> portfolios.project(projectId).orElseThrow().data());
        MockHttpServletRequestBuilder request = post(path);
        inputs(page(world.manager, path)).forEach(request::param);
        request.param("actie", "opslaan");
        MvcResult result = perform(world.manager, request);
        assertThat(result.getResponse().getRedirectedUrl()).isEqualTo("/projecten/" + projectId);
        ProjectDossier after =
                as(world.manager, () -> portfolios.project(projectId).orElseThrow());
        assertThat(after.data()).isEqualTo(before);
        assertThat(after.version()).isEqualTo(1);
    }

    /** The fields of a form as a browser would send them. */
    private static Map<String, String> inputs(String html) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = Pattern.compile("<input[^>]*>").matcher(html);
        while (input.find()) {
            String tag = input.group();
            boolean off =
                    (tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"")) && !tag.contains("checked");
            if (!off && attribute(tag, "name") != null) {
                fields.put(
                        Objects.requireNonNull(attribute(tag, "name")),
                        Objects.requireNonNullElse(attribute(tag, "value"), ""));
            }
        }
        Matcher area = Pattern.compile("<textarea[^>]*name=\"([^\"]+)\"[^>]*>([^<]*)</textarea>")
                .matcher(html);
        while (area.find()) {
            fields.put(area.group(1), area.group(2));
        }
        Matcher select = Pattern.compile("<select[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>", Pattern.DOTALL)
                .matcher(html);
        while (select.find()) {
            Matcher option = Pattern.compile("<option[^>]*selected[^>]*>").matcher(select.group(2));
            fields.put(
                    select.group(1),
                    option.find() ? Objects.requireNonNullElse(attribute(option.group(), "value"), "") : "");
        }
        return fields;
    }

    private static @Nullable String attribute(String tag, String name) {
        Matcher matcher = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        return matcher.find() ? matcher.group(1) : null;
    }

    @Test
    void theSecondOfTwoPeopleSeesBothValuesChoosesAndLosesNothing() throws Exception {
        String path = "/projecten/" + projectId + "/wijzigen";
        Map<String, String> opened = inputs(page(world.manager, path));

        Map<String, String> first = new LinkedHashMap<>(opened);
        first.put("doel", "Doel van de eerste");
        first.put("stand", "Stand van de eerste");
        assertThat(perform(world.second, form(path, first)).getResponse().getStatus())
                .isEqualTo(302);

        Map<String, String> second = new LinkedHashMap<>(opened);
        second.put("doel", "Doel van de tweede");
        second.put("lessen", "Les van de tweede");
        String conflict = readable(perform(world.manager, form(path, second)));
        assertThat(conflict)
                .contains(
                        "Intussen gewijzigd door Tweede Persoon op",
                        "uw invoer staat er nog",
                        "Doel van de eerste",
                        "Doel van de tweede",
                        "Les van de tweede",
                        "Stand van de eerste");
        assertThat(as(
                        world.manager,
                        () -> portfolios.project(projectId).orElseThrow().version()))
                .isEqualTo(2);

        Map<String, String> again = inputs(conflict);
        assertThat(again)
                .containsEntry("versie", "2")
                .containsEntry("botsing", "doel")
                .containsEntry("lessen", "Les van de tweede")
                .containsEntry("stand", "Stand van de eerste")
                .containsEntry("doel", "Doel van de tweede");
        String unchosen = readable(perform(world.manager, form(path, again)));
        assertThat(unchosen).contains("Kies welke waarde blijft staan.", "Doel van de eerste", "Doel van de tweede");

        Map<String, String> chosen = new LinkedHashMap<>(again);
        chosen.put("keuze.doel", "opgeslagen");
        assertThat(perform(world.manager, form(path, chosen)).getResponse().getStatus())
                .isEqualTo(302);
        ProjectData after = as(
                world.manager, () -> portfolios.project(projectId).orElseThrow().data());
        assertThat(after.goal()).isEqualTo("Doel van de eerste");
        assertThat(after.lessons()).isEqualTo("Les van de tweede");
        assertThat(after.currentState()).isEqualTo("Stand van de eerste");
    }

    @Test
    void rowsThatTwoPeopleAddedToThePlanAreMergedOrShown() throws Exception {
        String path = "/projecten/" + projectId + "/wijzigen";
        Map<String, String> opened = inputs(page(world.manager, path));
        Map<String, String> first = new LinkedHashMap<>(opened);
        first.put("effecten.0.effect", "minder plaatsingen");
        first.put("effecten.0.streefwaarde", "50");
        first.put("gebieden.0.naam", "Venlo");
        assertThat(perform(world.second, form(path, first)).getResponse().getStatus())
                .isEqualTo(302);

        Map<String, String> second = new LinkedHashMap<>(opened);
        second.put("gebieden.0.naam", "Roermond");
        second.put("relaties.0.soort", "overlapt met");
        second.put("relaties.0.project", "Sociaal recept");
        String conflict = readable(perform(world.manager, form(path, second)));
        assertThat(conflict).contains("Intussen gewijzigd door Tweede Persoon op", "naam: Venlo", "naam: Roermond");
        Map<String, String> again = inputs(conflict);
        assertThat(again)
                .containsEntry("botsing", "gebieden")
                .containsEntry("effecten.0.effect", "minder plaatsingen")
                .containsEntry("relaties.0.project", "Sociaal recept");
        again.put("keuze.gebieden", "eigen");
        assertThat(perform(world.manager, form(path, again)).getResponse().getStatus())
                .isEqualTo(302);
        ProjectData after = as(
                world.manager, () -> portfolios.project(projectId).orElseThrow().data());
        assertThat(after.effects()).extracting(IntendedEffect::what).containsExactly("minder plaatsingen");
        assertThat(after.plan().areas()).extracting(Area::name).containsExactly("Roermond");
        assertThat(after.relations()).extracting(Relation::name).containsExactly("Sociaal recept");
        assertThat(page(world.council, "/projecten/" + projectId))
                .contains("minder plaatsingen", "Roermond", "overlapt met", "streefwaarde (50)");
    }

    @Test
    void howAProjectGoesIsReportedWithAReason() throws Exception {
        String path = "/projecten/" + projectId + "/stand";
        assertThat(page(world.lead, path)).contains("Op koers", "Aandacht", "Stop");
        assertThat(readable(perform(world.lead, save(path, "licht", "stop", "datum", "1 maart 2021", "reden", " "))))
                .contains("Vul in waarom het project niet op koers is.", "value=\"1 maart 2021\"");
        assertThat(readable(perform(world.lead, save(path, "datum", "ooit", "reden", "Vertraging"))))
                .contains("Kies hoe het gaat", "Schrijf een dag", "Vertraging");
        assertThat(perform(world.lead, save(path, "licht", "stop", "datum", "2021-03-01", "reden", "Geen verwijzingen"))
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/projecten/" + projectId);
        assertThat(page(world.council, "/projecten/" + projectId))
                .contains("Stop (1 maart 2021): Geen verwijzingen.", "Stand door de tijd", "Lea Penvoerder");
        assertThat(page(world.council, "/projecten/" + projectId)).doesNotContain("/stand\"");
    }

    @Test
    void theMoneyOfAProjectIsATableOfYearsAndMeasures() throws Exception {
        UUID id = add(
                "naam", "Meerjarig",
                "geld.0.bron", "Rijk",
                "geld.0.jaar", "2021",
                "geld.0.bedrag", "200",
                "geld.1.bron", "Rijk",
                "geld.1.jaar", "2020",
                "geld.1.bedrag", "100",
                "geld.2.bron", "Rijk",
                "geld.2.jaar", "2020",
                "geld.2.maat", "besteed",
                "geld.2.bedrag", "90",
                "geld.3.bron", "Alle bronnen",
                "geld.3.soort", "totaal van alle bronnen",
                "geld.3.bedrag", "300");
        ProjectData data =
                as(world.manager, () -> portfolios.project(id).orElseThrow().data());
        MoneyTable table = MoneyTable.of(data.funding());
        assertThat(table.measures()).containsExactly(FundingMeasure.PLANNED, FundingMeasure.SPENT);
        assertThat(table.rows())
                .extracting(MoneyTable.Row::period, MoneyTable.Row::cells)
                .containsExactly(
                        tuple("2020", List.of("€\u00a0100", "€\u00a090")),
                        tuple("2021", List.of("€\u00a0200", "")),
                        tuple("", List.of("€\u00a0300", "")));
        assertThat(table.totals()).containsExactly("€\u00a0300", "€\u00a090");
        assertThat(page(world.council, "/projecten/" + id)).contains("Samen, voor zover bekend");
    }

    private static MockHttpServletRequestBuilder form(String path, Map<String, String> fields) {
        MockHttpServletRequestBuilder request = post(path);
        fields.forEach(request::param);
        return request.param("actie", "opslaan");
    }

    @Test
    void aLeadPartnerGetsAFormWithoutMoneyAndDecisions() throws Exception {
        String path = "/projecten/" + projectId + "/wijzigen";
        String html = page(world.lead, path);
        assertThat(html)
                .contains("name=\"doel\"", "programmamanager")
                .doesNotContain("name=\"geld.0.bedrag\"", "name=\"besluiten.0.soort\"", "name=\"naam\"");
        Map<String, String> fields = inputs(html);
        fields.put("doel", "Doel van de penvoerder");
        fields.put("geld.0.bedrag", "1");
        assertThat(perform(world.lead, form(path, fields)).getResponse().getStatus())
                .isEqualTo(302);
        ProjectData after = as(
                world.manager, () -> portfolios.project(projectId).orElseThrow().data());
        assertThat(after.goal()).isEqualTo("Doel van de penvoerder");
        assertThat(after.plannedFromProgramme()).isEqualTo(Amount.of(700_000));
        assertThat(after.decisions()).hasSize(1);
    }

    @Test
    void programmesAndProjectsAreAddedAndRemoved() throws Exception {
        MvcResult programme = perform(
                world.manager,
                save(
                        "/portfolio/nieuw",
                        "naam",
                        "Tweede programma",
                        "budget",
                        "1.250.000,00",
                        "lijnen.0.naam",
                        "Basis",
                        "actie",
                        "opslaan"));
        String path = Objects.requireNonNull(programme.getResponse().getRedirectedUrl());
        assertThat(page(world.manager, path))
                .contains("Tweede programma", "het budget is €\u00a01.250.000", "Nieuw project");
        MvcResult project = perform(
                world.manager,
                save(path + "/projecten/nieuw", "naam", "Eerste project", "lijn", "Basis", "actie", "opslaan"));
        String projectPath = Objects.requireNonNull(project.getResponse().getRedirectedUrl());
        assertThat(page(world.manager, projectPath)).contains("Eerste project");
        assertThat(readable(perform(world.manager, save(projectPath + "/verwijderen", "versie", "1", "reden", ""))))
                .contains("Vul in waarom");
        assertThat(perform(world.manager, save(projectPath + "/verwijderen", "versie", "1", "reden", "Proef"))
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(path);
        assertThat(page(world.manager, projectPath + "/geschiedenis")).contains("uit het portfolio gehaald", "Proef");
        assertThat(readable(
                        perform(world.manager, save("/portfolio/nieuw", "naam", "zorgzame stad", "actie", "opslaan"))))
                .contains("Er is al een programma dat zo heet.");
        assertThat(page(world.manager, path + "/wijzigen")).contains("value=\"Basis\"", "1.250.000");
    }

    @Test
    void theHistoryShowsOldAndNew() throws Exception {
        as(
                world.second,
                () -> TestWorld.saved(editor.saveProject(
                        projectId,
                        1,
                        Samples.project("naam", "Jongerenwerk op school", "doel", "Nieuw doel"),
                        "Na de raad")));
        assertThat(page(world.council, "/projecten/" + projectId + "/geschiedenis"))
                .contains("Tweede Persoon", "Erger voorkomen", "Nieuw doel", "Na de raad", "2 versies");
    }

    @Test
    void whatIsNotThereOrNotYoursIsNotFound() {
        Actor other = new TestWorld(database, transactions).manager;
        for (String path : new String[] {
            "/portfolio/" + programmeId,
            "/portfolio/" + programmeId + "/wijzigen",
            "/portfolio/" + programmeId + "/projecten/nieuw",
            "/projecten/" + projectId,
            "/projecten/" + projectId + "/wijzigen",
            "/projecten/" + projectId + "/geschiedenis",
            "/projecten/" + projectId + "/verwijderen"
        }) {
            assertThat(notFound(other, path)).as(path).isTrue();
        }
        assertThat(notFound(world.partner, "/projecten/" + projectId)).isTrue();
    }

    private boolean notFound(Actor actor, String path) {
        try {
            return perform(actor, get(path)).getResponse().getStatus() == 404;
        } catch (IllegalStateException failed) {
            Throwable cause = failed;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause instanceof NotFoundException;
        }
    }

    @Test
    void theRegisterOfDecisionsShowsWhatIsDue() throws Exception {
        assertThat(page(world.council, "/besluiten"))
                .contains(
                        "1 besluit, waarvan 1 nu om vervolg vraagt.",
                        "Nu te doen (1)",
                        "Gepland (0)",
                        "1 januari 2020: opnieuw wegen");
        assertThat(page(world.council, "/besluiten?toon=te-doen")).contains("opnieuw wegen");
        assertThat(page(world.council, "/besluiten?toon=gepland"))
                .contains("Hier staat nu niets.")
                .doesNotContain("opnieuw wegen");
        assertThat(page(world.partner, "/besluiten")).contains("Nog geen besluiten");
    }

    @Test
    void whatWaitsIsShownToWhoCanDoIt() throws Exception {
        assertThat(as(world.manager, () -> shell.waitingFor(world.manager, Locale.of("nl"))))
                .extracting(WaitingItem::title)
                .containsExactly(
                        "Kijk opnieuw naar het besluit over Jongerenwerk op school",
                        "Kijk de cijfers na in Zorgzame Stad");
        assertThat(as(world.lead, () -> shell.waitingFor(world.lead, Locale.of("nl"))))
                .extracting(WaitingItem::path)
                .containsOnly("/projecten/" + projectId);
        assertThat(shell.concerns(world.council)).isFalse();
        assertThat(page(world.council, "/")).doesNotContain("Kijk opnieuw naar", "Kijk de cijfers");
    }

    @Test
    void searchingFindsWhatOneMaySee() {
        assertThat(as(world.council, () -> shell.search("zorgzame", 5))).hasSize(1);
        assertThat(as(world.council, () -> shell.search("rubicon", 5)))
                .extracting(hit -> hit.title())
                .containsExactly("Jongerenwerk op school");
        assertThat(as(world.partner, () -> shell.search("jongerenwerk", 5))).isEmpty();
        assertThat(as(world.partner, () -> shell.search("zorgzame", 5))).isEmpty();
        assertThat(as(world.council, () -> shell.search("100%", 5))).isEmpty();
    }
}
