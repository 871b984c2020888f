package nl.leercirkel.source.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.FieldType;
import nl.leercirkel.source.open.Wanted.Kind;
import nl.leercirkel.source.open.Wanted.Place;
import nl.leercirkel.spreadsheet.RefusedFileException;
import nl.leercirkel.standards.cbs.CbsAnswer;
import nl.leercirkel.standards.cbs.CbsTransport;
import nl.leercirkel.standards.cbs.CbsUnavailable;
import nl.leercirkel.standards.cbs.CbsVersion;
import nl.leercirkel.standards.figure.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of tables and files of publishers, without an application. The figures are invented. */
class OpenStatisticsTest {
    private static final String HALF_YEARS = """
            {"value":[{"Identifier":"2022JJ00","Title":"2022","Status":"Definitief"},
                      {"Identifier":"2023HJ01","Title":"2023 1e halfjaar*"}]}""";

    @TempDir
    private Path folder;

    private static Wanted wanted(Kind kind, Place place, CbsVersion version, String... filters) {
        return new Wanted(kind, place, version, List.of("T4NED"), List.of(), List.of(filters), false, 0, "", "*.csv");
    }

    private static CbsTransport answers(Map<String, String> byPart) {
        return request -> {
            String body = byPart.get(request.part());
            if (body == null) {
                throw new CbsUnavailable("Er is geen " + request.part() + " (404).", false, Duration.ZERO);
            }
            boolean first = request.page() == 0;
            return new CbsAnswer(
                    new ByteArrayInputStream((first ? body : "{\"value\":[]}").getBytes(StandardCharsets.UTF_8)),
                    false);
        };
    }

    private List<String> rows() throws IOException {
        return Files.readAllLines(folder.resolve("uit.csv"));
    }

    private Taken fromService(Wanted wanted, Map<String, String> answers) throws IOException, RefusedFileException {
        return OpenStatistics.fromService(wanted, answers(answers), folder.resolve("uit.csv"), rows -> {});
    }

    private Taken fromFile(Wanted wanted, String name, String content) throws IOException, RefusedFileException {
        Path file = folder.resolve("in.tmp");
        Files.writeString(file, content);
        return OpenStatistics.fromFile(wanted, file, name, folder.resolve("uit.csv"), rows -> {});
    }

    @Test
    void observationsOfTheNewServiceComeTogetherInRowsWithTheReasonOfEachGap() throws Exception {
        Map<String, String> answers = Map.of(
                "Properties",
                "{\"Identifier\":\"T4NED\",\"Title\":\"Proef\"}",
                "Dimensions",
                "{\"value\":[{\"Identifier\":\"RegioS\",\"Title\":\"Regio's\",\"Kind\":\"GeoDimension\"},"
                        + "{\"Identifier\":\"Perioden\",\"Title\":\"Perioden\",\"Kind\":\"TimeDimension\"},"
                        + "{\"Identifier\":\"Vorm\",\"Title\":\"Vorm van hulp\",\"Kind\":\"Dimension\"}]}",
                "RegioSCodes",
                "{\"value\":[{\"Identifier\":\"NL01\",\"Title\":\"Nederland\"},{\"Identifier\":\"GM0505\",\"Title\":\"Dordrecht\"}]}",
                "PeriodenCodes",
                HALF_YEARS,
                "VormCodes",
                "{\"value\":[{\"Identifier\":\"T001\",\"Title\":\"Totaal jeugdhulp\"},{\"Identifier\":\"A2\",\"Title\":\"Met verblijf\"}]}",
                "MeasureGroups",
                "{\"value\":[]}",
                "MeasureCodes",
                "{\"value\":[{\"Identifier\":\"M1\",\"Title\":\"Jongeren\",\"Unit\":\"aantal\",\"Decimals\":0,\"DataType\":\"Long\"},"
                        + "{\"Identifier\":\"M2\",\"Title\":\"Gemiddelde duur\",\"Unit\":\"dagen\",\"Decimals\":1,\"DataType\":\"Double\"}]}",
                "Observations",
                "{\"value\":["
                        + observation("GM0505", "2022JJ00", "T001", "M1", "12", "None")
                        + observation("NL01", "2022JJ00", "T001", "M1", "99", "None")
                        + observation("GM0505", "2023HJ01", "T001", "M1", "null", "Confidential")
                        + observation("GM0505", "2022JJ00", "T001", "M2", "3.5", "None")
                                .replaceAll(",$", "")
                        + "]}");
        Taken taken = fromService(wanted(Kind.CBS, Place.SERVICE, CbsVersion.V4), answers);
        assertThat(rows())
                .containsExactly(
                        "Gemeente;Periode;Vorm van hulp;Status van de cijfers;Jongeren;Jongeren – reden;Gemiddelde duur;Gemiddelde duur – reden",
                        "GM0505;2022;T001;Definitief;12;;3,5;",
                        "GM0505;2023-H1;T001;Voorlopig;;afgeschermd: geheim;;niet gegeven");
        assertThat(taken.fields())
                .extracting(Field::type)
                .containsExactly(
                        FieldType.MUNICIPALITY,
                        FieldType.PERIOD,
                        FieldType.TEXT,
                        FieldType.TEXT,
                        FieldType.WHOLE,
                        FieldType.TEXT,
                        FieldType.NUMBER,
                        FieldType.TEXT);
        assertThat(taken.fields().get(2).totalCode()).isEqualTo("T001");
        // an average of parts is not the sum of their averages
        assertThat(Units.adds(taken.fields().get(4))).isTrue();
        assertThat(Units.adds(taken.fields().get(6))).isFalse();
    }

    private static String observation(
            String region, String period, String kind, String measure, String value, String why) {
        return "{\"Measure\":\"%s\",\"ValueAttribute\":\"%s\",\"Value\":%s,\"RegioS\":\"%s\",\"Perioden\":\"%s\",\"Vorm\":\"%s\"},"
                .formatted(measure, why, value, region, period, kind);
    }

    @Test
    void aTableThatIsGoneIsSaidWithWhatToDo() {
        assertThatThrownBy(() -> fromService(wanted(Kind.CBS, Place.SERVICE, CbsVersion.V3), Map.of()))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("kies dan bij Wijzigen een andere");
    }

    /** The topic and its break are those of topics.csv. */
    @Test
    void keyFiguresOfAnEditionBeforeARedefinitionKeepTheirNumberAndTheReason() throws Exception {
        var topic = nl.leercirkel.standards.kwb.KwbTopics.all().stream()
                .filter(each -> each.breakBetween(2018, 2024).isPresent()
                        && each.kind() == nl.leercirkel.standards.kwb.KwbTopic.Kind.COUNT)
                .findFirst()
                .orElseThrow();
        Map<String, String> answers = Map.of(
                "TableInfos",
                "{\"value\":[]}",
                "DataProperties",
                "{\"value\":[{\"ID\":0,\"Type\":\"GeoDetail\",\"Key\":\"WijkenEnBuurten\",\"Title\":\"Wijken\"},"
                        + "{\"ID\":1,\"Type\":\"Topic\",\"Key\":\"" + topic.id()
                        + "\",\"Title\":\"x\",\"Unit\":\"aantal\",\"Decimals\":0,\"Datatype\":\"Long\"}]}",
                "WijkenEnBuurten",
                "{\"value\":[{\"Key\":\"GM0505    \",\"Title\":\"Dordrecht\"},{\"Key\":\"WK050501  \",\"Title\":\"Wijk\"}]}",
                "TypedDataSet",
                "{\"value\":[{\"WijkenEnBuurten\":\"GM0505    \",\"" + topic.id()
                        + "\":40},{\"WijkenEnBuurten\":\"WK050501  \",\"" + topic.id() + "\":null}]}");
        Wanted wanted = new Wanted(
                Kind.KWB,
                Place.SERVICE,
                CbsVersion.V3,
                List.of("OUD 2018", "NIEUW 2024"),
                List.of(topic.label()),
                List.of(),
                true,
                0,
                "",
                "");
        fromService(wanted, answers);
        assertThat(rows().get(1)).startsWith("GM0505;gemeente;0505;2018;40;\"niet vergelijkbaar: 2021: ");
        assertThat(rows().subList(2, 5))
                .containsExactly(
                        "WK050501;wijk;0505;2018;;onbekend, onvoldoende betrouwbaar of geheim",
                        "GM0505;gemeente;0505;2024;40;",
                        "WK050501;wijk;0505;2024;;onbekend, onvoldoende betrouwbaar of geheim");
        String kept = rows().get(1).replace("\"", "").split(";", 6)[5];
        assertThat(Reasons.read(kept)).containsInstanceOf(Figure.NotComparable.class);
    }

    @Test
    void amountsOfIv3AreEurosAndTheSecondPlacementCounts() throws Exception {
        fromFile(wanted(Kind.IV3, Place.FOLDER, CbsVersion.V3, "Taakveld: 6.7*"), "iv3.csv", """
                "ID";"TaakveldBalanspost";"Categorie";"Verslagsoort";"Gemeenten";"jaar";"k_1ePlaatsing_1";"k_2ePlaatsing_2"
                1;"6.72a   ";"L3.4.1  ";"2024X005";"GM0983   ";2024;1200;1234
                2;"6.72a   ";"L3.4.2  ";"2024X005";"GM0983   ";2024;.;.
                3;"0.1   ";"L3.4.1  ";"2024X005";"GM0983   ";2024;5;
                """);
        assertThat(rows())
                .containsExactly(
                        "Gemeente;Periode;Verslagsoort;Onderdeel;Taakveld;Categorie;Bedrag;Bedrag – reden",
                        "0983;2024;2024X005;lasten;6.72a;3.4.1;1234000;",
                        "0983;2024;2024X005;lasten;6.72a;3.4.2;;niet gegeven");
    }

    @Test
    void anExportOfCbsKeepsItsSigns() throws Exception {
        Taken taken = fromFile(wanted(Kind.CBS, Place.FOLDER, CbsVersion.V3, "Perioden: 2022*"), "85098.csv", """
                RegioS,naam,Perioden,Jeugdhulp_1,Bescherming_3
                GM0014,Groningen,2022JJ00,15.4,x
                GM0014,Groningen,2021JJ00,15.1,1.2
                NL01,Nederland,2022JJ00,11.2,1.0
                GM0003,Appingedam,2022JJ00,,
                """);
        assertThat(rows())
                .containsExactly(
                        "Gemeente;Periode;Jeugdhulp;Jeugdhulp – reden;Bescherming;Bescherming – reden",
                        "GM0014;2022;15,4;;;afgeschermd: geheim");
        assertThat(taken.certain()).isFalse();
        assertThatThrownBy(() -> fromFile(
                        wanted(Kind.CBS, Place.FOLDER, CbsVersion.V3, "Leeftijd: 0"),
                        "85098.csv",
                        "RegioS,Perioden,Jeugdhulp_1\nGM0014,2022JJ00,15.4\n"))
                .hasMessageContaining("Het filter noemt Leeftijd, maar die kolom is er niet");
    }

    @Test
    void onlyTheNewestWholeFileInsideTheFolderIsTaken() throws Exception {
        Instant now = Instant.parse("2026-11-27T12:00:00Z");
        Path own = Files.createDirectories(folder.resolve("kaart/GM0505/cbs"));
        Path outside = Files.writeString(folder.resolve("geheim.csv"), "geheim");
        file(own.resolve("a-2022.csv"), "oud", now.minusSeconds(7200));
        file(own.resolve("a-2023.csv"), "nieuw", now.minusSeconds(3600));
        file(own.resolve("a-2024.csv"), "half", now.minusSeconds(5));
        Files.createSymbolicLink(own.resolve("b-link.csv"), outside);
        Files.createSymbolicLink(own.resolveSibling("elders"), folder);
        FileFolder files = new FileFolder(folder.resolve("kaart/GM0505"));
        Path target = folder.resolve("genomen");
        assertThat(files.takeNewest("cbs", "a-*.csv", now, target)).isEqualTo("a-2023.csv");
        assertThat(target).hasContent("nieuw");
        Files.delete(target);
        for (String wrong : List.of("..", "../..", "/etc", "cbs/../..", "cbs/./..", ".", "cbs//x", "c\u0000")) {
            assertThatThrownBy(() -> files.takeNewest(wrong, "*.csv", now, target))
                    .as(wrong)
                    .isInstanceOf(RefusedFileException.class);
        }
        assertThatThrownBy(() -> files.takeNewest("cbs", "../*.csv", now, target))
                .isInstanceOf(RefusedFileException.class);
        assertThatThrownBy(() -> files.takeNewest("cbs", "b-*.csv", now, target))
                .hasMessageContaining("b-link.csv is een verwijzing");
        assertThatThrownBy(() -> files.takeNewest("elders", "*.csv", now, target))
                .hasMessageContaining("elders is een verwijzing");
        assertThatThrownBy(() -> files.takeNewest("weg", "*.csv", now, target))
                .hasMessageContaining("is er niet (meer)");
        assertThat(target).doesNotExist();
    }

    private static void file(Path path, String content, Instant changed) throws IOException {
        Files.writeString(path, content);
        Files.setLastModifiedTime(path, FileTime.from(changed));
    }
}
