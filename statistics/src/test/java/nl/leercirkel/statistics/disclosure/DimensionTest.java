package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.leercirkel.statistics.disclosure.Dimension.Total;
import org.junit.jupiter.api.Test;

/** Levels, overlapping totals, and what can be worked out by subtracting one total from another. */
class DimensionTest {

    private static Dimension of(Total... totals) {
        return Dimension.of("leeftijd", List.of(), List.of(totals)).get();
    }

    /** 0-17 less 0-11 is 12-17, which stands nowhere. */
    @Test
    void theDifferenceOfTwoTotalsThatStandsNowhereGetsACode() {
        Dimension ages = of(Total.of("0-17", "0-5", "6-11", "12-15", "16-17"), Total.of("0-11", "0-5", "6-11"));
        Dimension more = ages.withDifferences();
        assertThat(more.codes()).hasSize(7).contains("0-17 zonder 0-11");
        assertThat(more.totals())
                .contains(Total.of("0-17 zonder 0-11", "12-15", "16-17"), Total.of("0-17", "0-11", "0-17 zonder 0-11"));
        assertThat(more.withDifferences().codes()).isEqualTo(more.codes());
    }

    @Test
    void whatFollowsAlongAChainOfTotalsIsNoDifference() {
        Dimension levels = RandomTables.Kind.LEVELS.dimensions().get(0);
        assertThat(levels.withDifferences().totals()).isEqualTo(levels.totals());
        assertThat(levels.withDifferences().codes()).isEqualTo(levels.codes());
    }

    @Test
    void aCodeInTwoTotalsOrATotalInTwoWaysIsLinked() {
        assertThat(RandomTables.Kind.LEVELS.dimensions().get(0).isLinked()).isFalse();
        assertThat(RandomTables.Kind.FLAT.dimensions().get(0).isLinked()).isFalse();
        assertThat(of(Total.of("P", "1", "2"), Total.of("R", "2", "3")).isLinked())
                .isTrue();
        assertThat(of(
                                Total.of("T", "P", "3"),
                                Total.of("P", "1", "2"),
                                Total.of("T", "1", "R"),
                                Total.of("R", "2", "3"))
                        .isLinked())
                .isTrue();
        assertThat(of(Total.of("P", "1", "2"), Total.of("Q", "3", "4")).isLinked())
                .isFalse();
    }

    @Test
    void theSameCodesAndTotalsAreTheSameDimension() {
        Dimension one = of(Total.of("T", "1", "2"));
        assertThat(one.isSameAs(of(Total.of("T", "2", "1")))).isTrue();
        assertThat(one.isSameAs(of(Total.of("T", "1", "2", "3")))).isFalse();
        assertThat(one.isSameAs(of(Total.of("T", "1", "2"), Total.of("S", "1", "2"))))
                .isFalse();
        assertThat(one.isSameAs(Dimension.flat("wijk", "T", List.of("1", "2")).get()))
                .isFalse();
    }
}
