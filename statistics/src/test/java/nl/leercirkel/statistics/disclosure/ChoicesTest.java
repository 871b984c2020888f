package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ways to shift something within one dimension, written as "1+ 2-": the sum of code 1 goes up and that of code 2 down. */
class ChoicesTest {

    private static List<String> choices(Dimension dimension, String code) {
        return Arrays.stream(new Choices(dimension).of(dimension.number(code)))
                .map(choice -> text(dimension, choice))
                .toList();
    }

    private static String text(Dimension dimension, int[] choice) {
        TreeSet<String> changes = new TreeSet<>();
        for (int change : choice) {
            changes.add(dimension.code(change >> 1) + (change % 2 == 0 ? "+" : "-"));
        }
        return String.join(" ", changes);
    }

    @Test
    void inADimensionWithoutLevelsOneCodeGoesUpAndTheTotalWithItOrAnotherCodeDown() {
        Dimension flat = Dimension.flat("a", "T", List.of("1", "2", "3")).get();
        assertThat(choices(flat, "2")).containsExactlyInAnyOrder("2+ T+", "1- 2+", "2+ 3-");
        assertThat(choices(flat, "T")).containsExactlyInAnyOrder("1+ T+", "2+ T+", "3+ T+");
        assertThat(text(flat, new Choices(flat).only(1))).isEqualTo("2+ T+");
    }

    /** Within a group only two codes change; from one group to another their totals change too. */
    @Test
    void theChoicesThatChangeTheFewestCodesComeFirst() {
        Dimension levels = RandomTables.Kind.LEVELS.dimensions().get(0);
        List<String> first = choices(levels, "4");
        assertThat(first.getFirst()).isEqualTo("4+ 5-");
        assertThat(first.get(1)).isEqualTo("4+ Q+ T+");
        assertThat(first.subList(2, 5)).containsExactlyInAnyOrder("1- 4+ P- Q+", "2- 4+ P- Q+", "3- 4+ P- Q+");
        assertThat(first).hasSize(5);
        assertThat(choices(levels, "P"))
                .containsExactlyInAnyOrder(
                        "1+ P+ T+",
                        "2+ P+ T+",
                        "3+ P+ T+",
                        "1+ 4- P+ Q-",
                        "1+ 5- P+ Q-",
                        "2+ 4- P+ Q-",
                        "2+ 5- P+ Q-",
                        "3+ 4- P+ Q-",
                        "3+ 5- P+ Q-");
    }

    /** P = 1 + 2 and R = 2 + 3: two up and two down leave P, Q, R and S as they are, which one up and one down never does. */
    @Test
    void whereTotalsOverlapTwoGoUpAndTwoDown() {
        Dimension linked = RandomTables.Kind.LINKED.dimensions().getFirst();
        List<String> choices = choices(linked, "1");
        assertThat(choices).contains("1+ 2- 3+ 4-", "1+ 2- R- S+", "1+ 4- P+ Q-", "1+ 3- P+ Q- R- S+", "1+ P+ S+ T+");
        // A pair that changes no fewer totals than its halves is of no use.
        assertThat(choices).noneMatch(choice -> choice.contains("1+") && choice.contains("2+"));
        assertThat(choices).allMatch(choice -> choice.contains("1+"));
    }

    /** Whatever the choice, every total changes as much as its parts together. */
    @ParameterizedTest
    @EnumSource
    void everyChoiceLeavesTheTotalsRight(RandomTables.Kind kind) {
        for (Dimension dimension : kind.dimensions()) {
            Choices choices = new Choices(dimension);
            for (int code = 0; code < dimension.size(); code++) {
                for (int[] choice : choices.of(code)) {
                    int[] change = new int[dimension.size()];
                    for (int one : choice) {
                        change[one >> 1] += one % 2 == 0 ? 1 : -1;
                    }
                    assertThat(change[code]).isEqualTo(1);
                    for (int[] relation : dimension.relations()) {
                        int parts = 0;
                        for (int i = 1; i < relation.length; i++) {
                            parts += change[relation[i]];
                        }
                        assertThat(change[relation[0]]).isEqualTo(parts);
                    }
                }
            }
        }
    }

    /** Forty groups of fifty: too many pairs of leaves to try all. */
    private static Dimension wide() {
        List<Dimension.Total> totals = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (int group = 0; group < 40; group++) {
            List<String> parts = new ArrayList<>();
            for (int leaf = 0; leaf < 50; leaf++) {
                parts.add("g%02d-%02d".formatted(group, leaf));
            }
            groups.add("g%02d".formatted(group));
            totals.add(new Dimension.Total(groups.getLast(), parts));
        }
        totals.add(new Dimension.Total("alle", groups));
        return Dimension.of("breed", List.of(), totals).get();
    }

    private static Set<String> codes(Dimension wide, int[][] choices, boolean up, String prefix) {
        Set<String> codes = new HashSet<>();
        for (int[] choice : choices) {
            for (int one : choice) {
                String code = wide.code(one >> 1);
                if (one % 2 == (up ? 0 : 1) && code.contains("-") && code.startsWith(prefix)) {
                    codes.add(code);
                }
            }
        }
        return codes;
    }

    @Test
    void ofManyLeavesAllInTheGroupAreTriedAndSomeInEveryOtherGroup() {
        Dimension wide = wide();
        int[][] choices = new Choices(wide).of(wide.number("g07-13"));
        assertThat(choices.length).isBetween(Choices.MOST / 2, 2 * Choices.MOST);
        assertThat(codes(wide, choices, false, "g07")).hasSize(49);
        for (int group = 0; group < 40; group++) {
            // A quarter of fifty, evenly spread.
            int least = group == 7 ? 49 : 12;
            assertThat(codes(wide, choices, false, "g%02d-".formatted(group)))
                    .as("g%02d", group)
                    .hasSizeBetween(least, least + 1);
        }
    }

    @Test
    void ofAWideGroupEveryLeafIsTriedAgainstLeavesSpreadOverTheOthers() {
        Dimension wide = wide();
        int[][] choices = new Choices(wide).of(wide.number("g07"));
        assertThat(choices.length).isBetween(Choices.MOST / 2, 2 * Choices.MOST);
        assertThat(codes(wide, choices, true, "g07")).hasSize(50);
        Set<String> down = codes(wide, choices, false, "");
        assertThat(down).hasSizeBetween(10, 15).noneMatch(code -> code.startsWith("g07"));
        assertThat(down.stream().map(code -> code.substring(0, 3)).distinct().count())
                .isEqualTo(down.size());
    }

    @Test
    void ofTheTotalOfManyLeavesEverySoManyIsTried() {
        Dimension wide = wide();
        int[][] choices = new Choices(wide).of(wide.number("alle"));
        assertThat(choices.length).isBetween(Choices.MOST / 4, Choices.MOST / 2);
        List<Integer> tried = codes(wide, choices, true, "").stream()
                .map(wide::number)
                .map(code -> Arrays.binarySearch(wide.leaves(), code))
                .sorted()
                .toList();
        assertThat(tried).hasSameSizeAs(choices);
        int step = tried.get(1) - tried.get(0);
        for (int i = 1; i < tried.size(); i++) {
            assertThat(tried.get(i) - tried.get(i - 1)).isEqualTo(step);
        }
        assertThat(2000 - tried.getLast()).isLessThanOrEqualTo(step);
    }
}
