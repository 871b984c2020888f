package nl.leercirkel.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import nl.leercirkel.report.document.Table;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {

    @Test
    void widthsFollowTheWeights() {
        assertThat(ColumnWidths.shared(new int[] {3, 1}, new int[] {10, 10}, 100))
                .containsExactly(75, 25);
    }

    @Test
    void aNarrowColumnGetsWhatItNeedsAndTheOthersShareTheRest() {
        assertThat(ColumnWidths.shared(new int[] {6, 2, 1}, new int[] {10, 10, 20}, 100))
                .containsExactly(60, 20, 20);
    }

    @Test
    void givingOneColumnRoomMayMakeAnotherNeedIt() {
        assertThat(ColumnWidths.shared(new int[] {5, 4, 1}, new int[] {10, 36, 20}, 100))
                .containsExactly(44, 36, 20);
    }

    @Test
    void whenWordsDoNotFitTheLackIsShared() {
        var table = Table.titled("Breed")
                .text("Woordwoordwoordwoord", 1)
                .text("Woordwoordwoordwoord", 9)
                .build();
        assertThat(ColumnWidths.of(table, 2000)).containsExactly(1000, 1000);
    }
}
