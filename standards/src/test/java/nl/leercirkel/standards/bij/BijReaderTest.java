package nl.leercirkel.standards.bij;

import static nl.leercirkel.standards.bij.BijData.ANNA;
import static nl.leercirkel.standards.bij.BijData.help;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.leercirkel.standards.Shared;
import nl.leercirkel.standards.table.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BijReaderTest {

    private static final String HEADER =
            "bsn;geboortedatum;geslacht;postcode_of_gemeente;verwijzer;hulpvorm;gestart_met_crisis;"
                    + "aanvang_jeugdhulp;einde_jeugdhulp;reden_einde_jeugdhulp;nut_1;zonder_hulp_1;informant_1\n";

    @Test
    void aRecordOfYouthHelp() {
        BijData.Read read = BijData.read(
                BijLayout.ownColumns(),
                HEADER + "999990019;20120503;V;5911AA;01;02;02;20240101;20250301;01;8;04;ouder\n");
        assertThat(read.findings().kept()).isEmpty();
        assertThat(read.records())
                .containsExactly(BijData.measured(
                        help(ANNA, HelpForm.AT_PROVIDER, "2024-01-01", "2025-03-01", EndReason.AS_PLANNED),
                        new Measurement(Informant.PARENT, 8, SelfReliance.NO_MORE)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "999990018;20120503;V;5911AA;01;02;02;20240101;;;;;|BIJ-BSN",
                "999990019;20120532;V;5911AA;01;02;02;20240101;;;;;|BIJ-GEBOORTEDATUM",
                "999990019;20120503;X;5911AA;01;02;02;20240101;;;;;|BIJ-CODE",
                "999990019;20120503;V;5911;01;02;02;20240101;;;;;|-",
                "999990019;20120503;V;5911aa;01;02;02;20240101;;;;;|BIJ-WOONPLAATS",
                "999990019;20120503;V;5911AA;07;02;02;20240101;;;;;|BIJ-CODE",
                "999990019;20120503;V;5911AA;01;05;02;20240101;;;;;|BIJ-CODE",
                "999990019;20120503;V;5911AA;01;02;02;20240230;;;;;|BIJ-DATUM",
                "999990019;20120503;V;5911AA;01;02;02;;;;;;|BIJ-VERPLICHT",
                "999990019;20120503;V;5911AA;01;02;02;20240101;;;0;01;ouder|BIJ-CIJFER",
                "999990019;20120503;V;5911AA;01;02;02;20240101;;;11;01;ouder|BIJ-CIJFER",
                "999990019;20120503;V;5911AA;01;02;02;20240101;;;8;01;|BIJ-INFORMANT",
                "999990019;20120503;V;5911AA;01;02;02;20240101;;;;;ouder|BIJ-METING",
                "999999999;20120500;O;0983;01;02;02;20240101;;;;;|-",
                "000000000;000000000;O;0983;01;02;02;20240101;;;;;|-",
            })
    void fields(String line, String code) {
        BijData.Read read = BijData.read(BijLayout.ownColumns(), HEADER + line + "\n");
        assertThat(read.codes()).isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(read.records()).hasSize(code == null ? 1 : 0);
    }

    @Test
    void noFindingShowsANumber() {
        BijData.Read read = BijData.read(
                BijLayout.ownColumns(), HEADER + "999990018;2012;V;5911aa;07;99;02;20240101;x;y;8;01;buurman\n");
        assertThat(read.findings().kept())
                .isNotEmpty()
                .allMatch(finding -> !finding.toString().contains("99999001"));
        assertThat(help(ANNA, HelpForm.TEAM, "2024-01-01", null, null).toString())
                .doesNotContain("9999900", "2012");
    }

    @Test
    void aFileOnPositionsThatIsBrokenOff() {
        String whole = "JH 99999001920120503V5911AA01020220240101" + " ".repeat(34) + "\n";
        assertThat(BijData.read(BijLayout.ownPositions(), whole).findings().kept())
                .isEmpty();
        BijData.Read read = BijData.read(BijLayout.ownPositions(), whole + "JH 99999001920120503V59");
        assertThat(read.complete()).isFalse();
        assertThat(read.records()).hasSize(1);
        assertThat(read.codes()).containsExactly("BIJ-AFGEBROKEN");
        assertThat(BijData.read(BijLayout.ownPositions(), "XX 999\n").codes()).containsExactly("BIJ-RECORD");
    }

    @Test
    void aLayoutOfTheUser() {
        String definition = """
                record,veld,kop,positie,lengte
                JH,bsn,,4,9
                JH,geboortedatum,,20,8
                JH,geslacht,,13,1
                JH,postcode_of_gemeente,,14,6
                JH,verwijzer,,28,2
                JH,hulpvorm,,30,2
                JH,gestart_met_crisis,,32,2
                JH,aanvang_jeugdhulp,,34,8
                """;
        Findings findings = new Findings();
        Optional<BijLayout> layout = load(definition, findings);
        assertThat(findings.kept()).isEmpty();
        assertThat(BijData.read(layout.orElseThrow(), "JH 999990019V5911AA2012050301020220240101\n")
                        .records())
                .containsExactly(help(ANNA, HelpForm.AT_PROVIDER, "2024-01-01", null, null));
        assertThat(load(definition.replace("20,8", "18,8"), new Findings()))
                .as("overlap")
                .isEmpty();
        assertThat(load(definition.replace("JH,hulpvorm,,30,2\n", ""), new Findings()))
                .as("mandatory")
                .isEmpty();
        assertThat(load(definition.replace("4,9", ","), new Findings()))
                .as("mixed")
                .isEmpty();
        assertThat(load(definition.replace("4,9", "1,9"), new Findings()))
                .as("code")
                .isEmpty();
    }

    private static Optional<BijLayout> load(String definition, Findings findings) {
        return BijLayout.load(new ByteArrayInputStream(definition.getBytes(StandardCharsets.UTF_8)), findings);
    }

    @Test
    void codeListsAreThoseOfTheProtocol() {
        Map<String, Class<? extends Enum<?>>> lists = Map.ofEntries(
                Map.entry("geslacht", Sex.class),
                Map.entry("verwijzer", Referrer.class),
                Map.entry("hulpvorm", HelpForm.class),
                Map.entry("gestart_met_crisis", YesNo.class),
                Map.entry("reden_einde_jeugdhulp", EndReason.class),
                Map.entry("outcome_3_1_zonder_hulp", SelfReliance.class),
                Map.entry("type_informant", Informant.class),
                Map.entry("type_maatregel_jb", ProtectionKind.class),
                Map.entry("machtiging_uithuisplaatsing", PlacementKind.class),
                Map.entry("type_jeugdreclassering", ProbationKind.class),
                Map.entry("inzet_erkende_interventie", YesNo.class),
                Map.entry("wijze_einde_jr_risicoscore", RiskScore.class),
                Map.entry("wijze_einde_jr_vervolgzorg", FollowUpCare.class));
        Map<String, Set<String>> expected = new TreeMap<>();
        for (Map<String, String> row : Shared.rows("bij/codes.csv")) {
            String list = row.get("list").replaceAll("reden_einde_(ots|voogdij)", "reden_einde_jb");
            expected.computeIfAbsent(list, key -> new TreeSet<>()).add(row.get("code") + " " + row.get("label_nl"));
        }
        lists.forEach((list, type) -> assertThat(coded(type)).as(list).isEqualTo(expected.get(list)));
        assertThat(coded(ProtectionEnd.class)).isEqualTo(expected.get("reden_einde_jb"));
    }

    private static Set<String> coded(Class<? extends Enum<?>> type) {
        Set<String> codes = new TreeSet<>();
        for (Enum<?> value : type.getEnumConstants()) {
            codes.add(((Coded) value).code() + " " + ((Coded) value).label());
        }
        return codes;
    }

    @Test
    void everyFieldOfTheProtocolHasAPlaceInOurLayouts() {
        Map<RecordType, Long> protocol = new EnumMap<>(RecordType.class);
        for (Map<String, String> row : Shared.rows("bij/record-fields.csv")) {
            for (String record : row.get("records").split(";")) {
                protocol.merge(RecordType.valueOf(record), 1L, Long::sum);
            }
        }
        // the outcome set stands once in the list of fields and twice in a record: three more
        protocol.merge(RecordType.JH, 3L, Long::sum);
        for (BijLayout layout : List.of(BijLayout.ownColumns(), BijLayout.ownPositions())) {
            protocol.forEach(
                    (type, fields) -> assertThat(layout.of(type)).as("%s", type).hasSize(fields.intValue()));
        }
    }
}
