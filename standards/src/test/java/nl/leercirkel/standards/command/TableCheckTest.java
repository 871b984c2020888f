package nl.leercirkel.standards.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableCheckTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream refused = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return new Validate(
                        List.of(new TableCheck(), new MessageCheck()),
                        Clock.systemUTC(),
                        new PrintStream(printed, true, StandardCharsets.UTF_8),
                        new PrintStream(refused, true, StandardCharsets.UTF_8))
                .run(arguments);
    }

    private String out() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void aTableWithoutFaults() throws IOException {
        Path kwb = file("kwb.csv", "gwb_code_10;a_inw\nGM0014;235\n");
        assertThat(run(kwb.toString())).isZero();
        assertThat(out())
                .isEqualTo(
                        "Kerncijfers wijken en buurten: 1 regels of cijfers gelezen, 0 fouten en 0 waarschuwingen.\n");
    }

    @Test
    void findingsHaveTheirPlace() throws IOException {
        Path kwb = file("kwb.txt", "gwb_code_10;a_inw\nGM0014;-235\n");
        assertThat(run(kwb.toString())).isEqualTo(1);
        assertThat(out()).contains("fout", "regel 2, kolom Aantal inwoners", "KWB-GETAL");
    }

    @Test
    void aDeliveryWithItsPeriodAndLayout() throws IOException {
        String layout = file("indeling.csv", """
                        record,veld,kop,positie,lengte
                        JH,bsn,,4,9
                        JH,geboortedatum,,13,8
                        JH,geslacht,,21,1
                        JH,postcode_of_gemeente,,22,6
                        JH,verwijzer,,28,2
                        JH,hulpvorm,,30,2
                        JH,gestart_met_crisis,,32,2
                        JH,aanvang_jeugdhulp,,34,8
                        """).toString();
        String delivery = file("levering.txt", "JH 99999001920120503V5911AA01020220260101\n")
                .toString();
        assertThat(run(delivery, "--indeling", layout, "--periode", "2025HJ1")).isEqualTo(1);
        assertThat(out()).contains("vaste posities", "BIJ-PERIODE");
        printed.reset();
        assertThat(run(delivery, "--indeling", layout, "--periode", "2026HJ1")).isZero();
    }

    @Test
    void wrongOptionsAreRefused() throws IOException {
        Path kwb = file("kwb.csv", "gwb_code_10;a_inw\nGM0014;235\n");
        for (List<String> wrong : List.of(
                List.of("--periode", "2025"),
                List.of("--jaar", "25"),
                List.of("--indeling", folder.resolve("weg").toString()),
                List.of("--definitie", kwb.toString()),
                List.of("--jaar"))) {
            String[] arguments = new String[wrong.size() + 1];
            arguments[0] = kwb.toString();
            for (int i = 0; i < wrong.size(); i++) {
                arguments[i + 1] = wrong.get(i);
            }
            assertThat(run(arguments)).as("%s", wrong).isEqualTo(2);
        }
    }

    @Test
    void anUnknownTableSaysWhatIsKnown() throws IOException {
        assertThat(run(file("vakanties.csv", "naam;van\nherfst;1\n").toString()))
                .isEqualTo(1);
        assertThat(out()).contains("niet herkend", "Beleidsinformatie Jeugd");
    }

    @Test
    void whatIsNoTableGoesToTheMessages() throws IOException {
        assertThat(run(file("x.xml", "<a/>").toString())).isEqualTo(1);
        assertThat(out()).contains("Geen bericht van iJw");
    }
}
