package nl.leercirkel.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/methoden-geheimhouding.md: each runs here, and the page shows exactly what runs. */
class ExamplesTest {

    // In two parts, or the pattern would find itself.
    private static final Pattern IN_TEST =
            Pattern.compile("// " + "example: [^\\n]*\\n(.*?)// " + "end\\n", Pattern.DOTALL);

    private static final Pattern IN_PAGE = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void thePageShowsWhatRuns() throws IOException {
        Path page = Path.of("..", "docs", "methoden-geheimhouding.md");
        Path self = Path.of("src", "test", "java", "nl", "leercirkel", "statistics", "disclosure", "ExamplesTest.java");
        List<String> shown = blocks(IN_PAGE, Files.readString(page));
        List<String> run = blocks(IN_TEST, Files.readString(self));
        assertThat(shown).hasSize(7).isEqualTo(run);
    }

    private static List<String> blocks(Pattern pattern, String text) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            // The formatter breaks lines elsewhere than the page does.
            blocks.add(matcher.group(1).replaceAll("\\s+", ""));
        }
        return blocks;
    }

    @Test
    void primary() {
        // example: Primaire onderdrukking
        Dimension wijk =
                Dimension.flat("wijk", "gemeente", List.of("Noord", "Zuid")).get();
        List<Contribution> omzet = List.of(
                new Contribution(List.of("Noord"), "aanbieder A", 70_000),
                new Contribution(List.of("Noord"), "aanbieder B", 20_000),
                new Contribution(List.of("Noord"), "aanbieder C", 10_000),
                new Contribution(List.of("Zuid"), "aanbieder D", 40_000),
                new Contribution(List.of("Zuid"), "aanbieder E", 35_000),
                new Contribution(List.of("Zuid"), "aanbieder F", 25_000));
        Map<String, String> concerns = Map.of();
        Table bedragen = Table.amounts(List.of(wijk), omzet, concerns).get();
        PublishedTable omzetPerWijk =
                Suppression.protect(bedragen, Policy.percentRule(15)).get();
        // end
        // 20,000 + 10,000 less than known: the rest of 10,000 is below 15% of 70,000.
        assertThat(omzetPerWijk.suppressed(PublishedTable.Kind.PRIMARY)).containsExactly(List.of("Noord"));
        assertThat(omzetPerWijk.suppressed(PublishedTable.Kind.SECONDARY)).hasSize(1);
    }

    @Test
    void secondaryProofAttackVersionsAndRounding() {
        // example: Secundaire onderdrukking
        Dimension gebied = Dimension.of(
                        "gebied",
                        List.of(),
                        List.of(
                                Dimension.Total.of("gemeente", "Noord", "Zuid"),
                                Dimension.Total.of("Noord", "Dorp", "Haven", "Polder"),
                                Dimension.Total.of("Zuid", "Centrum", "Heuvel")))
                .get();
        Dimension geslacht =
                Dimension.flat("geslacht", "samen", List.of("jongen", "meisje")).get();
        Table jeugdhulp = Table.counts(
                        List.of(gebied, geslacht),
                        List.of(
                                Table.Cell.of(2, "Dorp", "jongen"), Table.Cell.of(14, "Dorp", "meisje"),
                                Table.Cell.of(21, "Haven", "jongen"), Table.Cell.of(17, "Haven", "meisje"),
                                Table.Cell.of(9, "Polder", "jongen"), Table.Cell.of(11, "Polder", "meisje"),
                                Table.Cell.of(40, "Centrum", "jongen"), Table.Cell.of(38, "Centrum", "meisje"),
                                Table.Cell.of(25, "Heuvel", "jongen"), Table.Cell.of(31, "Heuvel", "meisje")))
                .get();
        PublishedTable veilig =
                Suppression.protect(jeugdhulp, Policy.minimum(5)).get();
        boolean kleinsteIsWeg = veilig.cell("Dorp", "jongen").get() instanceof PublishedTable.Shown.Suppressed;
        int getoond = veilig.publishedCells();
        // end
        assertThat(kleinsteIsWeg).isTrue();
        assertThat(getoond).isEqualTo(jeugdhulp.size() - 4);
        // example: Het bewijs
        Proof.Secret bewijs = veilig.proof().of(List.of("Dorp", "jongen")).get();
        boolean minderKan = bewijs.below().signum() > 0;
        boolean meerKan = bewijs.above().signum() > 0;
        // end
        assertThat(minderKan && meerKan).isTrue();
        // example: De aanvaller
        List<Attack.Finding> alleenDeKleinste = Attack.on(
                        jeugdhulp, Policy.minimum(5), List.of(List.of("Dorp", "jongen")))
                .get();
        boolean lekt = alleenDeKleinste.getFirst().isDisclosed();
        // end
        assertThat(lekt).isTrue();
        // example: Verschil van twee publicaties
        Table gecorrigeerd = Table.counts(
                        List.of(gebied, geslacht),
                        List.of(
                                Table.Cell.of(2, "Dorp", "jongen"), Table.Cell.of(14, "Dorp", "meisje"),
                                Table.Cell.of(21, "Haven", "jongen"), Table.Cell.of(17, "Haven", "meisje"),
                                Table.Cell.of(9, "Polder", "jongen"), Table.Cell.of(11, "Polder", "meisje"),
                                Table.Cell.of(47, "Centrum", "jongen"), Table.Cell.of(38, "Centrum", "meisje"),
                                Table.Cell.of(25, "Heuvel", "jongen"), Table.Cell.of(31, "Heuvel", "meisje")))
                .get();
        PublishedTable nieuweVersie = Versions.next(veilig, gecorrigeerd, Policy.minimum(5), Versions.Changes.OPEN)
                .get();
        // end
        assertThat(nieuweVersie.cell("Centrum", "jongen"))
                .contains(new PublishedTable.Shown.Value(BigDecimal.valueOf(47)));
        // example: Gecontroleerd afronden
        RoundedTable afgerond =
                ControlledRounding.round(jeugdhulp, 5, Policy.minimum(5)).get();
        BigDecimal totaal = afgerond.cell("gemeente", "samen").get();
        boolean binnenVijf = afgerond.check().isZeroRestricted();
        // end
        // 208 is between 205 and 210.
        assertThat(totaal).isIn(BigDecimal.valueOf(205), BigDecimal.valueOf(210));
        assertThat(binnenVijf).isTrue();
    }

    @Test
    void cellKeys() {
        Dimension geslacht =
                Dimension.flat("geslacht", "samen", List.of("jongen", "meisje")).get();
        // example: Celsleutels
        PerturbationTable ruis = PerturbationTable.of(5, 2.0, 0).get();
        byte[] geheim = "bewaar dit in de kluis van de gemeente".getBytes(StandardCharsets.UTF_8);
        CellKeyNoise metRuis = CellKeyNoise.of(
                        List.of(geslacht),
                        List.of(
                                new CellKeyNoise.Person("pseudoniem 1", List.of("jongen")),
                                new CellKeyNoise.Person("pseudoniem 2", List.of("meisje")),
                                new CellKeyNoise.Person("pseudoniem 3", List.of("meisje"))),
                        geheim,
                        ruis)
                .get();
        long meisjes = metRuis.count("meisje").getAsLong();
        // end
        assertThat(meisjes).isBetween(0L, 7L);
        assertThat(ruis.variance()).isEqualTo(2);
    }
}
