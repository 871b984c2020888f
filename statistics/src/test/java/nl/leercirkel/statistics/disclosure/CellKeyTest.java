package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Noise with a stated variance and largest deviation, the same for the same people in every table. */
class CellKeyTest {

    private static final byte[] SECRET = "een geheim van genoeg tekens".getBytes(StandardCharsets.UTF_8);

    /** The moments that are asked for, summed from the chances; largest entropy means p(v) = exp(a + b v + c v^2). */
    @ParameterizedTest
    @CsvSource({"5, 2, 0", "3, 1, 0", "5, 3, 2", "10, 4.5, 1", "2, .5, 0"})
    void theChancesHaveTheStatedMoments(int deviation, double variance, int suppressed) {
        PerturbationTable table =
                PerturbationTable.of(deviation, variance, suppressed).get();
        assertThat(table.chance(0, 0)).isEqualTo(1);
        assertThat(table.deviation()).isEqualTo(deviation);
        assertThat(table.variance()).isEqualTo(variance);
        assertThat(table.suppressed()).isEqualTo(suppressed);
        for (int count = 1; count < 3 * deviation; count++) {
            double all = 0;
            double mean = 0;
            double square = 0;
            for (int published = -1; published <= count + deviation + 1; published++) {
                double chance = table.chance(count, published);
                boolean possible = Math.abs(published - count) <= deviation
                        && (published == 0 || published > suppressed)
                        && published >= 0;
                assertThat(chance > 0).as("%d as %d", count, published).isEqualTo(possible);
                all += chance;
                mean += chance * (published - count);
                square += chance * (published - count) * (published - count);
            }
            assertThat(all).isCloseTo(1, within(1e-12));
            assertThat(mean).isCloseTo(0, within(1e-8));
            assertThat(square).isCloseTo(variance, within(1e-8));
        }
        // Far from 0: symmetric, and the logarithm of the chances is a parabola.
        int count = 100;
        double third = Math.log(table.chance(count, count + 2))
                - 3 * Math.log(table.chance(count, count + 1))
                + 3 * Math.log(table.chance(count, count))
                - Math.log(table.chance(count, count - 1));
        assertThat(third).isCloseTo(0, within(1e-8));
        assertThat(table.chance(count, count + 1)).isCloseTo(table.chance(count, count - 1), within(1e-10));
    }

    @Test
    void whatCannotBeIsNamed() {
        // Count 1 can only go to 0 or up by at most 2: variance at most 1 x 2.
        assertThat(PerturbationTable.of(2, 2.5, 0).failure().reason()).isEqualTo(Reason.NOT_IDENTIFIED);
        assertThat(PerturbationTable.of(2, 2.5, 0).failure().detail())
                .contains("count 1")
                .contains("2.0");
        // Of 1 or 2 that never appear, count 1 is at least 1 x 2 off in variance.
        assertThat(PerturbationTable.of(5, 1.5, 2).failure().reason()).isEqualTo(Reason.NOT_IDENTIFIED);
        assertThat(PerturbationTable.of(0, 1, 0).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(PerturbationTable.of(101, 1, 0).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(PerturbationTable.of(3, 0, 0).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(PerturbationTable.of(3, Double.NaN, 0).failure().reason()).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(PerturbationTable.of(3, 1, 3).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(PerturbationTable.of(3, 1, -1).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(PerturbationTable.of(100, 30, 0).isAnswer()).isTrue();
    }

    /** Count 1 with deviation 2 has variance 1 x 2 at most; where 1 and 2 never appear, 0 and 3 give 1 x 2 at least: neither goes itself. */
    @Test
    void aVarianceExactlyAtItsLimitIsNamed() {
        assertThat(PerturbationTable.of(2, 2, 0).failure().detail())
                .isEqualTo("count 1: variance must be between 0.0 and 2.0, is 2.0");
        assertThat(PerturbationTable.of(2, 1.9, 0).isAnswer()).isTrue();
        assertThat(PerturbationTable.of(5, 2, 2).failure().detail())
                .isEqualTo("count 1: variance must be between 2.0 and 5.0, is 2.0");
        assertThat(PerturbationTable.of(5, 2.1, 2).isAnswer()).isTrue();
        assertThat(PerturbationTable.of(1, .5, 0).isAnswer()).isTrue();
    }

    /** The chances one after the other: a key below the first gives the lowest noise, a key exactly at their sum the next. */
    @Test
    void theKeyRunsThroughTheChancesFromLowToHigh() {
        PerturbationTable table = PerturbationTable.of(3, 1, 0).get();
        for (long count : new long[] {1, 2, 5, 50}) {
            double below = 0;
            for (int noise = (int) -Math.min(count, 3); noise <= 3; noise++) {
                assertThat(table.noise(count, below)).isEqualTo(noise);
                below += table.chance(count, count + noise);
                assertThat(table.noise(count, below - 1e-9)).isEqualTo(noise);
            }
            // Rounding may leave the sum of the chances just below 1.
            assertThat(table.noise(count, 1)).isEqualTo(3);
        }
        assertThat(table.noise(0, 0)).isZero();
        assertThat(table.noise(0, .999)).isZero();
    }

    private static List<CellKeyNoise.Person> people(int many, List<Dimension> dimensions) {
        UniformRandomProvider random = Randomness.of(31).stream();
        List<List<String>> leaves = RandomTables.leaves(dimensions);
        List<CellKeyNoise.Person> people = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            people.add(new CellKeyNoise.Person("p" + i, leaves.get(random.nextInt(leaves.size()))));
        }
        return people;
    }

    @Test
    void theSamePeopleGetTheSameNoiseInEveryTable() {
        List<Dimension> three = RandomTables.Kind.THREE.dimensions();
        List<CellKeyNoise.Person> people = people(400, three);
        PerturbationTable noise = PerturbationTable.of(4, 2, 0).get();
        CellKeyNoise wide = CellKeyNoise.of(three, people, SECRET, noise).get();
        List<CellKeyNoise.Person> mixed = new ArrayList<>(people.stream()
                .map(person -> new CellKeyNoise.Person(
                        person.identity(), person.codes().subList(0, 2)))
                .toList());
        Collections.shuffle(mixed, new Random(2));
        CellKeyNoise narrow =
                CellKeyNoise.of(three.subList(0, 2), mixed, SECRET, noise).get();
        int off = 0;
        for (String a : three.get(0).codes()) {
            for (String b : three.get(1).codes()) {
                assertThat(narrow.count(a, b)).isEqualTo(wide.count(a, b, "T")).isNotEmpty();
                long truth = people.stream()
                        .filter(person -> (a.equals("T")
                                        || person.codes().get(0).equals(a))
                                && (b.equals("T") || person.codes().get(1).equals(b)))
                        .count();
                long noised = narrow.count(a, b).orElseThrow();
                assertThat(Math.abs(noised - truth)).isLessThanOrEqualTo(4);
                off += noised == truth ? 0 : 1;
            }
        }
        assertThat(off).isGreaterThan(5);
        assertThat(narrow.perturbation()).isSameAs(noise);
        assertThat(narrow.count("nergens", "T")).isEmpty();
    }

    /**
     * The noise over many cells has the stated mean and variance: 3,000 cells of some 3 people; standard error of the mean
     * sqrt(2 / 3000) = .026, of the variance about 2 sqrt(2 / 3000) = .052; four of them allowed.
     */
    @Test
    void theNoiseHasItsVariance() {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            places.add("p%04d".formatted(i));
        }
        List<Dimension> one = List.of(Dimension.of("plaats", places, List.of()).get());
        List<CellKeyNoise.Person> people = people(9000, one);
        PerturbationTable noise = PerturbationTable.of(5, 2, 0).get();
        CellKeyNoise noised = CellKeyNoise.of(one, people, SECRET, noise).get();
        CellKeyNoise otherSecret = CellKeyNoise.of(
                        one, people, "een ander geheim dan het eerste".getBytes(StandardCharsets.UTF_8), noise)
                .get();
        Table table = Table.ofRecords(
                        one, people.stream().map(CellKeyNoise.Person::codes).toList())
                .get();
        double sum = 0;
        double squares = 0;
        int cells = 0;
        int same = 0;
        for (String place : places) {
            long truth = table.value(List.of(place)).orElseThrow().longValueExact();
            long off = noised.count(place).orElseThrow() - truth;
            if (truth == 0) {
                assertThat(off).isZero();
            } else {
                cells++;
                sum += off;
                squares += off * off;
                same += otherSecret.count(place).orElseThrow() - truth == off ? 1 : 0;
            }
        }
        assertThat(sum / cells).isCloseTo(0, within(.104));
        assertThat(squares / cells).isCloseTo(2, within(.21));
        // Two independent draws agree with the chance of the sum of squared chances, about .2.
        assertThat(same / (double) cells).isBetween(.15, .3);
    }

    @Test
    void oneMorePersonGetsAnotherNoise() {
        List<Dimension> one =
                List.of(Dimension.flat("plaats", "T", List.of("a")).get());
        PerturbationTable noise = PerturbationTable.of(5, 3, 0).get();
        int telling = 0;
        for (int i = 0; i < 200; i++) {
            List<CellKeyNoise.Person> people = new ArrayList<>();
            for (int k = 0; k < 20; k++) {
                people.add(new CellKeyNoise.Person(i + "-" + k, List.of("a")));
            }
            long with =
                    CellKeyNoise.of(one, people, SECRET, noise).get().count("a").orElseThrow();
            long without = CellKeyNoise.of(one, people.subList(0, 19), SECRET, noise)
                    .get()
                    .count("a")
                    .orElseThrow();
            telling += with - without == 1 ? 1 : 0;
        }
        // The difference of two draws is 0 with a chance of about .17; it tells the truth no more often than that.
        assertThat(telling).isBetween(15, 60);
    }

    @Test
    void badInputIsNamed() {
        List<Dimension> one =
                List.of(Dimension.flat("plaats", "T", List.of("a")).get());
        PerturbationTable noise = PerturbationTable.of(5, 3, 0).get();
        CellKeyNoise.Person person = new CellKeyNoise.Person("x", List.of("a"));
        assertThat(CellKeyNoise.of(one, List.of(person), new byte[15], noise)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(CellKeyNoise.of(one, List.of(person), new byte[16], noise).isAnswer())
                .isTrue();
        assertThat(CellKeyNoise.of(one, List.of(person, person), SECRET, noise)
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(CellKeyNoise.of(one, List.of(), SECRET, noise).failure().reason())
                .isEqualTo(Reason.NO_DATA);
        assertThat(CellKeyNoise.of(one, List.of(new CellKeyNoise.Person("x", List.of("T"))), SECRET, noise)
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
    }
}
