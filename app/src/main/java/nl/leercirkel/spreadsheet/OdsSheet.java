package nl.leercirkel.spreadsheet;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.leercirkel.spreadsheet.SheetCell.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one table of an ODS. Repetition is the format's way to write empty rows and columns: what is repeated
 * without content only counts, what is repeated with content is given as often as it says.
 */
final class OdsSheet {
    private static final int LONGEST = 40_000;

    private final XMLStreamReader xml;
    private final String name;
    private final SheetLimits limits;
    private final long[] cellsLeft;
    private final SheetReceiver receiver;
    private int row;
    private int columnOfDefinition;
    private boolean more = true;
    private int hiddenGroups;

    OdsSheet(XMLStreamReader xml, String name, SheetLimits limits, long[] cellsLeft, SheetReceiver receiver) {
        this.xml = xml;
        this.name = name;
        this.limits = limits;
        this.cellsLeft = cellsLeft;
        this.receiver = receiver;
    }

    /** From the start of the table to its end. */
    void read() throws XMLStreamException, RefusedFileException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                if (is("table-row-group") && hiddenGroups > 0) {
                    hiddenGroups--;
                }
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth += start();
            }
        }
    }

    /** @return 1 where the element is still open, 0 where it was read to its end */
    private int start() throws XMLStreamException, RefusedFileException {
        if (!OdsFile.TABLE.equals(xml.getNamespaceURI())) {
            OdsFile.skip(xml);
            return 0;
        }
        switch (xml.getLocalName()) {
            case "table-column" -> {
                column();
                return 1;
            }
            case "table-row-group" -> {
                // the display of a group that is folded hides its rows
                if (hiddenGroups > 0 || "false".equals(attribute("display"))) {
                    hiddenGroups++;
                }
                return 1;
            }
            case "table-row" -> {
                if (more) {
                    row();
                } else {
                    OdsFile.skip(xml);
                }
                return 0;
            }
            case "table-columns", "table-column-group", "table-header-columns", "table-rows", "table-header-rows" -> {
                return 1;
            }
            default -> {
                OdsFile.skip(xml);
                return 0;
            }
        }
    }

    private void column() {
        int repeated = repeated("number-columns-repeated");
        String visibility = attribute("visibility");
        if (isHidden(visibility)) {
            receiver.hiddenColumns(columnOfDefinition, columnOfDefinition + repeated - 1);
        }
        columnOfDefinition += repeated;
    }

    private void row() throws XMLStreamException, RefusedFileException {
        int repeated = repeated("number-rows-repeated");
        boolean hidden = hiddenGroups > 0 || isHidden(attribute("visibility"));
        Map<Integer, SheetCell> cells = cells();
        if (cells.isEmpty()) {
            row += repeated;
            return;
        }
        for (int i = 0; i < repeated && more; i++) {
            row++;
            if (row > limits.rows()) {
                throw new RefusedFileException("Het blad " + name + " heeft meer dan "
                        + SheetLimits.count(limits.rows())
                        + " rijen en is niet gelezen. Haal overbodige rijen weg.");
            }
            count(cells.size());
            more = receiver.row(row, cells, hidden);
        }
    }

    private Map<Integer, SheetCell> cells() throws XMLStreamException, RefusedFileException {
        Map<Integer, SheetCell> cells = new LinkedHashMap<>();
        int column = 0;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return cells;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            boolean cell = OdsFile.TABLE.equals(xml.getNamespaceURI());
            if (!cell
                    || !(xml.getLocalName().equals("table-cell")
                            || xml.getLocalName().equals("covered-table-cell"))) {
                OdsFile.skip(xml);
                continue;
            }
            int repeated = repeated("number-columns-repeated");
            spans(column);
            SheetCell read = cell();
            if (!read.isEmpty()) {
                if (column + repeated > limits.columns()) {
                    throw new RefusedFileException("Het blad " + name + " heeft meer dan "
                            + SheetLimits.count(limits.columns()) + " kolommen en is niet gelezen.");
                }
                for (int i = 0; i < repeated; i++) {
                    cells.put(column + i, read);
                }
            }
            column += repeated;
        }
    }

    private void spans(int column) {
        int columns = repeated("number-columns-spanned");
        int rows = repeated("number-rows-spanned");
        if (columns > 1 || rows > 1) {
            receiver.merged(row + 1, row + rows, column, column + columns - 1);
        }
    }

    private void count(int number) throws RefusedFileException {
        cellsLeft[0] -= number;
        if (cellsLeft[0] < 0) {
            throw new RefusedFileException("Het bestand heeft meer dan " + SheetLimits.count(limits.cells())
                    + " gevulde cellen en is niet gelezen.");
        }
    }

    private SheetCell cell() throws XMLStreamException, RefusedFileException {
        boolean formula = attribute("formula") != null;
        String type = xml.getAttributeValue(OdsFile.OFFICE, "value-type");
        String value = xml.getAttributeValue(OdsFile.OFFICE, "value");
        String date = xml.getAttributeValue(OdsFile.OFFICE, "date-value");
        String truth = xml.getAttributeValue(OdsFile.OFFICE, "boolean-value");
        String written = paragraphs();
        if (formula) {
            return SheetCell.problem("Hier staat een formule. Zet de uitkomst zelf in de cel.");
        }
        return switch (type == null ? "" : type) {
            case "float", "currency" -> number(Kind.NUMBER, value, 0, written);
            case "percentage" -> number(Kind.PERCENTAGE, value, 2, written);
            case "date" ->
                date == null
                        ? SheetCell.text(written)
                        : SheetCell.of(Kind.DATE, date.substring(0, Math.min(10, date.length())));
            case "boolean" -> SheetCell.of(Kind.TRUTH, "true".equals(truth) ? "ja" : "nee");
            default -> SheetCell.text(written);
        };
    }

    private static SheetCell number(Kind kind, @Nullable String value, int shift, String written) {
        if (value == null || value.length() > 100) {
            return SheetCell.text(written);
        }
        try {
            BigDecimal number = new BigDecimal(value).movePointRight(shift);
            if (Math.abs((long) number.scale()) > 400) {
                return SheetCell.text(written);
            }
            return SheetCell.of(
                    kind,
                    number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
        } catch (NumberFormatException none) {
            return SheetCell.text(written);
        }
    }

    /** The text of the cell, with a line for each paragraph; notes beside it are left out. */
    private String paragraphs() throws XMLStreamException, RefusedFileException {
        StringBuilder text = new StringBuilder();
        boolean any = false;
        int paragraph = 0;
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                if (isParagraph()) {
                    paragraph--;
                }
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (OdsFile.OFFICE.equals(xml.getNamespaceURI())
                        && xml.getLocalName().equals("annotation")) {
                    OdsFile.skip(xml);
                    continue;
                }
                depth++;
                if (isParagraph()) {
                    paragraph++;
                    text.append(any ? "\n" : "");
                    any = true;
                } else if (OdsFile.TEXT.equals(xml.getNamespaceURI())) {
                    spacing(text);
                }
            } else if (paragraph > 0
                    && (event == XMLStreamConstants.CHARACTERS
                            || event == XMLStreamConstants.CDATA
                            || event == XMLStreamConstants.SPACE)) {
                text.append(xml.getText());
            }
            if (text.length() > LONGEST) {
                throw new RefusedFileException(
                        "Op het blad " + name + ", rij " + (row + 1) + ", staat een tekst van meer dan 40.000 tekens.");
            }
        }
        return text.toString();
    }

    private void spacing(StringBuilder text) {
        switch (xml.getLocalName()) {
            case "s" -> {
                String count = xml.getAttributeValue(OdsFile.TEXT, "c");
                text.append(" ".repeat(count == null ? 1 : Math.clamp(Long.parseLong(count), 0, 1000)));
            }
            case "tab" -> text.append('\t');
            case "line-break" -> text.append('\n');
            default -> {
                // a span, a link: their text follows
            }
        }
    }

    private boolean isParagraph() {
        return OdsFile.TEXT.equals(xml.getNamespaceURI()) && xml.getLocalName().equals("p");
    }

    private boolean is(String local) {
        return OdsFile.TABLE.equals(xml.getNamespaceURI()) && xml.getLocalName().equals(local);
    }

    private static boolean isHidden(@Nullable String visibility) {
        return "collapse".equals(visibility) || "filter".equals(visibility);
    }

    private @Nullable String attribute(String local) {
        return xml.getAttributeValue(OdsFile.TABLE, local);
    }

    private int repeated(String local) {
        String text = attribute(local);
        return text == null ? 1 : (int) Math.clamp(Long.parseLong(text), 1L, 10_000_000L);
    }
}
