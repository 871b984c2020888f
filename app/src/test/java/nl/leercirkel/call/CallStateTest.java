package nl.leercirkel.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallStateTest {
    private static final Instant OPENS = Instant.parse("2027-03-01T08:00:00Z");
    private static final Instant CLOSES = Instant.parse("2027-04-01T15:00:00Z");

    private static CallState at(CallStage stage, int undecided, String moment) {
        return CallState.of(stage, OPENS, CLOSES, undecided, Instant.parse(moment));
    }

    @Test
    void aPublishedCallOpensAtItsOpeningMomentAndIsClosedFromItsClosingMoment() {
        assertThat(at(CallStage.PUBLISHED, 0, "2027-03-01T07:59:59Z")).isEqualTo(CallState.ANNOUNCED);
        assertThat(at(CallStage.PUBLISHED, 0, "2027-03-01T08:00:00Z")).isEqualTo(CallState.OPEN);
        assertThat(at(CallStage.PUBLISHED, 0, "2027-04-01T14:59:59Z")).isEqualTo(CallState.OPEN);
        assertThat(at(CallStage.PUBLISHED, 0, "2027-04-01T15:00:00Z")).isEqualTo(CallState.CLOSED);
    }

    @Test
    void theClockAloneNeitherPublishesNorDecides() {
        assertThat(at(CallStage.DRAFT, 0, "2027-03-15T08:00:00Z")).isEqualTo(CallState.DRAFT);
        assertThat(at(CallStage.ASSESSED, 1, "2028-01-01T08:00:00Z")).isEqualTo(CallState.ASSESSED);
        assertThat(at(CallStage.ASSESSED, 0, "2028-01-01T08:00:00Z")).isEqualTo(CallState.DECIDED);
    }

    /** In summer Dutch time is two hours ahead of UTC. */
    @Test
    void momentsAreInDutchTime() {
        assertThat(Moments.moment(CLOSES)).isEqualTo("1 april 2027 om 17:00");
        assertThat(Moments.parse("2027-04-01T17:00")).contains(CLOSES);
        assertThat(Moments.input(CLOSES)).isEqualTo("2027-04-01T17:00");
        assertThat(Moments.parse("1 april")).isEmpty();
    }
}
