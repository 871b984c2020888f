package nl.leercirkel.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import nl.leercirkel.exchange.ImportPlan.Kind;
import nl.leercirkel.exchange.ImportPlan.Step;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.Role;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;

/** The projects of a programme out and in: nothing is lost, nothing is half stored, nobody's work is overwritten. */
class ExchangeTest extends ExchangeCase {
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
}
