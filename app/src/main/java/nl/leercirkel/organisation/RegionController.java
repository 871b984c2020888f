package nl.leercirkel.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.shell.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The youth regions and their municipalities, as table and as map. */
@Controller
class RegionController {
    private static final int MOST_HITS = 20;
    private static final int LONGEST_QUERY = 200;

    private final Regions regions;
    private final Predecessors predecessors;
    private final PlaceFinder finder;
    private final RegionMaps maps;
    private final OrganisationTexts texts;

    RegionController(
            Regions regions, Predecessors predecessors, PlaceFinder finder, RegionMaps maps, OrganisationTexts texts) {
        this.regions = regions;
        this.predecessors = predecessors;
        this.finder = finder;
        this.maps = maps;
        this.texts = texts;
    }

    /** A line of the table of regions. */
    record RegionRow(String code, String name, String path, int municipalities, String provinces) {}

    /** A line of the table of a region's municipalities; since and notComparable are null when there is nothing to say. */
    record MunicipalityRow(
            String code,
            String name,
            String path,
            String province,
            @Nullable String since,
            List<FormerShown> former,
            @Nullable String notComparable) {}

    /** A municipality that is gone; summary says until when, and whether only a part is here. */
    record FormerShown(String name, String path, String summary) {}

    /** A place with a page. */
    record PlaceLink(String name, String path, String summary) {}

    @GetMapping("/regio")
    @Requires(value = Right.ORGANISATION_READ, subject = "region", action = Action.SEARCH)
    String overview(@RequestParam(name = "q", defaultValue = "") String typed, Model model) {
        String line = OrganisationTexts.line(typed);
        String query = line.length() > LONGEST_QUERY ? line.substring(0, LONGEST_QUERY) : line;
        model.addAttribute("query", query);
        model.addAttribute("hits", query.isEmpty() ? List.of() : finder.find(query, MOST_HITS));
        model.addAttribute(
                "lead",
                texts.text(
                        "organisation.regions.lead",
                        regions.municipalities().size(),
                        regions.youthRegions().size(),
                        texts.date(regions.asOf())));
        model.addAttribute(
                "rows", regions.youthRegions().stream().map(this::row).toList());
        model.addAttribute("map", maps.country().orElse(null));
        facts(model);
        return "organisation/regions";
    }

    @GetMapping("/regio/{code}")
    @Requires(value = Right.ORGANISATION_READ, subject = "region")
    String region(@PathVariable("code") String code, Model model) {
        YouthRegion region = regions.youthRegion(code).orElseThrow(() -> new NotFoundException("youth region " + code));
        int count = region.municipalities().size();
        model.addAttribute("region", region);
        model.addAttribute(
                "lead",
                count == 1
                        ? texts.text(
                                "organisation.region.lead.one",
                                region.municipalities().getFirst().name(),
                                provinces(region))
                        : texts.text("organisation.region.lead", count, provinces(region)));
        model.addAttribute(
                "rows", region.municipalities().stream().map(this::row).toList());
        model.addAttribute("comparability", Comparability.of(region, regions, texts));
        model.addAttribute("map", maps.region(region).orElse(null));
        model.addAttribute("breadcrumbs", List.of(overviewCrumb(), new Crumb(region.name(), PlacePath.of(region))));
        facts(model);
        return "organisation/region";
    }

    @GetMapping("/gemeente/{code}")
    @Requires(value = Right.ORGANISATION_READ, subject = "municipality")
    String municipality(@PathVariable("code") String code, Model model) {
        Municipality municipality =
                regions.municipality(code).orElseThrow(() -> new NotFoundException("municipality " + code));
        YouthRegion region = regions.regionOf(municipality).orElse(null);
        model.addAttribute("municipality", municipality);
        model.addAttribute("lead", lead(municipality, region));
        model.addAttribute("region", region);
        model.addAttribute("since", since(municipality));
        model.addAttribute("former", former(municipality));
        model.addAttribute("successors", successors(municipality));
        model.addAttribute("comparability", Comparability.of(municipality, regions, texts));
        model.addAttribute("others", region == null ? List.of() : others(region, municipality));
        model.addAttribute(
                "neighbours",
                maps.neighbours(municipality).stream().map(this::link).toList());
        List<Crumb> crumbs = new ArrayList<>(List.of(overviewCrumb()));
        if (region != null) {
            crumbs.add(new Crumb(region.name(), PlacePath.of(region)));
        }
        crumbs.add(new Crumb(municipality.name(), PlacePath.of(municipality)));
        model.addAttribute("breadcrumbs", crumbs);
        facts(model);
        return "organisation/municipality";
    }

    private void facts(Model model) {
        model.addAttribute("asOf", texts.date(regions.asOf()));
        model.addAttribute("source", regions.source());
        model.addAttribute("generalNotes", regions.generalNotes());
        model.addAttribute("mayLoadMap", ActorContext.required().may(Right.SETTINGS_MANAGE));
    }

    private String lead(Municipality municipality, @Nullable YouthRegion region) {
        return switch (regions.succession(municipality.code())) {
            case Succession.Exists _ ->
                texts.text(
                        "organisation.municipality.lead",
                        municipality.name(),
                        municipality.province().label(),
                        region == null ? "" : region.name());
            case Succession.ContinuedIn(Municipality successor) ->
                texts.text(
                        "organisation.municipality.lead.continued",
                        municipality.name(),
                        lastDay(municipality),
                        successor.name());
            case Succession.DividedOver(List<Municipality> successors) ->
                texts.text(
                        "organisation.municipality.lead.divided",
                        municipality.name(),
                        lastDay(municipality),
                        texts.enumeration(
                                successors.stream().map(Municipality::name).toList()));
        };
    }

    private List<PlaceLink> successors(Municipality municipality) {
        return switch (regions.succession(municipality.code())) {
            case Succession.Exists _ -> List.of();
            case Succession.ContinuedIn(Municipality successor) -> List.of(link(successor));
            case Succession.DividedOver(List<Municipality> successors) ->
                successors.stream().map(this::link).toList();
        };
    }

    private String lastDay(Municipality municipality) {
        LocalDate last = municipality.validity().to();
        return last == null ? "" : texts.date(last);
    }

    private List<PlaceLink> others(YouthRegion region, Municipality municipality) {
        return region.municipalities().stream()
                .filter(other -> !other.equals(municipality))
                .map(this::link)
                .toList();
    }

    private PlaceLink link(Municipality municipality) {
        return new PlaceLink(
                municipality.name(),
                PlacePath.of(municipality),
                regions.regionOf(municipality).map(YouthRegion::name).orElse(""));
    }

    private RegionRow row(YouthRegion region) {
        return new RegionRow(
                region.code(),
                region.name(),
                PlacePath.of(region),
                region.municipalities().size(),
                provinces(region));
    }

    private MunicipalityRow row(Municipality municipality) {
        History history = regions.history(municipality.code(), Comparability.START);
        return new MunicipalityRow(
                municipality.code(),
                municipality.name(),
                PlacePath.of(municipality),
                municipality.province().label(),
                since(municipality),
                former(municipality),
                switch (history) {
                    case History.Exact _ -> null;
                    case History.NotComparable not ->
                        texts.text("organisation.comparable.not", not.reason(), texts.date(not.comparableFrom()));
                });
    }

    private List<FormerShown> former(Municipality municipality) {
        return predecessors.of(municipality).stream()
                .map(each -> new FormerShown(
                        each.municipality().name(),
                        PlacePath.of(each.municipality()),
                        texts.text(
                                each.partly() ? "organisation.former.partly" : "organisation.former.until",
                                texts.date(each.lastDay()))))
                .toList();
    }

    private @Nullable String since(Municipality municipality) {
        LocalDate first = municipality.validity().from();
        return first == null ? null : texts.date(first);
    }

    private String provinces(YouthRegion region) {
        return texts.enumeration(region.municipalities().stream()
                .map(Municipality::province)
                .distinct()
                .map(Province::label)
                .sorted()
                .toList());
    }

    private Crumb overviewCrumb() {
        return new Crumb(texts.text("organisation.regions.title"), "/regio");
    }
}
