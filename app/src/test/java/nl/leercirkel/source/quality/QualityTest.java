package nl.leercirkel.source.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.FieldType;
import nl.leercirkel.source.quality.QualityReport.Example;
import nl.leercirkel.source.quality.QualityReport.FieldQuality;
import org.junit.jupiter.api.Test;

/** What is said to stand out in a version. */
class QualityTest {

    /** Example of Wikipedia, "Median absolute deviation": of 1, 1, 2, 2, 4, 6, 9 the median is 2 and the MAD 1. */
    @Test
    void theModifiedScoreIsThatOfIglewiczAndHoaglin() {
        double[] scores = Outliers.scores(new double[] {1, 1, 2, 2, 4, 6, 9});
        // 0.6745 |x - 2| / 1
        assertThat(scores[6]).isEqualTo(4.7215, within(1e-12));
        assertThat(scores[5]).isEqualTo(2.698, within(1e-12));
        assertThat(scores[2]).isZero();
    }

    @Test
    void aNumberFarFromTheRestIsNamedWithItsRow() {
        RowsInspection inspection = new RowsInspection(new Definition(List.of(Field.of("Aantal", FieldType.NUMBER))));
        String[] values = {"10", "11", "9", "10", "12", "8", "10", "11", "9", "-100", "10"};
        for (int i = 0; i < values.length; i++) {
            inspection.row(i + 2, new String[] {values[i]});
        }
        inspection.row(99, new String[] {null});
        FieldQuality field = inspection.fields().getFirst();
        assertThat(field.filled()).isEqualTo(11);
        assertThat(field.percentFilled(inspection.rows())).isEqualTo(91);
        assertThat(field.outliers()).isEqualTo(1);
        assertThat(field.examples()).containsExactly(new Example(11, "-100"));
        assertThat(field.spread()).isEqualTo(new QualityReport.Spread(-100, 10, 12));
    }

    /** Municipalities differ by orders of magnitude: the largest is no outlier among its like, one of 2 inhabitants is. */
    @Test
    void skewedAmountsAreJudgedByTheirLogarithm() {
        Doubles numbers = new Doubles();
        double[] inhabitants = {
            950, 3_700, 9_000, 14_000, 20_000, 25_000, 28_000, 33_000, 41_000, 52_000, 70_000, 90_000, 120_000, 160_000,
            240_000, 360_000, 650_000, 930_000
        };
        for (int i = 0; i < inhabitants.length; i++) {
            numbers.add(i, inhabitants[i]);
        }
        assertThat(Outliers.of(numbers).judgement()).contains("logaritmen");
        assertThat(Outliers.of(numbers).at()).isEmpty();
        numbers.add(99, 2);
        assertThat(Outliers.of(numbers).at().stream().map(numbers::row)).containsExactly(99L);
    }

    @Test
    void whereHalfIsEqualNothingIsSaidToStandOut() {
        Doubles numbers = new Doubles();
        for (int i = 0; i < 20; i++) {
            numbers.add(i, i < 15 ? 0 : i);
        }
        assertThat(Outliers.of(numbers).at()).isEmpty();
        assertThat(Outliers.of(numbers).judgement()).contains("helft van de getallen is gelijk");
        assertThat(Outliers.of(new Doubles()).spread()).isNull();
    }

    private static Field sum(String name, String... parts) {
        return new Field(
                name, FieldType.NUMBER, "", 10, false, false, null, null, List.of(), List.of(parts), "", null, "");
    }

    @Test
    void totalsInARowAreHeldAgainstTheirPartsWithinRounding() {
        RowsInspection inspection = new RowsInspection(new Definition(List.of(
                sum("Totaal", "Met", "Zonder"),
                Field.of("Met", FieldType.NUMBER),
                Field.of("Zonder", FieldType.NUMBER))));
        inspection.row(2, new String[] {"5", "2", "3"});
        inspection.row(3, new String[] {"6", "2", "3"});
        // 0.1 can be rounding of three numbers with one decimal, 0.2 cannot
        inspection.row(4, new String[] {"5.1", "2", "3"});
        inspection.row(5, new String[] {"5.2", "2", "3"});
        inspection.row(6, new String[] {"5", null, "3"});
        var check = inspection.parts().getFirst();
        assertThat(check.what()).isEqualTo("Totaal = Met + Zonder");
        assertThat(check.compared()).isEqualTo(4);
        assertThat(check.wrong()).isEqualTo(2);
        assertThat(check.examples())
                .containsExactly(
                        new Example(3, "6, de delen tellen op tot 5"), new Example(5, "5,2, de delen tellen op tot 5"));
    }

    @Test
    void theRowOfATotalIsHeldAgainstTheRowsOfItsParts() {
        Field sex = new Field(
                "Geslacht", FieldType.CODE, "", 0, true, true, null, null, List.of(), List.of(), "T", null, "");
        RowsInspection inspection = new RowsInspection(new Definition(
                List.of(Field.of("Jaar", FieldType.PERIOD).asKey(), sex, Field.of("Aantal", FieldType.WHOLE))));
        inspection.row(2, new String[] {"2022", "T", "10"});
        inspection.row(3, new String[] {"2022", "M", "4"});
        inspection.row(4, new String[] {"2022", "V", "6"});
        inspection.row(5, new String[] {"2023", "T", "12"});
        inspection.row(6, new String[] {"2023", "M", "4"});
        inspection.row(7, new String[] {"2023", "V", "6"});
        // incomplete: nothing can be said
        inspection.row(8, new String[] {"2024", "T", "12"});
        inspection.row(9, new String[] {"2024", "M", null});
        var check = inspection.parts().getFirst();
        assertThat(check.compared()).isEqualTo(2);
        assertThat(check.wrong()).isEqualTo(1);
        assertThat(check.examples()).containsExactly(new Example(5, "12, de delen tellen op tot 10"));
    }

    @Test
    void aJumpIsWhatMovedMuchMoreThanTheOthers() {
        Definition definition = new Definition(List.of(Field.of("Aantal", FieldType.NUMBER)));
        ChangeInspection inspection = new ChangeInspection(definition, definition);
        for (int i = 0; i < 20; i++) {
            int before = 100 + i;
            int now = i == 7 ? 900 : before + i % 3;
            inspection.row(i + 2, new String[] {Integer.toString(now)}, new String[] {Integer.toString(before)});
        }
        assertThat(inspection.same()).isEqualTo(7);
        assertThat(inspection.changed()).isEqualTo(13);
        assertThat(inspection.jumps()).hasSize(1);
        assertThat(inspection.jumps().getFirst().examples()).containsExactly(new Example(9, "van 107 naar 900"));
    }

    /** Everything that doubled together did not jump: a new definition, a new year. */
    @Test
    void whatAllNumbersDidIsNoJump() {
        Definition definition = new Definition(List.of(Field.of("Aantal", FieldType.NUMBER)));
        ChangeInspection inspection = new ChangeInspection(definition, definition);
        for (int i = 0; i < 20; i++) {
            inspection.row(
                    i, new String[] {Integer.toString(2 * (100 + i) + i % 4)}, new String[] {Integer.toString(100 + i)
                    });
        }
        assertThat(inspection.jumps()).isEmpty();
    }

    @Test
    void countedWholeNumbersMayNotDifferAtAll() {
        assertThat(SumOfParts.differs(new BigDecimal("5"), new BigDecimal("4"), 2))
                .isTrue();
        assertThat(SumOfParts.differs(new BigDecimal("5"), new BigDecimal("5"), 2))
                .isFalse();
    }
}
