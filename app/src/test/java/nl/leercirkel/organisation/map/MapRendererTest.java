package nl.leercirkel.organisation.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class MapRendererTest {

    static final List<MapRegion> REGIONS = List.of(
            new MapRegion(
                    "JZ01",
                    "Noord & \"Zuid\"",
                    "Noord & Zuid, 2 gemeenten",
                    "/regio/JZ01?a=1&b=2",
                    List.of(new MapPlace("0001", "West", null), new MapPlace("0003", "<Eiland>", null))),
            new MapRegion("JZ02", "Oost", "Oost", null, List.of(new MapPlace("0002", "Oost", "/gemeente/0002"))));
    static final MapOptions OPTIONS = MapOptions.overview("kaart", "Jeugdregio's", "Twee regio's.");

    private final BoundarySet set =
            Fixtures.accepted(Fixtures.read(Fixtures.GEOJSON)).boundaries();

    @Test
    void isWellFormedAndNamesEveryAreaAndLink() throws Exception {
        Document document = parsed(MapRenderer.svg(set, REGIONS, OPTIONS));
        Element svg = document.getDocumentElement();
        assertThat(svg.getAttribute("role")).isEqualTo("group");
        assertThat(text(document, "title"))
                .containsExactly("Jeugdregio's", "West (Noord & \"Zuid\")", "<Eiland> (Noord & \"Zuid\")", "Oost");
        assertThat(text(document, "desc")).containsExactly("Twee regio's.");
        assertThat(attributes(document, "a", "href")).containsExactly("/regio/JZ01?a=1&b=2", "/gemeente/0002");
        assertThat(attributes(document, "a", "aria-label")).containsExactly("Noord & Zuid, 2 gemeenten", "Oost");
    }

    @Test
    void holdsUnderAStrictContentSecurityPolicy() {
        assertThat(MapRenderer.svg(set, REGIONS, OPTIONS))
                .doesNotContain("style", "<script", "fill=", "onclick", "xlink:");
    }

    @Test
    void outlinesOnlyWhatLiesBetweenRegions() throws Exception {
        List<MapRegion> one = List.of(new MapRegion(
                "JZ01",
                "Alles",
                "Alles",
                null,
                List.of(
                        new MapPlace("0001", "West", null),
                        new MapPlace("0002", "Oost", null),
                        new MapPlace("0003", "Eiland", null))));
        // Two outer pieces; the border between the squares and the enclave are inside.
        assertThat(outline(MapRenderer.svg(set, one, OPTIONS)).split("M")).hasSize(1 + 2);
        assertThat(outline(MapRenderer.svg(set, REGIONS, OPTIONS)).split("M")).hasSize(1 + 4);
    }

    @Test
    void bringsOneRegionForwardAndZoomsIn() throws Exception {
        MapOptions chosen = new MapOptions("kaart", "t", "d", "JZ02", false);
        String whole = MapRenderer.svg(set, REGIONS, chosen);
        assertThat(attributes(parsed(whole), "g", "class")).anyMatch(css -> css.endsWith("map-chosen"));
        assertThat(whole).contains("map-has-chosen", "map-chosen-outline");

        String zoomed = MapRenderer.svg(set, REGIONS, new MapOptions("kaart", "t", "d", "JZ02", true));
        assertThat(parsed(whole).getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 2080 1080");
        assertThat(parsed(zoomed).getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 1040 1040");
    }

    @Test
    void writesANameWhereItFitsAndBesideAHole() {
        List<int[]> square = List.of(new int[] {0, 0, 1000, 0, 1000, 1000, 0, 1000});
        assertThat(LabelSpot.in(square, 900, 100)).contains(new LabelSpot(500, 500));
        assertThat(LabelSpot.in(square, 1001, 100)).isEmpty();
        List<int[]> withHole = List.of(square.getFirst(), new int[] {100, 300, 100, 700, 900, 700, 900, 300});
        assertThat(LabelSpot.in(withHole, 900, 100).orElseThrow().y())
                .satisfiesAnyOf(
                        y -> assertThat(y).isBetween(750.0, 950.0),
                        y -> assertThat(y).isBetween(50.0, 250.0));
    }

    @Test
    void refusesLinksWithinLinks() {
        assertThatThrownBy(() -> new MapRegion("JZ01", "A", "A", "/a", List.of(new MapPlace("0001", "West", "/b"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void neighboursInAGridDiffer(
            @ForAll @IntRange(min = 1, max = 9) int width, @ForAll @IntRange(min = 1, max = 9) int height) {
        Map<String, Set<String>> neighbours = new TreeMap<>();
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                Set<String> own = new HashSet<>();
                for (int[] step : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, -1}}) {
                    int nx = x + step[0];
                    int ny = y + step[1];
                    if (nx >= 0 && nx < width && ny >= 0 && ny < height) {
                        own.add(nx + "," + ny);
                    }
                }
                neighbours.put(x + "," + y, own);
            }
        }
        Map<String, Integer> colours = RegionColours.of(neighbours);
        assertThat(colours.values()).allMatch(colour -> colour >= 1 && colour <= RegionColours.COLOURS);
        neighbours.forEach((cell, others) -> assertThat(others)
                .noneMatch(other -> colours.getOrDefault(other, 0).equals(colours.get(cell))));
    }

    static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static String outline(String svg) throws Exception {
        NodeList groups = parsed(svg).getElementsByTagName("g");
        Element last = (Element) groups.item(groups.getLength() - 1);
        return ((Element) last.getElementsByTagName("path").item(0)).getAttribute("d");
    }

    static List<String> attributes(Document document, String tag, String attribute) {
        NodeList nodes = document.getElementsByTagName(tag);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            values.add(((Element) nodes.item(i)).getAttribute(attribute));
        }
        return values;
    }

    private static List<String> text(Document document, String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            values.add(nodes.item(i).getTextContent());
        }
        return values;
    }
}
