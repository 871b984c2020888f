package nl.leercirkel.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Alternative;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Estimate;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Finding;
import nl.leercirkel.statistics.Interval;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.TestResult;
import org.junit.jupiter.api.Test;

class EffectTest {

    private static Outcome<Effect> effect(double value, double error, double degrees) {
        return Effect.of(new Effect.Draft(value, error, degrees), 100, .95, 30, "some-method", Set.of());
    }

    @Test
    void anIntervalAndAPValueFromT() {
        Effect found = effect(5, 2, 10).get();
        // t tables: 2.228139 at .975 with 10 degrees; P(|t| > 2.5) = .031446 (R 4: 2 * pt(-2.5, 10))
        assertThat(found.interval().lower()).isCloseTo(5 - 2 * 2.228139, within(1e-5));
        assertThat(found.pValue()).isCloseTo(.031446, within(1e-5));
        assertThat(effect(1.959964, 1, Double.POSITIVE_INFINITY).get().pValue()).isCloseTo(.05, within(1e-6));
    }

    @Test
    void theSmallestDetectableIsBlooms() {
        // Bloom (1995): 2.80 standard errors at .05 and .80 with many degrees of freedom, 2.49 for .70
        assertThat(effect(1, 2, 1e6).get().smallestDetectable(.05, .80).get()).isCloseTo(5.6032, within(1e-3));
        assertThat(effect(1, 1, Double.POSITIVE_INFINITY)
                        .get()
                        .smallestDetectable(.05, .70)
                        .get())
                .isCloseTo(1.959964 + .524401, within(1e-5));
        assertThat(effect(1, 1, Double.POSITIVE_INFINITY)
                        .get()
                        .smallestDetectable(.05, .5)
                        .get())
                .isCloseTo(1.959964, within(1e-5));
        assertThat(effect(1, 1, Double.POSITIVE_INFINITY)
                        .get()
                        .smallestDetectable(.05, .3)
                        .get())
                .isCloseTo(1.959964 - .524401, within(1e-5));
        assertThat(effect(1, 1, 5).get().smallestDetectable(.05, .05).failure().reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(effect(1, 1, 5).get().smallestDetectable(0, .8).failure().reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(effect(1, 1, 5).get().smallestDetectable(.05, 1).failure().reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
    }

    @Test
    void aFindingSaysWhatCouldHaveBeenFound() {
        Finding shown = effect(5, 2, 10).flatMap(e -> e.finding(.05, .8)).get();
        Finding not = effect(5, 2, 10).flatMap(e -> e.finding(.03, .8)).get();
        Finding none = Finding.of(new Failure(Reason.NOT_IDENTIFIED, "cannot be separated"));
        assertThat(shown.isDemonstrated()).isTrue();
        assertThat(not.isDemonstrated()).isFalse();
        assertThat(say(shown)).isEqualTo("demonstrated, p 0.031");
        // t(.985; 10) + t(.80; 10) = 2.527484 + .879058, times 2
        assertThat(say(not)).isEqualTo("not demonstrable below 6.81");
        assertThat(say(none)).isEqualTo("not answerable: NOT_IDENTIFIED");
        assertThat(say(Finding.of(effect(5, 2, 10).get().estimate(), .2, .05, Optional.empty(), .8)))
                .isEqualTo("not demonstrable at any size");
    }

    @Test
    void aTestWithoutIntervalGivesAFindingToo() {
        TestResult placebo =
                new TestResult(2.1, 0, .415, Alternative.TWO_SIDED, 342, "placebo-in-space", Set.of(Caveat.SIMULATED));
        Finding found = Finding.of(-2.66, placebo, .05, Optional.empty(), .8);
        assertThat(found).isInstanceOfSatisfying(Finding.NotDemonstrable.class, not -> {
            assertThat(not.effect().value()).isEqualTo(-2.66);
            assertThat(not.effect().interval().lower()).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(not.effect().interval().upper()).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(not.effect().interval().level()).isEqualTo(.95);
            assertThat(not.effect().n()).isEqualTo(342);
            assertThat(not.effect().caveats()).containsExactly(Caveat.SIMULATED);
            assertThat(not.pValue()).isEqualTo(.415);
        });
        assertThat(Finding.of(-2.66, placebo, .5, Optional.empty(), .8).isDemonstrated())
                .isTrue();
    }

    /** Exhaustive over the three kinds, as a page would be. */
    private static String say(Finding finding) {
        return switch (finding) {
            case Finding.Demonstrated(Estimate effect, double p, double significance) ->
                String.format(Locale.ROOT, "demonstrated, p %.3f", p);
            case Finding.NotDemonstrable(
                    Estimate effect,
                    double p,
                    double significance,
                    Optional<Double> smallest,
                    double power) ->
                smallest.map(size -> String.format(Locale.ROOT, "not demonstrable below %.2f", size))
                        .orElse("not demonstrable at any size");
            case Finding.NotAnswerable(Failure why) -> "not answerable: " + why.reason();
        };
    }

    @Test
    void aFindingCannotContradictItself() {
        Estimate estimate = new Estimate(1, new Interval(0, 2, .95), 3, "some-method", Set.of());
        assertThatThrownBy(() -> new Finding.Demonstrated(estimate, .06, .05))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Finding.Demonstrated(estimate, -.1, .05))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Finding.Demonstrated(estimate, .1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Finding.NotDemonstrable(estimate, .05, .05, Optional.empty(), .8))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Finding.NotDemonstrable(estimate, 1.1, .05, Optional.empty(), .8))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Finding.NotDemonstrable(estimate, .1, .05, Optional.of(-1.0), .8))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Finding.NotDemonstrable(estimate, .1, .05, Optional.empty(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Finding.Demonstrated(estimate, .05, .05).isDemonstrated())
                .isTrue();
    }

    @Test
    void withoutErrorThereIsNoEffect() {
        assertThat(effect(5, 0, 10).failure().reason()).isEqualTo(Reason.CONSTANT);
        assertThat(effect(5, 1e-11, 10).failure().reason()).isEqualTo(Reason.CONSTANT);
        assertThat(effect(5, 1e-9, 10).isAnswer()).isTrue();
        assertThat(effect(5, Double.NaN, 10).failure().reason()).isEqualTo(Reason.NOT_IDENTIFIED);
        assertThat(effect(Double.NaN, 1, 10).failure().reason()).isEqualTo(Reason.NOT_IDENTIFIED);
        assertThat(effect(5, 1, 0).failure().reason()).isEqualTo(Reason.NOT_IDENTIFIED);
        assertThat(effect(5, 1, Double.NaN).failure().reason()).isEqualTo(Reason.NOT_IDENTIFIED);
        Estimate estimate = new Estimate(1, new Interval(0, 2, .95), 3, "some-method", Set.of());
        assertThatThrownBy(() -> new Effect(estimate, 0, 1, .5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Effect(estimate, 1, 0, .5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Effect(estimate, 1, 1, 1.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
