package nl.leercirkel.organisation.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the bytes, there is a map or a Dutch sentence, never an exception. */
class BoundariesFuzzTest {

    private static final BoundaryLimits LIMITS = new BoundaryLimits(100_000, 32, 5_000);

    /** Pieces that change the meaning of a file more often than random bytes do. */
    private static final String[] PIECES = {
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "null",
        "true",
        "\"",
        "-1",
        "1e999",
        "-0.0",
        "99999999999999999999",
        "[]",
        "{}",
        "[[]]",
        "\"type\":\"Polygon\",",
        "\"arcs\":[[0]],",
        "\"coordinates\":[],",
        "GM0001",
        "0",
        "\\u0000",
        "NaN",
        " "
    };

    @Property(tries = 400)
    void truncated(@ForAll boolean topology, @ForAll @IntRange(min = 0, max = 2000) int length) {
        byte[] bytes = bytes(topology);
        check(Arrays.copyOf(bytes, Math.min(length, bytes.length)));
    }

    @Property(tries = 3000)
    void mutatedBytes(@ForAll boolean topology, @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int changes) {
        byte[] bytes = bytes(topology);
        Random random = new Random(seed);
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        check(bytes);
    }

    @Property(tries = 3000)
    void splicedPieces(@ForAll boolean topology, @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int changes) {
        StringBuilder text = new StringBuilder(topology ? Fixtures.TOPOJSON : Fixtures.GEOJSON);
        Random random = new Random(seed);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(12));
            text.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
        }
        check(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 2000)
    void changedNumbers(@ForAll boolean topology, @ForAll long seed) {
        String[] parts = (topology ? Fixtures.TOPOJSON : Fixtures.GEOJSON).split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");
        Random random = new Random(seed);
        for (int i = 0; i < 3; i++) {
            int at = random.nextInt(parts.length);
            if (Character.isDigit(parts[at].charAt(0))) {
                parts[at] = String.valueOf(random.nextInt(700_000));
            }
        }
        check(String.join("", parts).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500)
    void anyBytes(@ForAll byte[] bytes) {
        check(bytes);
    }

    private static byte[] bytes(boolean topology) {
        return (topology ? Fixtures.TOPOJSON : Fixtures.GEOJSON).getBytes(StandardCharsets.UTF_8);
    }

    private static void check(byte[] bytes) {
        switch (Fixtures.read(bytes, Fixtures.KNOWN, LIMITS)) {
            case BoundaryReading.Refused refused ->
                assertThat(refused.problem()).matches("(?s).*[.?]").doesNotContain("Exception", "Unexpected");
            case BoundaryReading.Accepted accepted -> {
                BoundarySet set = accepted.boundaries();
                assertThat(Fixtures.KNOWN).containsAll(set.codes());
                assertThat(set.simplified(3).codes()).isEqualTo(set.codes());
                assertThat(Fixtures.accepted(Fixtures.read(set.toTopoJson()))
                                .boundaries()
                                .codes())
                        .isEqualTo(set.codes());
                assertThat(MapRenderer.svg(set, MapRendererTest.REGIONS, MapRendererTest.OPTIONS))
                        .contains("</svg>");
            }
        }
    }
}
