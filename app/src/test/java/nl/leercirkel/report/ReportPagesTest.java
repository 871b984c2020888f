package nl.leercirkel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leercirkel.demo.DemoDossiers;
import nl.leercirkel.organisation.Authority;
import nl.leercirkel.portfolio.Parsed;
import nl.leercirkel.portfolio.PortfolioEditor;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProgrammeEditor;
import nl.leercirkel.portfolio.ProgrammeForm;
import nl.leercirkel.portfolio.ProjectData;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.portfolio.SaveOutcome;
import nl.leercirkel.portfolio.TextForm;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.Browser;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestPeople;
import nl.leercirkel.support.TestPeople.TestPerson;
import org.apache.pdfbox.Loader;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Reports as somebody with a browser gets them. */
@IntegrationTest
class ReportPagesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private ProgrammeEditor programmes;

    @Autowired
    private PortfolioEditor projects;

    @Autowired
    private Portfolios portfolios;

    private Authority authority;
    private UUID programmeId;

    @BeforeEach
    void portfolio() {
        authority = people.authority();
        programmeId = store(DemoDossiers.venlo(), people.person(authority.authorityId(), Role.PROGRAMME_MANAGER));
    }

    @Test
    void theListLeadsToTheReport() {
        Browser council = signedIn(Role.COUNCIL_MEMBER);
        assertThat(council.get("/rapporten").body())
                .contains("Eindverslag", "Kansendossiers maatschappelijk domein", path(), path() + ".pdf");
        HttpResponse<String> page = council.get(path());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<title>Eindverslag Kansendossiers maatschappelijk domein – Leercirkel</title>")
                .contains("<h1>Eindverslag Kansendossiers maatschappelijk domein</h1>")
                .contains("12 dossiers: 4 geborgd")
                .contains("/css/document")
                .contains("href=\"#noot-1\"");
        assertThat(council.get("/").body()).contains("href=\"/rapporten\"");
    }

    @Test
    void theReportIsFoundByTheNameOfItsProgramme() {
        Browser council = signedIn(Role.COUNCIL_MEMBER);
        assertThat(council.get("/zoeken?q=KANSENDOSSIERS").body()).contains("href=\"" + path() + "\"");
        assertThat(council.get("/zoeken?q=eindverslag").body()).contains("href=\"" + path() + "\"");
        assertThat(council.get("/zoeken?q=tussenevaluatie").body()).doesNotContain("href=\"" + path() + "\"");
        assertThat(signedIn(Role.PARTNER).get("/zoeken?q=eindverslag").body()).doesNotContain(path());
    }

    @Test
    void theFilesAreWhatTheirNameSays() throws IOException {
        Browser analyst = signedIn(Role.ANALYST);
        HttpResponse<byte[]> pdf = analyst.download(path() + ".pdf");
        assertHeaders(pdf, "application/pdf", ".pdf");
        try (var document = Loader.loadPDF(pdf.body())) {
            assertThat(document.getDocumentInformation().getTitle()).contains("Kansendossiers");
        }
        HttpResponse<byte[]> docx = analyst.download(path() + ".docx");
        assertHeaders(docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
        try (var word = new XWPFDocument(new ByteArrayInputStream(docx.body()))) {
            assertThat(word.getTables()).hasSizeGreaterThan(12);
        }
    }

    @Test
    void thePlanAndThePagesForTheCouncilAreServedAsPageAndFile() throws IOException {
        Browser analyst = signedIn(Role.ANALYST);
        assertThat(analyst.get(path() + "/plan").body())
                .contains("<h1>Plan Kansendossiers maatschappelijk domein</h1>", path() + "/plan.docx");
        assertThat(analyst.get(path() + "/raad").body()).contains("Op één bladzijde per dossier");
        try (var pages = Loader.loadPDF(analyst.download(path() + "/raad.pdf").body())) {
            assertThat(pages.getNumberOfPages()).isEqualTo(13);
        }
        UUID project = ActorContext.callAs(
                people.actor(people.person(authority.authorityId(), Role.ANALYST)),
                () -> portfolios
                        .programme(programmeId)
                        .orElseThrow()
                        .projects()
                        .getFirst()
                        .id());
        assertThat(analyst.get("/rapporten/projecten/" + project).body()).contains("Wat het tot nu toe oplevert");
        try (var page = Loader.loadPDF(
                analyst.download("/rapporten/projecten/" + project + ".pdf").body())) {
            assertThat(page.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void aFileCanBeMadeInTheBackground() throws IOException {
        Browser council = signedIn(Role.COUNCIL_MEMBER);
        assertThat(council.get(path()).body()).doesNotContain("/maken");
        council.get("/rapporten");
        HttpResponse<String> begun = council.submit(path() + "/maken", "soort", "raad", "vorm", "pdf");
        String job = council.location(begun).orElseThrow();
        assertThat(job).startsWith("/werk/");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> council.get(job).body().contains(job + "/bestand"));
        assertThat(council.get(job).body()).contains("Op één bladzijde: Kansendossiers maatschappelijk domein (PDF)");
        HttpResponse<byte[]> file = council.download(job + "/bestand");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("op-een-bladzijde-per-dossier");
        try (var pages = Loader.loadPDF(file.body())) {
            assertThat(pages.getNumberOfPages()).isEqualTo(13);
        }
        for (String wrong : List.of("soort=kwartaal&vorm=pdf", "soort=raad&vorm=exe")) {
            String[] parts = wrong.split("[=&]");
            assertThat(council.submit(path() + "/maken", parts[0], parts[1], parts[2], parts[3])
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(404);
        }
    }

    @Test
    void aLargeProgrammeOffersItsFilesAsWorkInTheBackground() {
        TestPerson manager = people.person(authority.authorityId(), Role.PROGRAMME_MANAGER);
        ActorContext.runAs(people.actor(manager), () -> {
            List<ProjectData> more = new ArrayList<>();
            for (int i = 12; i < ReportJob.LARGE; i++) {
                more.add(named("Dossier " + i));
            }
            projects.addProjects(programmeId, more, "");
        });
        Browser analyst = signedIn(Role.ANALYST);
        assertThat(analyst.get(path()).body())
                .contains("action=\"" + path() + "/maken\"")
                .doesNotContain("href=\"" + path() + ".pdf\"");
        assertThat(analyst.get("/rapporten").body()).doesNotContain("href=\"" + path() + ".pdf\"");
    }

    private static ProjectData named(String name) {
        if (ProjectForm.parse(TextForm.of(ProjectForm.SHAPE, Map.of("naam", name)), List.of())
                instanceof Parsed.Valid<ProjectData>(ProjectData data)) {
            return data;
        }
        throw new AssertionError(name);
    }

    private void assertHeaders(HttpResponse<byte[]> response, String type, String extension) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"eindverslag-kansendossiers-maatschappelijk-domein-")
                .endsWith(extension + "\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PARTNER", "LEAD_PARTNER", "ACCESS_PROFESSIONAL", "ADMINISTRATOR"})
    void whoDoesNotSeeThePortfolioSeesNoReport(Role role) {
        Browser browser = signedIn(role);
        for (String path : List.of("/rapporten", path(), path() + ".docx", path() + ".pdf")) {
            HttpResponse<String> refused = browser.get(path);
            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(refused.body()).as(path).doesNotContain("Kansendossiers");
        }
    }

    @Test
    void anotherAuthoritysProgrammeDoesNotExist() {
        TestPerson stranger = people.person(people.authority().authorityId(), Role.PROGRAMME_MANAGER);
        Browser browser = signedIn(stranger);
        for (String path : List.of(path(), path() + ".docx", path() + ".pdf", "/rapporten/" + UUID.randomUUID())) {
            HttpResponse<String> response = browser.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(response.body()).as(path).doesNotContain("Kansendossiers");
        }
        assertThat(browser.get("/rapporten").body())
                .doesNotContain("Kansendossiers")
                .contains("Nog geen evaluaties");
        assertThat(browser.get("/rapporten/geen-nummer").statusCode()).isBetween(400, 404);
    }

    private String path() {
        return "/rapporten/" + programmeId;
    }

    private Browser signedIn(Role role) {
        return signedIn(people.person(authority.authorityId(), role));
    }

    private Browser signedIn(TestPerson person) {
        Browser browser = new Browser(port);
        browser.signIn(person.email(), TestPeople.PASSWORD);
        return browser;
    }

    private UUID store(ProgrammeDossier programme, TestPerson manager) {
        return ActorContext.callAs(people.actor(manager), () -> {
            UUID id = saved(programmes.addProgramme(new ProgrammeForm.Draft(
                    programme.data(),
                    programme.lines().stream()
                            .map(line -> new ProgrammeForm.LineDraft(null, line.name(), line.budget()))
                            .toList())));
            programme.projects().forEach(project -> saved(projects.addProject(id, project.data(), "")));
            return id;
        });
    }

    private static UUID saved(SaveOutcome outcome) {
        return Stream.of(outcome)
                .filter(SaveOutcome.Saved.class::isInstance)
                .map(SaveOutcome.Saved.class::cast)
                .map(SaveOutcome.Saved::id)
                .findFirst()
                .orElseThrow(() -> new AssertionError(outcome.toString()));
    }
}
