package nl.leercirkel.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Expected numbers are worked out by hand in the comments. */
class ComparisonTest {
    private static final Criterion FITTING = Criterion.scale("passender", "", 5, "", "", 2);
    private static final Criterion FASTER = Criterion.scale("sneller", "", 5, "", "", 1);
    private static final Criterion TEAM = Criterion.yesNo("expertteam", "", 1);

    private static Assessment assessment(UUID application, Map<Criterion, Integer> values) {
        Map<UUID, Assessment.Score> scores = new HashMap<>();
        values.forEach((criterion, value) -> scores.put(criterion.id(), new Assessment.Score(value, "", "omdat")));
        return new Assessment(application, UUID.randomUUID(), "Jo", 1, "", 1, Instant.EPOCH, scores);
    }

    private static Comparison.Entry entry(
            String name, @Nullable String requested, List<Map<Criterion, Integer>> assessments) {
        UUID id = UUID.randomUUID();
        return new Comparison.Entry(
                id,
                name,
                "Organisatie",
                requested == null ? null : new BigDecimal(requested),
                3,
                assessments.stream().map(values -> assessment(id, values)).toList());
    }

    private static Comparison compare(List<Criterion> criteria, @Nullable String budget, Comparison.Entry... entries) {
        return Comparison.of(criteria, List.of(entries), List.of(), budget == null ? null : new BigDecimal(budget));
    }

    @Test
    void theTotalIsTheWeightedMeanOfPointsFromZeroToAHundred() {
        // passender: mean 4 -> 75 points, weight 2; sneller: mean 2.5 -> 37.5, weight 1; together (150 + 37.5) / 3 =
        // 62.5
        Comparison.Row row = compare(
                        List.of(FITTING, FASTER),
                        null,
                        entry("A", null, List.of(Map.of(FITTING, 5, FASTER, 1), Map.of(FITTING, 3, FASTER, 4))))
                .rows()
                .getFirst();
        assertThat(row.total()).isEqualByComparingTo("62.5");
        assertThat(row.assessors()).isEqualTo(2);
        assertThat(row.expected()).isEqualTo(3);
        Comparison.Cell fitting = row.cells().getFirst();
        assertThat(fitting.mean()).isEqualByComparingTo("4");
        assertThat(List.of(fitting.lowest(), fitting.highest(), fitting.count()))
                .containsExactly(3, 5, 2);
    }

    @Test
    void scoresHalfAScaleFromEachOtherLieApart() {
        Comparison.Row row = compare(
                        List.of(FITTING, FASTER, TEAM),
                        null,
                        entry(
                                "A",
                                null,
                                List.of(
                                        Map.of(FITTING, 5, FASTER, 1, TEAM, 1),
                                        Map.of(FITTING, 3, FASTER, 2, TEAM, 0))))
                .rows()
                .getFirst();
        assertThat(row.cells()).extracting(Comparison.Cell::apart).containsExactly(true, false, true);
    }

    @Test
    void yesIsAHundredPointsAndNoNone() {
        // 2 of 4 yes -> 50 points; passender all 1 -> 0 points, weight 2: (0 + 50) / 3 = 16.666… -> 16.7
        Comparison.Row row = compare(
                        List.of(FITTING, TEAM),
                        null,
                        entry(
                                "A",
                                null,
                                List.of(
                                        Map.of(FITTING, 1, TEAM, 1),
                                        Map.of(FITTING, 1, TEAM, 1),
                                        Map.of(FITTING, 1, TEAM, 0),
                                        Map.of(FITTING, 1, TEAM, 0))))
                .rows()
                .getFirst();
        assertThat(row.total()).isEqualByComparingTo("16.7");
    }

    @Test
    void equalTotalsShareTheirRankAndTheNextRankIsSkipped() {
        Comparison comparison = compare(
                List.of(FITTING),
                "250",
                entry("Laag", "40.00", List.of(Map.of(FITTING, 2))),
                entry("Beta", "100.00", List.of(Map.of(FITTING, 4))),
                entry("Alfa", "150.00", List.of(Map.of(FITTING, 4))),
                entry("Zonder", "5.00", List.of()));
        assertThat(comparison.rows())
                .extracting(Comparison.Row::name)
                .containsExactly("Alfa", "Beta", "Laag", "Zonder");
        assertThat(comparison.rows()).extracting(Comparison.Row::rank).containsExactly(1, 1, 3, null);
        assertThat(comparison.rows()).extracting(Comparison.Row::shared).containsExactly(2, 2, 1, 0);
        assertThat(comparison.rows())
                .extracting(row -> String.valueOf(row.runningTotal()))
                .containsExactly("150.00", "250.00", "290.00", "295.00");
        assertThat(comparison.rows())
                .extracting(Comparison.Row::withinBudget)
                .containsExactly(true, true, false, false);
        assertThat(comparison.requested()).isEqualByComparingTo("295");
    }

    @Test
    void anUnknownAmountMakesTheTotalUnknownFromThereOn() {
        Comparison comparison = compare(
                List.of(FITTING),
                "250",
                entry("Eerste", "100.00", List.of(Map.of(FITTING, 5))),
                entry("Tweede", null, List.of(Map.of(FITTING, 4))),
                entry("Derde", "10.00", List.of(Map.of(FITTING, 3))));
        assertThat(comparison.rows())
                .extracting(row -> String.valueOf(row.runningTotal()))
                .containsExactly("100.00", "null", "null");
        assertThat(comparison.requested()).isNull();
    }

    @Test
    void withoutAWeightThatCountsThereIsNoTotal() {
        Criterion unweighted = Criterion.yesNo("expertteam", "", 0);
        Comparison.Row row = compare(List.of(unweighted), null, entry("A", "1.00", List.of(Map.of(unweighted, 1))))
                .rows()
                .getFirst();
        assertThat(row.total()).isNull();
        assertThat(row.rank()).isNull();
    }
}
