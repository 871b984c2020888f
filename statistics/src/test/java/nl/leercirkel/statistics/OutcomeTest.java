package nl.leercirkel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void anAnswerGoesOnAndAFailureStaysItself() {
        assertThat(Outcome.of(2).map(value -> value * 21).get()).isEqualTo(42);
        Outcome<Integer> none = Outcome.failed(Reason.NO_DATA, "no rows");
        assertThat(none.map(value -> value * 21).failure()).isEqualTo(new Failure(Reason.NO_DATA, "no rows"));
        assertThat(none.flatMap(Outcome::of).isAnswer()).isFalse();
    }

    @Test
    void askingForWhatIsNotThereSaysWhy() {
        assertThatThrownBy(() -> Outcome.failed(Reason.TOO_FEW, "n = 1").get())
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("TOO_FEW: n = 1");
        assertThatThrownBy(() -> Outcome.of(1).failure()).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void anIntervalIsOrderedAndHasACoverage() {
        assertThat(new Interval(0, 1, .95).contains(.5)).isTrue();
        assertThatThrownBy(() -> new Interval(1, 0, .95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(0, Double.NaN, .95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(0, 1, 95)).isInstanceOf(IllegalArgumentException.class);
    }
}
