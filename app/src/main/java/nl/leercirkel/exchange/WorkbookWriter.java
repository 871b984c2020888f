package nl.leercirkel.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProgrammeForm;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.portfolio.StatusReport;
import nl.leercirkel.portfolio.TextForm;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes the workbook of a programme, or an empty one as a template. Every cell is text, so that no spreadsheet changes
 * "2021-03" into a day or runs a text that starts with "="; only exact amounts of money are numbers.
 */
final class WorkbookWriter {
    private static final int ROWS_WITH_LISTS = 5_000;
    private static final Set<String> MONEY =
            Set.of("budget", "lijnen.budget", "fondsen.totaal", "bijdragen.bedrag", "geld.bedrag", "geld.van");
    private static final Pattern EXACT_AMOUNT = Pattern.compile("\\d{1,3}(\\.\\d{3})*(,\\d{1,2})?|\\d+(,\\d{1,2})?");
    private static final String STARTS_A_FORMULA = "=+-@\t\r";
    private static final List<String> EXPLANATION = List.of(
            "Met dit bestand werkt u één programma met zijn projecten buiten Leercirkel bij en leest u het daarna weer in.",
            "",
            "Blad Programma: één rij met het programma zelf. Daarna komen zijn lijnen, fondsen, bijdragen, actielijnen en"
                    + " toetspunten, elk op een eigen blad. Laat Sleutel, Versie en Afdruk staan zoals ze zijn.",
            "Een nieuwe lijn: een nieuwe rij, met Sleutel leeg. Heet een lijn voortaan anders, verander dan ook de naam op het"
                    + " blad Projecten.",
            "Blad Projecten: één rij per project. Laat de kolommen Sleutel en Versie staan zoals ze zijn: daaraan herkent"
                    + " Leercirkel het project, en ziet het of iemand het intussen heeft gewijzigd.",
            "Een nieuw project: een nieuwe rij, met Sleutel en Versie leeg.",
            "Een rij weghalen verwijdert het project niet; dat doet u in Leercirkel.",
            "De bladen daarna: één rij per partner, bedrag, resultaat, besluit enzovoort. In de eerste kolom staat de naam van"
                    + " het project, zoals op het blad Projecten.",
            "Haalt u op zo'n blad een rij weg, dan gaat zij ook uit het project of programma.",
            "Blad Standen: hoe het met de projecten ging. Dat is om te lezen; Leercirkel leest het niet in.",
            "",
            "Kolommen met een vaste lijst hebben een keuzelijst; op het blad Lijsten staan alle woorden.",
            "Bedragen: 1250000, 1.250.000,00 of ten hoogste 460.000.",
            "Perioden: 2019 t/m 2021, vanaf juli 2020, 1e helft 2021, 4e kwartaal 2021, schooljaar 2020/2021.",
            "Momenten: 2021, oktober 2021, 21 september 2021. Dagen: 1 maart 2022 of 2022-03-01.",
            "Een leeg veld betekent: de bron geeft geen waarde.",
            "Formules leest Leercirkel niet. Zet de uitkomst in de cel.",
            "",
            "Bij het inlezen ziet u eerst wat er zou veranderen. Klopt er iets niet, dan staat erbij in welke cel, en wordt er"
                    + " niets opgeslagen.");

    /** With shared strings and without Zip64, as spreadsheets write it themselves: not every program reads the rest. */
    private final SXSSFWorkbook book = new SXSSFWorkbook(null, 200, false, true);

    private final CellStyle text = style(false, false);
    private final CellStyle guarded = style(false, true);
    private final CellStyle heading = style(true, false);
    private final CellStyle amount = amountStyle();

    private WorkbookWriter() {}

    /** A programme with its projects in its order; without projects it is the template. */
    static void write(
            ProgrammeDossier programme,
            List<ProjectDossier> projects,
            Map<UUID, List<StatusReport>> statuses,
            Map<String, List<String>> choices,
            OutputStream target)
            throws IOException {
        WorkbookWriter writer = new WorkbookWriter();
        try (SXSSFWorkbook book = writer.book) {
            writer.explanation(programme.name());
            Map<Layout.Sheet, Sheet> sheets = new LinkedHashMap<>();
            Layout.sheets().forEach(layout -> sheets.put(layout, writer.sheet(layout)));
            Map<String, String> lists = writer.lists(choices);
            sheets.forEach((layout, sheet) -> writer.validate(layout, sheet, lists));
            writer.programme(sheets, programme);
            for (ProjectDossier project : projects) {
                writer.project(sheets, project);
            }
            writer.statuses(projects, statuses);
            book.setZip64Mode(Zip64Mode.Never);
            book.write(target);
        }
    }

    private void explanation(String programme) {
        Sheet sheet = book.createSheet(Layout.EXPLANATION);
        sheet.setColumnWidth(0, 110 * 256);
        CellStyle wrapped = style(false, false);
        wrapped.setWrapText(true);
        Cell title = sheet.createRow(0).createCell(0);
        title.setCellStyle(heading);
        title.setCellValue(programme);
        for (int i = 0; i < EXPLANATION.size(); i++) {
            Cell line = sheet.createRow(i + 1).createCell(0);
            line.setCellStyle(wrapped);
            line.setCellValue(EXPLANATION.get(i));
        }
    }

    private Sheet sheet(Layout.Sheet layout) {
        Sheet sheet = book.createSheet(layout.name());
        Row row = sheet.createRow(0);
        List<String> headings = layout.headings();
        for (int i = 0; i < headings.size(); i++) {
            Cell cell = row.createCell(i);
            cell.setCellStyle(heading);
            cell.setCellValue(headings.get(i));
            sheet.setColumnWidth(i, Math.max(14, headings.get(i).length() + 4) * 256);
            // what somebody types below becomes text too
            sheet.setDefaultColumnStyle(i, text);
        }
        sheet.createFreezePane(layout.equals(Layout.PROJECT_SHEET) ? 4 : 1, 1);
        return sheet;
    }

    /** Writes the words of each list in a column; gives per field where they stand. */
    private Map<String, String> lists(Map<String, List<String>> choices) {
        Sheet sheet = book.createSheet(Layout.LISTS);
        Map<String, String> places = new HashMap<>();
        int longest = choices.values().stream().mapToInt(List::size).max().orElse(0);
        List<String> fields = List.copyOf(choices.keySet());
        for (int i = 0; i <= longest; i++) {
            Row row = sheet.createRow(i);
            for (int column = 0; column < fields.size(); column++) {
                List<String> words = choices.getOrDefault(fields.get(column), List.of());
                if (i == 0) {
                    Cell cell = row.createCell(column);
                    cell.setCellStyle(heading);
                    cell.setCellValue(title(fields.get(column)));
                } else if (i <= words.size()) {
                    put(row.createCell(column), words.get(i - 1));
                }
            }
        }
        for (int column = 0; column < fields.size(); column++) {
            String letter = CellReference.convertNumToColString(column);
            int last = choices.getOrDefault(fields.get(column), List.of()).size() + 1;
            places.put(fields.get(column), Layout.LISTS + "!$" + letter + "$2:$" + letter + "$" + last);
        }
        // a line that is added on its sheet can be chosen at once
        places.put("lijn", Layout.heading(ProgrammeForm.LINES) + "!$B$2:$B$" + WorkbookParser.MOST_ROWS);
        return places;
    }

    private static String title(String field) {
        String[] parts = field.split("\\.", 2);
        return parts.length == 1
                ? Layout.heading(field)
                : Layout.heading(parts[0]) + ": " + Layout.heading(parts[1]).toLowerCase(java.util.Locale.ROOT);
    }

    private void validate(Layout.Sheet layout, Sheet sheet, Map<String, String> lists) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        for (int i = 0; i < layout.fields().size(); i++) {
            String place = lists.get(layout.key(layout.fields().get(i)));
            if (place != null) {
                int column = i + layout.leading().size();
                DataValidation validation = helper.createValidation(
                        helper.createFormulaListConstraint(place),
                        new CellRangeAddressList(1, ROWS_WITH_LISTS, column, column));
                validation.setShowErrorBox(true);
                validation.createErrorBox("Kies uit de lijst", "Dit woord staat niet op het blad Lijsten.");
                sheet.addValidationData(validation);
            }
        }
    }

    private void programme(Map<Layout.Sheet, Sheet> sheets, ProgrammeDossier programme) {
        TextForm form = ProgrammeForm.of(programme);
        write(
                sheets,
                Layout.PROGRAMME_SHEET,
                form.values(),
                programme.id().toString(),
                Integer.toString(programme.version()),
                ProgrammePlanner.print(form));
        for (Layout.Sheet layout : Layout.PROGRAMME_SECTIONS) {
            form.rows(layout.section()).forEach(values -> write(sheets, layout, values));
        }
    }

    private void project(Map<Layout.Sheet, Sheet> sheets, ProjectDossier project) {
        TextForm form = ProjectForm.of(project.data());
        write(
                sheets,
                Layout.PROJECT_SHEET,
                form.values(),
                project.id().toString(),
                Integer.toString(project.version()));
        for (Layout.Sheet layout : Layout.PROJECT_SECTIONS) {
            form.rows(layout.section()).forEach(values -> write(sheets, layout, values, project.name()));
        }
    }

    private void write(
            Map<Layout.Sheet, Sheet> sheets, Layout.Sheet layout, Map<String, String> values, String... leading) {
        Row row = next(Objects.requireNonNull(sheets.get(layout)));
        for (int i = 0; i < leading.length; i++) {
            put(row.createCell(i), leading[i]);
        }
        fill(layout, row, values);
    }

    /** How the projects went. It is not read back: what was reported does not change. */
    private void statuses(List<ProjectDossier> projects, Map<UUID, List<StatusReport>> statuses) {
        Sheet sheet = book.createSheet(Layout.STATUSES);
        row(sheet, 0, heading, List.of(Layout.OF_PROJECT, "Dag", "Licht", "Waarom", "Fase", "Gemeld door", "Uit"));
        sheet.createFreezePane(1, 1);
        for (ProjectDossier project : projects) {
            for (StatusReport status : statuses.getOrDefault(project.id(), List.of())) {
                row(
                        sheet,
                        sheet.getLastRowNum() + 1,
                        null,
                        List.of(
                                project.name(),
                                status.on().toString(),
                                status.light().term(),
                                status.reason(),
                                status.state().term(),
                                status.reportedBy(),
                                status.origin()));
            }
        }
    }

    private void row(Sheet sheet, int number, @Nullable CellStyle style, List<String> texts) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < texts.size(); i++) {
            Cell cell = row.createCell(i);
            put(cell, texts.get(i));
            if (style != null) {
                cell.setCellStyle(style);
            }
        }
    }

    private static Row next(Sheet sheet) {
        return sheet.createRow(sheet.getLastRowNum() + 1);
    }

    private void fill(Layout.Sheet layout, Row row, Map<String, String> values) {
        for (int i = 0; i < layout.fields().size(); i++) {
            String field = layout.fields().get(i);
            String value = values.getOrDefault(field, "");
            if (value.isEmpty()) {
                continue;
            }
            Cell cell = row.createCell(i + layout.leading().size());
            if (MONEY.contains(layout.key(field)) && EXACT_AMOUNT.matcher(value).matches()) {
                cell.setCellStyle(amount);
                cell.setCellValue(new BigDecimal(value.replace(".", "").replace(',', '.')).doubleValue());
            } else {
                put(cell, value);
            }
        }
    }

    private void put(Cell cell, String value) {
        cell.setCellStyle(!value.isEmpty() && STARTS_A_FORMULA.indexOf(value.charAt(0)) >= 0 ? guarded : text);
        cell.setCellValue(value);
    }

    private CellStyle style(boolean bold, boolean quoted) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("@"));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        // The mark that a person makes with an apostrophe: this is text, also when it is edited or copied.
        style.setQuotePrefixed(quoted);
        if (bold) {
            Font font = book.createFont();
            font.setBold(true);
            style.setFont(font);
        }
        return style;
    }

    private CellStyle amountStyle() {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("#,##0.00"));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }
}
