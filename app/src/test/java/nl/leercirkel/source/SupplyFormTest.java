package nl.leercirkel.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.leercirkel.source.open.Wanted;
import nl.leercirkel.standards.cbs.CbsVersion;
import org.junit.jupiter.api.Test;

class SupplyFormTest {

    private static SupplyForm typed(String... pairs) {
        Map<String, String> form = new HashMap<>(
                Map.of("soort", "CBS", "plaats", "SERVICE", "dienst", "V3", "tabel", "85098NED", "bestanden", "*.csv"));
        for (int i = 0; i < pairs.length; i += 2) {
            form.put(pairs[i], pairs[i + 1]);
        }
        return SupplyForm.read(form);
    }

    @Test
    void whatIsTypedComesBackAsItWas() {
        SupplyForm form = typed(
                "soort",
                "KWB",
                "tabel",
                "84583NED, 85984NED 2024",
                "onderwerpen",
                "Aantal inwoners\r\n\r\nMannen",
                "filter",
                "Gemeente: 05*",
                "gebieden",
                "ja");
        assertThat(form.errors()).isEmpty();
        Wanted wanted = form.wanted();
        assertThat(wanted.tables()).containsExactly("84583NED", "85984NED 2024");
        assertThat(wanted.topics()).containsExactly("Aantal inwoners", "Mannen");
        assertThat(wanted.version()).isEqualTo(CbsVersion.V3);
        assertThat(SupplyForm.of(wanted).wanted()).isEqualTo(wanted);
        assertThat(Json.read(Json.of(wanted), Wanted.class)).isEqualTo(wanted);
    }

    @Test
    void whatCannotBeFetchedIsSaidAtItsField() {
        assertThat(typed("tabel", "85098NED/../x").errors()).containsOnlyKeys("tabel");
        assertThat(typed("tabel", "85098NED, 85099NED").errors()).containsOnlyKeys("tabel");
        assertThat(typed("soort", "AS_IS").errors()).containsOnlyKeys("plaats");
        assertThat(typed("soort", "KWB", "dienst", "V4").errors()).containsOnlyKeys("dienst");
        assertThat(typed("filter", "2023").errors().get("filter")).contains("dubbele punt");
        assertThat(typed("jaar", "23").errors()).containsOnlyKeys("jaar");
        for (String folder : List.of("..", "../GM0363", "/etc", "a/../..", "a//b")) {
            assertThat(typed("plaats", "FOLDER", "map", folder).errors())
                    .as(folder)
                    .containsOnlyKeys("map");
        }
        assertThat(typed("plaats", "FOLDER", "bestanden", "../x.csv").errors()).containsOnlyKeys("bestanden");
        assertThat(typed("soort", "?", "plaats", "?", "dienst", "?").errors())
                .containsOnlyKeys("soort", "plaats", "dienst");
    }
}
