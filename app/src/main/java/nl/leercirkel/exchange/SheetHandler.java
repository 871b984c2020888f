package nl.leercirkel.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.leercirkel.exchange.RawSheet.RawCell;
import nl.leercirkel.exchange.RawSheet.RawRow;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Takes the cells of one sheet from the stream. A formula is not calculated: its cell gets a problem. A day becomes
 * 2022-03-01 and a number is written with a comma, as the forms read them.
 */
final class SheetHandler extends DefaultHandler {
    static final int MOST_CELLS = 1_000_000;
    static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST = 40_000;

    private final String name;
    private final SharedStrings strings;
    private final StylesTable styles;
    private final int[] cellsLeft;
    private final List<RawRow> rows = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Map<Integer, RawCell> cells = new LinkedHashMap<>();
    private int rowElements;
    private int row;
    private int column;
    private String type = "";
    private @Nullable String style;
    private boolean formula;
    private boolean inValue;
    private boolean inPhonetic;

    SheetHandler(String name, SharedStrings strings, StylesTable styles, int[] cellsLeft) {
        this.name = name;
        this.strings = strings;
        this.styles = styles;
        this.cellsLeft = cellsLeft;
    }

    RawSheet sheet() {
        return new RawSheet(name, List.copyOf(rows));
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) throws SAXException {
        switch (local) {
            case "row" -> {
                row = number(attributes.getValue("r"), row + 1);
                column = -1;
                cells = new LinkedHashMap<>();
                if (++rowElements > MOST_ROWS) {
                    throw refused("Het blad " + name
                            + " heeft meer dan 20.000 rijen en is niet gelezen. Haal overbodige rijen weg.");
                }
            }
            case "c" -> {
                String reference = attributes.getValue("r");
                column = reference == null ? column + 1 : new CellReference(reference).getCol();
                String kind = attributes.getValue("t");
                type = kind == null ? "n" : kind;
                style = attributes.getValue("s");
                formula = false;
                text.setLength(0);
            }
            case "f" -> formula = true;
            // An inline text may carry a left-over value beside it; spreadsheets show the text.
            case "v" -> inValue = !type.equals("inlineStr");
            case "t" -> inValue = type.equals("inlineStr") && !inPhonetic;
            case "rPh" -> inPhonetic = true;
            default -> {
                // formatting, filters, drawings: not ours
            }
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        if (inValue) {
            if (text.length() + length > LONGEST) {
                throw refused("Op het blad " + name + ", rij " + row + ", staat een tekst van meer dan 40.000 tekens.");
            }
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String local, String qualified) throws SAXException {
        switch (local) {
            case "v", "t" -> inValue = false;
            case "rPh" -> inPhonetic = false;
            case "c" -> endCell();
            case "row" -> {
                if (!cells.isEmpty()) {
                    rows.add(new RawRow(row, cells));
                }
            }
            default -> {
                // see above
            }
        }
    }

    private void endCell() throws SAXException {
        if (text.isEmpty() && !formula) {
            return;
        }
        RawCell cell = cell();
        if (cell.text().isBlank() && cell.problem().isEmpty()) {
            return;
        }
        if (column >= MOST_COLUMNS) {
            throw refused("Het blad " + name + " heeft meer dan 100 kolommen en is niet gelezen.");
        }
        if (--cellsLeft[0] < 0) {
            throw refused("Het bestand heeft meer dan een miljoen gevulde cellen en is niet gelezen.");
        }
        cells.put(column, cell);
    }

    private RawCell cell() throws SAXException {
        String raw = text.toString();
        if (formula) {
            return new RawCell("", "Hier staat een formule. Zet de uitkomst zelf in de cel.");
        }
        return switch (type) {
            case "s" -> plain(strings.getItemAt(number(raw.strip(), -1)).getString());
            case "b" -> plain(raw.strip().equals("1") ? "ja" : "nee");
            case "e" -> new RawCell("", "In deze cel staat een foutmelding van Excel (" + raw + ").");
            case "n" -> numeric(raw.strip());
            default -> plain(raw);
        };
    }

    private RawCell numeric(String raw) {
        double value = Double.parseDouble(raw);
        String format = "";
        int index = 0;
        if (style != null) {
            XSSFCellStyle found = styles.getStyleAt(number(style, 0));
            String code = found == null ? null : found.getDataFormatString();
            format = code == null ? "" : code;
            index = found == null ? 0 : found.getDataFormat();
        }
        if (format.contains("%")) {
            return new RawCell(
                    "",
                    "Dit getal is als percentage opgemaakt. Schrijf het als tekst, bijvoorbeeld 90, met % als eenheid.");
        }
        if (DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)) {
            return plain(DateUtil.getLocalDateTime(value).toLocalDate().toString());
        }
        return plain(new BigDecimal(Double.toString(value))
                .stripTrailingZeros()
                .toPlainString()
                .replace('.', ','));
    }

    private static RawCell plain(String text) {
        return new RawCell(text.replace("\r\n", "\n").replace('\r', '\n').strip(), "");
    }

    private static int number(@Nullable String text, int otherwise) {
        return text == null ? otherwise : Integer.parseInt(text);
    }

    private static SAXException refused(String message) {
        return new SAXException(new RefusedFileException(message));
    }
}
