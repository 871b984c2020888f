package nl.leercirkel.organisation;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The municipalities and youth regions of today, to choose an authority from. */
@Component
class RegionsCatalogue implements AuthorityCatalogue {
    private final List<Entry> entries;

    RegionsCatalogue(Regions regions) {
        this.entries = Stream.concat(
                        regions.municipalities().stream()
                                .map(place -> new Entry(AuthorityKind.MUNICIPALITY, "GM" + place.code(), place.name())),
                        regions.youthRegions().stream()
                                .map(region -> new Entry(AuthorityKind.YOUTH_REGION, region.code(), region.name())))
                .toList();
    }

    @Override
    public List<Entry> entries() {
        return entries;
    }
}
