package nl.leercirkel.standards.ijw.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.episode.Episode.State;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.rule.Parties;
import org.junit.jupiter.api.Test;

/** Episodes worked out by hand from the flows of the standard (berichtstromen: reading a care episode). */
class EpisodeTest {
    private static final Parties PARTIES = new Parties(Law.YOUTH, "0505", "12345678");
    private static final Product PRODUCT = new Product("45", "45A01");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private final List<Fact> facts = new ArrayList<>();
    private int messages;

    @Test
    void allocatedOnly() {
        allocate(1, "2026-11-01", "2027-03-31");
        assertThat(only().state()).isEqualTo(State.ALLOCATED);
        assertThat(only().begin()).isNull();
        facts.clear();
        allocate(1, "2026-01-01", "2026-03-31");
        assertThat(only().state()).isEqualTo(State.NEVER_BEGUN);
    }

    @Test
    void runningPausedEndedAndUnknown() {
        allocate(1, "2026-01-01", "2026-12-31");
        start(1, "2026-01-10");
        assertThat(only().state()).isEqualTo(State.RUNNING);
        stop(1, "2026-01-10", "2026-04-01", "20");
        assertThat(only().state()).isEqualTo(State.PAUSED);
        assertThat(only().pauses()).containsExactly(new Episode.Pause(day("2026-04-02"), null));
        start(1, "2026-05-01");
        assertThat(only().state()).isEqualTo(State.RUNNING);
        assertThat(only().pauses()).containsExactly(new Episode.Pause(day("2026-04-02"), day("2026-04-30")));
        stop(1, "2026-05-01", "2026-08-31", "31");
        assertThat(only().state()).isEqualTo(State.ENDED);
        assertThat(only().begin()).isEqualTo("2026-01-10");
        assertThat(only().end()).isEqualTo("2026-08-31");
        assertThat(only().endReason()).isEqualTo("31");
        facts.clear();
        allocate(1, "2026-01-01", "2026-06-30");
        start(1, "2026-01-10");
        assertThat(only().state()).isEqualTo(State.UNKNOWN_END);
        assertThat(only().end()).isNull();
    }

    @Test
    void aTemporaryStopMayBecomeFinalWithoutANewStart() {
        allocate(1, "2026-01-01", "2026-12-31");
        start(1, "2026-01-10");
        stop(1, "2026-01-10", "2026-04-01", "20");
        stop(1, "2026-01-10", "2026-05-01", "32");
        assertThat(only().state()).isEqualTo(State.ENDED);
        assertThat(only().end()).isEqualTo("2026-05-01");
        assertThat(only().pauses()).isEmpty();
    }

    @Test
    void aNewStartAfterAFinalStopIsAnEpisodeOfItsOwn() {
        allocate(1, "2026-01-01", "2026-12-31");
        start(1, "2026-01-10");
        stop(1, "2026-01-10", "2026-04-01", "31");
        start(1, "2026-04-20");
        assertThat(episodes()).extracting(Episode::restart).containsExactly(false, true);
        facts.clear();
        allocate(1, "2026-01-01", "2026-12-31");
        start(1, "2026-01-10");
        stop(1, "2026-01-10", "2026-04-01", "31");
        start(1, "2026-09-01");
        assertThat(episodes()).extracting(Episode::restart).containsExactly(false, false);
    }

    @Test
    void removalMeansNeverSent() {
        allocate(1, "2026-01-01", "2026-12-31");
        start(1, "2026-01-10");
        removeStart(1, "2026-01-10");
        assertThat(only().state()).isEqualTo(State.ALLOCATED);
        start(1, "2026-01-12");
        assertThat(only().begin()).isEqualTo("2026-01-12");
        facts.add(new Fact.Allocated(
                source("JW301", 300), PARTIES, "c", product(1, "2026-01-01", "2026-01-01", "13", "2026-02-01")));
        // The allocation is gone; care that was reported on it is not.
        assertThat(only().state()).isIn(State.RUNNING, State.UNKNOWN_END);
        facts.removeIf(fact -> fact instanceof Fact.Started);
        assertThat(episodes()).isEmpty();
    }

    @Test
    void theLatestDecisionHoldsAndTheFirstIsKept() {
        allocate(1, "2026-01-01", "2026-03-31");
        facts.add(new Fact.Allocated(
                source("JW301", 5), PARTIES, "c", product(1, "2026-01-01", "2026-12-31", "04", "2026-03-01")));
        start(1, "2026-01-10");
        assertThat(only().state()).isEqualTo(State.RUNNING);
        assertThat(only().allocatedUntil()).isEqualTo("2026-12-31");
        assertThat(only().decided()).isEqualTo("2025-12-20");
        assertThat(only().daysFromDecision()).hasValue(21);
    }

    @Test
    void endReplacedNumbersAreOneEpisode() {
        allocate(1, "2026-01-01", "2026-05-31");
        start(1, "2026-01-10");
        stop(1, "2026-01-10", "2026-05-31", "37");
        allocate(2, "2026-06-01", "2026-12-31");
        start(2, "2026-06-01");
        stop(2, "2026-06-01", "2026-09-30", "31");
        assertThat(only().allocations()).containsExactly(1L, 2L);
        assertThat(only().begin()).isEqualTo("2026-01-10");
        assertThat(only().end()).isEqualTo("2026-09-30");
        assertThat(only().endReason()).isEqualTo("31");
        // A gap of more than the days we allow, or another reason, leaves two episodes.
        facts.clear();
        allocate(1, "2026-01-01", "2026-05-31");
        start(1, "2026-01-10");
        stop(1, "2026-01-10", "2026-05-31", "34");
        allocate(2, "2026-06-01", "2026-12-31");
        start(2, "2026-06-01");
        assertThat(episodes()).hasSize(2);
    }

    @Test
    void taskBasedCareHasNoAllocation() {
        facts.add(new Fact.Started(source("JW305", 1), PARTIES, "c", null, PRODUCT, day("2026-01-10"), false));
        facts.add(new Fact.Stopped(
                source("JW307", 1), PARTIES, "c", null, PRODUCT, day("2026-01-10"), day("2026-02-10"), "31", false));
        assertThat(only().allocations()).isEmpty();
        assertThat(only().state()).isEqualTo(State.ENDED);
    }

    @Test
    void aPilotsOwnCodeMarksItsEpisodes() {
        allocate(1, "2026-01-01", "2026-12-31");
        EpisodeRules rules = EpisodeRules.asOf(TODAY).withPilots(Map.of("45A01", "JIM"));
        assertThat(new EpisodeBuilder(rules).episodes(facts))
                .singleElement()
                .satisfies(episode -> assertThat(episode.pilot()).isEqualTo("JIM"));
        assertThat(only().pilot()).isNull();
    }

    @Test
    void theRequestGivesTheWholeWait() {
        facts.add(
                new Fact.Requested(new Fact.Source("JW315", "12345678", "V1", day("2025-12-01")), PARTIES, "c", "REF"));
        AllocatedProduct product = product(1, "2026-01-01", "2026-12-31", null, "2025-12-20");
        facts.add(new Fact.Allocated(
                source("JW301", 1),
                PARTIES,
                "c",
                new AllocatedProduct(
                        product.number(),
                        "REF",
                        product.product(),
                        product.date(),
                        product.time(),
                        product.begin(),
                        product.end(),
                        null,
                        null,
                        null,
                        null,
                        List.of())));
        start(1, "2026-01-10");
        assertThat(only().daysFromRequest()).hasValue(40);
    }

    private void allocate(long number, String begin, String end) {
        facts.add(
                new Fact.Allocated(source("JW301", 0), PARTIES, "c", product(number, begin, end, null, "2025-12-20")));
    }

    private static AllocatedProduct product(long number, String begin, String end, String reason, String decided) {
        return new AllocatedProduct(
                number,
                null,
                PRODUCT,
                day(decided),
                LocalTime.NOON,
                day(begin),
                day(end),
                reason,
                null,
                null,
                null,
                List.of());
    }

    private void start(long number, String begin) {
        facts.add(new Fact.Started(source("JW305", 0), PARTIES, "c", number, PRODUCT, day(begin), false));
    }

    private void removeStart(long number, String begin) {
        facts.add(new Fact.Started(source("JW305", 1), PARTIES, "c", number, PRODUCT, day(begin), true));
    }

    private void stop(long number, String begin, String end, String reason) {
        facts.add(new Fact.Stopped(
                source("JW307", 2), PARTIES, "c", number, PRODUCT, day(begin), day(end), reason, false));
    }

    private Fact.Source source(String type, int daysLater) {
        return new Fact.Source(
                type, "12345678", "M" + messages++, day("2026-01-11").plusDays(daysLater));
    }

    private List<Episode> episodes() {
        return new EpisodeBuilder(EpisodeRules.asOf(TODAY)).episodes(facts);
    }

    private Episode only() {
        List<Episode> episodes = episodes();
        assertThat(episodes).hasSize(1);
        return episodes.getFirst();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
