package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.leercirkel.statistics.Shared;
import nl.leercirkel.statistics.disclosure.Policy.Cost;
import nl.leercirkel.statistics.disclosure.Policy.Protection;
import nl.leercirkel.statistics.disclosure.Policy.Zeros;
import nl.leercirkel.statistics.disclosure.PublishedTable.Kind;
import nl.leercirkel.statistics.disclosure.Suppression.Method;
import org.junit.jupiter.api.Test;

/** Tables with published patterns: the files of ../shared/reference-data/sdc, with the source in the README there. */
class ReferenceTest {

    /**
     * sdcTable's test data microdata1, region x gender, where A x female (n = 2) is secret: sdcTable's optimal method (OPT) suppresses three
     * cells beside it and publishes 11 of 15.
     */
    @Test
    void microdata1NeedsThreeSecondaryCells() {
        Table table = Table.ofRecords(
                        List.of(
                                Dimension.flat("region", "Tot", List.of("A", "B", "C", "D"))
                                        .get(),
                                Dimension.flat("gender", "Tot", List.of("male", "female"))
                                        .get()),
                        Shared.rows("sdc/sdctable_microdata1.csv").stream()
                                .map(row -> List.of(row[0], row[1]))
                                .toList())
                .get();
        for (Cost cost : Cost.values()) {
            PublishedTable published = Suppression.protect(
                            table, Policy.minimum(3).with(cost), Method.OPTIMAL)
                    .get();
            assertThat(published.suppressed(Kind.PRIMARY)).containsExactly(List.of("A", "female"));
            assertThat(published.suppressed(Kind.SECONDARY)).as(cost.name()).hasSize(3);
            assertThat(published.publishedCells()).isEqualTo(11);
            assertThat(published.proof().optimal()).isTrue();
        }
    }

    /** SSBtools' example1 of 2014, age x country, maxN = 1: the pattern of GaussSuppression 1.0.0, which here is the optimum. */
    @Test
    void example1WithoutLevelsIsThePatternOfGaussSuppression() {
        Table table = example1(Dimension.flat("geo", "Total", List.of("Spain", "Iceland", "Portugal"))
                .get());
        Policy policy =
                Policy.minimum(2).with(Zeros.SECRET).with(Protection.NOT_EXACT).with(Cost.CELLS);
        for (Method method : Method.values()) {
            PublishedTable published =
                    Suppression.protect(table, policy, method).get();
            assertThat(suppressed(published))
                    .as(method.name())
                    .isEqualTo(expected("sdc/ssb_example1_2014_maxN1_out.csv"));
            assertThat(published.suppressed(Kind.PRIMARY)).hasSize(1);
            assertThat(published.suppressed(Kind.SECONDARY)).hasSize(3);
        }
    }

    /**
     * The same with EU and nonEU above the countries, maxN = 2. GaussSuppression 1.0.0 suppresses 3 primary and 5 secondary cells; the
     * optimum is no more than that.
     */
    @Test
    void example1WithLevelsNeedsNoMoreThanGaussSuppression() {
        Dimension geo = Dimension.of(
                        "geo",
                        List.of(),
                        List.of(
                                Dimension.Total.of("EU", "Spain", "Portugal"),
                                Dimension.Total.of("nonEU", "Iceland"),
                                Dimension.Total.of("Total", "EU", "nonEU")))
                .get();
        Policy policy = Policy.minimum(3)
                .with(Zeros.SECRET)
                .with(Protection.NOT_EXACT)
                .with(Cost.CELLS)
                .withGroups(false);
        PublishedTable optimal =
                Suppression.protect(example1(geo), policy, Method.OPTIMAL).get();
        Map<String, Boolean> primary = new LinkedHashMap<>();
        Shared.rows("sdc/ssb_example1_2014_eu_maxN2_out.csv")
                .forEach(row -> primary.put(row[0] + " " + row[1], row[3].equals("TRUE")));
        assertThat(names(optimal.suppressed(Kind.PRIMARY)))
                .isEqualTo(
                        primary.keySet().stream().filter(primary::get).collect(Collectors.toCollection(TreeSet::new)));
        int theirs = expected("sdc/ssb_example1_2014_eu_maxN2_out.csv").size();
        assertThat(suppressed(optimal)).hasSizeLessThanOrEqualTo(theirs);
    }

    private static Table example1(Dimension geo) {
        List<Table.Cell> cells = new ArrayList<>();
        for (String[] row : Shared.rows("sdc/ssb_example1.csv")) {
            if (row[3].equals("2014")) {
                cells.add(Table.Cell.of(Double.parseDouble(row[4]), row[0], row[1]));
            }
        }
        Dimension age = Dimension.flat("age", "Total", List.of("young", "old")).get();
        return Table.counts(List.of(age, geo), cells).get();
    }

    private static Set<String> suppressed(PublishedTable table) {
        Set<String> names = names(table.suppressed(Kind.PRIMARY));
        names.addAll(names(table.suppressed(Kind.SECONDARY)));
        return names;
    }

    private static Set<String> names(List<List<String>> cells) {
        return cells.stream().map(codes -> String.join(" ", codes)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> expected(String file) {
        return Shared.rows(file).stream()
                .filter(row -> row[4].equals("TRUE"))
                .map(row -> row[0] + " " + row[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
