package nl.leercirkel.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSearchTest {

    private static final Regions REGIONS = Regions.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "den haag | 's-Gravenhage",
                "DenHaag | 's-Gravenhage",
                "gravenh | 's-Gravenhage",
                "s gravenhage | 's-Gravenhage",
                "Den Bosch | 's-Hertogenbosch",
                "hertog | 's-Hertogenbosch",
                "sudwest | Súdwest-Fryslân",
                "de friese meren | De Fryske Marren",
                "fryske | De Fryske Marren",
                "drachten | Smallingerland",
                "hoofddorp | Haarlemmermeer",
                "weesp | Amsterdam",
                "dortrecht | Dordrecht",
                "Zutpehn | Zutphen",
                "ijselstein | IJsselstein",
                "mierden reusel | Reusel-De Mierden",
                "Ĳsselstein | IJsselstein",
                "hart van brabant | Midden-Brabant (Hart van Brabant)",
                "food v | Food Valley",
                "utrecht stad | Utrecht Stad",
                "Utrecht | Utrecht",
                "nuenen | Nuenen, Gerwen en Nederwetten"
            })
    void findsWhatPeopleType(String typed, String first) {
        assertThat(REGIONS.search(typed, 5).getFirst().place().name()).isEqualTo(first);
    }

    @Test
    void saysByWhichNameItFound() {
        assertThat(REGIONS.search("Weesp", 1))
                .containsExactly(
                        new NameHit(REGIONS.municipality("0363").orElseThrow(), "Weesp", NameHit.Kind.PREDECESSOR));
        assertThat(REGIONS.search("haaren", 10))
                .filteredOn(hit ->
                        hit.kind() == NameHit.Kind.PREDECESSOR && hit.matched().equals("Haaren"))
                .extracting(hit -> hit.place().name())
                .containsExactly("Boxtel", "Oisterwijk", "Tilburg", "Vught");
    }

    @Test
    void bothBergensComeBeforeBergenOpZoom() {
        assertThat(REGIONS.search("bergen", 3))
                .extracting(hit -> hit.place().name())
                .containsExactly("Bergen (L.)", "Bergen (NH.)", "Bergen op Zoom");
    }

    @Test
    void doesNotGuessAtShortTexts() {
        assertThat(REGIONS.search("xq", 10)).isEmpty();
        assertThat(REGIONS.search("'s-", 10)).isNotEmpty();
        assertThat(REGIONS.search("  -- ", 10)).isEmpty();
        assertThat(REGIONS.search("", 10)).isEmpty();
    }

    @Property
    void aNameInAnyWritingIsFirst(@ForAll("municipality") Municipality municipality, @ForAll Writing writing) {
        List<NameHit> hits = REGIONS.search(writing.apply(municipality.name()), 3);
        assertThat(hits).isNotEmpty();
        assertThat(hits.getFirst().place()).isEqualTo(municipality);
    }

    @Property
    void anyBeginningFinds(@ForAll("municipality") Municipality municipality, @ForAll @IntRange(min = 1) int length) {
        String name = municipality.name().replaceFirst("^'s-", "");
        String beginning = name.substring(0, 1 + length % name.length());
        assertThat(REGIONS.search(beginning, 500)).extracting(NameHit::place).contains(municipality);
    }

    @Property
    void oneTypingMistakeIsForgiven(
            @ForAll("municipality") Municipality municipality,
            @ForAll Mistake mistake,
            @ForAll @IntRange(min = 0) int at) {
        String name = NameSearch.normalise(municipality.name());
        if (name.replace(" ", "").length() >= 5) {
            String typed = mistake.make(name, at % (name.length() - 1));
            assertThat(REGIONS.search(typed, 500))
                    .as(typed)
                    .extracting(NameHit::place)
                    .contains(municipality);
        }
    }

    @Property
    void anyTextIsAnswered(@ForAll String text, @ForAll @IntRange(min = 0, max = 20) int limit) {
        List<NameHit> hits = REGIONS.search(text, limit);
        assertThat(hits).hasSizeLessThanOrEqualTo(limit);
        assertThat(hits).extracting(hit -> hit.place().code()).doesNotHaveDuplicates();
    }

    @Property
    void distanceIsSymmetricAndZeroOnlyForEqual(@ForAll("word") String a, @ForAll("word") String b) {
        int there = NameSearch.Distances.between(a, b).whole();
        assertThat(there).isEqualTo(NameSearch.Distances.between(b, a).whole());
        assertThat(there == 0).isEqualTo(a.equals(b));
        assertThat(there).isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
        assertThat(NameSearch.Distances.between(a, b).toPrefix()).isLessThanOrEqualTo(there);
    }

    @Provide
    Arbitrary<Municipality> municipality() {
        return Arbitraries.of(REGIONS.municipalities());
    }

    @Provide
    Arbitrary<String> word() {
        return Arbitraries.strings().withChars("abc").ofMaxLength(6);
    }

    enum Writing {
        AS_IS,
        CAPITALS,
        NO_ACCENTS,
        NO_HYPHENS,
        NO_SPACES;

        String apply(String name) {
            return switch (this) {
                case AS_IS -> name;
                case CAPITALS -> name.toUpperCase(Locale.ROOT);
                case NO_ACCENTS ->
                    Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
                case NO_HYPHENS -> name.replace('-', ' ');
                case NO_SPACES -> name.replace(" ", "");
            };
        }
    }

    enum Mistake {
        OMIT,
        DOUBLE,
        SWAP,
        REPLACE;

        String make(String name, int at) {
            return switch (this) {
                case OMIT -> name.substring(0, at) + name.substring(at + 1);
                case DOUBLE -> name.substring(0, at + 1) + name.substring(at);
                case SWAP -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
                case REPLACE -> name.substring(0, at) + "x" + name.substring(at + 1);
            };
        }
    }
}
