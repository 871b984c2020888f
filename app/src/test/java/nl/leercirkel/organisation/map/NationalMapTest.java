package nl.leercirkel.organisation.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.leercirkel.organisation.Municipality;
import nl.leercirkel.organisation.Regions;
import nl.leercirkel.organisation.SharedFiles;
import nl.leercirkel.organisation.YouthRegion;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The whole country, from a file as an administrator would load it. */
class NationalMapTest {

    private static final int POINTS = 12_000;

    private final Regions regions = Regions.load();
    private final Set<String> known =
            regions.municipalities().stream().map(Municipality::code).collect(Collectors.toSet());

    @Test
    void readsEveryMunicipalityAndLeavesOutTheRest() throws IOException {
        BoundaryReading.Accepted accepted = national();
        assertThat(accepted.boundaries().codes()).isEqualTo(known);
        assertThat(accepted.notices())
                .containsExactly(
                        "Overgeslagen omdat het geen gemeente is: VR01, VR02, VR03, VR04, VR05, VR06, VR07, VR08, VR09, VR10 en nog 15.",
                        "Overgeslagen omdat de gemeentecode ontbreekt: object nl_features, vlak 1.");
    }

    @Test
    void areasAreThoseOfTheCountry() throws IOException {
        BoundarySet set = national().boundaries();
        // CBS: land area of the Netherlands about 33,500 km2, with inland water 37,400; Súdwest-Fryslân 523 km2 of
        // land.
        double total =
                known.stream().mapToDouble(code -> Fixtures.area(set, code)).sum() / 1e6;
        assertThat(total).isBetween(33_000.0, 38_000.0);
        assertThat(Fixtures.area(set, "0344") / 1e6).isCloseTo(99, within(3.0));
        assertThat(set.neighbours().get("0505")).contains("0523", "0590").doesNotContain("0363");
    }

    @Test
    void simplifyingKeepsEveryAreaAboutAsLarge() throws IOException {
        BoundarySet set = national().boundaries();
        BoundarySet simple = set.simplified(6_000);
        assertThat(simple.points()).isBetween(5_500, 6_600);
        for (String code : known) {
            double before = Fixtures.area(set, code);
            assertThat(Fixtures.area(simple, code)).as(code).isCloseTo(before, within(Math.max(before * 0.1, 0.5e6)));
        }
        assertThat(simple.neighbours()).isEqualTo(set.neighbours());
    }

    @Test
    void storedFormIsCompactAndReadsBack() throws IOException {
        BoundarySet set = national().boundaries().simplified(POINTS);
        byte[] stored = set.toTopoJson().getBytes(StandardCharsets.UTF_8);
        assertThat(stored.length).isLessThan(300_000);
        BoundaryReading.Accepted again = Fixtures.accepted(Fixtures.read(stored, known, BoundaryLimits.STANDARD));
        assertThat(again.notices()).isEmpty();
        known.forEach(code ->
                assertThat(Fixtures.area(again.boundaries(), code)).as(code).isEqualTo(Fixtures.area(set, code)));
    }

    @Test
    void drawsTheCountryWithNeighbouringRegionsInDifferentColours() throws Exception {
        BoundarySet set = national().boundaries().simplified(POINTS);
        String svg = MapRenderer.svg(
                set,
                mapRegions(true),
                MapOptions.overview("kaart", "Jeugdregio's in Nederland", "De tabel noemt dezelfde regio's."));
        keep("nederland", svg);
        assertThat(svg.getBytes(StandardCharsets.UTF_8).length).isLessThan(400_000);

        Document document = MapRendererTest.parsed(svg);
        assertThat(document.getElementsByTagName("path").getLength()).isEqualTo(342 + 1);
        assertThat(MapRendererTest.attributes(document, "a", "href"))
                .hasSize(42)
                .contains("/regios/JZ25");

        Map<String, String> colours = new HashMap<>();
        NodeList links = document.getElementsByTagName("a");
        for (int i = 0; i < links.getLength(); i++) {
            Element link = (Element) links.item(i);
            colours.put(link.getAttribute("href").substring(8), link.getAttribute("class"));
        }
        assertThat(Set.copyOf(colours.values())).hasSizeBetween(4, 6);
        set.neighbours().forEach((code, others) -> {
            String own = region(code);
            for (String other : others) {
                if (!region(other).equals(own)) {
                    assertThat(colours.get(own)).as(code + " and " + other).isNotEqualTo(colours.get(region(other)));
                }
            }
        });
    }

    @Test
    void drawsOneRegionWithItsMunicipalitiesAsLinks() throws Exception {
        BoundarySet set = national().boundaries().simplified(POINTS);
        for (String region : List.of("JZ31", "JZ37", "JZ02")) {
            String svg = MapRenderer.svg(
                    set, mapRegions(false), new MapOptions("kaart", "Regio", "Met haar gemeenten.", region, true));
            keep(region, svg);
            assertThat(svg.length()).isLessThan(200_000);
            assertThat(MapRendererTest.attributes(MapRendererTest.parsed(svg), "a", "href"))
                    .containsAll(regions.youthRegion(region).orElseThrow().municipalities().stream()
                            .map(m -> "/gemeenten/" + m.code())
                            .toList());
        }
    }

    @Test
    void aFileOfNeighbourhoodsIsRefusedWithTheReason() throws IOException {
        try (InputStream in = Files.newInputStream(SharedFiles.path("standards/geo/buurten_ermelo_2021.geojson"))) {
            assertThat(Fixtures.problem(Boundaries.parse(in, known, BoundaryLimits.STANDARD)))
                    .startsWith("Het bestand heeft geen gemeenten, wel andere gebieden: ")
                    .contains("WK023300")
                    .endsWith("Kies het bestand met gemeenten.");
        }
    }

    @Test
    void geoJsonGivesTheSameMapAsTopoJson() throws IOException {
        // Written out ring by ring, the borders must be found again by their points alone.
        BoundarySet set = national().boundaries();
        String features = set.polygons().entrySet().stream()
                .map(area ->
                        "{\"type\":\"Feature\",\"properties\":{\"gemeentecode\":\"%s\"},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":%s}}"
                                .formatted(area.getKey(), coordinates(set, area.getValue())))
                .collect(Collectors.joining(","));
        byte[] bytes =
                ("{\"features\":[" + features + "],\"type\":\"FeatureCollection\"}").getBytes(StandardCharsets.UTF_8);
        BoundarySet again = Fixtures.accepted(Fixtures.read(bytes, known, BoundaryLimits.STANDARD))
                .boundaries();
        assertThat(again.toTopoJson()).isEqualTo(set.toTopoJson());
    }

    private static String coordinates(BoundarySet set, List<BoundarySet.Polygon> polygons) {
        return polygons.stream()
                .map(polygon -> polygon.rings().stream()
                        .map(ring -> ring(set.pointsOf(ring)))
                        .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String ring(int[] xy) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i <= xy.length; i += 2) {
            int at = i % xy.length;
            text.append(i == 0 ? "[" : ",[")
                    .append(xy[at])
                    .append(',')
                    .append(xy[at + 1])
                    .append(']');
        }
        return text.append(']').toString();
    }

    private BoundaryReading.Accepted national() throws IOException {
        try (InputStream in = Files.newInputStream(SharedFiles.path("standards/geo/nl-vr-gm.topo.json"))) {
            return Fixtures.accepted(Boundaries.parse(in, known, BoundaryLimits.STANDARD));
        }
    }

    private List<MapRegion> mapRegions(boolean linkRegions) {
        return regions.youthRegions().stream()
                .map(region -> new MapRegion(
                        region.code(),
                        region.name(),
                        "%s, %d gemeenten"
                                .formatted(
                                        region.name(), region.municipalities().size()),
                        linkRegions ? "/regios/" + region.code() : null,
                        places(region, !linkRegions)))
                .toList();
    }

    private static List<MapPlace> places(YouthRegion region, boolean link) {
        return region.municipalities().stream()
                .map(m -> new MapPlace(m.code(), m.name(), link ? "/gemeenten/" + m.code() : null))
                .toList();
    }

    private String region(String code) {
        return regions.regionOf(regions.municipality(code).orElseThrow())
                .orElseThrow()
                .code();
    }

    /** For looking at: a page per map in target/map, with the style sheet of the product. */
    private static void keep(String name, String svg) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/map"));
        String css = Files.readString(Path.of("src/main/resources/static/css/map.css"));
        for (String theme : List.of("light", "dark")) {
            Files.writeString(
                    folder.resolve(name + "-" + theme + ".html"),
                    "<!doctype html><meta charset=utf-8><style>:root{color-scheme:%s}body{background:light-dark(#f4f7f7,#0e181b)}%s</style>%s"
                            .formatted(theme, css, svg));
        }
    }
}
