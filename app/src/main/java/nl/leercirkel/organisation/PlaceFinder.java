package nl.leercirkel.organisation;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds municipalities and youth regions by name, and says why each was found. */
@Component
class PlaceFinder {
    private final Regions regions;
    private final Predecessors predecessors;
    private final OrganisationTexts texts;

    PlaceFinder(Regions regions, Predecessors predecessors, OrganisationTexts texts) {
        this.regions = regions;
        this.predecessors = predecessors;
        this.texts = texts;
    }

    /**
     * A place that was found.
     *
     * @param summary what it is and, when that is not plain from its name, why it was found
     */
    record PlaceHit(String kindKey, String name, String summary, String path) {}

    List<PlaceHit> find(String text, int limit) {
        return regions.search(text, limit).stream().map(hit -> shown(hit, text)).toList();
    }

    private PlaceHit shown(NameHit hit, String text) {
        Place place = hit.place();
        String what = switch (place) {
            case Municipality municipality ->
                texts.text(
                        "organisation.hit.municipality",
                        municipality.province().label(),
                        regions.regionOf(municipality).map(YouthRegion::name).orElse(""));
            case YouthRegion region ->
                texts.text(
                        region.municipalities().size() == 1 ? "organisation.hit.region.one" : "organisation.hit.region",
                        region.municipalities().size());
        };
        String why = why(hit, text);
        return new PlaceHit(kindKey(place), place.name(), why.isEmpty() ? what : what + " " + why, PlacePath.of(place));
    }

    private String why(NameHit hit, String text) {
        return switch (hit.kind()) {
            case OWN_NAME -> resembles(hit, text) ? texts.text("organisation.hit.resembles", text) : "";
            case ALIAS -> texts.text("organisation.hit.alias", hit.matched());
            case PREDECESSOR ->
                texts.text(
                        partly(hit) ? "organisation.hit.predecessor.partly" : "organisation.hit.predecessor",
                        hit.matched());
        };
    }

    private boolean partly(NameHit hit) {
        return switch (hit.place()) {
            case YouthRegion _ -> false;
            case Municipality municipality ->
                predecessors.of(municipality).stream()
                        .filter(predecessor -> predecessor.municipality().name().equals(hit.matched()))
                        .anyMatch(Predecessors.Predecessor::partly);
        };
    }

    /** Found in spite of a typing mistake: no word of the text stands in the name. */
    private static boolean resembles(NameHit hit, String text) {
        String name = NameSearch.normalise(hit.matched()).replace(" ", "");
        String typed = NameSearch.normalise(text);
        return !name.contains(typed.replace(" ", ""))
                && !Arrays.stream(typed.split(" ")).allMatch(name::contains);
    }

    static String kindKey(Place place) {
        return switch (place) {
            case Municipality _ -> "organisation.kind.municipality";
            case YouthRegion _ -> "organisation.kind.region";
        };
    }
}
