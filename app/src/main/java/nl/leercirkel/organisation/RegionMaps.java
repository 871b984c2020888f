package nl.leercirkel.organisation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leercirkel.organisation.map.Boundaries;
import nl.leercirkel.organisation.map.BoundaryLimits;
import nl.leercirkel.organisation.map.BoundaryReading;
import nl.leercirkel.organisation.map.BoundarySet;
import nl.leercirkel.organisation.map.MapOptions;
import nl.leercirkel.organisation.map.MapPlace;
import nl.leercirkel.organisation.map.MapRegion;
import nl.leercirkel.organisation.map.MapRenderer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The maps of the border file that the acting person's authority has in use. */
@Component
class RegionMaps {
    private static final Logger LOG = LoggerFactory.getLogger(RegionMaps.class);

    /** A map of the country is about 400,000 characters; this is all regions of some authorities. */
    private static final long MOST_CHARACTERS = 32_000_000;

    private static final int MOST_SETS = 8;

    private final BoundaryTable table;
    private final Regions regions;
    private final OrganisationTexts texts;
    private final Set<String> everKnown;
    private final DrawingCache drawings = new DrawingCache(MOST_CHARACTERS);
    private final Map<UUID, Optional<BoundarySet>> sets = new LinkedHashMap<>(16, 0.75f, true);

    RegionMaps(BoundaryTable table, Regions regions, OrganisationTexts texts) {
        this.table = table;
        this.regions = regions;
        this.texts = texts;
        // A stored file must stay readable when a later version of the product knows that a municipality ended.
        this.everKnown = Stream.concat(regions.municipalities().stream(), regions.formerMunicipalities().stream())
                .map(Municipality::code)
                .collect(Collectors.toSet());
    }

    /**
     * A map to put in a page.
     *
     * @param svg made by our renderer, which escapes all names
     * @param source what has to stand below it
     */
    record DrawnMap(String svg, String source) {}

    /** Empty when there is no border file in use. */
    Optional<DrawnMap> country() {
        return table.file(BoundaryFile.Status.IN_USE).flatMap(this::country);
    }

    Optional<DrawnMap> country(BoundaryFile file) {
        return draw(
                file,
                "country",
                MapOptions.overview(
                        "kaart",
                        texts.text("organisation.map.country.title"),
                        texts.text("organisation.map.country.description")));
    }

    /** Empty when there is no border file in use, or when it has none of the region's municipalities. */
    Optional<DrawnMap> region(YouthRegion region) {
        return table.file(BoundaryFile.Status.IN_USE)
                .filter(file -> boundaries(file.boundaryId())
                        .filter(set -> region.municipalities().stream()
                                .anyMatch(municipality -> set.codes().contains(municipality.code())))
                        .isPresent())
                .flatMap(file -> draw(
                        file,
                        region.code(),
                        new MapOptions(
                                "kaart",
                                texts.text("organisation.map.region.title", region.name()),
                                texts.text("organisation.map.region.description"),
                                region.code(),
                                true)));
    }

    /** The municipalities that share a border in the file in use, by name; empty when there is no such file. */
    List<Municipality> neighbours(Municipality municipality) {
        return table
                .file(BoundaryFile.Status.IN_USE)
                .flatMap(file -> boundaries(file.boundaryId()))
                .map(set -> set.neighbours().getOrDefault(municipality.code(), none()))
                .stream()
                .flatMap(SortedSet::stream)
                .flatMap(code -> regions.municipality(code).stream())
                .sorted(Comparator.comparing(Municipality::name))
                .toList();
    }

    private static SortedSet<String> none() {
        return new TreeSet<>();
    }

    private Optional<DrawnMap> draw(BoundaryFile file, String part, MapOptions options) {
        DrawingCache.Key key =
                new DrawingCache.Key(file.boundaryId(), texts.language().getLanguage(), part);
        String svg = drawings.get(
                key,
                () -> boundaries(file.boundaryId())
                        .map(set -> MapRenderer.svg(set, mapRegions(options.highlighted()), options))
                        .orElse(""));
        if (svg.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DrawnMap(svg, texts.text("organisation.map.source", file.source(), file.licence())));
    }

    private List<MapRegion> mapRegions(@Nullable String highlighted) {
        return regions.youthRegions().stream()
                .map(region -> {
                    boolean chosen = region.code().equals(highlighted);
                    return new MapRegion(
                            region.code(),
                            region.name(),
                            texts.text(
                                    region.municipalities().size() == 1
                                            ? "organisation.map.label.one"
                                            : "organisation.map.label",
                                    region.name(),
                                    region.municipalities().size()),
                            chosen ? null : PlacePath.of(region),
                            region.municipalities().stream()
                                    .map(place -> new MapPlace(
                                            place.code(), place.name(), chosen ? PlacePath.of(place) : null))
                                    .toList());
                })
                .toList();
    }

    private Optional<BoundarySet> boundaries(UUID boundaryId) {
        synchronized (sets) {
            Optional<BoundarySet> earlier = sets.get(boundaryId);
            if (earlier != null) {
                return earlier;
            }
        }
        Optional<BoundarySet> read = table.topoJson(boundaryId).flatMap(this::read);
        synchronized (sets) {
            sets.put(boundaryId, read);
            if (sets.size() > MOST_SETS) {
                sets.remove(sets.keySet().iterator().next());
            }
        }
        return read;
    }

    private Optional<BoundarySet> read(String topoJson) {
        byte[] bytes = topoJson.getBytes(StandardCharsets.UTF_8);
        try {
            return switch (Boundaries.parse(new ByteArrayInputStream(bytes), everKnown, BoundaryLimits.STANDARD)) {
                case BoundaryReading.Accepted accepted -> Optional.of(accepted.boundaries());
                case BoundaryReading.Refused refused -> {
                    LOG.error(
                            "A stored border file cannot be read, the pages go on without map: {}", refused.problem());
                    yield Optional.empty();
                }
            };
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
