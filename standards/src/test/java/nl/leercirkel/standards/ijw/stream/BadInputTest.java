package nl.leercirkel.standards.ijw.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.leercirkel.standards.ijw.message.DeclarationClient;
import nl.leercirkel.standards.ijw.support.EndlessInput;
import nl.leercirkel.standards.ijw.support.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is no message gives a clear error with its place: never a crash, a hang or a full heap. */
class BadInputTest {
    private static final long TWO_GIGABYTES = 2L << 30;
    private static final String BSN = "999900006";

    private final MessageReader reader = new MessageReader();

    @Test
    void truncatedAnywhere() throws IOException {
        byte[] whole = Example.of("JW305").bytes();
        for (int length = 0; length < whole.length; length += 7) {
            ReadResult result = read(java.util.Arrays.copyOf(whole, length));
            assertThat(result.valid()).isFalse();
            assertThat(result.violations())
                    .isNotEmpty()
                    .allSatisfy(violation ->
                            assertThat(violation.text()).isNotBlank().doesNotContain(BSN));
        }
        Violation violation = only(java.util.Arrays.copyOf(whole, whole.length - 30));
        assertThat(violation.text()).contains("houdt hier op");
        assertThat(violation.place().line()).isGreaterThan(30);
        assertThat(violation.path()).startsWith("/Bericht");
    }

    @Test
    void anotherVersionOrStandardOrNoMessage() throws IOException {
        String xml = Example.of("JW305").xml();
        assertThat(only(xml.replace("3_2", "3_1")).text())
                .contains("JW305".toLowerCase(java.util.Locale.ROOT))
                .contains("iJw 3.1")
                .contains("iJw 3.2");
        assertThat(only("<Bericht xmlns='http://www.istandaarden.nl/iwlz/2_4/aw33/schema'/>")
                        .text())
                .contains("naamruimte");
        assertThat(only("<Bericht/>").text()).contains("geen naamruimte");
        assertThat(only("<html><body/></html>").kind()).isEqualTo(Violation.Kind.UNKNOWN_MESSAGE);
        assertThat(only(xml.replaceFirst("<Bericht", "<Brief").replace("</Bericht>", "</Brief>"))
                        .text())
                .contains("element Bericht");
        assertThat(only("").text()).isEqualTo("Het bestand is leeg.");
        assertThat(only("   ").kind()).isEqualTo(Violation.Kind.NOT_XML);
        assertThat(only("{\"a\": 1}").text()).contains("JSON");
        assertThat(only("code;naam\n1;x\n").kind()).isEqualTo(Violation.Kind.NOT_XML);
    }

    @Test
    void archivesAndOtherFiles() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("JW305.xml"));
            out.write(Example.of("JW305").bytes());
        }
        assertThat(only(zip.toByteArray()).text()).contains("zip").contains("Pak het eerst uit");
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(Example.of("JW305").bytes());
        }
        assertThat(only(gzip.toByteArray()).text()).contains("gzip");
        assertThat(only("%PDF-1.7").text()).contains("PDF");
    }

    @Test
    void entitiesAreRefusedAndNothingIsOpened(@TempDir Path folder) throws IOException {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE Bericht [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String xml = Example.of("JW305")
                .xml()
                .replaceFirst("\\?>\n", "?>\n" + laughs + "]>\n")
                .replace("Voorbeeld", "&l9;");
        assertThat(only(xml).text()).contains("DOCTYPE");
        assertThat(only(xml).place().line()).isBetween(1, 2);
        Path secret = Files.writeString(folder.resolve("geheim.txt"), "geheim");
        String external = Example.of("JW305")
                .xml()
                .replaceFirst("\\?>\n", "?>\n<!DOCTYPE Bericht [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n")
                .replace("Voorbeeld", "&x;");
        assertThat(only(external).kind()).isEqualTo(Violation.Kind.REFUSED);
        assertThat(read(external).violations().toString()).doesNotContain("geheim<");
        assertThat(only(Example.of("JW305").xml().replace("Voorbeeld", "&x;")).text())
                .contains("entiteit");
    }

    @Test
    void encodings() throws IOException {
        String xml = Example.of("JW305").xml().replace("Voorbeeld", "Jansén");
        for (String name :
                List.of("ISO-8859-1", "US-ASCII", "UTF-16", "UTF-16BE", "UTF-16LE", "windows-1252", "UTF-8")) {
            String declared = xml.replace("encoding=\"UTF-8\"", "encoding=\"" + name + "\"");
            String text = name.equals("US-ASCII") ? declared.replace("é", "&#233;") : declared;
            byte[] bytes = text.getBytes(Charset.forName(name));
            if (name.equals("UTF-16LE") || name.equals("UTF-16BE")) {
                byte[] mark = name.equals("UTF-16LE")
                        ? new byte[] {(byte) 0xFF, (byte) 0xFE}
                        : new byte[] {(byte) 0xFE, (byte) 0xFF};
                bytes = concat(mark, text.replace(name, "UTF-16").getBytes(Charset.forName(name)));
            }
            assertThat(read(bytes).violations()).as(name).isEmpty();
        }
        assertThat(read(concat(
                                new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
                                xml.getBytes(StandardCharsets.UTF_8)))
                        .valid())
                .isTrue();
        // Latin-1 bytes in a file that says UTF-8: mixed encodings.
        Violation mixed = only(xml.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(mixed.text()).contains("tekencodering");
        assertThat(mixed.place().line()).isPositive();
        assertThat(only(xml.replace("encoding=\"UTF-8\"", "encoding=\"EBCDIC-XX\""))
                        .kind())
                .isEqualTo(Violation.Kind.NOT_XML);
        assertThat(read(xml.getBytes(StandardCharsets.UTF_16LE)).valid()).isFalse();
    }

    @Test
    void aTextNodeOfTenMegabytes() throws IOException {
        String text = "x".repeat(10_000_000);
        Violation family = only(Example.of("JW305").xml().replace("Voorbeeld", text));
        assertThat(family.path()).endsWith("/Naam/Geslachtsnaam/Achternaam");
        assertThat(family.text()).contains("4000000 bytes").hasSizeLessThan(300);
        assertThat(family.place().line()).isPositive();
        Violation remark = only(
                Example.of("JW315").edit("Client/Commentaar=kort").xml().replace("kort", text.substring(0, 2_000_000)));
        assertThat(remark.path()).isEqualTo("/Bericht/Client/Commentaar");
        assertThat(remark.text()).contains("1000000 tekens");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tekst",
                "commentaar",
                "attribuut",
                "cdata",
                "instructie",
                "nesting",
                "onbekend",
                "prestaties",
                "namen",
                "naamruimten",
                "naam"
            })
    void aFileOfTwoGigabytesOfNonsenseIsLeftSoon(String kind) throws IOException {
        String xml = Example.of("JW323").xml();
        int bsn = xml.indexOf("<Bsn>");
        String head = xml.substring(0, bsn);
        String lines = xml.substring(bsn, xml.indexOf("<Prestatie>"));
        String line = xml.substring(xml.indexOf("<Prestatie>"), xml.indexOf("</Prestatie>") + "</Prestatie>".length());
        String more = "x".repeat(10_000);
        String beginning = switch (kind) {
            case "tekst" -> head + "<Bsn>";
            case "commentaar" -> head + "<!--";
            case "attribuut" -> head + "<Bsn soort='";
            case "cdata" -> head + "<Bsn><![CDATA[";
            case "instructie" -> head + "<?x ";
            case "prestaties" -> head + lines;
            case "naam" -> head + "<";
            default -> head;
        };
        LongFunction<String> repeated = switch (kind) {
            case "nesting" -> i -> "<Bsn>";
            case "onbekend" -> i -> "<Onbekend" + i + "/>";
            case "prestaties" -> i -> line;
            case "namen" -> i -> "<Onbekend><Naam" + i + " a" + i + "='1'/></Onbekend>";
            case "naamruimten" -> i -> "<!-- --><Client xmlns:p" + i + "='u" + i + "'><Bsn>1</Bsn></Client>";
            default -> i -> more;
        };
        EndlessInput input = new EndlessInput(beginning, repeated, "", TWO_GIGABYTES);
        ReadResult result = reader.read(input, (part, place) -> {});
        assertThat(result.valid()).isFalse();
        assertThat(result.complete()).isFalse();
        assertThat(result.violations().getLast().place().line()).isPositive();
        assertThat(result.violations().getLast().text()).isNotBlank();
        assertThat(input.given()).isLessThan(200_000_000);
    }

    @Test
    void aLargeDeclarationIsReadClientByClient() throws IOException {
        String xml = Example.of("JW323").xml();
        int from = xml.indexOf("<Client>");
        String client = xml.substring(from, xml.indexOf("</Client>") + "</Client>".length());
        EndlessInput input = new EndlessInput(
                xml.substring(0, from), i -> client, xml.substring(xml.indexOf("</Clienten>")), 30_000_000);
        int[] clients = new int[1];
        ReadResult result =
                reader.read(input, (part, place) -> clients[0] += part instanceof DeclarationClient ? 1 : 0);
        assertThat(result.violations()).isEmpty();
        assertThat(clients[0]).isEqualTo((int)
                ((30_000_000 - xml.substring(0, from).length()) / client.length() + 1));
    }

    @Test
    void noValueAboutAPersonStandsInAnExplanation() throws IOException {
        List<Violation> violations = new ArrayList<>();
        for (String edit : List.of(
                "Client/Bsn=99990000",
                "Client/Naam/Voorletters=Jan1",
                "Client/Geboortedatum/Datum=1999-02-30",
                "Client/Geslacht=9")) {
            violations.addAll(read(Example.of("JW305").edit(edit).xml()).violations());
        }
        assertThat(violations).hasSize(4);
        assertThat(violations.toString())
                .doesNotContain("99990000")
                .doesNotContain("Jan1")
                .doesNotContain("1999");
        // A BSN in the wrong element is covered too.
        Violation wrong = only(Example.of("JW305")
                .edit("Client/StartProducten/StartProduct/ToewijzingNummer=9" + BSN)
                .xml());
        assertThat(wrong.text()).doesNotContain(BSN);
    }

    @Test
    void aStreamThatBreaksIsNotTheFilesFault() {
        InputStream broken = new InputStream() {
            private final InputStream good =
                    new ByteArrayInputStream(Example.of("JW305").bytes());

            @Override
            public int read() throws IOException {
                int b = good.read();
                if (good.available() < 100) {
                    throw new IOException("netwerk weg");
                }
                return b;
            }
        };
        assertThatThrownBy(() -> reader.read(broken, (part, place) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("netwerk weg");
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] all = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    private Violation only(String xml) throws IOException {
        return only(xml.getBytes(StandardCharsets.UTF_8));
    }

    private Violation only(byte[] file) throws IOException {
        List<Violation> violations = read(file).violations();
        assertThat(violations).hasSize(1);
        return violations.getFirst();
    }

    private ReadResult read(String xml) throws IOException {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private ReadResult read(byte[] file) throws IOException {
        return reader.read(new ByteArrayInputStream(file), (part, place) -> {});
    }
}
