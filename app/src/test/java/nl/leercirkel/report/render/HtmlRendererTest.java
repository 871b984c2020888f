package nl.leercirkel.report.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import nl.leercirkel.report.document.Colour;
import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.document.Inline;
import nl.leercirkel.report.document.Metadata;
import nl.leercirkel.report.document.Paragraph;
import nl.leercirkel.report.document.SourceNote;
import org.junit.jupiter.api.Test;

class HtmlRendererTest {
    private static final Path GOLDEN = Path.of("src/test/resources/nl/leercirkel/report/render/sample.html");

    /** After a wanted change: run with -Dleercirkel.golden=write, read the difference, commit it. */
    @Test
    void theWholeFragmentIsAsApproved() throws Exception {
        var html = new HtmlRenderer(1).render(SampleDocument.everyBlock());
        if ("write".equals(System.getProperty("leercirkel.golden"))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, html);
        }
        assertThat(html).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void whatUsersWriteIsNeverMarkup() {
        var evil = "<script>alert(1)</script> & \"x\" onload='y'";
        var html = new HtmlRenderer(2)
                .render(Document.of(
                        new Metadata(evil, evil, new Colour("#005a9c"), LocalDate.of(2026, 1, 2)).withSubtitle(evil),
                        Paragraph.of(
                                new Inline.Text(evil),
                                new Inline.Strong(evil),
                                new Inline.Link(evil, "https://example.nl/?a=%22&b=%3Cscript"),
                                new Inline.Footnote(evil))));
        assertThat(html)
                .doesNotContain("<script")
                .doesNotContain("\"x\"")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; onload='y'");
    }

    @Test
    void headingsStartWhereThePageWants() {
        assertThat(new HtmlRenderer(2).render(SampleDocument.everyBlock()))
                .contains("<h2>Evaluatie Investeringsplan Sociaal Domein</h2>")
                .contains("<h3 id=\"kop-1\">Samenvatting</h3>")
                .doesNotContain("<h1");
        assertThatThrownBy(() -> new HtmlRenderer(3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameNoteIsShownOnce() {
        var source = new SourceNote("Bron: D2021, tabel 1");
        var html = new HtmlRenderer(1)
                .render(Document.of(
                        new Metadata("Titel", "Gemeente X", new Colour("#005a9c"), LocalDate.of(2026, 1, 2)),
                        Paragraph.of(new Inline.Amount("12", source), new Inline.Footnote("Anders")),
                        Paragraph.of(new Inline.Amount("13", source))));
        assertThat(html).containsOnlyOnce("<li id=\"noot-1\">Bron: D2021, tabel 1");
        assertThat(html).containsOnlyOnce("<li id=\"noot-2\">Anders");
        assertThat(html.split("href=\"#noot-1\"", -1)).hasSize(3);
        assertThat(html).containsOnlyOnce("id=\"verwijzing-1\"");
    }

    @Test
    void noStyleInTheMarkup() {
        assertThat(new HtmlRenderer(1).render(SampleDocument.everyBlock())).doesNotContain(" style=");
    }
}
