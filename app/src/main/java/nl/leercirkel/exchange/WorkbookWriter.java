package nl.leercirkel.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.ProjectForm;
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

/**
 * Writes the workbook of a programme, or an empty one as a template. Every cell is text, so that no spreadsheet changes
 * "2021-03" into a day or runs a text that starts with "="; only exact amounts of money are numbers.
 */
final class WorkbookWriter {
    private static final int ROWS_WITH_LISTS = 5_000;
    private static final Set<String> MONEY = Set.of("geld.bedrag", "geld.van");
    private static final Pattern EXACT_AMOUNT = Pattern.compile("\\d{1,3}(\\.\\d{3})*(,\\d{1,2})?|\\d+(,\\d{1,2})?");
    private static final String STARTS_A_FORMULA = "=+-@\t\r";
    private static final List<String> EXPLANATION = List.of(
            "Met dit bestand werkt u de projecten van één programma buiten Leercirkel bij en leest u ze daarna weer in.",
            "",
            "Blad Projecten: één rij per project. Laat de kolommen Sleutel en Versie staan zoals ze zijn: daaraan herkent"
                    + " Leercirkel het project, en ziet het of iemand het intussen heeft gewijzigd.",
            "Een nieuw project: een nieuwe rij, met Sleutel en Versie leeg.",
            "Een rij weghalen verwijdert het project niet; dat doet u in Leercirkel.",
            "De andere bladen: één rij per partner, bedrag, resultaat, besluit enzovoort. In de eerste kolom staat de naam van"
                    + " het project, zoals op het blad Projecten.",
            "Haalt u op zo'n blad een rij weg, dan gaat zij ook uit het project.",
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

    /** The projects of a programme, in its order; without projects it is the template. */
    static void write(
            ProgrammeDossier programme,
            List<ProjectDossier> projects,
            Map<String, List<String>> choices,
            OutputStream target)
            throws IOException {
        WorkbookWriter writer = new WorkbookWriter();
        try (SXSSFWorkbook book = writer.book) {
            writer.explanation(programme.name());
            Map<Layout.Sheet, Sheet> sheets = new HashMap<>();
            Layout.sheets().forEach(layout -> sheets.put(layout, writer.sheet(layout)));
            Map<String, String> lists = writer.lists(choices);
            sheets.forEach((layout, sheet) -> writer.validate(layout, sheet, lists));
            for (ProjectDossier project : projects) {
                writer.project(sheets, project);
            }
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
        title.setCellValue("Projecten van " + programme);
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
        sheet.createFreezePane(layout.section().isEmpty() ? 4 : 1, 1);
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

    private void project(Map<Layout.Sheet, Sheet> sheets, ProjectDossier project) {
        TextForm form = ProjectForm.of(project.data());
        sheets.forEach((layout, sheet) -> {
            if (layout.section().isEmpty()) {
                Row row = next(sheet);
                put(row.createCell(0), project.id().toString());
                put(row.createCell(1), Integer.toString(project.version()));
                fill(layout, row, form.values());
            } else {
                for (Map<String, String> values : form.rows(layout.section())) {
                    Row row = next(sheet);
                    put(row.createCell(0), project.name());
                    fill(layout, row, values);
                }
            }
        });
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
