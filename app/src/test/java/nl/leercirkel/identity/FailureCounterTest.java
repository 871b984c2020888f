package nl.leercirkel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.leercirkel.support.TestClock;
import org.junit.jupiter.api.Test;

class FailureCounterTest {
    private final TestClock clock = new TestClock();
    private final FailureCounter counter = new FailureCounter(3, Duration.ofMinutes(15), clock);

    @Test
    void locksAtTheLastAllowedFailureAndOpensAfterTheWindow() {
        assertThat(counter.fail("a")).isFalse();
        assertThat(counter.fail("a")).isFalse();
        assertThat(counter.isLocked("a")).isFalse();
        assertThat(counter.fail("a")).isTrue();
        assertThat(counter.isLocked("a")).isTrue();
        assertThat(counter.isLocked("b")).isFalse();
        clock.advance(Duration.ofMinutes(14));
        assertThat(counter.isLocked("a")).isTrue();
        clock.advance(Duration.ofMinutes(2));
        assertThat(counter.isLocked("a")).isFalse();
        assertThat(counter.fail("a")).isFalse();
    }

    @Test
    void forgetsOldFailures() {
        counter.fail("a");
        counter.fail("a");
        clock.advance(Duration.ofMinutes(16));
        assertThat(counter.fail("a")).isFalse();
    }

    @Test
    void staysSmallUnderAFlood() {
        for (int i = 0; i < 200_000; i++) {
            counter.fail("key" + i);
        }
        assertThat(counter.size()).isLessThanOrEqualTo(50_000);
    }
}
