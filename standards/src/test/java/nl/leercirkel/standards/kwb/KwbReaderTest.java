package nl.leercirkel.standards.kwb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.leercirkel.standards.Shared;
import nl.leercirkel.standards.figure.Figure;
import nl.leercirkel.standards.region.Municipalities;
import nl.leercirkel.standards.region.Succession;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;
import org.junit.jupiter.api.Test;

class KwbReaderTest {

    private static final KwbEdition EDITION = new KwbEdition(2020, "84799NED");
    private final List<KwbRow> rows = new ArrayList<>();
    private final Findings findings = new Findings();

    private boolean read(String text) {
        return KwbReader.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), EDITION, rows::add, findings);
    }

    private static KwbTopic topic(String id) {
        return KwbTopics.byId(id).orElseThrow();
    }

    private static Figure number(String text) {
        return Figure.of(new BigDecimal(text));
    }

    @Test
    void theOldServiceWithSuffixesAndPadding() {
        assertThat(read("""
                WijkenEnBuurten,Gemeentenaam_1,SoortRegio_2,Codering_3,IndelingswijzigingWijkenEnBuurten_4,AantalInwoners_5,WmoClientenRelatief_90
                GM1680    ,Aa en Hunze         ,Gemeente  ,GM1680    ,.,25445,       .
                """)).isTrue();
        assertThat(rows).hasSize(1);
        KwbRow row = rows.getFirst();
        assertThat(row.area())
                .isEqualTo(new Area("GM1680", Area.Kind.MUNICIPALITY, "", "Aa en Hunze", Area.Boundary.NOT_GIVEN));
        assertThat(row.figure(topic("inwoners"))).isEqualTo(number("25445"));
        assertThat(row.figure(topic("wmo_per_1000"))).isInstanceOf(Figure.Missing.class);
        assertThat(row.sourced(topic("wmo_per_1000")).unit()).isEqualTo("per 1 000 inwoners");
        assertThat(row.sourced(topic("inwoners")).provenance().attribution())
                .isEqualTo("Bron: CBS, 84799NED (CC BY 4.0)");
        assertThat(findings.kept()).isEmpty();
    }

    @Test
    void theYearlyFileWithBlanksInHeadersAndBothDecimalSigns() {
        assertThat(read("""
                gwb_code_10;gwb_code_8;regio;gm_naam ;recs;gwb_code;ind_wbz;a_inw ;g_ink_pi ;g_hhgro;p_jz_tn;p_geb;a_jz_tn;g_gas
                BU16800000;16800000;Annen;Aa en Hunze;Buurt;BU16800000;1;3.460;26,4;2.3; 9,8;12;       .;,
                """)).isTrue();
        KwbRow row = rows.getFirst();
        assertThat(row.area().name()).isEqualTo("Annen");
        assertThat(row.area().municipalityCode()).contains("1680");
        assertThat(row.figure(topic("inwoners"))).isEqualTo(number("3460"));
        assertThat(row.figure(topic("inkomen_per_inwoner"))).isEqualTo(number("26.4"));
        assertThat(row.figure(topic("huishoudensgrootte"))).isEqualTo(number("2.3"));
        assertThat(row.figure(topic("jeugdzorg_aandeel"))).isEqualTo(number("9.8"));
        // p_geb looks like a percentage and is one per thousand
        assertThat(row.figure(topic("geboorte_per_1000"))).isEqualTo(number("12"));
        assertThat(topic("geboorte_per_1000").kind()).isEqualTo(KwbTopic.Kind.PER_THOUSAND);
        assertThat(row.figure(topic("jeugdzorg"))).isInstanceOf(Figure.Missing.class);
        assertThat(row.figure(topic("aardgas"))).isInstanceOf(Figure.Missing.class);
    }

    @Test
    void theBundleOfTheNewService() {
        List<KwbReader.Cell> cells = new ArrayList<>();
        String text = """
                "Id";"Measure";"ValueAttribute";"Value";"StringValue";"WijkenEnBuurten"
                1;"T001036";"None";934526;"";"GM0363"
                2;"M001342_2";"None";;"";"BU03630000"
                3;"ONBEKEND";"None";5;"";"GM0363"
                """;
        assertThat(KwbReader.readObservations(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), cells::add, findings))
                .isTrue();
        assertThat(cells)
                .containsExactly(
                        new KwbReader.Cell("GM0363", topic("inwoners"), number("934526")),
                        new KwbReader.Cell("BU03630000", topic("wmo_per_1000"), new Figure.Missing("niet gegeven")));
        assertThat(findings.kept()).extracting(Finding::code).containsExactly("KWB-ONBEKEND");
    }

    @Test
    void aRedefinedColumnIsNotComparable() {
        read("gwb_code_10,ind_wbz,a_jz_tn,a_inw\nBU00140001,1,25,100\nBU00140002,3,25,100\n");
        KwbRow same = rows.get(0);
        assertThat(same.comparedWith(topic("inwoners"), 2023)).isEqualTo(number("100"));
        assertThat(same.comparedWith(topic("jeugdzorg"), 2023)).isInstanceOf(Figure.NotComparable.class);
        assertThat(same.comparedWith(topic("jeugdzorg"), 2019)).isEqualTo(number("25"));
        assertThat(rows.get(1).comparedWith(topic("inwoners"), 2019)).isInstanceOf(Figure.NotComparable.class);
        // origin: old and new division are different topics
        assertThat(KwbTopics.byColumn("a_w_all")).isNotEqualTo(KwbTopics.byColumn("a_eur_al"));
    }

    @Test
    void whatCannotBeRightIsAnErrorAtItsPlace() {
        assertThat(read("""
                Codering,SoortRegio,Indelingswijziging,AantalInwoners,PercentageJongerenMetJeugdzorg,Onbekend
                GM0014,Gemeente,.,-5,101,1
                GM0014,Gemeente,.,5,10,1
                XX0014,Gemeente,.,5,10,1
                WK001400,Buurt,9,12.5,abc,1
                """)).isTrue();
        assertThat(findings.kept())
                .extracting(Finding::code)
                .containsExactly(
                        "KWB-ONBEKEND",
                        "KWB-GETAL",
                        "KWB-GETAL",
                        "KWB-DUBBEL",
                        "KWB-CODE",
                        "KWB-SOORT",
                        "KWB-GETAL",
                        "KWB-GETAL",
                        "KWB-INDELING");
        assertThat(findings.kept().get(1).toString()).startsWith("regel 2, kolom Aantal inwoners: Verwacht");
        assertThat(rows.getFirst().figure(topic("inwoners"))).isInstanceOf(Figure.Missing.class);
    }

    @Test
    void writtenAndReadAgainIsTheSame() throws IOException {
        read("""
                gwb_code_10;regio;gm_naam;ind_wbz;a_inw;p_jz_tn;a_jz_tn;a_wmo_t;g_hhgro
                BU00140001;"Binnen; stad ""A""\";Groningen;2;1.005;9,8;.;x;-
                GM0014;Groningen;Groningen;.;234950;;;5;2,0
                """);
        List<KwbRow> first = List.copyOf(rows);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (KwbWriter writer =
                new KwbWriter(out, List.copyOf(first.getFirst().figures().keySet()))) {
            first.forEach(writer::write);
        }
        rows.clear();
        assertThat(read(out.toString(StandardCharsets.UTF_8))).isTrue();
        assertThat(rows).isEqualTo(first);
        assertThat(findings.kept()).isEmpty();
    }

    @Test
    void theReferenceFile() throws IOException {
        try (var in = Files.newInputStream(Shared.file("kwb/kwb2020_84799NED_selectie.csv"))) {
            assertThat(KwbReader.read(in, EDITION, rows::add, findings)).isTrue();
        }
        assertThat(findings.kept()).isEmpty();
        Map<Area.Kind, Integer> levels = new EnumMap<>(Area.Kind.class);
        Map<Area.Kind, Integer> empty = new EnumMap<>(Area.Kind.class);
        for (KwbRow row : rows) {
            levels.merge(row.area().kind(), 1, Integer::sum);
            if (row.figure(topic("inwoners")).equals(number("0"))) {
                empty.merge(row.area().kind(), 1, Integer::sum);
            }
            for (String id : List.of("jeugdzorg", "jeugdzorg_aandeel", "wmo", "wmo_per_1000")) {
                assertThat(row.figure(topic(id))).isInstanceOf(Figure.Missing.class);
            }
        }
        // numbers of the README beside the file
        assertThat(levels)
                .isEqualTo(Map.of(
                        Area.Kind.COUNTRY, 1,
                        Area.Kind.MUNICIPALITY, 355,
                        Area.Kind.DISTRICT, 3_177,
                        Area.Kind.NEIGHBOURHOOD, 13_808));
        assertThat(empty).isEqualTo(Map.of(Area.Kind.DISTRICT, 21, Area.Kind.NEIGHBOURHOOD, 465));
        assertThat(rows.getFirst().figure(topic("inwoners"))).isEqualTo(number("17407585"));
        assertThat(furthestOff(Area.Kind.DISTRICT)).isEqualTo(592);
        assertThat(furthestOff(Area.Kind.NEIGHBOURHOOD)).isEqualTo(1_362);
        municipalitiesOf2020LeadToThoseOfToday();
    }

    /** How far the sum of the parts is from the municipality's inhabitants, at most. */
    private long furthestOff(Area.Kind parts) {
        Map<String, Long> difference = new HashMap<>();
        for (KwbRow row : rows) {
            String municipality = row.area().municipalityCode().orElse("");
            long inhabitants =
                    row.figure(topic("inwoners")).number().orElseThrow().longValueExact();
            if (row.area().kind() == Area.Kind.MUNICIPALITY) {
                difference.merge(municipality, -inhabitants, Long::sum);
            } else if (row.area().kind() == parts) {
                assertThat(inhabitants % 5).isZero();
                difference.merge(municipality, inhabitants, Long::sum);
            }
        }
        return difference.values().stream().mapToLong(Math::abs).max().orElseThrow();
    }

    private void municipalitiesOf2020LeadToThoseOfToday() {
        LocalDate today = LocalDate.of(2026, 1, 1);
        Map<String, Integer> reached = new HashMap<>();
        int divided = 0;
        for (KwbRow row : rows) {
            if (row.area().kind() != Area.Kind.MUNICIPALITY) {
                continue;
            }
            switch (Municipalities.register().succession(row.area().code(), today)) {
                case Succession.Exists(var municipality) -> reached.merge(municipality.code(), 1, Integer::sum);
                case Succession.ContinuedIn(var municipality) -> reached.merge(municipality.code(), 1, Integer::sum);
                case Succession.DividedOver _ -> divided++;
                case Succession.Unknown(String code) -> throw new AssertionError(code);
            }
        }
        assertThat(reached).hasSize(342);
        assertThat(divided).isEqualTo(1); // Haaren
    }
}
