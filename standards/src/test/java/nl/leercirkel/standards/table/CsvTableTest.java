package nl.leercirkel.standards.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    private static final Header<List<String>> CITIES = new Header<>() {
        @Override
        public @Nullable List<String> recognise(List<String> cells) {
            return cells.contains("stad") && cells.contains("aantal") ? cells : null;
        }

        @Override
        public String expected() {
            return "stad en aantal";
        }
    };

    private final List<Row> rows = new ArrayList<>();
    private final Findings findings = new Findings();

    private boolean read(byte[] content) {
        return CsvTable.read(new ByteArrayInputStream(content), CITIES, (header, row) -> rows.add(row), findings);
    }

    private boolean read(String content) {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    private Finding only() {
        assertThat(findings.kept()).hasSize(1);
        return findings.kept().getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void everySeparatorIsRecognised(String separator) {
        String text = "stad,aantal\nVenlo,5\n".replace(",", separator);
        assertThat(read(text)).isTrue();
        assertThat(rows).containsExactly(new Row(2, List.of("Venlo", "5")));
        assertThat(findings.kept()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252"})
    void encodings(String name) {
        assertThat(read("stad;aantal\nSúdwest-Fryslân;5\n€ 12;7\n".getBytes(Charset.forName(name))))
                .isTrue();
        assertThat(rows).extracting(row -> row.cells().getFirst()).containsExactly("Súdwest-Fryslân", "€ 12");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() {
        assertThat(read("\uFEFFstad;aantal\nVenlo;5\n")).isTrue();
        assertThat(rows).hasSize(1);
    }

    @Test
    void anAccentOnTheBorderOfABufferIsRead() {
        // the two bytes of é end up on both sides of 64 kB
        for (int before = 65_530; before < 65_540; before++) {
            rows.clear();
            String name = "x".repeat(before - "stad;aantal\n".length()) + "é";
            assertThat(read("stad;aantal\n" + name + ";1\n")).isTrue();
            assertThat(rows.getFirst().cells().getFirst()).isEqualTo(name);
        }
    }

    @Test
    void mixedEncodingsStopWithTheLine() throws IOException {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.write("stad;aantal\nSúdwest;1\n".getBytes(StandardCharsets.UTF_8));
        mixed.write("Fryslân;2\n".getBytes(Charset.forName("windows-1252")));
        assertThat(read(mixed.toByteArray())).isFalse();
        assertThat(only().code()).isEqualTo("TEKST-TEKENSET");
        assertThat(only().place().line()).isEqualTo(3);
        assertThat(only().message()).contains("regel 3", "UTF-8");
    }

    @Test
    void titleAboveAndSourceBelow() {
        assertThat(read("\"Steden; 2023\"\n\nstad;aantal\nVenlo;5\n\"Bron: CBS\""))
                .isTrue();
        assertThat(rows).containsExactly(new Row(4, List.of("Venlo", "5")));
        assertThat(findings.kept()).isEmpty();
    }

    @Test
    void quotesLineEndsAndEmptyLines() {
        assertThat(read("stad,aantal\r\n\"Bergen, \"\"NH\"\"\nnoord\",5\r\n\r\nVenlo,6\r\n"))
                .isTrue();
        assertThat(rows)
                .containsExactly(new Row(2, List.of("Bergen, \"NH\"\nnoord", "5")), new Row(5, List.of("Venlo", "6")));
    }

    @Test
    void aFileBrokenOffInARow() {
        assertThat(read("stad,aantal\nVenlo,5\nRoer")).isFalse();
        assertThat(only().code()).isEqualTo("CSV-AFGEBROKEN");
        assertThat(only().place()).isEqualTo(Place.line(3));
    }

    @Test
    void aFileBrokenOffInAQuote() {
        assertThat(read("stad,aantal\nVenlo,5\n\"Roer")).isFalse();
        assertThat(only().code()).isEqualTo("CSV-AANHALING");
    }

    @Test
    void aMissingLineEndIsWorthKnowing() {
        assertThat(read("stad,aantal\nVenlo,5")).isTrue();
        assertThat(rows).hasSize(1);
        assertThat(only().level()).isEqualTo(Finding.Level.NOTE);
    }

    @Test
    void rowsWithOtherCellsAreRefusedAndTheRestIsRead() {
        assertThat(read("stad,aantal\nDen,Bosch,5\nVenlo,6\n")).isTrue();
        assertThat(rows).hasSize(1);
        assertThat(only().code()).isEqualTo("CSV-KOLOMMEN");
        assertThat(only().message()).contains("3 kolommen", "2");
    }

    @Test
    void theWrongSeparatorInTheRows() {
        assertThat(read("stad,aantal\nVenlo;5\nRoermond;6\n")).isTrue();
        assertThat(rows).isEmpty();
        assertThat(findings.count(Finding.Level.ERROR)).isEqualTo(2);
    }

    @Test
    void noHeaderSaysWhatWasExpectedAndWhatWasFound() {
        assertThat(read("naam,getal\nVenlo,5\n")).isFalse();
        assertThat(only().message()).contains("stad en aantal", "naam,getal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PK\u0003\u0004rest",
                "%PDF-1.7",
                "<html><body>503</body></html>",
                "",
                "\n\n",
                "abc\0def",
                "\u001f"
            })
    void whatIsNoTableIsNamed(String content) {
        assertThat(read(content.getBytes(StandardCharsets.ISO_8859_1))).isFalse();
        assertThat(only().level()).isEqualTo(Finding.Level.FATAL);
    }

    @Test
    void aCellOfTenMegabytesIsRefused() {
        assertThat(read("stad,aantal\nVenlo,5\n\"" + "x".repeat(10_000_000) + "\",6\n"))
                .isFalse();
        assertThat(only().code()).isIn("CSV-CEL-LANG");
        assertThat(rows).hasSize(1);
    }

    @Test
    void aHeaderWithoutLineEndIsRefused() {
        assertThat(CsvTable.read(new Endless('x'), CITIES, (header, row) -> rows.add(row), findings))
                .isFalse();
        assertThat(only().code()).isEqualTo("CSV-KOP-LANG");
    }

    @Test
    void aDiskThatFailsIsAFinding() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("schijf weg");
            }
        };
        assertThat(CsvTable.read(broken, CITIES, (header, row) -> rows.add(row), findings))
                .isFalse();
        assertThat(only().code()).isEqualTo("BESTAND-LEZEN");
    }

    @Test
    void findingsStayBounded() {
        StringBuilder bad = new StringBuilder("stad,aantal\n");
        for (int i = 0; i < 5_000; i++) {
            bad.append("x\n");
        }
        assertThat(read(bad.toString())).isTrue();
        assertThat(findings.kept()).hasSize(Findings.KEPT);
        assertThat(findings.count(Finding.Level.ERROR)).isEqualTo(5_000);
    }

    /** A stream of one byte without end. */
    private static final class Endless extends InputStream {
        private final int content;

        Endless(int content) {
            this.content = content;
        }

        @Override
        public int read() {
            return content;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            Arrays.fill(target, offset, offset + length, (byte) content);
            return length;
        }
    }
}
