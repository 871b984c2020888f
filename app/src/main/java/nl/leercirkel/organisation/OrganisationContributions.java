package nl.leercirkel.organisation;

import java.util.List;
import java.util.stream.Stream;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.CircleStep;
import nl.leercirkel.shell.NavigationContribution;
import nl.leercirkel.shell.NavigationEntry;
import nl.leercirkel.shell.SearchContribution;
import nl.leercirkel.shell.SearchHit;
import org.springframework.stereotype.Component;

/** Regions, partners and border files in the navigation; places and partners among the results of searching. */
@Component
class OrganisationContributions implements NavigationContribution, SearchContribution {
    private static final int MOST_PLACES = 8;

    private final PlaceFinder places;
    private final Partners partners;
    private final OrganisationTexts texts;

    OrganisationContributions(PlaceFinder places, Partners partners, OrganisationTexts texts) {
        this.places = places;
        this.partners = partners;
        this.texts = texts;
    }

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                new NavigationEntry(
                        CircleStep.OBSERVE, "organisation.regions.title", "/regio", Right.ORGANISATION_READ, 10),
                new NavigationEntry(
                        CircleStep.DESIGN, "organisation.partners.title", "/partners", Right.ORGANISATION_READ, 50),
                new NavigationEntry(
                        CircleStep.ADMINISTRATION,
                        "organisation.boundary.title",
                        "/beheer/grenzen",
                        Right.SETTINGS_MANAGE,
                        40));
    }

    @Override
    public Right right() {
        return Right.ORGANISATION_READ;
    }

    @Override
    public List<SearchHit> search(String query, int limit) {
        String text = OrganisationTexts.line(query);
        if (text.isEmpty()) {
            return List.of();
        }
        PartnerQuery wanted = new PartnerQuery(text, null, PartnerQuery.State.ALL, 1);
        Stream<SearchHit> organisations =
                partners.search(wanted, limit).stream().map(this::hit);
        Stream<SearchHit> found = places.find(text, Math.min(limit, MOST_PLACES)).stream()
                .map(place -> new SearchHit(place.kindKey(), place.name(), place.summary(), place.path()));
        return Stream.concat(organisations, found).limit(limit).toList();
    }

    private SearchHit hit(Partner partner) {
        String kind = texts.text(partner.kind().labelKey());
        return new SearchHit(
                "organisation.kind.partner",
                partner.name(),
                partner.isEnded() ? texts.text("organisation.hit.partner.ended", kind) : kind,
                partner.path());
    }
}
