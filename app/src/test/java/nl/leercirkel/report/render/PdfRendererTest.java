package nl.leercirkel.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.leercirkel.report.SampleReports;
import nl.leercirkel.report.document.Colour;
import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.document.Metadata;
import nl.leercirkel.report.document.Paragraph;
import nl.leercirkel.report.document.Section;
import nl.leercirkel.report.document.Table;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class PdfRendererTest {
    private static byte[] pdf = {};

    @BeforeAll
    static void render() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        pdf = new PdfRenderer().render(SampleDocument.everyBlock());
        Files.write(Path.of("target", "sample.pdf"), pdf);
    }

    @Test
    void aDocumentWithEveryBlockIsAccessibleAndArchivable() throws Exception {
        assertThat(failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(failures(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    }

    static Stream<Arguments> reports() {
        return Stream.of(
                Arguments.of("report-dordrecht", SampleReports.dordrecht()),
                Arguments.of("report-venlo", SampleReports.venlo()),
                Arguments.of("plan-mlo", SampleReports.middenLimburgOostPlan()),
                Arguments.of("council-dordrecht", SampleReports.dordrechtCouncil()));
    }

    /** Kept in target/, to look at. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void theReportsOfTheDemoAreAccessibleAndArchivable(String name, Document report) throws Exception {
        byte[] rendered = new PdfRenderer().render(report);
        Files.write(Path.of("target", name + ".pdf"), rendered);
        assertThat(failures(rendered, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(failures(rendered, PDFAFlavour.PDFA_2_A)).isEmpty();
    }

    @Test
    void charactersTheFontLacksDoNotBreakTheStandards() throws Exception {
        var odd = new PdfRenderer()
                .render(Document.of(
                        new Metadata("日本 😀", "Gemeente Ée", new Colour("#ffffff"), LocalDate.of(2026, 1, 2)),
                        Paragraph.of("Smiley 😀, pijl → en 日本 in één alinea.")));
        assertThat(failures(odd, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(failures(odd, PDFAFlavour.PDFA_2_A)).isEmpty();
    }

    @Test
    void theCheckItselfCanFail() throws Exception {
        try (var document = new PDDocument()) {
            document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            var out = new java.io.ByteArrayOutputStream();
            document.save(out);
            assertThat(failures(out.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
        }
    }

    @Test
    void titleLanguageAndBookmarksAreSet() throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Evaluatie Investeringsplan Sociaal Domein");
            assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Opgave Zorgzame Stad");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nl-NL");
            var bookmarks = new ArrayList<String>();
            for (var item : document.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
            }
            assertThat(bookmarks)
                    .containsExactly("Samenvatting", "1 Financieel overzicht", "2 Projecten", "Bronnen", "Noten");
        }
    }

    @Test
    void everyPageAfterTheCoverSaysWhichItIs() throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(4);
            assertThat(text(document, 1)).doesNotContain("Pagina");
            for (int page = 2; page <= pages; page++) {
                assertThat(text(document, page))
                        .contains("Pagina " + page + " van " + pages)
                        .contains("Evaluatie Investeringsplan Sociaal Domein · Concept");
            }
        }
    }

    @Test
    void contentsNameThePageWhereAHeadingStands() throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var contents = text(document, 2);
            var match =
                    java.util.regex.Pattern.compile("2 Projecten[ .]*(\\d+)").matcher(contents);
            assertThat(match.find()).as(contents).isTrue();
            assertThat(text(document, Integer.parseInt(match.group(1)))).contains("Per project staat hier");
        }
    }

    @Test
    void linksLeadToNotesAndBack() throws Exception {
        int inside = 0;
        int outside = 0;
        try (var document = Loader.loadPDF(pdf)) {
            for (var page : document.getPages()) {
                for (var annotation : page.getAnnotations()) {
                    if (annotation instanceof PDAnnotationLink link) {
                        assertThat(link.getContents()).isNotBlank();
                        if (link.getDestination() != null
                                || link.getAction()
                                        instanceof org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo) {
                            inside++;
                        } else {
                            outside++;
                        }
                    }
                }
            }
        }
        int headings = Outline.of(SampleDocument.everyBlock()).downTo(3).size();
        int notes = TextsOf.document(SampleDocument.everyBlock()).notes().size();
        assertThat(inside).isGreaterThanOrEqualTo(headings + 2 * notes);
        assertThat(outside).isEqualTo(2);
    }

    @Test
    void aLongTableRepeatsItsHeaderAndKeepsItsRowsWhole() throws Exception {
        var table = Table.titled("Lang").text("Naam van het project", 3).number("Bedrag", 1);
        for (int i = 1; i <= 120; i++) {
            table.row("Begin" + i + " " + "veel woorden ".repeat(14) + "Einde" + i, Integer.toString(1000 + i));
        }
        var longTable = new PdfRenderer()
                .render(Document.of(
                        new Metadata("Lang", "Gemeente X", new Colour("#005a9c"), LocalDate.of(2026, 1, 2)),
                        Section.of("Tabel", table.build())));
        assertThat(failures(longTable, PDFAFlavour.PDFUA_1)).isEmpty();
        try (var document = Loader.loadPDF(longTable)) {
            int rows = 0;
            for (int page = 2; page <= document.getNumberOfPages(); page++) {
                var text = text(document, page);
                assertThat(text).contains("Naam van het project");
                for (int i = 1; i <= 120; i++) {
                    boolean begins = text.contains("Begin" + i + " ");
                    assertThat(text.matches("(?s).*Einde" + i + "\\b.*"))
                            .as("row %d on page %d", i, page)
                            .isEqualTo(begins);
                    rows += begins ? 1 : 0;
                }
            }
            assertThat(rows).isEqualTo(120);
        }
    }

    private static String text(PDDocument document, int page) throws Exception {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return TextsOf.normalised(stripper.getText(document));
    }

    static List<String> failures(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            var result = validator.validate(parser);
            var failures = result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + "-"
                            + assertion.getRuleId().getTestNumber() + ": " + assertion.getMessage() + " at "
                            + assertion.getLocation().getContext())
                    .distinct()
                    .toList();
            assertThat(result.isCompliant()).isEqualTo(failures.isEmpty());
            return failures;
        } catch (VeraPDFException e) {
            throw new AssertionError("veraPDF could not read the file", e);
        }
    }
}
