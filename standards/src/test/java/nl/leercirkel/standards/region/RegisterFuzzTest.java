package nl.leercirkel.standards.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Registers that nobody checked: wrong ones are refused, and of the others every question has an answer. */
class RegisterFuzzTest {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    @Property(tries = 1000)
    void aRegisterIsRefusedOrAnswers(@ForAll long seed) {
        Random random = new Random(seed);
        int many = 1 + random.nextInt(6);
        boolean consistent = random.nextBoolean();
        List<Municipality> municipalities = new ArrayList<>();
        List<Reorganisation> events = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            LocalDate from = random.nextBoolean() ? null : day(random);
            LocalDate until = random.nextInt(3) == 0 ? day(random) : null;
            if (from != null && until != null && until.isBefore(from)) {
                until = null;
            }
            municipalities.add(new Municipality("%04d".formatted(i + 1), "Gemeente " + i, "pv20", from, until));
            if (until != null && (consistent || random.nextBoolean())) {
                events.add(event(random, i, until, many));
            }
        }
        Municipalities register;
        try {
            register = new Municipalities(municipalities, events);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageMatching("(?s).+");
            return;
        }
        for (int i = 1; i <= many; i++) {
            String code = "%04d".formatted(i);
            LocalDate day = day(random);
            assertThat(register.succession(code, day)).isNotNull();
            for (Municipality unit : register.on(day)) {
                assertThat(register.composition(Set.of(unit.code()), day, day(random)))
                        .isNotNull();
            }
        }
    }

    private static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextInt(1000));
    }

    private static Reorganisation event(Random random, int from, LocalDate until, int many) {
        int successors = 1 + random.nextInt(2);
        List<String> to = IntStream.range(0, successors)
                .mapToObj(i -> "%04d".formatted(1 + random.nextInt(many + (random.nextInt(10) == 0 ? 1 : 0))))
                .distinct()
                .toList();
        Reorganisation.Kind kind = to.size() > 1 ? Reorganisation.Kind.SPLIT : Reorganisation.Kind.MERGER;
        return new Reorganisation(
                until.plusDays(random.nextInt(4) == 0 ? random.nextInt(3) : 1), kind, "%04d".formatted(from + 1), to);
    }
}
