package nl.leercirkel.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.leercirkel.demo.DemoDossiers;
import nl.leercirkel.organisation.Authority;
import nl.leercirkel.portfolio.Dossiers;
import nl.leercirkel.portfolio.Parsed;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProgrammeForm;
import nl.leercirkel.portfolio.ProjectData;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.portfolio.TextForm;
import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.render.PdfRenderer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One page for the council: what it says, and that it is one page. */
class CouncilPagesTest {
    private final Document dordrecht = SampleReports.council(DemoDossiers.dordrecht(), SampleReports.DORDRECHT);

    static Stream<Arguments> portfolios() {
        return Stream.of(
                Arguments.of("dordrecht", DemoDossiers.dordrecht(), SampleReports.DORDRECHT, 15),
                Arguments.of("venlo", DemoDossiers.venlo(), SampleReports.VENLO, 12),
                Arguments.of("mlo", DemoDossiers.middenLimburgOost(), SampleReports.MIDDEN_LIMBURG_OOST, 6));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("portfolios")
    void everyProjectOfTheDemoHasOnePage(String name, ProgrammeDossier programme, Authority authority, int projects)
            throws IOException {
        Document document = SampleReports.council(programme, authority);
        byte[] pdf = new PdfRenderer().render(document);
        Files.write(Path.of("target", "council-" + name + ".pdf"), pdf);
        assertThat(programme.projects()).hasSize(projects);
        List<String> pages = pages(pdf);
        // a cover, and a page for each
        assertThat(pages).hasSize(1 + projects);
        for (int i = 0; i < projects; i++) {
            ProjectDossier project = programme.projects().get(i);
            assertThat(flat(pages.get(i + 1))).as(project.name()).contains(flat(project.name()), "Besluit");
        }
    }

    @Test
    void aProjectThatSaysAllThereIsToSayStillFitsOnOnePage() throws IOException {
        ProgrammeDossier programme = programme(longest());
        byte[] pdf = new PdfRenderer().render(SampleReports.council(programme, SampleReports.DORDRECHT));
        Files.write(Path.of("target", "council-longest.pdf"), pdf);
        List<String> pages = pages(pdf);
        assertThat(pages).hasSize(2);
        // nothing was lost silently: what does not fit is counted
        assertThat(flat(pages.get(1)))
                .containsPattern("Deevaluatieheeftnog2\\dandereresultaten")
                .contains("Opnieuwbekijkenop", "deevaluatienoemtzealle");
    }

    @Test
    void onePageSaysTheGoalTheEffectItsCertaintyTheMoneyAndTheDecision() {
        String page = ReportText.section(dordrecht, "Aandachtshuishoudens");
        // D2021: 73 families in 2020, 16,000 per case against 23,000 on 6 cases, at most 500,000, embedded
        assertThat(page)
                .contains("# Wat het tot nu toe oplevert", "# Geld", "# Besluit")
                .contains("73")
                .contains("€ 500.000")
                .contains("Geborgd")
                .contains("Een telling of maat zegt hoeveel")
                .contains("was 23.000")
                .contains("Uit het programma is € 500.000 begroot. (Bron: D2021)")
                .contains("Doel: Waar het vastloopt: ")
                .doesNotContain("Doel: Waar het vastloopt:\n");
    }

    @Test
    void aShareOfAKnownNumberHasTheWilsonMarginInWords() {
        // R: binom::binom.wilson(5, 11) gives 0.2127 - 0.7199
        ProgrammeDossier programme = programme(project(
                "naam", "Elf trajecten",
                "resultaten.0.indicator", "Voorkomen plaatsingen",
                "resultaten.0.waarde", "5",
                "resultaten.0.van", "11",
                "resultaten.0.bron", "D2021"));
        assertThat(ReportText.section(SampleReports.council(programme, SampleReports.DORDRECHT), "Elf trajecten"))
                .contains("n = 11", "Dat zijn 5 van de 11", "tussen 21% en 72%");
    }

    @Test
    void whatIsNotKnownIsSaid() {
        String page = ReportText.section(
                SampleReports.council(programme(project("naam", "Nieuw idee")), SampleReports.DORDRECHT), "Nieuw idee");
        assertThat(page)
                .contains(
                        "Doel: de bron geeft geen waarde",
                        "Er zijn nog geen resultaten. Of dit werkt, is dus nog niet te zeggen.",
                        "De bron geeft geen bedrag uit het programma.",
                        "Er is nog geen besluit.");
    }

    @Test
    void everyFigureOnAPageHasItsSource() {
        int found = 0;
        for (ProjectDossier project : DemoDossiers.dordrecht().projects()) {
            String page = ReportText.section(dordrecht, project.name());
            String effect = page.substring(page.indexOf("# Wat het tot nu toe oplevert"), page.indexOf("# Geld"));
            for (String result :
                    effect.lines().filter(line -> line.startsWith("- ")).toList()) {
                assertThat(result).contains("Bron: ");
                found++;
            }
            assertThat(page.substring(page.indexOf("# Geld"), page.indexOf("# Besluit")))
                    .as(project.name())
                    .containsAnyOf("Bron: D2021", "De bron geeft geen bedrag");
        }
        assertThat(found).isGreaterThan(20);
    }

    /** Every field as long as the form takes it, thirty results and twenty contradictions. */
    private static ProjectData longest() {
        Map<String, String> texts = new HashMap<>();
        String sentence =
                "Dit is een zin die vrij lang is en waarin staat wat er allemaal bij komt kijken in de wijk. ";
        texts.put("nummer", "999");
        texts.put("naam", "Een project met een heel lange naam " + "in alle wijken ".repeat(10));
        for (String field : List.of("doel", "doelgroep", "omschrijving", "stand", "borging", "lessen", "opmerking")) {
            texts.put(field, sentence.repeat(100));
        }
        texts.put("periode", "April 2021 tot april 2022 (uitloop t/m december 2021)");
        for (int i = 0; i < 30; i++) {
            texts.put("partners." + i + ".naam", "Stichting met een lange naam voor samenwerking en hulp nummer " + i);
            texts.put(
                    "resultaten." + i + ".indicator", "Uitkomst " + i + " " + "van de gezinnen in de wijk ".repeat(6));
            texts.put("resultaten." + i + ".waarde", "55");
            texts.put("resultaten." + i + ".soort", "aandeel");
            texts.put("resultaten." + i + ".eenheid", "% van de gezinnen die meededen");
            texts.put("resultaten." + i + ".periode", "1e helft 2021");
            texts.put("resultaten." + i + ".n", "240");
            texts.put("resultaten." + i + ".streefwaarde", "60");
            texts.put(
                    "resultaten." + i + ".bron",
                    "Een rapport met een heel lange titel, " + "deel en hoofdstuk ".repeat(8));
            texts.put("geld." + i + ".bron", "Fonds " + i);
            texts.put("geld." + i + ".bedrag", "1.000.000");
            texts.put("geld." + i + ".deel", "0,5");
            texts.put("geld." + i + ".van", "1.399.000");
            texts.put("geld." + i + ".uit-programma", i % 2 == 0 ? "ja" : "nee");
        }
        texts.put("besluiten.0.soort", "geborgd");
        texts.put("besluiten.0.moment", "21 september 2021");
        texts.put("besluiten.0.reden", sentence.repeat(20));
        texts.put("besluiten.0.hoe", sentence.repeat(20));
        texts.put("besluiten.0.bestemming", "Het contract voor de jaren daarna, " + "met alle partijen ".repeat(8));
        texts.put("besluiten.0.vervolgdatum", "2027-03-01");
        return project(texts);
    }

    private static ProjectData project(String... texts) {
        Map<String, String> flat = new HashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            flat.put(texts[i], texts[i + 1]);
        }
        return project(flat);
    }

    private static ProjectData project(Map<String, String> flat) {
        return switch (ProjectForm.parse(TextForm.of(ProjectForm.SHAPE, flat), List.of())) {
            case Parsed.Valid<ProjectData>(var data) -> data;
            case Parsed.Invalid<ProjectData>(var errors) -> throw new AssertionError(errors.toString());
        };
    }

    private static ProgrammeDossier programme(ProjectData project) {
        return switch (ProgrammeForm.parse(
                TextForm.of(ProgrammeForm.SHAPE, Map.of("naam", "Proeftuin", "bronsleutel", "D2021")))) {
            case Parsed.Valid<ProgrammeForm.Draft>(var draft) -> Dossiers.of(draft, List.of(project));
            case Parsed.Invalid<ProgrammeForm.Draft>(var errors) -> throw new AssertionError(errors.toString());
        };
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }

    /** Without white space, since a page breaks its lines where it must. */
    private static String flat(String text) {
        return text.replaceAll("[\\s\\u00a0\\u00ad]+", "");
    }
}
