package nl.leercirkel.standards.cbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.leercirkel.standards.Shared;
import nl.leercirkel.standards.figure.Figure;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedAnswersTest {

    @TempDir
    Path folder;

    private final Findings findings = new Findings();
    private final List<CbsRow> rows = new ArrayList<>();

    private void take(String sample, String name) throws IOException {
        Files.copy(Shared.file("cbs/samples/" + sample), folder.resolve(name));
    }

    @Test
    void neighbourhoodsOf2020() throws IOException {
        take("84799NED_DataProperties.odata3.json", "84799NED_DataProperties.odata3.json");
        take("84799NED_WijkenEnBuurten.odata3.json", "84799NED_WijkenEnBuurten.odata3.json");
        take("84799NED_TypedDataSet_sample.odata3.json", "84799NED_TypedDataSet.odata3.json");
        CbsClient client = new CbsClient(new SavedAnswers(folder), CbsVersion.V3);
        CbsTable table = client.describe("84799NED", findings).orElseThrow();
        assertThat(findings.kept()).extracting(Finding::code).containsExactly("CBS-TITEL");
        assertThat(table.dimension("WijkenEnBuurten")
                        .orElseThrow()
                        .code("GM0233")
                        .orElseThrow()
                        .raw())
                .isEqualTo("GM0233    ");
        // the position of this topic was 87 in 2020, and is another in other years
        CbsTable.Lookup youth = table.topic("JongerenMetJeugdzorgInNatura");
        assertThat(youth).isInstanceOf(CbsTable.Lookup.Found.class);
        assertThat(((CbsTable.Lookup.Found) youth).topic().column()).isEqualTo("JongerenMetJeugdzorgInNatura_87");
        // flats have a use of electricity and one of gas
        assertThat(table.topic("Appartement")).isInstanceOf(CbsTable.Lookup.Ambiguous.class);
        assertThat(table.topic("Appartement", "Gemiddeld aardgasverbruik"))
                .isInstanceOfSatisfying(
                        CbsTable.Lookup.Found.class,
                        found -> assertThat(found.topic().unit()).isEqualTo("m³"));
        assertThat(table.topic("BestaatNiet")).isInstanceOf(CbsTable.Lookup.Unknown.class);
        CbsTopic inhabitants = ((CbsTable.Lookup.Found) table.topic("AantalInwoners")).topic();
        assertThat(client.read(
                        table,
                        new CbsSelection(Map.of("WijkenEnBuurten", Set.of("NL00")), List.of()),
                        rows::add,
                        findings))
                .isTrue();
        CbsRow country = rows.getFirst();
        assertThat(rows).hasSize(1);
        assertThat(country.figures().get(inhabitants).figure()).isEqualTo(Figure.of(17_407_585));
        assertThat(country.figures()
                        .get(((CbsTable.Lookup.Found) youth).topic())
                        .figure())
                .isInstanceOf(Figure.Missing.class);
        CbsTopic name = ((CbsTable.Lookup.Found) table.topic("Gemeentenaam")).topic();
        assertThat(country.texts()).containsEntry(name, "Nederland");
    }

    @Test
    void neighbourhoodsOf2017InVersion4() throws IOException {
        for (String part : List.of("Dimensions", "MeasureCodes", "MeasureGroups")) {
            take("83765NED_" + part + ".odata4.json", "83765NED_" + part + ".odata4.json");
        }
        take("83765NED_WijkenEnBuurtenCodes_sample.odata4.json", "83765NED_WijkenEnBuurtenCodes.odata4.json");
        Files.createDirectory(folder.resolve("83765NED"));
        Files.writeString(folder.resolve("83765NED/Observations.json"), """
                {"@odata.context":"x","value":[
                 {"Id":1,"Measure":"T001036","ValueAttribute":"None","Value":26866.0,"StringValue":null,"WijkenEnBuurten":"GM0233"},
                 {"Id":2,"Measure":"M000224","ValueAttribute":"Confidential","Value":null,"StringValue":null,"WijkenEnBuurten":"GM0233"}]}
                """);
        Files.writeString(folder.resolve("83765NED/Observations.2.json"), """
                {"value":[{"Id":3,"Measure":"T001036","ValueAttribute":"None","Value":17081507,"WijkenEnBuurten":"NL00"}]}
                """);
        CbsClient client = new CbsClient(new SavedAnswers(folder), CbsVersion.V4);
        CbsTable table = client.describe("83765NED", findings).orElseThrow();
        CbsTopic inhabitants = ((CbsTable.Lookup.Found) table.topic("T001036")).topic();
        assertThat(inhabitants.title()).isEqualTo("Aantal inwoners");
        assertThat(inhabitants.groups()).contains("Bevolking");
        assertThat(client.read(table, CbsSelection.ALL, rows::add, findings)).isTrue();
        assertThat(rows)
                .extracting(row -> row.figures().values().iterator().next().figure())
                .containsExactly(
                        Figure.of(new BigDecimal("26866.0")), new Figure.Suppressed("geheim"), Figure.of(17_081_507));
    }

    @Test
    void aFolderWithoutTheTable() {
        assertThat(new CbsClient(new SavedAnswers(folder), CbsVersion.V3).describe("85098NED", findings))
                .isEmpty();
        assertThat(findings.kept().getLast().message()).contains("geen bestand", "DataProperties");
    }

    @Test
    void exportsOfTheTableOfIndicators() throws IOException {
        List<CbsCsv.Line> lines = new ArrayList<>();
        try (var in = Files.newInputStream(Shared.file("cbs/samples/85098NED_2022JJ00_10gemeenten.csv"))) {
            assertThat(CbsCsv.read(in, lines::add, findings)).isTrue();
        }
        assertThat(findings.kept()).isEmpty();
        CbsCsv.Line ameland = lines.stream()
                .filter(line -> line.keys().get("RegioS").equals("GM0060"))
                .findFirst()
                .orElseThrow();
        assertThat(ameland.figures().values())
                .filteredOn(Figure.Missing.class::isInstance)
                .hasSize(4);
        assertThat(lines.getFirst().figures())
                .containsEntry("JongerenMetJeugdhulpInNatura", Figure.of(new BigDecimal("15.4")));
    }

    @Test
    void partsOfYouthCareCostsMakeUpTheTotalWithinTwo() {
        Map<String, Map<String, Figure>> byMunicipality = new LinkedHashMap<>();
        for (Map<String, String> row : Shared.rows("cbs/samples/83454NED_2021_10gemeenten.csv")) {
            String cost = row.get("GerealiseerdeKosten_x1000");
            byMunicipality
                    .computeIfAbsent(row.get("naam"), name -> new HashMap<>())
                    .put(
                            row.get("VormenVanJeugdzorg_label").substring(0, 2),
                            cost.isEmpty() ? new Figure.Missing("niet gegeven") : Figure.of(new BigDecimal(cost)));
        }
        for (String name : List.of("Beek (L.)", "Beekdaelen", "Beesel", "Bergen (L.)")) {
            Map<String, Figure> costs = byMunicipality.get(name);
            assertThat(PartsOfTotal.of(
                            costs.get("JZ"),
                            List.of(costs.get("JH"), costs.get("JB"), costs.get("JR")),
                            BigDecimal.TWO))
                    .as(name)
                    .isInstanceOf(PartsOfTotal.Agrees.class);
        }
        Map<String, Figure> eijsden = byMunicipality.get("Eijsden-Margraten");
        assertThat(PartsOfTotal.of(eijsden.get("JZ"), List.of(eijsden.get("JH"), eijsden.get("JB")), BigDecimal.TWO))
                .isInstanceOf(PartsOfTotal.Unknown.class);
        assertThat(PartsOfTotal.of(Figure.of(10), List.of(Figure.of(3), Figure.of(4)), BigDecimal.TWO))
                .isEqualTo(new PartsOfTotal.Differs(BigDecimal.valueOf(-3)));
    }

    @Test
    void tablesAndTheirBreak() {
        for (Map<String, String> row : Shared.rows("cbs/tables.csv")) {
            if (!row.get("title_status").equals("inferred")) {
                assertThat(CbsTables.of(row.get("id"))).as(row.get("id")).isPresent();
            }
        }
        CbsTables.Known now = CbsTables.of("85098NED").orElseThrow();
        CbsTables.Known before = CbsTables.of("82972NED").orElseThrow();
        assertThat(CbsTables.breakBetween(now, before))
                .hasValueSatisfying(text -> assertThat(text).contains("2021"));
        assertThat(CbsTables.breakBetween(now, now)).isEmpty();
        assertThat(CbsTables.breakBetween(now, CbsTables.of("83454NED").orElseThrow()))
                .isPresent();
    }

    @Test
    void periods() {
        assertThat(CbsPeriod.parse("2022HJ02"))
                .contains(new CbsPeriod(
                        "2022HJ02", CbsPeriod.Kind.HALF_YEAR, LocalDate.of(2022, 7, 1), LocalDate.of(2022, 12, 31)));
        assertThat(CbsPeriod.parse("2020MM02").orElseThrow().end()).isEqualTo(LocalDate.of(2020, 2, 29));
        assertThat(CbsPeriod.parse("19990924").orElseThrow().kind()).isEqualTo(CbsPeriod.Kind.DAY);
        for (String other : List.of("2022HJ03", "2022KW00", "2022JJ01", "2022SJ00", "20220230", "x")) {
            assertThat(CbsPeriod.parse(other)).as(other).isEmpty();
        }
    }
}
