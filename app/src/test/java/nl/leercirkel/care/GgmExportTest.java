package nl.leercirkel.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.leercirkel.care.ggm.Entity;
import nl.leercirkel.care.ggm.GgmFormat;
import nl.leercirkel.care.ggm.GgmModel;
import nl.leercirkel.privacy.Pseudonyms;
import nl.leercirkel.privacy.SealedFiles;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.message.DeclarationLine;
import nl.leercirkel.support.IntegrationTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From messages to files in the terms of the model; what is expected stands in the example messages of docs/standaarden. */
@IntegrationTest
class GgmExportTest {
    private static final String PERSON = "999900006";
    private static final String OTHER = "999900018";

    @Autowired
    private DSLContext sql;

    @Autowired
    private SealedFiles files;

    @Autowired
    private MessageImport messages;

    @Autowired
    private Pseudonyms pseudonyms;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private GgmExportJob job;

    private CareWorld world = new CareWorld(sql, files, messages, transactions);

    @BeforeEach
    void freshAuthority() {
        world = new CareWorld(sql, files, messages, transactions);
    }

    private static String edited(String example, String... changes) {
        String text = new String(TestMessages.example(example), StandardCharsets.UTF_8);
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(text).contains(changes[i]);
            text = text.replace(changes[i], changes[i + 1]);
        }
        return text;
    }

    private UUID accepted(String content) {
        return world.accepted(content.getBytes(StandardCharsets.UTF_8)).messageId();
    }

    /** The files in the ZIP by name. */
    private Map<String, String> export(CareWorld of, Law law, GgmFormat format) {
        return of.as(() -> {
            try {
                ByteArrayOutputStream output = new ByteArrayOutputStream();
                job.write(new GgmExportJob.Wanted(law, format), output, CareWorld.SILENT);
                Map<String, String> found = new LinkedHashMap<>();
                try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(output.toByteArray()))) {
                    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                        found.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
                return found;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    /** What the example messages say of one child, and the same in the terms of the model, value by value. */
    @Test
    void theExampleMessagesBecomeRowsOfTheModel() {
        UUID request = accepted(edited("JW315"));
        String reference = "<jw301:ToewijzingNummer>70001</jw301:ToewijzingNummer>";
        UUID first = accepted(edited(
                "JW301", reference, reference + "<jw301:ReferentieAanbieder>REF-A1</jw301:ReferentieAanbieder>"));
        // A shorter allocation, decided later on the same number: 05 is the reason "Herbeoordeling: verkorting
        // toewijzing".
        UUID change = accepted(edited(
                "JW301",
                "<ijw:Identificatie>M001",
                "<ijw:Identificatie>M002",
                "<ijw:Dagtekening>2026-03-02",
                "<ijw:Dagtekening>2026-07-02",
                "<jw301:Toewijzingsdatum>2026-03-01",
                "<jw301:Toewijzingsdatum>2026-07-01",
                "<jw301:Einddatum>2026-09-09</jw301:Einddatum>",
                "<jw301:Einddatum>2026-07-31</jw301:Einddatum><jw301:RedenWijziging>05</jw301:RedenWijziging>",
                "<jw301:Einddatum>2026-12-31</jw301:Einddatum>",
                "<jw301:Einddatum>2026-12-31</jw301:Einddatum><jw301:RedenWijziging>14</jw301:RedenWijziging>"));
        accepted(edited("JW305"));
        accepted(edited("JW307"));
        UUID declaration = accepted(edited("JW323"));
        accepted(edited("JW325"));

        Map<String, UUID> persons = world.persons(pseudonyms, List.of(PERSON, OTHER));
        UUID one = persons.get(PERSON);
        UUID other = persons.get(OTHER);
        Map<String, String> found = export(world, Law.YOUTH, GgmFormat.CSV);
        String provision = "0505-12345678-70001-" + one;
        String second = "0505-12345678-70002-" + one;

        assertThat(rows(found, "client")).containsExactlyInAnyOrder(one + "," + one, other + "," + other);
        assertThat(rows(found, "leverancier")).containsExactly("12345678,12345678");
        assertThat(rows(found, "voorzieningsoort"))
                .containsExactly(
                        "JEUGDWET-43,43,Jeugdhulp verblijf (incl. behandeling),JEUGDWET",
                        "JEUGDWET-45,45,Jeugdhulp ambulant,JEUGDWET");
        assertThat(rows(found, "voorziening"))
                .containsExactly(
                        "JEUGDWET-43,JEUGDWET-43,,,JEUGDWET",
                        "JEUGDWET-43-43A01,JEUGDWET-43,43A01,Jeugdhulp verblijf: outputgericht,JEUGDWET",
                        "JEUGDWET-45-45A01,JEUGDWET-45,45A01,Jeugdhulp ambulant regulier: outputgericht,JEUGDWET");
        assertThat(header(found, "toewijzing"))
                .isEqualTo(
                        "TOEWIJZING_ID,LEVERT_VOORZIENING_LEVERANCIER_ID,toewijzingnummer,datumToewijzing,datumStartToewijzing,"
                                + "datumEindeToewijzing,redenWijziging,omvang,eenheid,frequentie,wet");
        assertThat(rows(found, "toewijzing"))
                .containsExactlyInAnyOrder(
                        first
                                + "-0,12345678,70001,2026-03-01,2026-03-10,2026-09-09,,40,UUR,BINNEN_GELDIGHEID_BESCHIKKING,JEUGDWET",
                        first + "-1,12345678,70002,2026-03-01,2026-03-10,2026-12-31,,,,,JEUGDWET",
                        change
                                + "-0,12345678,70001,2026-07-01,2026-03-10,2026-07-31,5,40,UUR,BINNEN_GELDIGHEID_BESCHIKKING,JEUGDWET",
                        change + "-1,12345678,70002,2026-07-01,2026-03-10,2026-12-31,14,,,,JEUGDWET");
        assertThat(rows(found, "beschikte_voorziening"))
                .containsExactlyInAnyOrder(
                        provision + "," + change
                                + "-0,JEUGDWET-45-45A01,40,UUR,BINNEN_GELDIGHEID_BESCHIKKING,2026-03-10,2026-07-31,"
                                + "2026-09-09,ZIN,beëindigd,JEUGDWET",
                        second + "," + change
                                + "-1,JEUGDWET-43,,,,2026-03-10,2026-12-31,2026-12-31,ZIN,toegewezen,JEUGDWET");
        assertThat(rows(found, "beschikking"))
                .containsExactlyInAnyOrder(
                        first + "-0," + one + "," + provision + "," + first + "-0,JEUGDWET",
                        first + "-1," + one + "," + second + "," + first + "-1,JEUGDWET",
                        change + "-0," + one + "," + provision + "," + change + "-0,JEUGDWET",
                        change + "-1," + one + "," + second + "," + change + "-1,JEUGDWET");
        assertThat(rows(found, "verzoek_om_toewijzing"))
                .containsExactly(
                        request + "-0," + one + ",12345678," + first + "-0,REF-A1,HUISARTS",
                        request + "-1," + one + ",12345678,,REF-A2,GEMEENTE");
        assertThat(rows(found, "levering"))
                .containsExactly("0505-12345678-70001-2026-03-12-" + one + "," + one + "," + change
                        + "-0,JEUGDWET-45-45A01,2026-03-12,2026-07-31,31");
        assertThat(rows(found, "declaratie")).containsExactly(declaration + ",12345678,2026-05-04,990.00,2");
        // R103 was rejected by the answer and is not there; what is there adds up to what was granted: 570.00.
        assertThat(rows(found, "declaratieregel"))
                .containsExactly(
                        declaration + "-0," + declaration + "," + one + "," + change
                                + "-0,R101,760.00,2026-04-01,2026-04-30",
                        declaration + "-1," + declaration + "," + one + "," + change
                                + "-0,R102,-190.00,2026-03-01,2026-03-31");
        assertThat(found.get("leesmij.txt"))
                .contains(
                        "Doel: jeugdhulp-berichten",
                        "Berichten die meetellen: 7, gedagtekend 20 februari 2026 tot en met 3 augustus 2026",
                        "niet geleverd: gezagsdragerGekend. Staat niet in berichten.");
        String all = String.join("\n", found.values());
        assertThat(all)
                .doesNotContain(PERSON, OTHER, "Voorbeeld", "Ouder", "0781234567", "01234567", "3311AA")
                .doesNotContainPattern("\\b(2012|3311|5501)\\b");

        // The document holds the same rows, and names what is not in it; the other law and another authority hold
        // nothing.
        JsonNode document = JsonMapper.builder()
                .build()
                .readTree(export(world, Law.YOUTH, GgmFormat.JSON).get("ggm.json"));
        for (Entity entity : GgmModel.of(Law.YOUTH)) {
            assertThat(rows(document.get("entiteiten").get(entity.name())))
                    .as(entity.name())
                    .isEqualTo(rows(found, entity.table()));
        }
        assertThat(document.get("nietGeleverd").toString()).contains("\"attribuut\":\"datumAfgifte\"");
        assertThat(document.get("entiteiten")
                        .get("Declaratieregel")
                        .get(1)
                        .get("bedrag")
                        .isNumber())
                .isTrue();
        nothing(export(world, Law.SOCIAL_SUPPORT, GgmFormat.CSV));
        nothing(export(new CareWorld(sql, files, messages, transactions), Law.YOUTH, GgmFormat.CSV));
    }

    /** Also what an authority without messages gets. */
    private static void nothing(Map<String, String> found) {
        assertThat(found).hasSize(GgmModel.of(Law.YOUTH).size() + 1);
        assertThat(found.get("leesmij.txt")).contains("nog geen berichten die meetellen");
        for (Entity entity : GgmModel.of(Law.YOUTH)) {
            assertThat(rows(found, entity.table())).as(entity.name()).isEmpty();
        }
    }

    /** A stop that was taken back leaves a delivery that goes on; a start that was taken back leaves none. */
    @Test
    void whatWasRemovedIsNotThere() {
        accepted(edited("JW301"));
        accepted(edited("JW305"));
        accepted(edited("JW307"));
        accepted(edited(
                "JW307",
                "E001",
                "E002",
                "<ijw:Dagtekening>2026-08-03",
                "<ijw:Dagtekening>2026-08-04",
                "StatusAanlevering>1",
                "StatusAanlevering>3"));
        assertThat(rows(export(world, Law.YOUTH, GgmFormat.CSV), "levering"))
                .singleElement()
                .asString()
                .endsWith("JEUGDWET-45-45A01,2026-03-12,,");
        accepted(edited(
                "JW305",
                "S001",
                "S002",
                "<ijw:Dagtekening>2026-03-16",
                "<ijw:Dagtekening>2026-08-05",
                "StatusAanlevering>1",
                "StatusAanlevering>3"));
        assertThat(rows(export(world, Law.YOUTH, GgmFormat.CSV), "levering")).isEmpty();
    }

    /**
     * What is exported of money is what the pages add up: the answer JW325 grants 570.00 and rejects R103, which comes again in a
     * declaration that waits; a line that is sent twice holds once.
     */
    @Test
    void linesAddUpToTheSpendingOfThePages() {
        accepted(edited("JW323"));
        accepted(edited("JW325"));
        declared("D002", line("L1", 4, 2), line("R103", 3, 3));
        declared("D003", line("L1", 4, 5));
        Map<String, String> found = export(world, Law.YOUTH, GgmFormat.CSV);
        Map<String, String> statuses = new LinkedHashMap<>();
        rows(found, "declaratie").forEach(row -> statuses.put(row.split(",")[0], row.split(",", -1)[4]));
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        rows(found, "declaratieregel")
                .forEach(row -> sums.merge(
                        String.valueOf(statuses.get(row.split(",")[1])),
                        new BigDecimal(row.split(",", -1)[5]),
                        BigDecimal::add));
        assertThat(sums).containsOnlyKeys("1", "2");
        assertThat(sums.get("2")).isEqualByComparingTo("570.00").isEqualByComparingTo(spent("GRANTED"));
        assertThat(sums.get("1")).isEqualByComparingTo("475.00").isEqualByComparingTo(spent("OPEN"));
    }

    /** Of 95 euro a unit. */
    private static DeclarationLine line(String reference, int month, int units) {
        return TestMessages.line(reference, null, 70001, "45A01", month, units);
    }

    private void declared(String identification, DeclarationLine... lines) {
        world.accepted(TestMessages.xml(TestMessages.declaration(
                "12345678", identification, LocalDate.of(2026, 5, 6), Map.of(PERSON, List.of(lines)))));
    }

    private String spent(String state) {
        return world.rows("select sum(cents) / 100.0 from care.spending where state = '" + state + "'")
                .getFirst();
    }

    /** A reference is what a provider makes of it: a spreadsheet may not run it. The same in JSON is the text itself. */
    @Test
    void aReferenceThatLooksLikeAFormulaIsText() {
        DeclarationLine line = TestMessages.line("=1+1,\"x\"", null, 1, "45A01", 4, 2);
        world.accepted(TestMessages.xml(
                TestMessages.declaration("12345678", "D1", LocalDate.of(2026, 5, 4), Map.of(PERSON, List.of(line)))));
        assertThat(export(world, Law.YOUTH, GgmFormat.CSV).get("declaratieregel.csv"))
                .contains(",\"'=1+1,\"\"x\"\"\",190.00,2026-04-01,2026-04-30\r\n");
        assertThat(export(world, Law.YOUTH, GgmFormat.JSON).get("ggm.json")).contains("\"code\":\"=1+1,\\\"x\\\"\"");
    }

    private static String header(Map<String, String> found, String table) {
        return found.get(table + ".csv").lines().findFirst().orElseThrow();
    }

    private static List<String> rows(Map<String, String> found, String table) {
        assertThat(found).containsKey(table + ".csv");
        return found.get(table + ".csv").lines().skip(1).toList();
    }

    private static List<String> rows(JsonNode entity) {
        List<String> rows = new ArrayList<>();
        for (JsonNode row : entity) {
            List<String> cells = new ArrayList<>();
            row.properties().forEach(cell -> cells.add(cell(cell.getValue())));
            rows.add(String.join(",", cells));
        }
        return rows;
    }

    private static String cell(JsonNode value) {
        if (value.isFloatingPointNumber()) {
            return value.decimalValue().setScale(2).toPlainString();
        }
        return value.isNull() ? "" : value.isString() ? value.asString() : value.toString();
    }
}
