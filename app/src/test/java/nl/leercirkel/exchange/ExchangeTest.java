package nl.leercirkel.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import nl.leercirkel.exchange.ImportPlan.Kind;
import nl.leercirkel.exchange.ImportPlan.Step;
import nl.leercirkel.portfolio.Parsed;
import nl.leercirkel.portfolio.PortfolioEditor;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.portfolio.ProgrammeEditor;
import nl.leercirkel.portfolio.ProgrammeForm;
import nl.leercirkel.portfolio.ProgrammeFrame;
import nl.leercirkel.portfolio.ProjectData;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.ProjectExchange;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.portfolio.SaveOutcome;
import nl.leercirkel.portfolio.TextForm;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestPeople;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The projects of a programme out and in: nothing is lost, nothing is half stored, nobody's work is overwritten. */
@IntegrationTest
class ExchangeTest {
    @Autowired
    private WebApplicationContext context;

    @Autowired
    private TestPeople people;

    @Autowired
    private ProgrammeEditor programmes;

    @Autowired
    private PortfolioEditor editor;

    @Autowired
    private Portfolios portfolios;

    @Autowired
    private ProjectExchange projectExchange;

    @Autowired
    private Exchange exchange;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private MockMvc browser;
    private Actor manager;
    private UUID programmeId;
    private UUID buurtcirkels;
    private UUID recept;

    @BeforeEach
    void portfolio() {
        browser = MockMvcBuilders.webAppContextSetup(context).build();
        UUID authority = people.authority().authorityId();
        manager = people.actor(people.person(authority, Role.PROGRAMME_MANAGER));
        programmeId = as(
                manager,
                () -> saved(programmes.addProgramme(value(ProgrammeForm.parse(TextForm.of(
                        ProgrammeForm.SHAPE,
                        Map.of(
                                "naam",
                                "Zorgzame Stad",
                                "lijnen.0.naam",
                                "Toegang",
                                "criteria",
                                "passender\nsneller")))))));
        buurtcirkels = project(
                "naam",
                "Buurtcirkels",
                "nummer",
                "1",
                "lijn",
                "Toegang",
                "fase",
                "loopt",
                "periode",
                "1e helft 2021",
                "doel",
                "=HYPERLINK(\"http://kwaad\")",
                "omschrijving",
                "Eerste regel\n\n- punt\n- nog een punt",
                "partners.0.naam",
                "@MEE",
                "partners.0.rol",
                "penvoerder",
                "geld.0.bron",
                "Investeringsplan",
                "geld.0.bedrag",
                "700.000,50",
                "geld.1.bron",
                "Rijk",
                "geld.1.bedrag",
                "ten hoogste 460.000",
                "resultaten.0.indicator",
                "trajecten",
                "resultaten.0.waarde",
                "-3",
                "besluiten.0.soort",
                "geborgd",
                "besluiten.0.vervolgdatum",
                "2022-03-01");
        recept = project("naam", "Sociaal recept", "nummer", "2", "fase", "loopt");
    }

    private static <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ActorContext.callAs(actor, work);
    }

    private static <T> T value(Parsed<T> parsed) {
        if (parsed instanceof Parsed.Valid<T>(T value)) {
            return value;
        }
        throw new AssertionError(parsed.toString());
    }

    private static UUID saved(SaveOutcome outcome) {
        if (outcome instanceof SaveOutcome.Saved(UUID id)) {
            return id;
        }
        throw new AssertionError(outcome.toString());
    }

    private static ProjectData data(String... texts) {
        Map<String, String> flat = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            flat.put(texts[i], texts[i + 1]);
        }
        return value(ProjectForm.parse(TextForm.of(ProjectForm.SHAPE, flat), ProgrammeFrame.of(List.of("Toegang"))));
    }

    private UUID project(String... texts) {
        return as(manager, () -> saved(editor.addProject(programmeId, data(texts), "")));
    }

    private ProjectDossier stored(UUID projectId) {
        return as(manager, () -> portfolios.project(projectId).orElseThrow());
    }

    private byte[] export() {
        return as(manager, () -> exchange.workbook(programmeId, false));
    }

    private static byte[] edited(byte[] content, Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            change.accept(book);
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void put(XSSFWorkbook book, String sheet, int row, String heading, String text) {
        Sheet found = book.getSheet(sheet);
        Row line = found.getRow(row - 1) == null ? found.createRow(row - 1) : found.getRow(row - 1);
        int column = column(found, heading);
        Cell cell = line.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        cell.setCellValue(text);
    }

    private static int column(Sheet sheet, String heading) {
        for (Cell cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().equals(heading)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("No column " + heading);
    }

    private ImportPlan preview(byte[] content) {
        return as(manager, () -> {
            try {
                return exchange.preview(programmeId, content);
            } catch (RefusedFileException refused) {
                throw new AssertionError(refused);
            }
        });
    }

    private ImportPlan store(byte[] content) {
        return as(manager, () -> {
            try {
                UUID upload = exchange.keep(programmeId, "bestand.xlsx", content);
                return exchange.store(
                        programmeId, exchange.upload(programmeId, upload).orElseThrow());
            } catch (RefusedFileException refused) {
                throw new AssertionError(refused);
            }
        });
    }

    @Test
    void whatGoesOutComesInAsItWas() {
        ImportPlan plan = preview(export());
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.steps()).extracting(Step::kind).containsExactly(Kind.SAME, Kind.SAME);
        assertThat(ProjectForm.of(plan.steps().getFirst().data()))
                .isEqualTo(ProjectForm.of(stored(buurtcirkels).data()));
        assertThat(store(export()).hasChanges()).isFalse();
        assertThat(stored(buurtcirkels).version()).isEqualTo(1);
    }

    @Test
    void noSpreadsheetRunsATextAndAmountsCanBeAdded() throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(export()))) {
            Sheet projects = book.getSheet("Projecten");
            Cell goal = projects.getRow(1).getCell(column(projects, "Doel"));
            assertThat(goal.getCellType()).isEqualTo(CellType.STRING);
            assertThat(goal.getStringCellValue()).startsWith("=HYPERLINK");
            assertThat(goal.getCellStyle().getQuotePrefixed()).isTrue();
            Sheet partners = book.getSheet("Partners");
            assertThat(partners.getRow(1)
                            .getCell(column(partners, "Naam"))
                            .getCellStyle()
                            .getQuotePrefixed())
                    .isTrue();
            Sheet money = book.getSheet("Geld");
            assertThat(money.getRow(1).getCell(column(money, "Bedrag")).getNumericCellValue())
                    .isEqualTo(700000.50);
            assertThat(money.getRow(2).getCell(column(money, "Bedrag")).getStringCellValue())
                    .isEqualTo("ten hoogste 460.000");
            assertThat(projects.getDataValidations()).isNotEmpty();
        }
        try (XSSFWorkbook template =
                new XSSFWorkbook(new ByteArrayInputStream(as(manager, () -> exchange.workbook(programmeId, true))))) {
            assertThat(template.getSheet("Projecten").getLastRowNum()).isZero();
            assertThat(template.getSheet("Uitleg").getLastRowNum()).isPositive();
            assertThat(template.getSheet("Lijsten").getLastRowNum()).isPositive();
        }
    }

    @Test
    void changesAreShownThenStoredAndTheSameFileAgainChangesNothing() {
        byte[] file = edited(export(), book -> {
            put(book, "Projecten", 3, "Doel", "Minder eenzaam");
            put(book, "Geld", 4, "Bij project", "Sociaal recept");
            put(book, "Geld", 4, "Bron", "Gemeente");
            put(book, "Geld", 4, "Bedrag", "12.500");
            put(book, "Projecten", 4, "Naam", "Nieuw project");
            put(book, "Partners", 3, "Bij project", "nieuw project");
            put(book, "Partners", 3, "Naam", "PSW");
        });
        ImportPlan plan = preview(file);
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.steps()).extracting(Step::kind).containsExactly(Kind.SAME, Kind.CHANGED, Kind.ADDED);
        assertThat(plan.of(Kind.CHANGED).getFirst().differences())
                .extracting(ImportPlan.Difference::what)
                .containsExactly("Doel", "Geld");
        assertThat(stored(recept).data().goal()).isEmpty();

        assertThat(store(file).isSound()).isTrue();
        assertThat(stored(recept).data().goal()).isEqualTo("Minder eenzaam");
        assertThat(stored(recept).data().funding()).hasSize(1);
        assertThat(stored(recept).version()).isEqualTo(2);
        assertThat(as(
                        manager,
                        () -> portfolios.programme(programmeId).orElseThrow().projects()))
                .extracting(ProjectDossier::name)
                .containsExactlyInAnyOrder("Buurtcirkels", "Sociaal recept", "Nieuw project");

        ImportPlan again = store(file);
        assertThat(again.errors()).isEmpty();
        assertThat(again.steps()).extracting(Step::kind).containsOnly(Kind.SAME);
        assertThat(stored(recept).version()).isEqualTo(2);
    }

    @Test
    void everyErrorNamesItsCellAndNothingIsStored() {
        byte[] file = edited(export(), book -> {
            put(book, "Projecten", 3, "Doel", "Wel goed");
            put(book, "Projecten", 2, "Fase", "bijna klaar");
            put(book, "Geld", 3, "Bedrag", "veel");
            put(book, "Partners", 3, "Bij project", "Bestaat niet");
            put(book, "Partners", 3, "Naam", "X");
            book.getSheet("Projecten").getRow(2).createCell(10).setCellFormula("1+1");
        });
        ImportPlan plan = store(file);
        assertThat(plan.isSound()).isFalse();
        assertThat(plan.errors().stream().map(CellError::toString))
                .anyMatch(text -> text.startsWith("Blad Projecten, rij 2, kolom Fase: Kies een van"))
                .anyMatch(text -> text.startsWith("Blad Geld, rij 3, kolom Bedrag: Schrijf een bedrag"))
                .anyMatch(text -> text.startsWith("Blad Partners, rij 3, kolom Bij project: Er is"))
                .anyMatch(text -> text.matches("Blad Projecten, rij 3, kolom .+: Hier staat een formule.*"))
                .hasSize(4);
        assertThat(stored(recept).data().goal()).isEmpty();
    }

    @Test
    void structureIsHeldToTheTemplate() {
        assertThat(preview(edited(export(), book -> {
                            put(book, "Projecten", 1, "Doel", "Bestemming");
                            book.removeSheetAt(book.getSheetIndex("Verstoringen"));
                            put(book, "Projecten", 4, "Naam", "BUURTCIRKELS");
                            put(book, "Projecten", 3, "Sleutel", "geen-sleutel");
                        }))
                        .errors()
                        .stream()
                        .map(CellError::toString))
                .contains(
                        "Blad Projecten, rij 1, kolom Bestemming: Deze kolom kent Leercirkel niet. Haal haar weg.",
                        "Blad Verstoringen: Dit blad ontbreekt. Laat het staan, ook als het leeg is.",
                        "Blad Projecten, rij 4, kolom Naam: Er is al een rij met een project dat zo heet.")
                .anyMatch(text -> text.startsWith("Blad Projecten, rij 1, kolom Doel: Deze kolom ontbreekt"))
                .anyMatch(text -> text.startsWith("Blad Projecten, rij 3, kolom Sleutel: Dit is geen sleutel"));
    }

    @Test
    void whatChangedSinceTheExportIsNotOverwritten() {
        byte[] exported = export();
        as(
                manager,
                () -> projectExchange.save(
                        recept, 1, data("naam", "Sociaal recept", "nummer", "2", "fase", "afgerond"), ""));
        // not touched in the file: it stays as it is in Leercirkel
        byte[] other = edited(exported, book -> put(book, "Projecten", 2, "Doel", "Nieuw doel"));
        assertThat(preview(other).steps()).extracting(Step::kind).containsExactly(Kind.CHANGED, Kind.KEPT);
        // touched in the file as well: shown, and the whole file is refused
        byte[] both = edited(other, book -> put(book, "Projecten", 3, "Doel", "Ook gewijzigd"));
        ImportPlan plan = store(both);
        assertThat(plan.isSound()).isFalse();
        assertThat(plan.of(Kind.CONFLICT)).singleElement().satisfies(step -> {
            assertThat(step.name()).isEqualTo("Sociaal recept");
            assertThat(step.note()).contains("gewijzigd door Jo Test");
        });
        assertThat(stored(buurtcirkels).version()).isEqualTo(1);
        assertThat(store(other).isSound()).isTrue();
        assertThat(stored(buurtcirkels).data().goal()).isEqualTo("Nieuw doel");
        assertThat(stored(recept).data().state().term()).isEqualTo("afgerond");
    }

    private MvcResult perform(Actor actor, RequestBuilder request) {
        return as(actor, () -> {
            try {
                return browser.perform(request).andReturn();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    @Test
    void fromUploadOverPreviewToStored() throws Exception {
        String path = "/portfolio/" + programmeId + "/excel";
        assertThat(perform(manager, get(path)).getResponse().getContentAsString())
                .contains("projecten.xlsx", "Bekijk wat er verandert");
        MvcResult refused = perform(
                manager, multipart(path).file(new MockMultipartFile("bestand", "x.xlsx", null, new byte[] {1, 2, 3})));
        assertThat(refused.getResponse().getContentAsString()).contains("geen Excelbestand");
        byte[] file = edited(export(), book -> put(book, "Projecten", 3, "Doel", "<b>Minder</b>"));
        MvcResult uploaded = perform(
                manager, multipart(path).file(new MockMultipartFile("bestand", "c:\\map\\mijn.xlsx", null, file)));
        String preview = String.valueOf(uploaded.getResponse().getRedirectedUrl());
        assertThat(perform(manager, get(preview)).getResponse().getContentAsString())
                .contains("mijn.xlsx", "&lt;b&gt;Minder", "Opslaan")
                .doesNotContain("<b>Minder", "??");
        Actor colleague = people.actor(people.person(manager.authorityId(), Role.PROGRAMME_MANAGER));
        assertThat(perform(colleague, post(preview)).getResponse().getStatus()).isEqualTo(404);
        assertThat(perform(manager, post(preview)).getResponse().getRedirectedUrl())
                .isEqualTo("/portfolio/" + programmeId);
        assertThat(stored(recept).data().goal()).isEqualTo("<b>Minder</b>");
        assertThat(perform(manager, get(preview)).getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    void anotherAuthorityFindsNothing() {
        Actor other = people.actor(people.person(people.authority().authorityId(), Role.PROGRAMME_MANAGER));
        for (String path : List.of(
                "/portfolio/" + programmeId + "/excel",
                "/portfolio/" + programmeId + "/excel/projecten.xlsx",
                "/api/v1/programmes/" + programmeId,
                "/api/v1/programmes/" + programmeId + "/projects",
                "/api/v1/projects/" + recept)) {
            assertThat(perform(other, get(path)).getResponse().getStatus())
                    .as(path)
                    .isEqualTo(404);
        }
        MvcResult put = perform(
                other,
                MockMvcRequestBuilders.put("/api/v1/projects/" + recept)
                        .header("If-Match", "\"1\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"fields\":{\"naam\":\"Inbraak\"}}"));
        assertThat(put.getResponse().getStatus()).isEqualTo(404);
        assertThat(put.getResponse().getContentType()).startsWith("application/problem+json");
    }

    @Test
    void theApiReadsAndReplacesAProject() throws Exception {
        String path = "/api/v1/projects/" + buurtcirkels;
        MvcResult read = perform(manager, get(path));
        assertThat(read.getResponse().getHeader("ETag")).isEqualTo("\"1\"");
        JsonNode json = JsonMapper.shared().readTree(read.getResponse().getContentAsString());
        assertThat(json.at("/fields/naam").asString()).isEqualTo("Buurtcirkels");
        assertThat(json.at("/rows/geld/0/bedrag").asString()).isEqualTo("700.000,50");
        String body = read.getResponse().getContentAsString().replace("\"loopt\"", "\"afgerond\"");
        assertThat(put(path, null, body).getResponse().getStatus()).isEqualTo(428);
        assertThat(put(path, "\"2\"", body).getResponse().getStatus()).isEqualTo(412);
        assertThat(put(path, "\"1\"", "{").getResponse().getStatus()).isEqualTo(400);
        MvcResult wrong = put(path, "\"1\"", "{\"fields\":{\"naam\":\"B\",\"periode\":\"ooit\"}}");
        assertThat(wrong.getResponse().getStatus()).isEqualTo(422);
        assertThat(wrong.getResponse().getContentAsString()).contains("\"field\":\"periode\"");
        assertThat(put(path, "\"1\"", "{\"fields\":{\"naam\":\"B\",\"prijs\":\"1\"}}")
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        assertThat(stored(buurtcirkels).version()).isEqualTo(1);
        MvcResult done = put(path, "\"1\"", body);
        assertThat(done.getResponse().getStatus()).isEqualTo(200);
        assertThat(done.getResponse().getHeader("ETag")).isEqualTo("\"2\"");
        assertThat(stored(buurtcirkels).data().state().term()).isEqualTo("afgerond");
        assertThat(stored(buurtcirkels).data().funding()).hasSize(2);
    }

    private MvcResult put(String path, String ifMatch, String body) {
        var request = MockMvcRequestBuilders.put(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return perform(manager, ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    @Test
    void theDescriptionNamesExactlyTheEndpointsThereAre() throws Exception {
        TreeSet<String> real = new TreeSet<>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> real.add(method + " " + path))));
        TreeSet<String> described = new TreeSet<>();
        JsonNode description =
                JsonMapper.shared().readTree(new ClassPathResource("api/openapi.json").getContentAsByteArray());
        String server = description.at("/servers/0/url").asString();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(name ->
                                List.of("get", "put", "post", "delete", "patch").contains(name))
                        .forEach(name ->
                                described.add(name.toUpperCase(java.util.Locale.ROOT) + " " + server + path.getKey())));
        assertThat(described).isEqualTo(real).hasSize(6);
        assertThat(description.at("/info/version").asString()).isEqualTo(ApiConfiguration.VERSION);
    }
}
