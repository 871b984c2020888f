package nl.leercirkel.source.check;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import nl.leercirkel.source.table.DecimalMark;
import nl.leercirkel.spreadsheet.SheetCell;

/** What a column of a file probably holds. */
public final class Guess {
    /** A few cells may be otherwise: they will be refused, and mended or explained. */
    private static final double MOST = 0.9;
    /** Former and unknown municipalities are what the check is for. */
    private static final double MOST_MUNICIPALITIES = 0.75;

    private Guess() {}

    /** @param name in lower case: a number is only taken for a code or year where the name says so */
    public static FieldType type(String name, List<SheetCell> cells, DecimalMark mark) {
        List<SheetCell> filled =
                cells.stream().filter(cell -> !cell.text().isEmpty()).toList();
        if (filled.isEmpty()) {
            return FieldType.TEXT;
        }
        if (BsnWatch.areNumbers(filled) || BsnWatch.isNamed(name)) {
            return FieldType.BSN;
        }
        if (name.contains("gemeente")
                || name.equals("gm_code")
                || name.contains("regio")
                || name.contains("gwb_code")) {
            MunicipalityReader municipalities = new MunicipalityReader();
            LocalDate[] days = {LocalDate.of(2026, 1, 1), LocalDate.of(2015, 1, 1)};
            long known = filled.stream()
                    .filter(cell -> Arrays.stream(days)
                            .anyMatch(day -> municipalities.read(cell.text(), day) instanceof CellValue.Known))
                    .count();
            if (known >= filled.size() * MOST_MUNICIPALITIES) {
                return FieldType.MUNICIPALITY;
            }
        }
        if (filled.stream()
                .allMatch(cell ->
                        cell.kind() == SheetCell.Kind.PERCENTAGE || cell.text().endsWith("%"))) {
            return FieldType.PERCENTAGE;
        }
        boolean period =
                name.contains("jaar") || name.contains("period") || name.contains("kwartaal") || name.contains("maand");
        if (most(filled, cell -> PeriodReader.read(cell.text()).isPresent())
                && (period || filled.stream().noneMatch(cell -> cell.text().matches("\\d+")))) {
            return FieldType.PERIOD;
        }
        if (most(
                filled,
                cell -> cell.kind() == SheetCell.Kind.DATE
                        || (cell.text().contains("-")
                                && DateReader.read(cell.text()).isPresent()))) {
            return name.contains("geboorte") ? FieldType.BIRTH_YEAR : FieldType.DATE;
        }
        boolean code = name.contains("code")
                || name.endsWith("id")
                || filled.stream().anyMatch(cell -> cell.text().matches("0\\d+"));
        if (!code && most(filled, cell -> isNumber(cell, mark))) {
            return filled.stream().allMatch(cell -> cell.text().matches("[-+]?\\d+"))
                    ? FieldType.WHOLE
                    : FieldType.NUMBER;
        }
        return most(
                        filled,
                        cell -> cell.text().equalsIgnoreCase("ja")
                                || cell.text().equalsIgnoreCase("nee"))
                ? FieldType.YES_NO
                : FieldType.TEXT;
    }

    private static boolean most(List<SheetCell> cells, Predicate<SheetCell> holds) {
        return cells.stream().filter(holds).count() >= cells.size() * MOST;
    }

    private static boolean isNumber(SheetCell cell, DecimalMark mark) {
        return cell.kind() == SheetCell.Kind.NUMBER
                || NumberReader.read(cell.text(), mark) instanceof NumberReader.Read.Number;
    }
}
