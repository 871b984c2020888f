package nl.leercirkel.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import nl.leercirkel.portfolio.Parsed;
import nl.leercirkel.portfolio.PortfolioEditor;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProgrammeEditor;
import nl.leercirkel.portfolio.ProgrammeForm;
import nl.leercirkel.portfolio.ProgrammeFrame;
import nl.leercirkel.portfolio.ProjectData;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.ProjectExchange;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.portfolio.SaveOutcome;
import nl.leercirkel.portfolio.StatusReports;
import nl.leercirkel.portfolio.TextForm;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Role;
import nl.leercirkel.spreadsheet.RefusedFileException;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestPeople;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A programme with a line, two projects and people, to take out and bring in. */
@IntegrationTest
abstract class ExchangeCase {
    @Autowired
    WebApplicationContext context;

    @Autowired
    TestPeople people;

    @Autowired
    ProgrammeEditor programmes;

    @Autowired
    PortfolioEditor editor;

    @Autowired
    Portfolios portfolios;

    @Autowired
    ProjectExchange projectExchange;

    @Autowired
    StatusReports statuses;

    @Autowired
    Exchange exchange;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    MockMvc browser;
    Actor manager;
    UUID programmeId;
    UUID buurtcirkels;
    UUID recept;

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

    static <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ActorContext.callAs(actor, work);
    }

    static <T> T value(Parsed<T> parsed) {
        if (parsed instanceof Parsed.Valid<T>(T value)) {
            return value;
        }
        throw new AssertionError(parsed.toString());
    }

    static UUID saved(SaveOutcome outcome) {
        if (outcome instanceof SaveOutcome.Saved(UUID id)) {
            return id;
        }
        throw new AssertionError(outcome.toString());
    }

    static ProjectData data(String... texts) {
        Map<String, String> flat = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            flat.put(texts[i], texts[i + 1]);
        }
        return value(ProjectForm.parse(TextForm.of(ProjectForm.SHAPE, flat), ProgrammeFrame.of(List.of("Toegang"))));
    }

    UUID project(String... texts) {
        return as(manager, () -> saved(editor.addProject(programmeId, data(texts), "")));
    }

    ProjectDossier stored(UUID projectId) {
        return as(manager, () -> portfolios.project(projectId).orElseThrow());
    }

    byte[] export() {
        return as(manager, () -> exchange.workbook(programmeId, false));
    }

    static byte[] edited(byte[] content, Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            change.accept(book);
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void put(XSSFWorkbook book, String sheet, int row, String heading, String text) {
        Sheet found = book.getSheet(sheet);
        Row line = found.getRow(row - 1) == null ? found.createRow(row - 1) : found.getRow(row - 1);
        int column = column(found, heading);
        Cell cell = line.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        cell.setCellValue(text);
    }

    static int column(Sheet sheet, String heading) {
        for (Cell cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().equals(heading)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("No column " + heading);
    }

    ImportPlan preview(byte[] content) {
        return as(manager, () -> {
            try {
                return exchange.preview(programmeId, content);
            } catch (RefusedFileException refused) {
                throw new AssertionError(refused);
            }
        });
    }

    ImportPlan store(byte[] content) {
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

    ProgrammeDossier programme() {
        return as(manager, () -> portfolios.programme(programmeId).orElseThrow());
    }

    MvcResult perform(Actor actor, RequestBuilder request) {
        return as(actor, () -> {
            try {
                return browser.perform(request).andReturn();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }
}
