package nl.leercirkel.report.render;

import static nl.leercirkel.report.document.Inline.Amount.count;
import static nl.leercirkel.report.document.Inline.Amount.euro;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import nl.leercirkel.report.document.Block;
import nl.leercirkel.report.document.BulletList;
import nl.leercirkel.report.document.Callout;
import nl.leercirkel.report.document.ChartBlock;
import nl.leercirkel.report.document.Colour;
import nl.leercirkel.report.document.DefinitionList;
import nl.leercirkel.report.document.DefinitionList.Entry;
import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.document.Inline;
import nl.leercirkel.report.document.Inline.Emphasis;
import nl.leercirkel.report.document.Inline.Footnote;
import nl.leercirkel.report.document.Inline.Link;
import nl.leercirkel.report.document.Inline.Strong;
import nl.leercirkel.report.document.Inline.Text;
import nl.leercirkel.report.document.Language;
import nl.leercirkel.report.document.ListItem;
import nl.leercirkel.report.document.Metadata;
import nl.leercirkel.report.document.NumberedList;
import nl.leercirkel.report.document.PageBreak;
import nl.leercirkel.report.document.Paragraph;
import nl.leercirkel.report.document.Section;
import nl.leercirkel.report.document.SourceList;
import nl.leercirkel.report.document.SourceNote;
import nl.leercirkel.report.document.Table;
import nl.leercirkel.report.document.Table.Cell;
import nl.leercirkel.report.document.Table.Row;
import nl.leercirkel.report.document.TableOfContents;

/** A report that uses everything the model knows, with figures of the Dordrecht evaluation of 2021. */
final class SampleDocument {
    private static final SourceNote TABLE_1 = new SourceNote("Bron: D2021, tabel 1; stand 2021-10");
    private static final SourceNote PAGE_12 = new SourceNote("Bron: D2021, pagina 12");
    private static final String SVG = """
            <svg xmlns="http://www.w3.org/2000/svg" width="560" height="170" viewBox="0 0 560 170">
              <title>Budget per lijn</title>
              <g font-family="Source Sans 3, sans-serif" font-size="13" fill="#1c1f24">
                <text x="150" y="38" text-anchor="end">Basis op orde</text>
                <rect x="160" y="22" width="53" height="24" fill="#1f5c99"/><text x="220" y="38">462.500</text>
                <text x="150" y="88" text-anchor="end">Toegang</text>
                <rect x="160" y="72" width="134" height="24" fill="#1f5c99"/><text x="301" y="88">1.167.000</text>
                <text x="150" y="138" text-anchor="end">Zorgvernieuwing</text>
                <rect x="160" y="122" width="320" height="24" fill="#1f5c99"/><text x="487" y="138">3.370.500</text>
              </g>
            </svg>
            """;

    private record Line(String name, List<Project> projects) {}

    private record Project(String name, long budget) {}

    private static final List<Line> LINES = List.of(
            new Line(
                    "Basis op orde",
                    List.of(
                            new Project("Overgang Jeugdwet-Wmo", 262_500),
                            new Project("Onafhankelijke cliëntondersteuning", 0),
                            new Project("Taskforce Jeugd", 30_000),
                            new Project("Verbinding onderwijs-jeugdhulp", 170_000))),
            new Line(
                    "Verbeteren van de toegang",
                    List.of(
                            new Project("Doorontwikkeling sociaal wijkteam", 707_000),
                            new Project("Verbinding medische verwijzers", 460_000))),
            new Line(
                    "Zorgvernieuwing",
                    List.of(
                            new Project("Sociaal recept", 550_000),
                            new Project("Werken aan mijn toekomst", 143_000),
                            new Project("FLITS", 1_100_000),
                            new Project("Vervangende mantelzorg aan huis", 100_000),
                            new Project("Aandachtshuishoudens", 500_000),
                            new Project("Junior Life Skills op school", 40_000),
                            new Project("Jongerenwerk op school", 700_000),
                            new Project("Bestrijding eenzaamheid en sociaal isolement", 200_000),
                            new Project("Re-integratie officier", 37_500))));

    private SampleDocument() {}

    static Document everyBlock() {
        return Document.of(
                metadata(),
                new TableOfContents(3),
                summary(),
                finances(),
                projects(1),
                Section.of(
                        "Bronnen",
                        new SourceList(List.of(
                                new SourceList.Source(
                                        "D2021", "Tussenevaluatie Investeringsplan Sociaal Domein, oktober 2021", null),
                                new SourceList.Source(
                                        "CBS", "Jeugdhulp in gemeenten", "https://www.cbs.nl/jeugd?a=1&b=2")))));
    }

    /** The same kind of report with many project sheets, for a look at the time it takes. */
    static Document withProjects(int count) {
        return Document.of(metadata(), new TableOfContents(2), summary(), finances(), projects(count));
    }

    private static Metadata metadata() {
        return new Metadata(
                        "Evaluatie Investeringsplan Sociaal Domein",
                        "Gemeente Dordrecht",
                        new Colour("#e2001a"),
                        LocalDate.of(2021, 10, 14))
                .withSubtitle("Vijftien projecten in drie lijnen: wat kostten ze, wat leverden ze op en wat blijft")
                .withVersion("0.9", true)
                .withAuthor("Opgave Zorgzame Stad")
                .withKeywords("jeugdhulp", "Wmo", "evaluatie");
    }

    private static Section summary() {
        return Section.of(
                "Samenvatting",
                Paragraph.of(
                        new Text("De gemeente trok "),
                        euroAmount(5_000_000).from(TABLE_1),
                        new Text(" uit voor "),
                        new Strong("vijftien projecten"),
                        new Text(" die hulp "),
                        new Emphasis("passender, sneller en betaalbaarder"),
                        new Text(" maken. Zeven jongeren kregen een toekomstplan"),
                        new Footnote("Een toekomstplan beschrijft wat een jongere van 16 tot 27 jaar nodig heeft."),
                        new Text(" en de wijkteams werken nu met 2 in plaats van 5 organisaties. Lees meer bij "),
                        new Link("het Nederlands Jeugdinstituut", "https://www.nji.nl/"),
                        new Text(". Tekens als < > & \" blijven wat ze zijn.")),
                BulletList.of(
                        "Passender: één plan per gezin, opgesteld met de mensen om wie het gaat.",
                        "Sneller: minder overdrachten tussen organisaties.",
                        "Betaalbaarder: of dit is bereikt, is uit deze cijfers niet op te maken."),
                Callout.of(
                        Callout.Kind.WARNING,
                        "Kleine aantallen",
                        Paragraph.of("Bij drie projecten is het aantal deelnemers kleiner dan tien."),
                        NumberedList.of("Noem geen percentages.", "Noem het aantal en de periode.")));
    }

    private static Section finances() {
        return Section.numbered(
                "Financieel overzicht",
                Paragraph.of(
                        new Text("Alle projecten samen kosten "),
                        euroAmount(5_000_000).from(TABLE_1),
                        new Text(
                                ". Dat is gelijk aan het beschikbare bedrag. De lijn Zorgvernieuwing neemt twee derde"
                                        + " van het budget. Onafhankelijke cliëntondersteuning is betaald uit een rijksbijdrage"),
                        new Footnote("Rijksbijdrage 2019 en 2020: € 340.160."),
                        new Text(".")),
                budgetTable(),
                Callout.of(
                        Callout.Kind.CONTRADICTION,
                        "De looptijd van Sociaal recept klopt niet",
                        Paragraph.of(
                                new Text("De bron noemt april 2021 tot april 2022, met uitloop tot december 2021."),
                                new Footnote("D2021, hoofdstuk Sociaal recept."),
                                new Text(" Een uitloop kan niet eerder eindigen dan het project."))),
                Section.numbered(
                        "Verdeling over de lijnen",
                        new ChartBlock(
                                "Budget per lijn, in euro",
                                SVG,
                                SampleDocument::png,
                                "Staafdiagram: Basis op orde 462.500, Toegang 1.167.000 en Zorgvernieuwing 3.370.500 euro.",
                                chartTable(),
                                PAGE_12)),
                Section.numbered("Kosten per deelnemer", perParticipant()));
    }

    private static Table budgetTable() {
        var table = Table.titled("Budget per project en per lijn")
                .text("Project", 8)
                .number("Budget", 3)
                .number("Aandeel", 2)
                .source(TABLE_1);
        long total = 0;
        for (var line : LINES) {
            long sum = 0;
            for (var project : line.projects()) {
                sum += project.budget();
                table.row(
                        Cell.of(project.name()),
                        Cell.of(euroAmount(project.budget())),
                        Cell.of(share(project.budget())));
            }
            table.row(Row.subtotal(Cell.of(line.name()), Cell.of(euroAmount(sum)), Cell.of(share(sum))));
            total += sum;
        }
        return table.row(Row.total(Cell.of("Totaal"), Cell.of(euroAmount(total).from(TABLE_1)), Cell.of(share(total))))
                .build();
    }

    private static Table chartTable() {
        var table = Table.titled("Budget per lijn").text("Lijn", 3).number("Budget", 2);
        LINES.forEach(line -> table.row(
                Cell.of(line.name()),
                Cell.of(euroAmount(
                        line.projects().stream().mapToLong(Project::budget).sum()))));
        return table.build();
    }

    private static Block[] perParticipant() {
        return new Block[] {
            Paragraph.of("Voor één project zijn zowel de kosten als het aantal deelnemers bekend."),
            Table.titled("Werken aan mijn toekomst, 2021-09 tot en met 2022-09")
                    .text("Maat", 3)
                    .number("Waarde", 1)
                    .text("Toelichting", 4)
                    .withoutHeaderColumn()
                    .row(Cell.of("Deelnemers"), Cell.of(count(8, Language.NL)), Cell.EMPTY)
                    .row(
                            Cell.of("Kosten per deelnemer"),
                            Cell.of(euroAmount(17_800).from(PAGE_12)),
                            Cell.of(
                                    new Text("Zoals de bron noemt; 143.000 gedeeld door 8 is "),
                                    euro(new BigDecimal("17875.00"), Language.NL)))
                    .build(),
        };
    }

    private static Section projects(int count) {
        var sheets = new ArrayList<Block>();
        sheets.add(Paragraph.of("Per project staat hier wat is afgesproken en wat is bereikt."));
        for (int i = 1; i <= count; i++) {
            sheets.add(sheet(i));
        }
        return Section.numbered("Projecten", sheets.toArray(Block[]::new));
    }

    private static Section sheet(int number) {
        return Section.numbered(
                number == 1 ? "Doorontwikkeling sociaal wijkteam" : "Doorontwikkeling sociaal wijkteam " + number,
                DefinitionList.of(
                        Entry.of("Periode", "2018 tot en met 2023"),
                        Entry.of("Budget 2020 en 2021", euroAmount(707_000).from(TABLE_1)),
                        Entry.of("Partners", "Stichting De Sociale Basis, Stichting Jeugdteams ZHZ, Enver, Careyn")),
                Section.numbered(
                        "Resultaten",
                        Section.numbered(
                                "Doorlooptijd",
                                Paragraph.of(
                                        new Text("De doorlooptijd is niet korter geworden."),
                                        new Footnote("Bron: D2021, project " + number))),
                        new NumberedList(List.of(
                                ListItem.of("Inloopspreekuur of ouder-kindcoach"),
                                ListItem.of(
                                        "Vraagverheldering",
                                        ListItem.of("met een Wmo-consulent"),
                                        ListItem.of("in het centrum vanaf 1 januari 2021")),
                                ListItem.of("Afsluiting")))),
                Callout.of(
                        Callout.Kind.NOTE,
                        "Hoe verder",
                        Paragraph.of(new Text("Besluit volgt na de evaluatie van maart 2022.")),
                        BulletList.of("Uitrol naar andere wijken als de proef slaagt.")),
                new PageBreak());
    }

    private static Inline.Amount euroAmount(long euro) {
        return euro(BigDecimal.valueOf(euro), Language.NL);
    }

    private static String share(long budget) {
        return String.format(Language.NL.locale(), "%.1f%%", budget / 50_000.0);
    }

    private static byte[] png() {
        var image = new BufferedImage(1120, 340, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 1120, 340);
        graphics.setColor(new Color(0x1f5c99));
        graphics.fillRect(320, 44, 106, 48);
        graphics.fillRect(320, 144, 268, 48);
        graphics.fillRect(320, 244, 640, 48);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
