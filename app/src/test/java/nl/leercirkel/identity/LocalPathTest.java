package nl.leercirkel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elders.nl",
                "https://elders.nl/",
                "/\\elders.nl",
                "/\t/elders.nl",
                "/pad\r\nSet-Cookie: a=b",
                "elders.nl",
                "javascript:alert(1)",
                "/inloggen?naar=/x",
                "/uitloggen",
                ""
            })
    void neverLeadsElsewhereNorInACircle(String path) {
        assertThat(LocalPath.orHome(path)).isEqualTo("/");
    }

    @Test
    void keepsAPathWithItsQuery() {
        assertThat(LocalPath.orHome("/projecten?lijn=2&q=a%20b")).isEqualTo("/projecten?lijn=2&q=a%20b");
        assertThat(LocalPath.withParameter("/inloggen", "/projecten?lijn=2"))
                .isEqualTo("/inloggen?naar=%2Fprojecten%3Flijn%3D2");
        assertThat(LocalPath.orHome(null)).isEqualTo("/");
    }
}
