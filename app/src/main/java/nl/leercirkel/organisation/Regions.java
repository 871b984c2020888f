package nl.leercirkel.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All municipalities and youth regions, their names, and their past since 2014. Immutable; load it once. */
public final class Regions {

    /** First day whose municipalities are known in full. */
    public static final LocalDate EARLIEST = LocalDate.of(2014, 1, 1);

    private final LocalDate asOf;
    private final String source;
    private final List<RegionNote> notes;
    private final Map<String, YouthRegion> youthRegions;
    private final Map<String, Municipality> current;
    private final Map<String, Municipality> all = new TreeMap<>();
    private final Reorganisations reorganisations;
    private final NameSearch names;

    Regions(
            LocalDate asOf,
            String source,
            Collection<RegionNote> notes,
            Collection<YouthRegion> youthRegions,
            Collection<Municipality> former,
            Collection<Reorganisation> events) {
        this.asOf = asOf;
        this.source = source;
        this.notes = List.copyOf(notes);
        this.youthRegions = byCode(youthRegions);
        this.current = byCode(youthRegions.stream()
                .flatMap(region -> region.municipalities().stream())
                .toList());
        all.putAll(current);
        for (Municipality municipality : former) {
            if (!municipality.isDissolved() || all.put(municipality.code(), municipality) != null) {
                throw new IllegalStateException(
                        "municipality " + municipality.code() + " is both former and current, or stands twice");
            }
        }
        for (Municipality municipality : all.values()) {
            String region = municipality.regionCode();
            if (region != null && !this.youthRegions.containsKey(region)) {
                throw new IllegalStateException(
                        "municipality " + municipality.code() + " has unknown region " + region);
            }
        }
        reorganisations = new Reorganisations(all, events);
        names = new NameSearch(this.youthRegions.values(), all.values(), code -> successorsOf(required(code)));
    }

    /** The facts that come with the product. */
    public static Regions load() {
        return RegionsFile.load();
    }

    /** The day the present division is of. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Where the facts come from, in Dutch. */
    public String source() {
        return source;
    }

    /** Doubts that concern the whole division. */
    public List<String> generalNotes() {
        return notes.stream()
                .filter(RegionNote::isGeneral)
                .map(RegionNote::text)
                .toList();
    }

    /** Doubts about this municipality, or about one of the municipalities of this youth region. */
    public List<String> notesAbout(Place place) {
        Set<String> codes = new TreeSet<>();
        for (Municipality municipality : membersOf(place)) {
            codes.add(municipality.code());
        }
        return notesAbout(codes);
    }

    public List<YouthRegion> youthRegions() {
        return List.copyOf(youthRegions.values());
    }

    /** The municipalities of today, by code. */
    public List<Municipality> municipalities() {
        return List.copyOf(current.values());
    }

    /** The municipalities that ceased since 2015, by code. */
    public List<Municipality> formerMunicipalities() {
        return all.values().stream().filter(Municipality::isDissolved).toList();
    }

    /** A municipality of today or dissolved since 2015, by its code of four digits. */
    public Optional<Municipality> municipality(String code) {
        return Optional.ofNullable(all.get(code));
    }

    public Optional<YouthRegion> youthRegion(String code) {
        return Optional.ofNullable(youthRegions.get(code));
    }

    /** The youth region of today that the municipality belongs to; empty for a dissolved municipality. */
    public Optional<YouthRegion> regionOf(Municipality municipality) {
        String region = municipality.regionCode();
        return municipality.isDissolved() || region == null ? Optional.empty() : youthRegion(region);
    }

    /** The one municipality of today with this name or alias, whatever its capitals and accents; empty when none or several. */
    public Optional<Municipality> municipalityNamed(String name) {
        return single(names.municipalitiesNamed(name));
    }

    /** Municipalities and youth regions whose name resembles the text, best first. */
    public List<NameHit> search(String text, int limit) {
        return names.search(text, limit);
    }

    /** The municipalities that existed on a day, by code. */
    public List<Municipality> on(LocalDate day) {
        requireKnown(day);
        return all.values().stream().filter(m -> m.validity().includes(day)).toList();
    }

    /** What became of a municipality. */
    public Succession succession(String code) {
        Municipality municipality = required(code);
        if (!municipality.isDissolved()) {
            return new Succession.Exists(municipality);
        }
        List<Municipality> successors = successorsOf(municipality);
        return successors.size() == 1
                ? new Succession.ContinuedIn(successors.getFirst())
                : new Succession.DividedOver(successors);
    }

    /** Which municipalities of the given day make up the territory of this municipality as it is, or last was. */
    public History history(String code, LocalDate day) {
        requireKnown(day);
        LocalDate end = required(code).validity().to();
        Set<String> target = Set.of(code);
        return withNotes(reorganisations.history(on(day), target, end == null ? asOf : end), target);
    }

    /** Which municipalities of the given day make up the territory of this youth region of today. */
    public History historyOfRegion(String regionCode, LocalDate day) {
        YouthRegion region = youthRegion(regionCode)
                .orElseThrow(() -> new IllegalArgumentException("unknown youth region " + regionCode));
        Set<String> members =
                region.municipalities().stream().map(Municipality::code).collect(Collectors.toSet());
        History history = withNotes(reorganisations.history(on(day), members, asOf), members);
        return switch (history) {
            case History.Exact exact -> withRegionChanges(exact, region);
            case History.NotComparable not -> not;
        };
    }

    private History withNotes(History history, Set<String> target) {
        return switch (history) {
            case History.Exact exact -> {
                Set<String> codes = new TreeSet<>(target);
                exact.parts().forEach(part -> codes.add(part.code()));
                yield new History.Exact(exact.parts(), notesAbout(codes));
            }
            case History.NotComparable not -> not;
        };
    }

    /** The territory adds up, but what was then published as the figure of the region is about other municipalities. */
    private static History withRegionChanges(History.Exact exact, YouthRegion region) {
        List<String> moved = exact.parts().stream()
                .filter(part -> part.regionCode() != null && !region.code().equals(part.regionCode()))
                .map(Municipality::name)
                .toList();
        if (moved.isEmpty()) {
            return exact;
        }
        List<String> notes = new ArrayList<>(exact.notes());
        notes.add(
                "%s hoorde%s toen bij een andere jeugdregio. Tel cijfers per gemeente op; wat toen als totaal van de regio is gepubliceerd, is niet vergelijkbaar."
                        .formatted(Reorganisations.enumeration(moved), moved.size() == 1 ? "" : "n"));
        return new History.Exact(exact.parts(), notes);
    }

    private List<String> notesAbout(Set<String> codes) {
        return notes.stream()
                .filter(note -> note.about().stream().anyMatch(codes::contains))
                .map(RegionNote::text)
                .toList();
    }

    private static List<Municipality> membersOf(Place place) {
        return switch (place) {
            case Municipality municipality -> List.of(municipality);
            case YouthRegion region -> region.municipalities();
        };
    }

    private List<Municipality> successorsOf(Municipality municipality) {
        return reorganisations.successors(municipality.code(), asOf).stream()
                .map(this::required)
                .toList();
    }

    private Municipality required(String code) {
        return municipality(code).orElseThrow(() -> new IllegalArgumentException("unknown municipality " + code));
    }

    private static void requireKnown(LocalDate day) {
        if (day.isBefore(EARLIEST)) {
            throw new IllegalArgumentException("municipalities are known from " + EARLIEST + ", not on " + day);
        }
    }

    private static Optional<Municipality> single(List<Municipality> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static <P extends Place> Map<String, P> byCode(Collection<P> places) {
        Map<String, P> result = new TreeMap<>();
        for (P place : places) {
            if (result.put(place.code(), place) != null) {
                throw new IllegalStateException(place.code() + " stands twice");
            }
        }
        return result;
    }
}
