package nl.leercirkel.statistics.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.panel.Panel.Cell;
import org.junit.jupiter.api.Test;

class PanelTest {

    private static final List<String> UNITS = List.of("Dordrecht", "Venlo", "Zwolle");
    private static final List<String> PERIODS = List.of("2024-1", "2024-2");
    private static final double[][] VALUES = {{1, 2}, {3, 4}, {5, 6}};
    private static final int[] FIRST = {Panel.NEVER, 1, Panel.NEVER};

    @Test
    void answersWhatItWasGiven() {
        Panel panel = Panel.of(UNITS, PERIODS, VALUES, FIRST).get();
        assertThat(panel.units()).isEqualTo(UNITS);
        assertThat(panel.periods()).isEqualTo(PERIODS);
        assertThat(panel.value(1, 0)).isEqualTo(3);
        assertThat(panel.series(2)).containsExactly(5, 6);
        assertThat(panel.values()).isDeepEqualTo(VALUES);
        assertThat(panel.treated()).containsExactly(1);
        assertThat(panel.untreated()).containsExactly(0, 2);
        assertThat(panel.firstTreated(1)).isEqualTo(1);
        assertThat(panel.unit("Zwolle").get()).isEqualTo(2);
        assertThat(panel.period("2024-2").get()).isEqualTo(1);
        assertThat(panel.unit("Urk").failure().reason()).isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(panel.period("2025-1").failure().reason()).isEqualTo(Reason.DO_NOT_MATCH);
    }

    @Test
    void cannotBeChangedFromOutside() {
        double[][] values = {{1, 2}, {3, 4}, {5, 6}};
        int[] first = FIRST.clone();
        Panel panel = Panel.of(UNITS, PERIODS, values, first).get();
        values[0][0] = 99;
        first[0] = 0;
        panel.values()[1][1] = 99;
        panel.series(2)[0] = 99;
        assertThat(panel.values()).isDeepEqualTo(VALUES);
        assertThat(panel.treated()).containsExactly(1);
    }

    @Test
    void otherTreatmentKeepsTheValues() {
        Panel placebo = Panel.of(UNITS, PERIODS, VALUES, FIRST)
                .get()
                .withFirstTreated(new int[] {0, Panel.NEVER, Panel.NEVER})
                .get();
        assertThat(placebo.treated()).containsExactly(0);
        assertThat(placebo.values()).isDeepEqualTo(VALUES);
    }

    @Test
    void cellsInAnyOrderGiveTheSamePanel() {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            for (int t = 0; t < 2; t++) {
                cells.add(new Cell(UNITS.get(i), PERIODS.get(t), VALUES[i][t]));
            }
        }
        Collections.shuffle(cells.subList(1, 6), new Random(7));
        Panel panel = Panel.ofCells(cells, PERIODS, Map.of("Venlo", "2024-2")).get();
        for (int i = 0; i < 3; i++) {
            assertThat(panel.series(panel.unit(UNITS.get(i)).get())).containsExactly(VALUES[i]);
        }
        assertThat(panel.firstTreated(panel.unit("Venlo").get())).isEqualTo(1);
        assertThat(panel.firstTreated(panel.unit("Zwolle").get())).isEqualTo(Panel.NEVER);
    }

    @Test
    void saysWhyATableIsNoPanel() {
        expect(Reason.NO_DATA, Panel.of(List.of(), PERIODS, new double[0][], new int[0]));
        expect(Reason.NO_DATA, Panel.of(UNITS, List.of(), VALUES, FIRST));
        expect(Reason.DO_NOT_MATCH, Panel.of(List.of("a", "b", "a"), PERIODS, VALUES, FIRST));
        expect(Reason.DO_NOT_MATCH, Panel.of(UNITS, List.of("x", "x"), VALUES, FIRST));
        expect(Reason.DO_NOT_MATCH, Panel.of(UNITS, PERIODS, new double[][] {{1, 2}, {3, 4}}, FIRST));
        expect(Reason.DO_NOT_MATCH, Panel.of(UNITS, PERIODS, new double[][] {{1, 2}, {3}, {5, 6}}, FIRST));
        expect(Reason.DO_NOT_MATCH, Panel.of(UNITS, PERIODS, VALUES, new int[] {1, 1}));
        expect(Reason.NOT_A_NUMBER, Panel.of(UNITS, PERIODS, new double[][] {{1, 2}, {3, Double.NaN}, {5, 6}}, FIRST));
        expect(Reason.OUT_OF_RANGE, Panel.of(UNITS, PERIODS, new double[][] {{1, 2}, {3, 1e200}, {5, 6}}, FIRST));
        expect(Reason.OUT_OF_RANGE, Panel.of(UNITS, PERIODS, VALUES, new int[] {2, 1, 1}));
        expect(Reason.OUT_OF_RANGE, Panel.of(UNITS, PERIODS, VALUES, new int[] {-1, 1, 1}));
    }

    @Test
    void saysWhyCellsAreNoPanel() {
        List<Cell> cells =
                List.of(new Cell("a", "1", 1), new Cell("a", "2", 2), new Cell("b", "1", 3), new Cell("b", "2", 4));
        List<String> periods = List.of("1", "2");
        expect(Reason.NO_DATA, Panel.ofCells(List.of(), periods, Map.of()));
        expect(Reason.NO_DATA, Panel.ofCells(cells, List.of(), Map.of()));
        expect(Reason.DO_NOT_MATCH, Panel.ofCells(cells.subList(0, 3), periods, Map.of()));
        expect(Reason.DO_NOT_MATCH, Panel.ofCells(cells, List.of("1", "3"), Map.of()));
        expect(Reason.DO_NOT_MATCH, Panel.ofCells(cells, periods, Map.of("c", "1")));
        expect(Reason.DO_NOT_MATCH, Panel.ofCells(cells, periods, Map.of("a", "3")));
        List<Cell> twice = new ArrayList<>(cells);
        twice.add(new Cell("a", "1", 9));
        expect(Reason.DO_NOT_MATCH, Panel.ofCells(twice, periods, Map.of()));
    }

    private static void expect(Reason reason, Outcome<Panel> outcome) {
        assertThat(outcome.isAnswer()).isFalse();
        assertThat(outcome.failure().reason()).isEqualTo(reason);
    }
}
