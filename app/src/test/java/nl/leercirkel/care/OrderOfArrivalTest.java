package nl.leercirkel.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import nl.leercirkel.privacy.Pseudonyms;
import nl.leercirkel.privacy.SealedFiles;
import nl.leercirkel.standards.ijw.episode.Episode;
import nl.leercirkel.standards.ijw.episode.EpisodeBuilder;
import nl.leercirkel.standards.ijw.episode.EpisodeRules;
import nl.leercirkel.standards.ijw.episode.Fact;
import nl.leercirkel.standards.ijw.episode.FactReader;
import nl.leercirkel.standards.ijw.episode.Spending;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.support.IntegrationTest;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Messages that repeat, contradict and take back each other give the same episodes and spending in the database in whatever order
 * they arrive and however often, and the same as the library makes of them in memory.
 */
@IntegrationTest
class OrderOfArrivalTest {
    private static final int MESSAGES = 18;

    @Autowired
    private DSLContext sql;

    @Autowired
    private SealedFiles files;

    @Autowired
    private MessageImport messages;

    @Autowired
    private Pseudonyms pseudonyms;

    @Autowired
    private PlatformTransactionManager transactions;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void factsFollowFromTheSetOfMessages(long seed) {
        Random random = new Random(seed);
        List<Message> sent = TestMessages.random(random, MESSAGES);
        List<byte[]> written = sent.stream().map(TestMessages::xml).toList();

        CareWorld inOrder = world();
        written.forEach(inOrder::accepted);
        List<List<String>> expected = inOrder.derived();
        assertThat(expected.getFirst()).isNotEmpty();
        assertLikeTheLibrary(inOrder, sent);

        List<byte[]> arrived = new ArrayList<>(written);
        for (int again = 0; again < MESSAGES / 3; again++) {
            // The same message in another file: other bytes, and so not the same version.
            byte[] message = written.get(random.nextInt(MESSAGES));
            byte[] other = java.util.Arrays.copyOf(message, message.length + 1 + again);
            java.util.Arrays.fill(other, message.length, other.length, (byte) '\n');
            arrived.add(other);
        }
        Collections.shuffle(arrived, random);
        CareWorld late = world();
        arrived.forEach(late::accepted);
        assertThat(late.derived()).isEqualTo(expected);
        assertLikeTheLibrary(late, sent);
    }

    private CareWorld world() {
        return new CareWorld(sql, files, messages, transactions);
    }

    private void assertLikeTheLibrary(CareWorld world, List<Message> sent) {
        Map<String, UUID> persons = world.persons(pseudonyms, TestMessages.NUMBERS);
        List<Fact> facts = new ArrayList<>();
        sent.forEach(message -> FactReader.read(message, bsn -> String.valueOf(persons.get(bsn.digits())), facts::add));
        assertThat(world.rows("""
                        select person_id, provider, allocations, code, state, requested_on, decided_on, allocated_from,
                          allocated_until, begin_on, end_on, end_reason, restart from care.episode
                        """))
                .containsExactlyInAnyOrderElementsOf(new EpisodeBuilder(EpisodeRules.asOf(LocalDate.MIN))
                        .episodes(facts).stream().map(OrderOfArrivalTest::text).toList());
        // A day of looking later than all messages: the dates that are kept tell the same states.
        LocalDate asOf = LocalDate.of(2026, 6, 1);
        assertThat(world.rows("""
                        select person_id, provider, allocations, case
                          when state = 'ALLOCATED' and allocated_until < date '2026-06-01' then 'NEVER_BEGUN'
                          when state = 'RUNNING' and allocated_until < date '2026-06-01' then 'UNKNOWN_END' else state end
                        from care.episode
                        """))
                .containsExactlyInAnyOrderElementsOf(new EpisodeBuilder(EpisodeRules.asOf(asOf))
                        .episodes(facts).stream()
                                .map(episode -> String.join(
                                        "|",
                                        episode.client(),
                                        episode.parties().provider(),
                                        episode.allocations().toString(),
                                        episode.state().name()))
                                .toList());
        Spending spending = Spending.of(facts);
        assertThat(world.booked().stream()
                        .map(line -> String.join(
                                "|",
                                line.person().toString(),
                                line.provider(),
                                line.reference(),
                                line.code(),
                                line.month().toString().substring(0, 7),
                                Long.toString(line.cents()),
                                line.state())))
                .containsExactlyInAnyOrderElementsOf(spending.lines().stream()
                        .map(line -> String.join(
                                "|",
                                line.client(),
                                line.parties().provider(),
                                line.reference(),
                                String.valueOf(line.product().code()),
                                line.month().toString(),
                                Long.toString(line.cents()),
                                line.state().name()))
                        .toList());
        Map<String, Long> sums = new HashMap<>();
        spending.lines()
                .forEach(line -> sums.merge(
                        line.parties().provider() + "|" + line.product().code() + "|" + line.month() + "|"
                                + line.state(),
                        line.cents(),
                        Long::sum));
        assertThat(
                        world.rows(
                                "select provider, code, to_char(month, 'YYYY-MM'), state, sum(cents) from care.spending group by 1, 2, 3, 4"))
                .containsExactlyInAnyOrderElementsOf(sums.entrySet().stream()
                        .map(sum -> sum.getKey() + "|" + sum.getValue())
                        .toList());
    }

    private static String text(Episode episode) {
        return String.join(
                "|",
                episode.client(),
                episode.parties().provider(),
                episode.allocations().toString(),
                String.valueOf(
                        episode.product() == null ? null : episode.product().code()),
                episode.state().name(),
                String.valueOf(episode.requested()),
                String.valueOf(episode.decided()),
                String.valueOf(episode.allocatedFrom()),
                String.valueOf(episode.allocatedUntil()),
                String.valueOf(episode.begin()),
                String.valueOf(episode.end()),
                String.valueOf(episode.endReason()),
                String.valueOf(episode.restart()));
    }
}
