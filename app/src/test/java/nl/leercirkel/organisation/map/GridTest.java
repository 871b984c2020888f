package nl.leercirkel.organisation.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {

    /** Church towers with both coordinates as Kadaster publishes them for checking a transformation. */
    @ParameterizedTest
    @CsvSource({
        "Amersfoort Onze Lieve Vrouwetoren, 5.38720621, 52.15517440, 155000.000, 463000.000",
        "Amsterdam Westertoren, 4.88352559, 52.37453253, 120700.723, 487525.502",
        "Groningen Martinitoren, 6.56820053, 53.21938317, 233883.131, 582065.167"
    })
    void turnsDegreesIntoMetresOfTheDutchGrid(String tower, double longitude, double latitude, double x, double y) {
        double[] rd = Grid.WGS84.toRd(longitude, latitude);
        assertThat(rd[0]).as(tower).isCloseTo(x, within(0.5));
        assertThat(rd[1]).as(tower).isCloseTo(y, within(0.5));
    }

    @Test
    void recognisesTheGridByItsRange() {
        assertThat(Grid.of(5.1, 52.1)).isEqualTo(Grid.WGS84);
        assertThat(Grid.of(136_000, 456_000)).isEqualTo(Grid.RD);
    }

    @Property
    void whatIsAcceptedInDegreesIsAcceptedInMetres(
            @ForAll @DoubleRange(min = 2.01, max = 7.99) double longitude,
            @ForAll @DoubleRange(min = 50.01, max = 53.99) double latitude) {
        double[] rd = Grid.WGS84.toRd(longitude, latitude);
        assertThat(Grid.of(longitude, latitude)).isEqualTo(Grid.WGS84);
        assertThat(Grid.of(rd[0], rd[1])).isEqualTo(Grid.RD);
    }

    @Test
    void saysWhatIsWrongWithOtherCoordinates() {
        assertThatThrownBy(() -> Grid.of(52.1, 5.1)).hasMessageContaining("verwisseld");
        assertThatThrownBy(() -> Grid.of(545_000, 6_867_000)).hasMessageContaining("EPSG:3857");
        assertThatThrownBy(() -> Grid.of(-0.1, 51.5)).hasMessageContaining("ligt niet in Nederland");
        assertThatThrownBy(() -> Grid.of(1e300, 0)).hasMessageContaining("ligt niet in Nederland");
    }
}
