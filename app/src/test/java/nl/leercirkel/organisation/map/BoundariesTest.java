package nl.leercirkel.organisation.map;

import static nl.leercirkel.organisation.map.Fixtures.GEOJSON;
import static nl.leercirkel.organisation.map.Fixtures.KNOWN;
import static nl.leercirkel.organisation.map.Fixtures.TOPOJSON;
import static nl.leercirkel.organisation.map.Fixtures.accepted;
import static nl.leercirkel.organisation.map.Fixtures.area;
import static nl.leercirkel.organisation.map.Fixtures.problem;
import static nl.leercirkel.organisation.map.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundariesTest {

    @Test
    void readsGeoJsonInTheDutchGrid() {
        BoundaryReading.Accepted accepted = accepted(read(GEOJSON));
        BoundarySet set = accepted.boundaries();
        assertThat(accepted.notices()).isEmpty();
        assertThat(set.codes()).containsExactlyInAnyOrder("0001", "0002", "0003");
        assertThat(area(set, "0001")).isEqualTo(1_000_000);
        assertThat(area(set, "0002")).isEqualTo(960_000);
        assertThat(area(set, "0003")).isEqualTo(40_000);
    }

    @Test
    void holdsASharedBorderOnce() {
        BoundarySet set = accepted(read(GEOJSON)).boundaries();
        // The border between 1 and 2, the outside of each, and the enclave, which is also the hole.
        assertThat(set.arcs()).hasSize(4);
        assertThat(set.neighbours().get("0002")).containsExactly("0001", "0003");
        assertThat(set.neighbours().get("0001")).containsExactly("0002");
    }

    @Test
    void readsQuantisedTopoJsonInDegrees() {
        BoundaryReading.Accepted accepted = accepted(read(TOPOJSON));
        BoundarySet set = accepted.boundaries();
        assertThat(set.codes()).containsExactlyInAnyOrder("0001", "0002");
        assertThat(set.neighbours().get("0001")).containsExactly("0002");
        // 0.02 degree is 2226 m north-south, and cos(52) of that east-west.
        assertThat(area(set, "0001")).isCloseTo(2226.0 * 2226.0 * Math.cos(Math.toRadians(52.01)), within(20_000.0));
        assertThat(accepted.notices())
                .containsExactly(
                        "Overgeslagen omdat de gemeentecode ontbreekt: object land, vlak 1.",
                        "Niet in het bestand, dus niet op de kaart: GM0003.");
    }

    @Test
    void readsBackWhatItWrites() {
        BoundarySet set = accepted(read(GEOJSON)).boundaries();
        BoundaryReading.Accepted again = accepted(read(set.toTopoJson()));
        assertThat(again.notices()).isEmpty();
        assertThat(again.boundaries().toTopoJson()).isEqualTo(set.toTopoJson());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"statcode\": \"GM0001\"', '\"gemeentecode\": \"0001\"'",
        "'\"statcode\": \"GM0001\"', '\"GM_CODE\": \"gm0001 \"'",
        "'\"statcode\": \"GM0001\"', '\"gemeentecode\": 1'",
        "'\"statcode\": \"GM0001\"', '\"code\": \"0001\", \"identificatie\": \"GM0001\"'",
        "'\"properties\": {\"statcode\": \"GM0001\", \"statnaam\": \"West\"}', '\"properties\": null, \"id\": \"GM0001\"'"
    })
    void findsTheCodeUnderItsUsualNames(String original, String replacement) {
        assertThat(GEOJSON).contains(original);
        assertThat(accepted(read(GEOJSON.replace(original, replacement)))
                        .boundaries()
                        .codes())
                .contains("0001");
    }

    @Test
    void leavesOutWaterAndOtherAreasAndSaysSo() {
        assertThat(accepted(read(GEOJSON.replace("\"statcode\": \"GM0001\"", "\"statcode\": \"PV20\"")))
                        .notices())
                .contains("Overgeslagen omdat het geen gemeente is: PV20.");
        assertThat(accepted(read(GEOJSON.replace("\"statnaam\": \"West\"", "\"H2O\": \"JA\"")))
                        .notices())
                .contains("Vlakken met alleen water zijn overgeslagen: 1.");
        assertThat(accepted(read(GEOJSON.replace(
                                "\"statcode\": \"GM0001\"",
                                "\"gemeentecode\": \"GM0001\", \"bu_code\": \"BU00010000\"")))
                        .notices())
                .contains("Overgeslagen omdat het geen gemeente is: BU00010000.");
    }

    @Test
    void samePolygonTwiceCountsOnce() {
        String doubled = GEOJSON.replace("GM0003", "GM0001")
                .replace(
                        "[[[101600, 400400], [101600, 400600], [101400, 400600], [101400, 400400], [101600, 400400]]]",
                        "[[[101000, 400000], [101000, 401000], [100000, 401000], [100000, 400000], [101000, 400000]]]");
        assertThat(area(accepted(read(doubled)).boundaries(), "0001")).isEqualTo(1_000_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"GM0001\" | \"GM0009\" | Deze gemeenten bestaan niet (meer): GM0009. Kies een bestand met de huidige indeling.",
                "[100000, 401000], [100000, 400000]] | [100000, 401000]] | Vlak 1 (GM0001), ring 1: de ring is niet gesloten",
                "[101000, 400000], [101000, 401000], [100000, 401000], | [101000, 400000], | ring 1: een ring heeft minstens vier punten, deze heeft er 3",
                "[[[100000, 400000] | [[[5.1, 52.1] | Vlak 1 (GM0001), ring 1: de ring is niet gesloten",
                "[101000, 400000], [102000 | [5.1, 52.1], [102000 | Vlak 2 (GM0002), ring 1: de ring is niet gesloten",
                "[102000, 400000] | [5.1, 52.1] | Vlak 2 (GM0002): het bestand gebruikt graden en meters door elkaar.",
                "[102000, 400000] | [52.1, 5.1] | Vlak 2 (GM0002): coördinaat 52.1, 5.1 ligt niet in Nederland. Lengte- en breedtegraad lijken verwisseld",
                "[102000, 400000] | [102000] | Regel 7, teken 32, vlak 2: een coördinaat heeft 1 getallen; verwacht twee.",
                "[102000, 400000] | [102000, \"x\"] | Regel 7, teken 34, vlak 2: verwacht getallen of lijsten met getallen.",
                "[102000, 400000] | [102000, 1e999] | vlak 2: een getal is te groot.",
                "[102000, 400000] | 102000, 400000 | vlak 2: verwacht getallen of lijsten met getallen.",
                "[102000, 400000] | [[102000, 400000]] | vlak 2: coördinaten en lijsten staan door elkaar.",
                "\"Polygon\", \"coordinates\": [[[100000 | \"MultiPolygon\", \"coordinates\": [[[100000 | Vlak 1 (GM0001): een MultiPolygon bestaat uit lijsten van ringen.",
                "\"FeatureCollection\" | \"Feature\" | Veld \"type\" is \"Feature\".",
                "\"type\": \"FeatureCollection\", | \"x\": 1, | Veld \"type\" ontbreekt.",
                "\"features\" | \"feature\" | Veld \"features\" ontbreekt",
                "\"statcode\" | \"naam\" | Geen enkel vlak heeft een gemeentecode.",
                "\"GM00 | \"PV | Het bestand heeft geen gemeenten, wel andere gebieden: PV01, PV02, PV03.",
                "olygon | oint | De gemeenten in het bestand hebben geen vlak (Polygon of MultiPolygon): GM0001, GM0002, GM0003."
            })
    void saysWhatIsWrongAndWhere(String original, String replacement, String expected) {
        assertThat(GEOJSON).contains(original);
        assertThat(problem(read(GEOJSON.replace(original, replacement)))).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[[0, 1]] | [[0, 7]] | Object gm, vlak 1 (GM0001), ring 1: lijn 7.0 bestaat niet; het bestand heeft er 3.",
                "[[0, 1]] | [[0, 0.5]] | lijn 0.5 bestaat niet",
                "[[0, 1]] | [[0, 2]] | lijn 2 sluit niet aan op de vorige.",
                "[[0, 1]] | [[1]] | de ring is niet gesloten",
                "[[0, 1]] | [] | Object gm, vlak 1 (GM0001): de grens ontbreekt of is leeg.",
                "\"scale\": [0.001, 0.001] | \"scale\": [0.001] | transform: verwacht twee getallen.",
                "\"scale\": [0.001, 0.001] | \"scale\": [1, 1] | Object gm, vlak 1 (GM0001): coördinaat 25.0, 52.0 ligt niet in Nederland.",
                "\"objects\" | \"dingen\" | Veld \"arcs\" of \"objects\" ontbreekt"
            })
    void saysWhatIsWrongInTopoJson(String original, String replacement, String expected) {
        assertThat(TOPOJSON).contains(original);
        assertThat(problem(read(TOPOJSON.replace(original, replacement)))).contains(expected);
    }

    @Test
    void recognisesOtherKindsOfFiles() {
        assertThat(problem(readBytes('P', 'K', 3, 4, 20)))
                .isEqualTo(
                        "Dit is een zip-bestand. Pak het uit en kies het GeoJSON- of TopoJSON-bestand dat erin zit.");
        assertThat(problem(readBytes(0x1f, 0x8b, 8))).contains("gzip-bestand");
        assertThat(problem(readBytes(0, 0, 0x27, 0x0a, 0, 0))).contains("shapefile");
        assertThat(problem(read("SQLite format 3\u0000"))).contains("GeoPackage");
        assertThat(problem(read("<?xml version='1.0'?>"))).contains("XML");
        assertThat(problem(read("%PDF-1.7"))).contains("PDF");
        assertThat(problem(read("[1, 2]"))).contains("begint niet met een accolade");
        assertThat(problem(read("gemeente;naam"))).startsWith("Regel 1, ").endsWith("hier staat geen geldige JSON.");
        assertThat(problem(readBytes(0xff, 0xff, 0xff, 0xff))).endsWith(".");
    }

    private static BoundaryReading readBytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return read(bytes, KNOWN, BoundaryLimits.STANDARD);
    }

    @Test
    void saysThatAFileIsEmptyOrCut() {
        assertThat(problem(read(""))).isEqualTo("Het bestand is leeg.");
        assertThat(problem(read("{}"))).startsWith("Veld \"type\" ontbreekt.");
        assertThat(problem(read("{\"type\":\"FeatureCollection\",\"features\":[]}")))
                .isEqualTo("Het bestand heeft geen vlakken.");
        assertThat(problem(read(GEOJSON.substring(0, 400)))).contains("het bestand houdt halverwege op");
        assertThat(problem(read(GEOJSON + "{}"))).contains("na het einde");
    }

    @Test
    void keepsToItsLimits() {
        byte[] bytes = GEOJSON.getBytes(StandardCharsets.UTF_8);
        assertThat(problem(read(bytes, KNOWN, new BoundaryLimits(500, 64, 1000))))
                .isEqualTo("Het bestand is groter dan 1 MB. Kies een bestand met gegeneraliseerde grenzen.");
        assertThat(problem(read(bytes, KNOWN, new BoundaryLimits(10_000, 64, 10))))
                .contains("meer dan 10 punten");
        assertThat(problem(read(bytes, KNOWN, new BoundaryLimits(10_000, 5, 1000))))
                .contains("dieper genest dan 5");
        assertThat(problem(read("{\"x\":" + "[".repeat(100_000)))).contains("dieper genest dan 64");
    }

    @Test
    void anArcUsedOverAndOverCountsEachTime() {
        String rings = "[0, 1],".repeat(20_000);
        String bomb = TOPOJSON.replace("[[0, 1]]", "[" + rings + "[0, 1]]");
        byte[] bytes = bomb.getBytes(StandardCharsets.UTF_8);
        assertThat(problem(read(bytes, KNOWN, new BoundaryLimits(1_000_000, 64, 50_000))))
                .contains("meer dan 50.000 punten");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500})
    void aFailingStreamIsNotTheFilesFault(int after) {
        InputStream failing = new InputStream() {
            private int read;

            @Override
            public int read() throws IOException {
                if (read == after) {
                    throw new IOException("cable pulled");
                }
                return GEOJSON.charAt(read++);
            }
        };
        assertThatThrownBy(() -> Boundaries.parse(failing, Set.of(), BoundaryLimits.STANDARD))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cable pulled");
    }
}
