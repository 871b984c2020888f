package nl.leercirkel.standards.region;

import static nl.leercirkel.standards.facts.Facts.field;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.leercirkel.standards.facts.Facts;

/**
 * The 42 youth regions as of a date. A municipality of today belongs where the list of 2026 puts it, one that is gone where
 * the list of 2015 put it; between those years no municipality changed region according to either list.
 */
public final class YouthRegions {

    /** First day of which a list is known. */
    public static final LocalDate EARLIEST = LocalDate.of(2015, 1, 1);

    private final Municipalities municipalities;
    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, String> regionOf = new TreeMap<>();

    private YouthRegions(Municipalities municipalities) {
        this.municipalities = municipalities;
        for (Map<String, String> row : Facts.rows(YouthRegions.class, "youth-regions.csv")) {
            names.put(field(row, "code"), field(row, "name"));
        }
        List<Map<String, String>> memberships = Facts.rows(YouthRegions.class, "memberships.csv");
        put(memberships, "2015");
        put(memberships, "2026");
    }

    private void put(List<Map<String, String>> memberships, String list) {
        memberships.stream()
                .filter(row -> field(row, "list").equals(list))
                .forEach(row -> regionOf.put(field(row, "municipality"), field(row, "region")));
    }

    public static YouthRegions register() {
        return Holder.INSTANCE;
    }

    private static final class Holder {
        private static final YouthRegions INSTANCE = new YouthRegions(Municipalities.register());
    }

    /** The region's code; empty for an unknown municipality and for one that ended before 2015. */
    public Optional<String> regionOf(String municipality) {
        return Optional.ofNullable(regionOf.get(Municipalities.plain(municipality)));
    }

    public Optional<YouthRegion> region(String code, LocalDate day) {
        return Optional.ofNullable(names.get(code)).map(name -> new YouthRegion(code, name, members(code, day)));
    }

    /** All 42 on a day, by code. */
    public List<YouthRegion> on(LocalDate day) {
        return names.keySet().stream()
                .map(code -> region(code, day))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Which municipalities of an earlier day make up the territory of a region as it is on the reference day. Parts that
     * then belonged to another region are named: their figures may be added, the published total of the region may not.
     */
    public Composition composition(String code, LocalDate reference, LocalDate then) {
        Set<String> members = members(code, reference).stream()
                .map(Municipality::code)
                .collect(Collectors.toCollection(TreeSet::new));
        Composition composition = municipalities.composition(members, reference, then);
        return switch (composition) {
            case Composition.NotComparable not -> not;
            case Composition.Exact(List<Municipality> parts, List<String> notes) ->
                new Composition.Exact(parts, withMoved(code, parts, notes));
        };
    }

    private List<String> withMoved(String code, List<Municipality> parts, List<String> notes) {
        List<String> moved = parts.stream()
                .filter(part -> regionOf.containsKey(part.code()) && !code.equals(regionOf.get(part.code())))
                .map(Municipality::name)
                .toList();
        if (moved.isEmpty()) {
            return notes;
        }
        List<String> all = new ArrayList<>(notes);
        all.add(DutchText.enumeration(moved) + (moved.size() == 1 ? " hoorde" : " hoorden")
                + " toen bij een andere jeugdregio. Tel cijfers per gemeente op; wat toen als totaal van de regio is"
                + " gepubliceerd, is niet vergelijkbaar.");
        return all;
    }

    private List<Municipality> members(String code, LocalDate day) {
        return municipalities.on(day).stream()
                .filter(municipality -> code.equals(regionOf.get(municipality.code())))
                .toList();
    }
}
