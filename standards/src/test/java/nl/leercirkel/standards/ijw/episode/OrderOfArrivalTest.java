package nl.leercirkel.standards.ijw.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;
import nl.leercirkel.standards.ijw.message.Amount;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.rule.Parties;

/** Whatever the messages say, also when they contradict each other: order and repetition change nothing (OP080). */
class OrderOfArrivalTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Property(tries = 500)
    void episodesAndSpendingFollowFromTheSetOfMessages(@ForAll long seed) {
        Random random = new Random(seed);
        List<Fact> facts = facts(random);
        EpisodeBuilder builder = new EpisodeBuilder(EpisodeRules.asOf(DAY.plusDays(200)));
        List<Episode> episodes = builder.episodes(facts);
        Spending spending = Spending.of(facts);
        for (int i = 0; i < 6; i++) {
            List<Fact> arrived = new ArrayList<>(facts);
            for (int again = random.nextInt(facts.size()); again > 0; again--) {
                arrived.add(facts.get(random.nextInt(facts.size())));
            }
            Collections.shuffle(arrived, random);
            assertThat(builder.episodes(arrived)).isEqualTo(episodes);
            assertThat(Spending.of(arrived)).isEqualTo(spending);
        }
        // Of whole clients any division into batches gives the same.
        List<Episode> inBatches = new ArrayList<>();
        for (int client = 0; client < 2; client++) {
            String key = "c" + client;
            inBatches.addAll(builder.byClient(facts).getOrDefault(key, List.of()));
        }
        assertThat(inBatches).containsExactlyInAnyOrderElementsOf(episodes);
    }

    private static List<Fact> facts(Random random) {
        List<Fact> facts = new ArrayList<>();
        int count = 2 + random.nextInt(20);
        for (int i = 0; i < count; i++) {
            Parties parties = new Parties(Law.YOUTH, "0505", random.nextInt(5) == 0 ? "87654321" : "12345678");
            String client = "c" + random.nextInt(2);
            long number = 1 + random.nextInt(3);
            Product product = new Product("45", "45A0" + random.nextInt(2));
            LocalDate begin = DAY.plusDays(random.nextInt(4) * 30L);
            facts.add(fact(random, parties, client, number, product, begin, i));
        }
        return facts;
    }

    private static Fact fact(
            Random random, Parties parties, String client, long number, Product product, LocalDate begin, int i) {
        LocalDate written = DAY.plusDays(random.nextInt(5));
        Fact.Source source = new Fact.Source("T", "S", "M" + i, written);
        LocalDate end = begin.plusDays(random.nextInt(60));
        String reason = List.of("20", "31", "36", "37").get(random.nextInt(4));
        String change = random.nextInt(4) == 0 ? "13" : null;
        boolean removal = random.nextInt(3) == 0;
        return switch (random.nextInt(8)) {
            case 0, 1 ->
                new Fact.Allocated(
                        source,
                        parties,
                        client,
                        new AllocatedProduct(
                                number,
                                "R" + number,
                                product,
                                written,
                                LocalTime.of(random.nextInt(2), 0),
                                begin,
                                change == null ? end : begin,
                                change,
                                null,
                                null,
                                null,
                                List.of()));
            case 2, 3 -> new Fact.Started(source, parties, client, number, product, begin, removal);
            case 4 -> new Fact.Stopped(source, parties, client, number, product, begin, end, reason, removal);
            case 5 -> new Fact.Requested(source, parties, client, "R" + number);
            case 6 ->
                new Fact.Line(
                        source,
                        parties,
                        client,
                        "D" + number,
                        "L" + random.nextInt(4),
                        null,
                        number,
                        product,
                        begin,
                        new Amount(random.nextInt(100), false));
            default ->
                random.nextInt(3) == 0
                        ? new Fact.Declared(source, parties, "D" + number, new Amount(5, false))
                        : new Fact.Answered(
                                source,
                                parties,
                                "M" + random.nextInt(5),
                                random.nextInt(5) == 0 ? null : "D" + number,
                                random.nextInt(4) == 0,
                                new Amount(random.nextInt(100), false),
                                Set.of("L" + random.nextInt(4)));
        };
    }
}
