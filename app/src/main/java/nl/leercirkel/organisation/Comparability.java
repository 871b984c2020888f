package nl.leercirkel.organisation;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether older figures fit the place as it is now, in words.
 *
 * @param comparable false: figures of before the given reason fit nowhere
 * @param notes doubts about the facts, in Dutch
 */
record Comparability(boolean comparable, String text, List<String> notes) {

    /** The day the Youth Act (Jeugdwet) came into force: older figures of municipalities about youth care do not exist. */
    static final LocalDate START = LocalDate.of(2015, 1, 1);

    static Comparability of(Place place, Regions regions, OrganisationTexts texts) {
        return place instanceof Municipality former && former.isDissolved()
                ? ofFormer(former, regions, texts)
                : ofPresent(place, regions, texts);
    }

    /** Where the figures of a municipality that is gone belong now. */
    private static Comparability ofFormer(Municipality former, Regions regions, OrganisationTexts texts) {
        List<String> notes = regions.notesAbout(former);
        return switch (regions.succession(former.code())) {
            case Succession.Exists _ -> throw new IllegalArgumentException(former.code() + " still exists");
            case Succession.ContinuedIn(Municipality successor) ->
                new Comparability(
                        true, texts.text("organisation.comparable.former", former.name(), successor.name()), notes);
            case Succession.DividedOver(List<Municipality> successors) ->
                new Comparability(
                        false,
                        texts.text(
                                "organisation.comparable.former.divided",
                                former.name(),
                                texts.enumeration(successors.stream()
                                        .map(Municipality::name)
                                        .toList())),
                        notes);
        };
    }

    private static Comparability ofPresent(Place place, Regions regions, OrganisationTexts texts) {
        History history = switch (place) {
            case Municipality municipality -> regions.history(municipality.code(), START);
            case YouthRegion region -> regions.historyOfRegion(region.code(), START);
        };
        Set<String> notes = new LinkedHashSet<>();
        if (history instanceof History.Exact exact) {
            notes.addAll(exact.notes());
        }
        notes.addAll(regions.notesAbout(place));
        return switch (history) {
            case History.NotComparable not ->
                new Comparability(
                        false,
                        texts.text("organisation.comparable.not", not.reason(), texts.date(not.comparableFrom())),
                        List.copyOf(notes));
            case History.Exact exact -> new Comparability(true, text(place, exact, texts), List.copyOf(notes));
        };
    }

    private static String text(Place place, History.Exact exact, OrganisationTexts texts) {
        Set<String> then = exact.parts().stream().map(Municipality::code).collect(Collectors.toSet());
        Set<String> now = switch (place) {
            case Municipality municipality -> Set.of(municipality.code());
            case YouthRegion region ->
                region.municipalities().stream().map(Municipality::code).collect(Collectors.toSet());
        };
        if (then.equals(now)) {
            return texts.text("organisation.comparable.same");
        }
        return switch (place) {
            case Municipality _ ->
                texts.text(
                        "organisation.comparable.add",
                        exact.parts().stream().map(Municipality::name).collect(Collectors.joining(", ")));
            case YouthRegion _ ->
                texts.text("organisation.comparable.add.region", exact.parts().size(), now.size());
        };
    }
}
