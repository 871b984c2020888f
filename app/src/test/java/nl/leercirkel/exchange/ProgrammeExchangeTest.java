package nl.leercirkel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.exchange.ImportPlan.Kind;
import nl.leercirkel.portfolio.Amount;
import nl.leercirkel.portfolio.CheckKind;
import nl.leercirkel.portfolio.Light;
import nl.leercirkel.portfolio.Line;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProgrammeForm;
import nl.leercirkel.portfolio.TextForm;
import nl.leercirkel.spreadsheet.RefusedFileException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The programme itself in the workbook, with what belongs to it. */
class ProgrammeExchangeTest extends ExchangeCase {
    @Test
    void theProgrammeGoesAlongWithItsLinesFundsActionLinesAndRequirements() {
        byte[] file = edited(export(), book -> {
            put(book, "Programma", 2, "Budget", "705.507");
            put(book, "Programma", 2, "Vragen", "Wat is er gedaan?\nWat leverde het op?");
            put(book, "Lijnen", 3, "Naam", "Zorgvernieuwing");
            put(book, "Lijnen", 3, "Budget", "100.000");
            put(book, "Fondsen", 2, "Naam", "Transformatiefonds");
            put(book, "Fondsen", 2, "Totaal", "705.507");
            put(book, "Fondsen", 2, "In budget", "ja");
            for (int i = 0; i < 3; i++) {
                // M2018: 235,169 a year in 2018, 2019 and 2020
                put(book, "Bijdragen", 2 + i, "Fonds", "Transformatiefonds");
                put(book, "Bijdragen", 2 + i, "Jaar", String.valueOf(2018 + i));
                put(book, "Bijdragen", 2 + i, "Bedrag", "235.169");
            }
            put(book, "Actielijnen", 2, "Nummer", "1");
            put(book, "Actielijnen", 2, "Tekst", "Betere toegang");
            put(book, "Toetspunten", 2, "Punt", "Er is een expertteam");
            put(book, "Toetspunten", 2, "Antwoord", "ja");
            put(book, "Toetspunten", 2, "Verwijzing", "hoofdstuk 3");
            // a project may choose what the same file adds
            put(book, "Projecten", 3, "Lijn", "Zorgvernieuwing");
            put(book, "Projecten", 3, "Actielijnen", "1");
        });
        ImportPlan plan = preview(file);
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.programme(Kind.CHANGED).orElseThrow().differences())
                .extracting(ImportPlan.Difference::what)
                .containsExactly("Budget", "Vragen", "Lijnen", "Fondsen", "Bijdragen", "Actielijnen", "Toetspunten");
        assertThat(programme().lines()).hasSize(1);

        assertThat(store(file).isSound()).isTrue();
        ProgrammeDossier stored = programme();
        assertThat(stored.data().totalBudget()).isEqualTo(Amount.of(705_507));
        assertThat(stored.data().questions()).containsExactly("Wat is er gedaan?", "Wat leverde het op?");
        assertThat(stored.lines()).extracting(Line::name).containsExactly("Toegang", "Zorgvernieuwing");
        assertThat(stored.data().funds()).singleElement().satisfies(fund -> {
            assertThat(fund.inBudget()).isTrue();
            assertThat(fund.shares()).hasSize(3);
        });
        assertThat(stored.data().requirements()).hasSize(1);
        assertThat(stored.checks()).noneMatch(check -> check.kind() == CheckKind.FUND_TOTAL);
        assertThat(stored(recept).data().line()).isEqualTo("Zorgvernieuwing");

        int version = stored.version();
        ImportPlan again = store(file);
        assertThat(again.errors()).isEmpty();
        assertThat(again.hasChanges()).isFalse();
        assertThat(programme().version()).isEqualTo(version);
        // and what goes out now comes in as it is
        assertThat(preview(export()).hasChanges()).isFalse();
    }

    @Test
    void errorsInTheProgrammeNameTheirCellAndNothingIsStored() {
        byte[] file = edited(export(), book -> {
            put(book, "Programma", 2, "Budget", "veel");
            put(book, "Lijnen", 3, "Naam", "toegang");
            put(book, "Bijdragen", 2, "Fonds", "Bestaat niet");
            put(book, "Projecten", 3, "Doel", "Wel goed");
        });
        ImportPlan plan = store(file);
        assertThat(plan.errors().stream().map(CellError::toString))
                .anyMatch(text -> text.startsWith("Blad Programma, rij 2, kolom Budget: Schrijf een bedrag"))
                .anyMatch(text -> text.startsWith("Blad Lijnen, rij 3, kolom Naam: Deze lijn staat er al"))
                .anyMatch(text -> text.startsWith("Blad Bijdragen, rij 2, kolom Fonds: Vul de naam in van een fonds"))
                .hasSize(3);
        assertThat(stored(recept).data().goal()).isEmpty();

        // a line with projects cannot go: found when it is stored, and the project of the same file is not stored
        // either
        ImportPlan gone = store(edited(export(), book -> {
            book.getSheet("Lijnen").removeRow(book.getSheet("Lijnen").getRow(1));
            put(book, "Lijnen", 2, "Naam", "Iets anders");
            put(book, "Projecten", 2, "Lijn", "Iets anders");
            put(book, "Projecten", 3, "Doel", "Wel goed");
        }));
        assertThat(gone.errors().stream().map(CellError::toString))
                .singleElement()
                .asString()
                .startsWith("Blad Programma, rij 2: De lijn „Toegang” heeft nog projecten");
        assertThat(stored(recept).data().goal()).isEmpty();
        assertThat(programme().lines()).extracting(Line::name).containsExactly("Toegang");
    }

    @Test
    void aFileOfAnotherProgrammeIsRefusedAndAChangedProgrammeIsNotOverwritten() {
        byte[] exported = export();
        UUID other = as(
                manager,
                () -> saved(programmes.addProgramme(value(
                        ProgrammeForm.parse(TextForm.of(ProgrammeForm.SHAPE, Map.of("naam", "Ander programma")))))));
        ImportPlan wrong = as(manager, () -> {
            try {
                return exchange.preview(other, exported);
            } catch (RefusedFileException refused) {
                throw new AssertionError(refused);
            }
        });
        assertThat(wrong.isSound()).isFalse();
        assertThat(wrong.errors().getFirst())
                .hasToString(
                        "Blad Programma, rij 2, kolom Sleutel: Dit bestand hoort bij een ander programma. Lees het daar"
                                + " in, of begin met de export of het sjabloon van dit programma.");

        TextForm form = ProgrammeForm.of(programme());
        Map<String, String> values = new LinkedHashMap<>(form.values());
        values.put("omschrijving", "Intussen beschreven");
        as(
                manager,
                () -> saved(projectExchange.saveProgramme(
                        programmeId, 1, value(ProgrammeForm.parse(new TextForm(values, form.sections()))))));
        // not touched in the file: the programme stays, and the projects can be stored
        byte[] projectsOnly = edited(exported, book -> put(book, "Projecten", 3, "Doel", "Nieuw doel"));
        assertThat(preview(projectsOnly).programme(Kind.KEPT)).isPresent();
        assertThat(store(projectsOnly).isSound()).isTrue();
        assertThat(programme().data().description()).isEqualTo("Intussen beschreven");
        assertThat(stored(recept).data().goal()).isEqualTo("Nieuw doel");
        // touched as well: shown, nothing stored
        byte[] both = edited(exported, book -> put(book, "Programma", 2, "Soort", "investeringsplan"));
        assertThat(store(both).programme(Kind.CONFLICT).orElseThrow().note()).contains("gewijzigd door Jo Test");
        assertThat(programme().data().kind()).isEmpty();
    }

    @Test
    void howProjectsWentGoesOutToReadOnly() throws Exception {
        as(manager, () -> saved(statuses.report(recept, LocalDate.of(2021, 10, 1), Light.ATTENTION, "=te weinig")));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(export()))) {
            Row row = book.getSheet("Standen").getRow(1);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("Sociaal recept");
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo("aandacht");
            assertThat(row.getCell(3).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(3).getCellStyle().getQuotePrefixed()).isTrue();
        }
        assertThat(preview(edited(export(), book -> put(book, "Standen", 2, "Licht", "op koers")))
                        .hasChanges())
                .isFalse();
    }
}
