package nl.leercirkel.spreadsheet;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.leercirkel.spreadsheet.SheetCell.Kind;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Takes the cells of one sheet from the stream. A formula is not calculated: its cell gets a problem. */
final class XlsxSheet extends DefaultHandler {
    private static final int LONGEST = 40_000;

    private final String name;
    private final SharedStrings strings;
    private final StylesTable styles;
    private final SheetLimits limits;
    private final long[] cellsLeft;
    private final SheetReceiver receiver;
    private final StringBuilder text = new StringBuilder();
    private Map<Integer, SheetCell> cells = new LinkedHashMap<>();
    private int rowElements;
    private int row;
    private boolean hidden;
    private int column;
    private String type = "";
    private @Nullable String style;
    private boolean formula;
    private boolean inValue;
    private boolean inPhonetic;

    /** The receiver wants no more of this sheet. */
    static final class Enough extends SAXException {
        private static final long serialVersionUID = 1L;
    }

    XlsxSheet(
            String name,
            SharedStrings strings,
            StylesTable styles,
            SheetLimits limits,
            long[] cellsLeft,
            SheetReceiver receiver) {
        this.name = name;
        this.strings = strings;
        this.styles = styles;
        this.limits = limits;
        this.cellsLeft = cellsLeft;
        this.receiver = receiver;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) throws SAXException {
        switch (local) {
            case "col" -> {
                if (isTrue(attributes.getValue("hidden"))) {
                    receiver.hiddenColumns(
                            number(attributes.getValue("min"), 1) - 1, number(attributes.getValue("max"), 1) - 1);
                }
            }
            case "row" -> {
                row = number(attributes.getValue("r"), row + 1);
                hidden = isTrue(attributes.getValue("hidden"));
                column = -1;
                cells = new LinkedHashMap<>();
                if (++rowElements > limits.rows()) {
                    throw refused("Het blad " + name + " heeft meer dan " + SheetLimits.count(limits.rows())
                            + " rijen en is niet gelezen. Haal overbodige rijen weg.");
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
            case "mergeCell" -> merged(CellRangeAddress.valueOf(attributes.getValue("ref")));
            default -> {
                // formatting, filters, drawings: not ours
            }
        }
    }

    private void merged(CellRangeAddress range) {
        receiver.merged(range.getFirstRow() + 1, range.getLastRow() + 1, range.getFirstColumn(), range.getLastColumn());
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
                if (!cells.isEmpty() && !receiver.row(row, cells, hidden)) {
                    throw new Enough();
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
        SheetCell cell = cell();
        if (cell.isEmpty()) {
            return;
        }
        if (column >= limits.columns()) {
            throw refused("Het blad " + name + " heeft meer dan " + SheetLimits.count(limits.columns())
                    + " kolommen en is niet gelezen.");
        }
        if (--cellsLeft[0] < 0) {
            throw refused("Het bestand heeft meer dan " + SheetLimits.count(limits.cells())
                    + " gevulde cellen en is niet gelezen.");
        }
        cells.put(column, cell);
    }

    private SheetCell cell() throws SAXException {
        String raw = text.toString();
        if (formula) {
            return SheetCell.problem("Hier staat een formule. Zet de uitkomst zelf in de cel.");
        }
        return switch (type) {
            case "s" ->
                SheetCell.text(strings.getItemAt(number(raw.strip(), -1)).getString());
            case "b" -> SheetCell.of(Kind.TRUTH, raw.strip().equals("1") ? "ja" : "nee");
            case "e" -> SheetCell.problem("In deze cel staat een foutmelding van Excel (" + raw + ").");
            case "n" -> numeric(raw.strip());
            default -> SheetCell.text(raw);
        };
    }

    private SheetCell numeric(String raw) {
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
            return SheetCell.of(Kind.PERCENTAGE, plain(new BigDecimal(Double.toString(value)).movePointRight(2)));
        }
        if (DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)) {
            return SheetCell.of(
                    Kind.DATE, DateUtil.getLocalDateTime(value).toLocalDate().toString());
        }
        return SheetCell.of(Kind.NUMBER, plain(new BigDecimal(Double.toString(value))));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static int number(@Nullable String text, int otherwise) {
        return text == null ? otherwise : Integer.parseInt(text);
    }

    private static boolean isTrue(@Nullable String text) {
        return "1".equals(text) || "true".equals(text);
    }

    private static SAXException refused(String message) {
        return new SAXException(new RefusedFileException(message));
    }
}
