package nl.leercirkel.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.leercirkel.care.ggm.Attribute;
import nl.leercirkel.care.ggm.Entity;
import nl.leercirkel.care.ggm.GgmModel;
import nl.leercirkel.standards.ijw.definition.Law;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** docs/ggm.md says what the code does; write it anew with -Dleercirkel.regenerate=true. */
class GgmDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "ggm.md");
    /** Attributes of the model by entity, as somebody wrote them down from the model itself. */
    private static final Path REFERENCE = Path.of("..", "..", "shared", "standards", "ggm", "jeugd-entiteiten.csv");

    @Test
    void theDocumentIsTheCode() throws IOException {
        String document = document();
        if (Boolean.getBoolean("leercirkel.regenerate")) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
    }

    /** Each attribute of the model is there, filled or said to be absent, by the very name it has; and no other. */
    @Test
    void theNamesAreThoseOfTheModel() throws IOException {
        Assumptions.assumeTrue(
                Files.exists(REFERENCE), "the list of attributes of the model is not beside the project");
        Map<String, Set<String>> model = new LinkedHashMap<>();
        Files.readAllLines(REFERENCE).stream()
                .skip(1)
                .map(line -> line.split(",", 3))
                .forEach(cells ->
                        model.computeIfAbsent(cells[0], any -> new TreeSet<>()).add(cells[1]));
        for (Law law : Law.values()) {
            for (Entity entity : GgmModel.of(law)) {
                assertThat(entity.attributes().stream()
                                .filter(attribute -> attribute.kind() == Attribute.Kind.ATTRIBUTE)
                                .map(Attribute::name))
                        .as(entity.name())
                        .containsExactlyInAnyOrderElementsOf(model.getOrDefault(entity.name(), Set.of()));
            }
        }
    }

    private static String document() {
        return """
                # Onze feiten in de termen van het gemeentelijk gegevensmodel

                Deze bladzijde is gemaakt uit de code (`GgmModel`); een test houdt haar gelijk en vergelijkt de namen met die van het model.
                Opnieuw maken: `mvn -pl app test -Dtest=GgmDocumentTest -Dleercirkel.regenerate=true`.

                Het model is het %s, van de gemeente Delft (EUPL-1.2). Entiteiten en attributen heten zoals in
                de definities van het model, sleutels en verwijzingen zoals in de DDL bij het diagram "Sociaal Domein Beschikking en
                Voorziening". Waarden van lijsten (wet, eenheid, frequentie, soort verwijzer) staan er zoals in die DDL.

                - Sleutels zijn teksten, waar de DDL gehele getallen noemt: zo blijven zij gelijk bij elke volgende uitvoer.
                - Mensen zijn pseudoniemen van het doel van één wet. Elke wet is een eigen bestand.
                - Bedragen zijn in euro, met een punt en twee cijfers. Een leeg veld betekent dat er geen waarde is.
                - Wat wij wel bewaren en het model niet vraagt, gaat niet mee: geboortejaar, postcodegebied, tijd van een besluit, budget,
                  onderbrekingen, hulpvorm van het CBS en de gemeente van een toewijzing (die staat wel in de sleutels).

                %s""".formatted(
                GgmModel.NAME,
                GgmModel.of(Law.YOUTH).stream().map(GgmDocumentTest::section).collect(Collectors.joining("\n")));
    }

    private static String section(Entity entity) {
        List<String> lines = entity.attributes().stream()
                .map(attribute -> "| `%s` | %s | %s |"
                        .formatted(
                                attribute.name(),
                                attribute.isFilled() ? word(attribute.kind()) : "niet gevuld",
                                attribute.meaning()))
                .toList();
        return "## %s\n`%s`: %s\n\n| GGM | wat het is | ons veld, of waarom het ontbreekt |\n|---|---|---|\n%s\n"
                .formatted(entity.name(), entity.table(), entity.rows(), String.join("\n", lines));
    }

    private static String word(Attribute.Kind kind) {
        return switch (kind) {
            case KEY -> "sleutel";
            case REFERENCE -> "verwijzing";
            case ATTRIBUTE -> "gevuld";
        };
    }
}
