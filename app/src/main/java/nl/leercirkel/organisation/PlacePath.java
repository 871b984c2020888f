package nl.leercirkel.organisation;

/** Where a place has its page. */
final class PlacePath {
    private PlacePath() {}

    static String of(Place place) {
        return switch (place) {
            case Municipality municipality -> "/gemeente/" + municipality.code();
            case YouthRegion region -> "/regio/" + region.code();
        };
    }
}
