package nl.leercirkel.source.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.leercirkel.source.table.DecimalMark;
import nl.leercirkel.source.table.TableKind;
import nl.leercirkel.source.table.TableOptions;
import nl.leercirkel.spreadsheet.SheetCell;
import nl.leercirkel.spreadsheet.SheetCell.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a row may hold, and what is said where it holds something else. */
class RowCheckerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final TableOptions XLSX = new TableOptions(TableKind.XLSX, "Cijfers", 1, "", DecimalMark.COMMA);

    private static RowChecker checker(DecimalMark mark, Field... fields) {
        Definition definition = new Definition(List.of(fields));
        Map<String, String> columns = new LinkedHashMap<>();
        Arrays.stream(fields).forEach(field -> columns.put(field.name(), field.name()));
        return new RowChecker(
                definition,
                new Mapping(columns),
                XLSX.with(mark),
                Arrays.stream(fields).map(Field::name).toList(),
                TODAY);
    }

    private static CheckedRow check(DecimalMark mark, Field field, SheetCell cell) {
        return checker(mark, field).check(12, List.of(cell));
    }

    private static String value(DecimalMark mark, Field field, String text) {
        CheckedRow row = check(mark, field, SheetCell.text(text));
        assertThat(row).as(text).isInstanceOf(CheckedRow.Good.class);
        return String.valueOf(((CheckedRow.Good) row).values()[0]);
    }

    private static String error(DecimalMark mark, Field field, SheetCell cell) {
        CheckedRow row = check(mark, field, cell);
        assertThat(row).as(cell.text()).isInstanceOf(CheckedRow.Refused.class);
        return ((CheckedRow.Refused) row).errors().getFirst().toString();
    }

    private static String error(Field field, String text) {
        return error(DecimalMark.COMMA, field, SheetCell.text(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COMMA|12|12", "COMMA|1.234|1234", "COMMA|1.234,50|1234.5", "COMMA|1 234,5|1234.5", "COMMA|-0,50|-0.5",
                "COMMA|1.234.567|1234567", "COMMA|0,0|0", "POINT|1,234|1234", "POINT|1,234.50|1234.5", "POINT|.5|0.5",
                "POINT|0.125|0.125", "COMMA|\u2212 3|none", "COMMA|\u22123|-3"
            })
    void numbersOfOneNotationAreRead(DecimalMark mark, String text, String expected) {
        if (expected.equals("none")) {
            assertThat(check(mark, Field.of("Aantal", FieldType.NUMBER), SheetCell.text(text)))
                    .isInstanceOf(CheckedRow.Refused.class);
        } else {
            assertThat(value(mark, Field.of("Aantal", FieldType.NUMBER), text)).isEqualTo(expected);
        }
    }

    /** 12.5 in a file with commas could be 125 or 12,5: nobody but its owner knows. */
    @Test
    void theOtherNotationIsRefusedWithItsCell() {
        Field number = Field.of("Aantal", FieldType.NUMBER);
        assertThat(error(number, "12.5"))
                .startsWith("blad Cijfers, rij 12, cel A12 (Aantal): ")
                .contains("decimale punt", "decimale komma heeft", "op één manier");
        assertThat(error(DecimalMark.POINT, number, SheetCell.text("12,5")))
                .contains("decimale komma", "decimale punt heeft");
        assertThat(error(number, "veel")).contains("\"veel\" is geen getal");
        assertThat(error(number, "12%")).contains("Haal het procentteken weg");
    }

    @Test
    void whatASpreadsheetKnowsOfANumberIsUsed() {
        Field number = Field.of("Aantal", FieldType.NUMBER);
        assertThat(check(DecimalMark.COMMA, number, SheetCell.of(Kind.NUMBER, "12.5")))
                .isInstanceOfSatisfying(
                        CheckedRow.Good.class, row -> assertThat(row.values()).containsExactly("12.5"));
        assertThat(error(DecimalMark.COMMA, number, SheetCell.of(Kind.DATE, "2022-03-01")))
                .contains("datum waar een getal hoort");
        assertThat(error(DecimalMark.COMMA, number, SheetCell.of(Kind.PERCENTAGE, "12.5")))
                .contains("als percentage opgemaakt");
        assertThat(error(DecimalMark.COMMA, number, SheetCell.problem("Hier staat een formule.")))
                .contains("Hier staat een formule.");
        Field share = Field.of("Deel", FieldType.PERCENTAGE);
        assertThat(check(DecimalMark.COMMA, share, SheetCell.of(Kind.PERCENTAGE, "12.5")))
                .isInstanceOfSatisfying(
                        CheckedRow.Good.class, row -> assertThat(row.values()).containsExactly("12.5"));
        // 0.1 + 0.2 as a spreadsheet keeps it: the tail is not the owner's
        Field money = Field.of("Bedrag", FieldType.MONEY);
        assertThat(check(DecimalMark.COMMA, money, SheetCell.of(Kind.NUMBER, "0.30000000000000004")))
                .isInstanceOfSatisfying(
                        CheckedRow.Good.class, row -> assertThat(row.values()).containsExactly("0.3"));
        assertThat(error(DecimalMark.COMMA, money, SheetCell.of(Kind.NUMBER, "0.305")))
                .contains("meer dan 2 decimalen");
    }

    @Test
    void formulasAsTextAndGarbledTextAreRefused() {
        Field text = Field.of("Naam", FieldType.TEXT);
        assertThat(error(text, "=1+1")).contains("formule", "=1+1");
        assertThat(error(text, "GelderlandÃ«")).contains("verkeerde tekenset", "UTF-8");
        assertThat(error(text, "a\u0001b")).contains("besturingstekens");
        assertThat(error(text, "half\ud83d")).contains("besturingstekens");
        assertThat(value(DecimalMark.COMMA, text, "Súdwest-Fryslân")).isEqualTo("Súdwest-Fryslân");
    }

    @Test
    void limitsListsAndDutiesAreKept() {
        Field bounded = new Field(
                "Leeftijd",
                FieldType.WHOLE,
                "",
                0,
                true,
                false,
                BigDecimal.ZERO,
                BigDecimal.valueOf(120),
                List.of(),
                List.of(),
                "",
                null,
                "");
        assertThat(error(bounded, "-1")).contains("lager dan het laagste dat hier kan: 0");
        assertThat(error(bounded, "121")).contains("hoger dan het hoogste dat hier kan: 120");
        assertThat(error(bounded, "1,5")).contains("geheel getal");
        assertThat(error(bounded, "")).contains("verplicht");
        assertThat(error(bounded, "-")).contains("verplicht");
        Field code = new Field(
                "Vorm", FieldType.CODE, "", 0, false, false, null, null, List.of("A", "B"), List.of(), "", null, "");
        assertThat(error(code, "C")).contains("Code \"C\" staat niet in de lijst", "A, B");
        assertThat(value(DecimalMark.COMMA, code, "B")).isEqualTo("B");
    }

    @ParameterizedTest
    @CsvSource({
        "2023,2023",
        "2023JJ00,2023",
        "2023*,2023",
        "2023KW02,2023-Q2",
        "2023-Q2,2023-Q2",
        "2023 Q2,2023-Q2",
        "2e kwartaal 2023,2023-Q2",
        "2023 2e kwartaal,2023-Q2",
        "2023MM07,2023-07",
        "2023-07,2023-07",
        "2023-H1,2023-H1"
    })
    void periodsAreReadAsPeopleAndCbsWriteThem(String text, String expected) {
        assertThat(value(DecimalMark.COMMA, Field.of("Periode", FieldType.PERIOD), text))
                .isEqualTo(expected);
    }

    @Test
    void whatIsNoPeriodOrDateIsRefused() {
        assertThat(error(Field.of("Periode", FieldType.PERIOD), "voorjaar")).contains("geen periode", "2023-Q1");
        assertThat(error(Field.of("Periode", FieldType.PERIOD), "2023-13")).contains("geen periode");
        assertThat(error(Field.of("Dag", FieldType.DATE), "31-2-2023")).contains("geen datum");
        assertThat(value(DecimalMark.COMMA, Field.of("Dag", FieldType.DATE), "1-3-2022"))
                .isEqualTo("2022-03-01");
    }

    private static CheckedRow municipality(String code, String year) {
        return checker(
                        DecimalMark.COMMA,
                        Field.of("Gemeente", FieldType.MUNICIPALITY).asKey(),
                        Field.of("Jaar", FieldType.PERIOD).asKey())
                .check(5, List.of(SheetCell.text(code), SheetCell.text(year)));
    }

    /** Facts of the register of government organisations: Geldermalsen went up in West Betuwe on 1 January 2019. */
    @Test
    void municipalitiesAreJudgedByTheirPeriod() {
        for (String written : List.of("0505", "505", "GM0505", "Dordrecht", "dordrecht")) {
            assertThat(municipality(written, "2023")).isInstanceOfSatisfying(CheckedRow.Good.class, row -> {
                assertThat(row.values()).containsExactly("0505", "2023");
                assertThat(row.key()).isEqualTo("0505\u001F2023");
            });
        }
        assertThat(municipality("0236", "2018")).isInstanceOf(CheckedRow.Good.class);
        assertThat(message(municipality("0236", "2019")))
                .contains(
                        "cel A5",
                        "Geldermalsen (0236) bestond niet meer op 1 januari 2019",
                        "West Betuwe (1960)",
                        "Gebruik code 1960");
        assertThat(message(municipality("1960", "2018"))).contains("bestond nog niet op 1 januari 2018");
        assertThat(message(municipality("9999", "2023"))).contains("Gemeentecode 9999 bestaat niet");
        assertThat(message(municipality("Dordt", "2023"))).contains("geen gemeente \"Dordt\"");
        // Haaren was divided over four municipalities on 1 January 2021
        assertThat(message(municipality("0788", "2022"))).contains("Haaren", "verdeeld over", "Boxtel");
    }

    private static String message(CheckedRow row) {
        assertThat(row).isInstanceOf(CheckedRow.Refused.class);
        return ((CheckedRow.Refused) row).errors().getFirst().toString();
    }

    @Test
    void aWrongCitizenServiceNumberIsNeverRepeated() {
        Field bsn = Field.of("BSN", FieldType.BSN);
        for (String wrong : List.of("999990018", "12345", "999 990 019", "99999001X")) {
            assertThat(check(DecimalMark.COMMA, bsn, SheetCell.text(wrong)))
                    .isInstanceOfSatisfying(CheckedRow.Refused.class, refused -> {
                        assertThat(refused.errors().getFirst().message()).contains("geen geldig burgerservicenummer");
                        assertThat(refused.written()).containsExactly("");
                        assertThat(refused.toString()).doesNotContain(wrong);
                    });
        }
        assertThat(value(DecimalMark.COMMA, bsn, "999990019")).isEqualTo("999990019");
        // a spreadsheet takes a zero at the beginning for nothing
        assertThat(value(DecimalMark.COMMA, bsn, "10000008")).isEqualTo("010000008");
    }

    @Test
    void aPersonStaysThatPersonAndNobodyCanTypeAnother() {
        RowChecker checker =
                checker(DecimalMark.COMMA, Field.of("BSN", FieldType.BSN), Field.of("Aantal", FieldType.WHOLE));
        String person = "11111111-2222-3333-4444-555555555555";
        assertThat(checker.checkMended(3, List.of(person, "1"), List.of(person, "veel")))
                .isInstanceOfSatisfying(
                        CheckedRow.Good.class, row -> assertThat(row.values()).containsExactly(person, "1"));
        assertThat(checker.checkMended(3, List.of(person, "1"), List.of("", "veel")))
                .isInstanceOf(CheckedRow.Refused.class);
        assertThat(checker.check(3, List.of(SheetCell.text(person), SheetCell.text("1"))))
                .isInstanceOf(CheckedRow.Refused.class);
    }

    @Test
    void ofADateOfBirthOnlyTheYearOrTheAgeGroupIsLeft() {
        assertThat(value(DecimalMark.COMMA, Field.of("Geboren", FieldType.BIRTH_YEAR), "17-5-2012"))
                .isEqualTo("2012");
        assertThat(value(DecimalMark.COMMA, Field.of("Geboren", FieldType.BIRTH_YEAR), "2012"))
                .isEqualTo("2012");
        // TODAY is 1 March 2026: twelve on that day, eleven the day before
        assertThat(value(DecimalMark.COMMA, Field.of("Geboren", FieldType.AGE_GROUP), "1-3-2014"))
                .isEqualTo("12-17");
        assertThat(value(DecimalMark.COMMA, Field.of("Geboren", FieldType.AGE_GROUP), "2-3-2014"))
                .isEqualTo("4-11");
        for (String wrong : List.of("31-02-2012", "1-3-1712", "2027-06-30", "mei 2012")) {
            assertThat(check(DecimalMark.COMMA, Field.of("Geboren", FieldType.AGE_GROUP), SheetCell.text(wrong)))
                    .isInstanceOfSatisfying(CheckedRow.Refused.class, refused -> {
                        assertThat(refused.toString()).doesNotContain(wrong).contains("niet bewaard");
                        assertThat(refused.written()).containsExactly("");
                    });
        }
    }

    @Test
    void theAgeIsThatInThePeriodOfTheRow() {
        RowChecker checker = checker(
                DecimalMark.COMMA, Field.of("Geboren", FieldType.AGE_GROUP), Field.of("Jaar", FieldType.PERIOD));
        assertThat(checker.check(2, List.of(SheetCell.text("1-3-2014"), SheetCell.text("2018"))))
                .isInstanceOfSatisfying(
                        CheckedRow.Good.class, row -> assertThat(row.values()).containsExactly("0-3", "2018"));
    }

    @Test
    void namesAddressesAndWholeDatesOfBirthHaveNoPlaceBesideAPerson() {
        List<Field> fields = List.of(
                Field.of("BSN", FieldType.BSN),
                Field.of("Naam kind", FieldType.TEXT),
                Field.of("Straat en huisnummer", FieldType.TEXT),
                Field.of("E-mail", FieldType.TEXT),
                Field.of("Geboortedatum", FieldType.DATE),
                Field.of("Naam aanbieder", FieldType.TEXT),
                Field.of("Startdatum", FieldType.DATE));
        assertThat(new Definition(fields).contradictions())
                .hasSize(4)
                .anySatisfy(wrong -> assertThat(wrong).contains("Naam kind", "niet bewaard"))
                .anySatisfy(wrong -> assertThat(wrong).contains("Straat en huisnummer"))
                .anySatisfy(wrong -> assertThat(wrong).contains("E-mail"))
                .anySatisfy(wrong -> assertThat(wrong).contains("Geboortedatum", "jaar", "leeftijdsgroep"));
        assertThat(new Definition(fields.subList(1, fields.size())).contradictions())
                .isEmpty();
    }

    @Test
    void aKeyThatNoIndexTakesIsRefused() {
        Field key = Field.of("Naam", FieldType.TEXT).asKey();
        assertThat(error(key, "x".repeat(501))).contains("blad Cijfers, rij 12", "langer dan 500 tekens");
        assertThat(value(DecimalMark.COMMA, key, "x".repeat(500))).hasSize(500);
    }

    @Test
    void aMendedRowIsJudgedAsTheFirstTime() {
        RowChecker checker =
                checker(DecimalMark.COMMA, Field.of("Aantal", FieldType.NUMBER), Field.of("Naam", FieldType.TEXT));
        CheckedRow.Refused refused =
                (CheckedRow.Refused) checker.check(3, List.of(SheetCell.text("veel"), SheetCell.text("a")));
        assertThat(refused.written()).containsExactly("veel", "a");
        assertThat(checker.checkMended(3, List.of("1,5", "a"), refused.written()))
                .isInstanceOfSatisfying(
                        CheckedRow.Good.class, row -> assertThat(row.values()).containsExactly("1.5", "a"));
    }
}
