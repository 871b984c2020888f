package nl.leercirkel.progress;

import java.time.Clock;
import java.time.Instant;

/**
 * A round that was held before Leercirkel kept rounds, written down as if it were then: what happens inside carries that
 * moment. No page does this; it is for whoever brings earlier rounds in, such as the demo.
 */
public final class Retelling {
    private static final ScopedValue<Instant> MOMENT = ScopedValue.newInstance();

    private Retelling() {}

    public static <T> T at(Instant moment, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(MOMENT, moment).call(work);
    }

    static Instant now(Clock clock) {
        return MOMENT.isBound() ? MOMENT.get() : clock.instant();
    }
}
