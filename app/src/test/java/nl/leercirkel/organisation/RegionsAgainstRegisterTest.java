package nl.leercirkel.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Our facts against the lists they were taken from. */
class RegionsAgainstRegisterTest {

    private final Regions regions = Regions.load();

    @Test
    void everyMunicipalityOf2026HasNameProvinceAndRegionOfTheList() throws IOException {
        Map<String, List<String>> expected = SharedFiles.csv("standards/regio/gemeente_jeugdregio_2026.csv").stream()
                .collect(Collectors.toMap(
                        r -> r.get("gemeentecode"),
                        r -> List.of(r.get("gemeentenaam"), r.get("provincie"), r.get("jeugdregio"))));
        assertThat(expected).hasSize(342);

        Map<String, List<String>> ours = regions.municipalities().stream()
                .collect(Collectors.toMap(
                        Municipality::code,
                        m -> List.of(
                                m.name(),
                                m.province().label(),
                                regions.regionOf(m).orElseThrow().listedName())));
        assertThat(ours).isEqualTo(expected);
    }

    @Test
    void everyYouthRegionHasTheCodeAndNamesOfTheList() throws IOException {
        Map<String, List<String>> expected = SharedFiles.csv("standards/regio/jeugdregio_cbs_2024.csv").stream()
                .collect(Collectors.toMap(
                        r -> r.get("cbs_code"), r -> List.of(r.get("cbs_naam_2024"), r.get("naam_in_lijst_2026"))));
        assertThat(expected).hasSize(42);

        Map<String, List<String>> ours = regions.youthRegions().stream()
                .collect(Collectors.toMap(YouthRegion::code, r -> List.of(r.name(), r.listedName())));
        assertThat(ours).isEqualTo(expected);
    }

    @Test
    void validityIsThatOfTheRegister() throws IOException {
        Map<String, List<String>> expected = SharedFiles.csv("standards/regio/gemeenten_tooi.csv").stream()
                .filter(r -> r.get("einddatum").isEmpty() || r.get("einddatum").compareTo("2014-12-31") >= 0)
                .collect(Collectors.toMap(
                        r -> r.get("code"),
                        r -> List.of("PV" + r.get("provincie").substring(2), r.get("begindatum"), r.get("einddatum"))));
        Map<String, List<String>> ours = new HashMap<>();
        for (List<Municipality> list : List.of(regions.municipalities(), regions.formerMunicipalities())) {
            for (Municipality m : list) {
                ours.put(
                        m.code(),
                        List.of(
                                m.province().code(),
                                text(m.validity().from()),
                                text(m.validity().to())));
            }
        }
        assertThat(ours).isEqualTo(expected);
    }

    @Test
    void regionOfADissolvedMunicipalityIsThatOfTheListOf2015() throws IOException {
        Map<String, String> listed = SharedFiles.csv("standards/regio/gemeente_jeugdregio_2015.csv").stream()
                .collect(Collectors.toMap(r -> r.get("gemeentecode"), r -> r.get("jeugdregio"), (a, b) -> a));
        for (Municipality municipality : regions.formerMunicipalities()) {
            String code = municipality.regionCode();
            String ours = code == null
                    ? null
                    : regions.youthRegion(code).orElseThrow().listedName();
            assertThat(ours).as(municipality.name()).isEqualTo(listed.get(municipality.code()));
        }
    }

    @Test
    void successionIsThatOfTheRegister() throws IOException {
        Map<String, TreeSet<String>> successors = new HashMap<>();
        Map<String, String> mayBeAdded = new HashMap<>();
        for (SharedFiles.Row pair : SharedFiles.csv("standards/regio/herindeling_paren.csv")) {
            if (pair.get("datum").compareTo("2015-01-01") >= 0) {
                successors
                        .computeIfAbsent(pair.get("oud_code"), c -> new TreeSet<>())
                        .add(pair.get("nieuw_code"));
                mayBeAdded.put(pair.get("oud_code"), pair.get("old_may_be_added_to_new"));
            }
        }
        // The register misses the part of Littenseradiel that went to Waadhoeke; 0241 was itself given a new code in
        // 2016.
        successors.computeIfAbsent("0140", c -> new TreeSet<>()).add("1949");
        successors.put("0265", new TreeSet<>(List.of("1945")));
        successors.put("0282", new TreeSet<>(List.of("1945")));

        Map<String, TreeSet<String>> ours = new HashMap<>();
        Map<String, String> ourAdding = new HashMap<>();
        for (Municipality municipality : regions.formerMunicipalities()) {
            switch (regions.succession(municipality.code())) {
                case Succession.Exists exists ->
                    throw new AssertionError(exists.municipality().name());
                case Succession.ContinuedIn continued -> {
                    ours.put(
                            municipality.code(),
                            new TreeSet<>(List.of(continued.successor().code())));
                    ourAdding.put(municipality.code(), "yes");
                }
                case Succession.DividedOver divided -> {
                    ours.put(
                            municipality.code(),
                            divided.successors().stream()
                                    .map(Municipality::code)
                                    .collect(Collectors.toCollection(TreeSet::new)));
                    ourAdding.put(municipality.code(), "no");
                }
            }
        }
        assertThat(ours).isEqualTo(successors);
        assertThat(ourAdding).isEqualTo(mayBeAdded).contains(entry("0788", "no"), entry("0457", "yes"));
    }

    @Test
    void exactHistoryIsAsTheRegisterAllows() throws IOException {
        Map<String, String> exact = new HashMap<>();
        for (SharedFiles.Row pair : SharedFiles.csv("standards/regio/herindeling_paren.csv")) {
            if (pair.get("datum").compareTo("2015-01-01") >= 0
                    && regions.municipality(pair.get("nieuw_code"))
                            .filter(m -> !m.isDissolved())
                            .isPresent()) {
                exact.merge(pair.get("nieuw_code"), pair.get("new_history_is_exact"), (a, b) -> a.equals("no") ? a : b);
            }
        }
        assertThat(exact).hasSizeGreaterThan(20).containsValues("yes", "no");
        exact.forEach((code, answer) -> assertThat(
                        regions.history(code, LocalDate.of(2014, 12, 31)) instanceof History.Exact)
                .as(code)
                .isEqualTo(answer.equals("yes")));
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
