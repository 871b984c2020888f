package nl.leercirkel.standards.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import nl.leercirkel.standards.Shared;
import org.junit.jupiter.api.Test;

class YouthRegionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private final YouthRegions regions = YouthRegions.register();

    @Test
    void everyMunicipalityOfADayIsInOneOf42Regions() {
        for (LocalDate day : new LocalDate[] {LocalDate.of(2015, 1, 1), LocalDate.of(2019, 1, 1), TODAY}) {
            assertThat(regions.on(day)).hasSize(42);
            assertThat(regions.on(day).stream().flatMap(region -> region.municipalities().stream()))
                    .doesNotHaveDuplicates()
                    .hasSameElementsAs(Municipalities.register().on(day));
        }
    }

    @Test
    void theListOf2026Agrees() {
        Map<String, String> codes = Shared.rows("regio/jeugdregio_cbs_2024.csv").stream()
                .collect(Collectors.toMap(row -> row.get("naam_in_lijst_2026"), row -> row.get("cbs_code")));
        for (Map<String, String> row : Shared.rows("regio/gemeente_jeugdregio_2026.csv")) {
            assertThat(regions.regionOf(row.get("gemeentecode"))).contains(codes.get(row.get("jeugdregio")));
        }
    }

    @Test
    void aRegionAddsUpUnlessTerritoryCrossedItsBorder() {
        Composition limburg = regions.composition("JZ42", TODAY, LocalDate.of(2015, 1, 1));
        assertThat(limburg).isInstanceOf(Composition.Exact.class);
        // Vianen lay in Lekstroom, Leerdam and Zederik in Zuid-Holland Zuid, before Vijfheerenlanden (2019)
        String region = regions.regionOf("1961").orElseThrow();
        Composition exact = regions.composition(region, TODAY, LocalDate.of(2018, 1, 1));
        assertThat(((Composition.Exact) exact).notes()).anyMatch(note -> note.contains("bij een andere jeugdregio"));
        // Haaren (2021) was divided over municipalities in two youth regions
        assertThat(regions.composition(regions.regionOf("0757").orElseThrow(), TODAY, LocalDate.of(2020, 1, 1)))
                .isInstanceOf(Composition.NotComparable.class);
    }

    @Test
    void unknownCodes() {
        assertThat(regions.region("JZ40", TODAY)).isEmpty();
        assertThat(regions.regionOf("9999")).isEmpty();
    }
}
