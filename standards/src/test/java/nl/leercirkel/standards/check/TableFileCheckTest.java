package nl.leercirkel.standards.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.leercirkel.standards.Shared;
import nl.leercirkel.standards.bij.BijPeriod;
import nl.leercirkel.standards.table.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableFileCheckTest {

    @TempDir
    Path folder;

    private static Path corpus(String name) throws URISyntaxException {
        return Path.of(TableFileCheckTest.class.getResource("/corpus/" + name).toURI());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bij-kolommen/jh.csv|Beleidsinformatie Jeugd, in kolommen|2",
                "bij-kolommen/jb-bom.csv|Beleidsinformatie Jeugd, in kolommen|1",
                "bij-kolommen/org-cp1252.csv|Beleidsinformatie Jeugd, in kolommen|1",
                "bij-posities/jh.txt|Beleidsinformatie Jeugd, op vaste posities|2",
                "kwb/oud.csv|Kerncijfers wijken en buurten|2",
                "kwb/jaarbestand.csv|Kerncijfers wijken en buurten|2",
                "kwb-waarnemingen/v4.csv|Kerncijfers wijken en buurten, waarnemingen|2",
                "iv3-definitie/klein.json|Iv3, definitiebestand|3",
                "iv3-gegevens/venlo.json|Iv3, gegevens van een gemeente|3",
                "iv3-tabel/cbs.csv|Iv3, tabel van gemeenten|1",
                "iv3-tabel/eigen.csv|Iv3, tabel van gemeenten|1",
                "cbs-export/85098.csv|CBS-tabel, export|2",
                "cbs-antwoord/v3.json|CBS-tabel, opgeslagen antwoord|1",
                "cbs-antwoord/v4.json|CBS-tabel, opgeslagen antwoord|1",
            })
    void everyFormatIsRecognised(String file, String format, long records) throws Exception {
        TableFileCheck.Report report = TableFileCheck.check(corpus(file), CheckOptions.NONE);
        assertThat(report.format()).contains(format);
        assertThat(report.records()).isEqualTo(records);
        assertThat(report.findings().complete()).isTrue();
    }

    @Test
    void thePeriodOfADeliveryBringsItsRules() throws Exception {
        CheckOptions options =
                new CheckOptions(Optional.of(BijPeriod.halfYear(2023, 1)), 0, Optional.empty(), Optional.empty());
        TableFileCheck.Report without = TableFileCheck.check(corpus("bij-kolommen/jh.csv"), CheckOptions.NONE);
        TableFileCheck.Report with = TableFileCheck.check(corpus("bij-kolommen/jh.csv"), options);
        assertThat(without.findings().kept()).extracting(Finding::code).containsExactly("BIJ-GEEN-PERIODE");
        assertThat(with.findings().kept()).extracting(Finding::code).contains("BIJ-PERIODE");
        assertThat(without.summary())
                .isEqualTo(
                        "Beleidsinformatie Jeugd, in kolommen: 2 regels of cijfers gelezen, 0 fouten en 0 waarschuwingen.");
    }

    @Test
    void whatIsNotKnownIsSaid() throws IOException {
        Path file = folder.resolve("vakanties.csv");
        Files.writeString(file, "naam;van;tot\nherfst;1;2\n", StandardCharsets.UTF_8);
        TableFileCheck.Report report = TableFileCheck.check(file, CheckOptions.NONE);
        assertThat(report.format()).isEmpty();
        assertThat(report.findings().kept().getFirst().message()).contains("Kerncijfers wijken en buurten");
        assertThat(report.summary()).isEqualTo("Dit bestand is niet herkend.");
        Files.write(file, new byte[0]);
        assertThat(TableFileCheck.check(file, CheckOptions.NONE).format()).isEmpty();
    }

    /** The examples of the documentation are right, whoever reads them. */
    @ParameterizedTest
    @CsvSource({
        "bij-jeugdhulp.csv,3",
        "bij-bescherming.csv,2",
        "bij-vaste-posities.txt,2",
        "kerncijfers.csv,2",
        "iv3-gegevens.json,3",
        "iv3-tabel.csv,2",
        "cbs-export.csv,2",
        "cbs-antwoord.json,1",
        "redenen-einde.csv,11",
        "hulpvormen.csv,450"
    })
    void examplesOfTheDocumentation(String name, long records) throws IOException {
        CheckOptions options =
                new CheckOptions(Optional.of(BijPeriod.halfYear(2025, 1)), 2024, Optional.empty(), Optional.empty());
        TableFileCheck.Report report = TableFileCheck.check(Path.of("..", "docs", "standaarden", name), options);
        assertThat(report.records()).isEqualTo(records);
        assertThat(report.findings().kept())
                .filteredOn(finding -> finding.level() != Finding.Level.NOTE)
                .isEmpty();
    }

    @Test
    void referenceFiles() throws IOException {
        TableFileCheck.Report kwb =
                TableFileCheck.check(Shared.file("kwb/kwb2020_84799NED_selectie.csv"), CheckOptions.NONE);
        assertThat(kwb.records()).isEqualTo(17_341);
        assertThat(kwb.findings().kept()).isEmpty();
        assertThat(TableFileCheck.check(
                                Shared.file("iv3/definities/iv3_definities_Gemeente_2025.json"), CheckOptions.NONE)
                        .format())
                .contains("Iv3, definitiebestand");
        assertThat(TableFileCheck.check(
                                Shared.file("cbs/samples/84799NED_TypedDataSet_sample.odata3.json"), CheckOptions.NONE)
                        .format())
                .contains("CBS-tabel, opgeslagen antwoord");
    }
}
