package nl.leercirkel.source.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nl.leercirkel.privacy.BirthPrecision;
import nl.leercirkel.source.table.DecimalMark;
import nl.leercirkel.spreadsheet.SheetCell;
import nl.leercirkel.spreadsheet.SheetCell.Kind;
import nl.leercirkel.standards.bij.Bsn;

/** Reads the cell of one field, but for municipalities, which need the period of their row. */
final class CellReader {
    private static final int LONGEST_TEXT = 4000;
    /** UTF-8 that was read as Windows-1252 and stored again: Ã«, Ã©, â€™. */
    private static final Pattern GARBLED =
            Pattern.compile("Ã[\\u0080-\\u00BF\\u0152-\\u0192\\u02C6-\\u2122]|â€|Â[\\u00A0-\\u00BF]|\\uFFFD");
    /** What publishers write where there is no figure (CBS: an empty cell, a point, or a cross). */
    private static final Set<String> NOTHING =
            Set.of("-", ".", "x", "X", "n.b.", "nb", "n.v.t.", "nvt", "onbekend", "NULL");

    private static final int FIRST_BIRTH = 1890;
    private static final Predicate<String> BIRTH_YEARS =
            Pattern.compile("(18[9]|19\\d|20\\d)\\d").asMatchPredicate();
    private static final Set<String> YES = Set.of("ja", "j", "yes", "y", "true", "waar", "1");
    private static final Set<String> NO = Set.of("nee", "n", "no", "false", "onwaar", "0");

    private final Field field;
    private final DecimalMark mark;
    private final Set<String> codes;

    CellReader(Field field, DecimalMark mark) {
        this.field = field;
        this.mark = mark;
        this.codes = Set.copyOf(field.codes());
    }

    CellValue read(SheetCell cell) {
        if (!cell.problem().isEmpty()) {
            return new CellValue.Wrong(cell.problem());
        }
        String text = cell.text();
        if (text.isEmpty()
                || (field.type() != FieldType.TEXT && field.type() != FieldType.CODE && NOTHING.contains(text))) {
            return field.required()
                    ? new CellValue.Wrong("Dit veld is verplicht. Vul een waarde in.")
                    : new CellValue.Empty();
        }
        if (cell.kind() == Kind.TEXT && !field.type().isPersonal()) {
            if (!StorableText.is(text)) {
                return new CellValue.Wrong(
                        "Deze cel bevat tekens die geen tekst zijn (besturingstekens). Typ de waarde opnieuw.");
            }
            if (text.startsWith("=")) {
                return new CellValue.Wrong("Hier staat een formule (\"" + NumberReader.shown(text)
                        + "\"). Zet de uitkomst zelf in de cel.");
            }
            if (GARBLED.matcher(text).find()) {
                return new CellValue.Wrong(
                        "\"" + NumberReader.shown(text)
                                + "\" heeft verminkte tekens: het bestand is met een verkeerde tekenset opgeslagen. Sla het opnieuw op als UTF-8.");
            }
        }
        return switch (field.type()) {
            case TEXT -> text(text);
            case WHOLE, NUMBER, MONEY, PERCENTAGE -> number(cell);
            case DATE -> date(cell);
            case PERIOD -> period(cell);
            case YES_NO -> yesOrNo(text);
            case CODE -> code(text);
            case MUNICIPALITY -> new CellValue.Known(text);
            case BSN -> bsn(text);
            case BIRTH_YEAR -> birth(text, BIRTH_YEARS, day -> Integer.toString(day.getYear()));
            case AGE_GROUP -> birth(text, BirthPrecision.AGE_GROUPS::contains, LocalDate::toString);
        };
    }

    private static CellValue text(String text) {
        return text.length() <= LONGEST_TEXT
                ? new CellValue.Known(text)
                : new CellValue.Wrong("Deze tekst heeft meer dan 4.000 tekens. Kort haar in.");
    }

    private CellValue number(SheetCell cell) {
        if (cell.kind() == Kind.DATE) {
            return new CellValue.Wrong(
                    "Hier staat een datum waar een getal hoort. Zet de opmaak van de cel op getal en vul het getal opnieuw in.");
        }
        if (cell.kind() == Kind.PERCENTAGE && field.type() != FieldType.PERCENTAGE) {
            return new CellValue.Wrong(
                    "Dit getal is als percentage opgemaakt. Zet de opmaak op getal, of maak het veld een percentage.");
        }
        if (cell.kind() == Kind.NUMBER || cell.kind() == Kind.PERCENTAGE) {
            return within(new BigDecimal(cell.text()), true);
        }
        String text = cell.text();
        if (field.type() == FieldType.PERCENTAGE && text.endsWith("%")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        if (field.type() == FieldType.MONEY && text.startsWith("€")) {
            text = text.substring(1).strip();
        }
        return switch (NumberReader.read(text, mark)) {
            case NumberReader.Read.Wrong(String message) -> new CellValue.Wrong(message);
            case NumberReader.Read.Number(BigDecimal value) -> within(value, false);
        };
    }

    /** @param stored whether a spreadsheet kept the number in its own, binary way, of which the tail may be cut */
    private CellValue within(BigDecimal number, boolean stored) {
        BigDecimal value = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (value.scale() > field.decimals()) {
            BigDecimal rounded = value.setScale(field.decimals(), java.math.RoundingMode.HALF_EVEN);
            boolean tail = stored
                    && value.subtract(rounded).abs().compareTo(value.abs().movePointLeft(14)) <= 0;
            if (!tail && !(stored && field.decimals() == Field.MOST_DECIMALS)) {
                return new CellValue.Wrong(
                        field.decimals() == 0
                                ? "Hier hoort een geheel getal, niet " + plain(value) + "."
                                : "Dit getal heeft meer dan " + field.decimals() + " decimalen. Rond het af.");
            }
            value = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
        }
        if (value.precision() - value.scale() > 30) {
            return new CellValue.Wrong("Dit getal is te groot.");
        }
        if (field.minimum() != null && value.compareTo(field.minimum()) < 0) {
            return new CellValue.Wrong(
                    plain(value) + " is lager dan het laagste dat hier kan: " + plain(field.minimum()) + ".");
        }
        if (field.maximum() != null && value.compareTo(field.maximum()) > 0) {
            return new CellValue.Wrong(
                    plain(value) + " is hoger dan het hoogste dat hier kan: " + plain(field.maximum()) + ".");
        }
        return new CellValue.Known(value.toPlainString());
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    private static CellValue date(SheetCell cell) {
        Optional<LocalDate> date = DateReader.read(cell.text());
        return date.<CellValue>map(day -> new CellValue.Known(day.toString()))
                .orElseGet(() -> new CellValue.Wrong("\"" + NumberReader.shown(cell.text())
                        + "\" is geen datum. Schrijf dag-maand-jaar, bijvoorbeeld 1-3-2022."));
    }

    private static CellValue period(SheetCell cell) {
        return PeriodReader.read(cell.text())
                .<CellValue>map(CellValue.Known::new)
                .orElseGet(
                        () -> new CellValue.Wrong(
                                "\"" + NumberReader.shown(cell.text())
                                        + "\" is geen periode. Schrijf een jaar (2023), halfjaar (2023-H1), kwartaal (2023-Q1) of maand (2023-01)."));
    }

    private static CellValue yesOrNo(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (YES.contains(lower)) {
            return new CellValue.Known("ja");
        }
        return NO.contains(lower)
                ? new CellValue.Known("nee")
                : new CellValue.Wrong("\"" + NumberReader.shown(text) + "\" is geen ja of nee.");
    }

    private CellValue code(String text) {
        if (codes.isEmpty() || codes.contains(text)) {
            return text(text);
        }
        return new CellValue.Wrong("Code \"" + NumberReader.shown(text) + "\" staat niet in de lijst van dit veld: "
                + field.codes().stream().limit(10).collect(java.util.stream.Collectors.joining(", "))
                + (field.codes().size() > 10 ? " en meer" : "") + ".");
    }

    /** The number as it is; whoever stores the row puts a person in its place. */
    private static CellValue bsn(String text) {
        String digits = text.length() == 8 ? "0" + text : text;
        return Bsn.of(digits).isPresent()
                ? new CellValue.Known(digits)
                // the number itself is not repeated: this text is stored
                : new CellValue.Wrong(
                        "Dit is geen geldig burgerservicenummer (negen cijfers, elfproef). Het nummer is niet bewaard.");
    }

    /** A date, or what was made of one before; nothing of a wrong one is repeated. */
    private static CellValue birth(String text, Predicate<String> cut, Function<LocalDate, String> of) {
        if (cut.test(text)) {
            return new CellValue.Known(text);
        }
        return DateReader.read(text)
                .filter(day -> day.getYear() >= FIRST_BIRTH)
                .<CellValue>map(day -> new CellValue.Known(of.apply(day)))
                .orElseGet(
                        () -> new CellValue.Wrong(
                                "Dit is geen geboortedatum. Schrijf dag-maand-jaar, bijvoorbeeld 1-3-2012. De datum is niet bewaard."));
    }
}
