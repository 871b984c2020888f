package nl.leercirkel.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nl.leercirkel.demo.DemoDossiers;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.report.document.Document;
import nl.leercirkel.report.document.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole text of the reports of the demo. A difference is a change that somebody reads: look at it, and when it is
 * meant, write the copies anew with -Dleercirkel.regenerate=true.
 */
class GoldenReportTest {
    private static final Path COPIES = Path.of("src/test/resources/golden/report");

    static Stream<Arguments> reports() {
        ProgrammeDossier changed = DemoDossiers.dordrechtWithAmount("FLITS", "1.200.000");
        return Stream.of(
                Arguments.of("dordrecht.txt", SampleReports.dordrecht()),
                Arguments.of("venlo.txt", SampleReports.venlo()),
                Arguments.of(
                        "dordrecht-english.txt",
                        EvaluationReport.of(
                                DemoDossiers.dordrecht(), SampleReports.DORDRECHT, Language.EN, SampleReports.DAY)),
                Arguments.of("dordrecht-flits-1200000.txt", SampleReports.of(changed, SampleReports.DORDRECHT)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void saysTheSameAsItsCopy(String name, Document report) throws IOException {
        String text = ReportText.of(report);
        Path copy = COPIES.resolve(name);
        if (Boolean.getBoolean("leercirkel.regenerate")) {
            Files.createDirectories(COPIES);
            Files.writeString(copy, text);
        }
        assertThat(text).isEqualTo(Files.readString(copy));
    }
}
