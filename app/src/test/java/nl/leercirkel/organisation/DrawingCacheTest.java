package nl.leercirkel.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DrawingCacheTest {
    private final DrawingCache cache = new DrawingCache(100);
    private final AtomicInteger drawn = new AtomicInteger();

    @Test
    void drawsOnceForEachFileLanguageAndPart() {
        UUID file = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            draw(new DrawingCache.Key(file, "nl", "JZ31"), 10);
        }
        assertThat(drawn).hasValue(1);
        draw(new DrawingCache.Key(file, "en", "JZ31"), 10);
        draw(new DrawingCache.Key(file, "nl", "JZ30"), 10);
        draw(new DrawingCache.Key(UUID.randomUUID(), "nl", "JZ31"), 10);
        assertThat(drawn).hasValue(4);
    }

    @Test
    void forgetsWhatWasNotAskedForLongestAndNeverHoldsMoreThanItMay() {
        UUID file = UUID.randomUUID();
        DrawingCache.Key first = new DrawingCache.Key(file, "nl", "1");
        DrawingCache.Key second = new DrawingCache.Key(file, "nl", "2");
        draw(first, 40);
        draw(second, 40);
        draw(first, 40);
        draw(new DrawingCache.Key(file, "nl", "3"), 40);
        assertThat(cache.size()).isEqualTo(2);
        draw(first, 40);
        assertThat(drawn).as("the first was asked for again and is still there").hasValue(3);
        draw(second, 40);
        assertThat(drawn).hasValue(4);

        draw(new DrawingCache.Key(file, "nl", "too large"), 101);
        assertThat(cache.size()).isZero();
    }

    private void draw(DrawingCache.Key key, int length) {
        assertThat(cache.get(key, () -> {
                    drawn.incrementAndGet();
                    return "x".repeat(length);
                }))
                .hasSize(length);
    }
}
