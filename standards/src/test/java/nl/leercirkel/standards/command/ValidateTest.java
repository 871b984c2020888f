package nl.leercirkel.standards.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import nl.leercirkel.standards.ijw.rule.Judgement;
import nl.leercirkel.standards.ijw.rule.MessageJudge;
import nl.leercirkel.standards.ijw.support.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void aGoodMessage() throws IOException {
        assertThat(run(file(Example.of("JW323")))).isZero();
        assertThat(said(out))
                .contains("JW323 (iJw 3.2, declaratie): structuur goed, geen bevindingen.")
                .contains("--eerder");
    }

    @Test
    void findingsAndReturnMessage() throws IOException {
        Path answer = folder.resolve("retour.xml");
        assertThat(run(file(Example.of("JW305").edit("Client/Bsn=999900007")), "--retour", answer.toString()))
                .isEqualTo(1);
        assertThat(said(out))
                .contains("CS002")
                .contains("/Bericht/Client/Bsn")
                .contains("elfproef")
                .contains("Retourcode 0001")
                .contains("JW306 geschreven")
                .doesNotContain("999900007");
        Judgement judgement = MessageJudge.ofContent().judge(Files.newInputStream(answer));
        assertThat(judgement.structure().violations()).isEmpty();
        assertThat(judgement.structure().knownType().name()).isEqualTo("JW306");
        assertThat(run(file(Example.of("JW305")), "--retour", answer.toString()))
                .isEqualTo(2);
        assertThat(said(errors)).contains("bestaat al");
        assertThat(run(file(Example.of("JW305")), "--retour", answer.toString(), "--overschrijven"))
                .isZero();
        assertThat(Files.readString(answer)).contains("RetourCode>0200<");
    }

    @Test
    void earlierMessagesMakeMoreRulesPossible() throws IOException {
        Path earlier = Files.createDirectory(folder.resolve("eerder"));
        Path start = file(Example.of("JW305"));
        assertThat(run(start, "--eerder", earlier.toString())).isEqualTo(1);
        assertThat(said(out)).contains("TR019").contains("Retourcode 9019");
        Files.write(earlier.resolve("JW301.xml"), Example.of("JW301").bytes());
        Files.writeString(earlier.resolve("kapot.xml"), "<x/>");
        out.reset();
        assertThat(run(start, "--eerder", earlier.toString())).isZero();
        assertThat(said(out)).contains("Overgeslagen").contains("Eerdere berichten gelezen: 1.");
    }

    @Test
    void whatIsLaterRejectedOrTheFileItselfIsNoEarlierMessage() throws IOException {
        Path earlier = Files.createDirectory(folder.resolve("eerder"));
        Path start = file(Example.of("JW305"));
        Files.write(earlier.resolve("JW301.xml"), Example.of("JW301").bytes());
        Files.write(earlier.resolve("zelf.xml"), Example.of("JW305").bytes());
        // The same start again, sent the day after.
        Files.write(
                earlier.resolve("later.xml"),
                Example.of("JW305")
                        .edit(
                                "Header/BerichtIdentificatie/Identificatie=S002;Header/BerichtIdentificatie/Dagtekening=2026-03-17")
                        .bytes());
        // The same start was sent before, and rejected as a whole.
        Path rejected = Files.write(
                earlier.resolve("fout.xml"),
                Example.of("JW305")
                        .edit(
                                "Header/BerichtIdentificatie/Identificatie=S000;Header/BerichtIdentificatie/Dagtekening=2026-03-13;"
                                        + "Client/Geboortedatum/Datum=2026-04-01")
                        .bytes());
        assertThat(run(rejected, "--retour", earlier.resolve("JW306.xml").toString()))
                .isEqualTo(1);
        out.reset();
        assertThat(run(start, "--eerder", earlier.toString())).as(said(out)).isZero();
        assertThat(said(out))
                .contains("is het bestand zelf: zelf.xml")
                .contains("Eerdere berichten gelezen: 1.")
                .contains("als geheel afgekeurd: 3.");
    }

    @Test
    void theDayOfReceiptAndTheListsDecideToo() throws IOException {
        Path earlier = Files.createDirectory(folder.resolve("eerder"));
        Files.write(earlier.resolve("JW301.xml"), Example.of("JW301").bytes());
        Path start = file(Example.of("JW305"));
        assertThat(run(start, "--eerder", earlier.toString(), "--ontvangen", "2026-03-15"))
                .isEqualTo(1);
        assertThat(said(out)).contains("TR135");
        out.reset();
        assertThat(run(start, "--eerder", earlier.toString(), "--ontvangen", "2026-03-16"))
                .isZero();
        // 9998 was never a municipality; 45A01 is a product of category 45.
        assertThat(run(
                        file(Example.of("JW315").edit("Header/Ontvanger=9998")),
                        "--eerder",
                        Files.createDirectory(folder.resolve("leeg")).toString()))
                .isEqualTo(1);
        assertThat(said(out)).contains("TR378");
        assertThat(run(
                        file(Example.of("JW315")
                                .edit("Client/AangevraagdeProducten/AangevraagdProduct[1]/Product/Categorie=43")),
                        "--eerder",
                        folder.resolve("leeg").toString()))
                .isEqualTo(1);
        assertThat(said(out)).contains("TR381");
        assertThat(run(start, "--ontvangen", "gisteren")).isEqualTo(2);
    }

    @Test
    void remarksAreShownAndAreNoFindings() throws IOException {
        assertThat(run(file(Example.of("JW305").edit("Header/XsdVersie/BerichtXsdVersie=3.0.0"))))
                .isZero();
        assertThat(said(out))
                .contains("geen bevindingen")
                .contains("Aandachtspunten")
                .contains("IV034");
    }

    @Test
    void aFileThatIsNoMessage() throws IOException {
        Path zip = Files.write(folder.resolve("x.xml"), new byte[] {'P', 'K', 3, 4, 0});
        Path answer = folder.resolve("retour.xml");
        assertThat(run(zip, "--retour", answer.toString())).isEqualTo(1);
        assertThat(said(out)).contains("zip").contains("Geen retourbericht");
        assertThat(answer).doesNotExist();
        assertThat(run(file(Example.of("JW305").edit("Client/Geslacht=7")))).isEqualTo(1);
        assertThat(said(out))
                .contains("regel ")
                .contains("/Bericht/Client/Geslacht")
                .contains("COD046");
    }

    @Test
    void wrongUse() throws IOException {
        Validate validate = validate();
        assertThat(validate.run()).isEqualTo(2);
        assertThat(validate.run("--onbekend")).isEqualTo(2);
        assertThat(validate.run("a", "--retour")).isEqualTo(2);
        assertThat(validate.run(folder.resolve("weg.xml").toString())).isEqualTo(2);
        assertThat(said(errors)).contains("Gebruik").contains("Er is geen bestand");
        assertThat(validate.run("--help")).isZero();
        assertThat(run(
                        file(Example.of("JW305")),
                        "--eerder",
                        folder.resolve("geen").toString()))
                .isEqualTo(2);
    }

    private Path file(Example example) throws IOException {
        return Files.write(folder.resolve("bericht.xml"), example.bytes());
    }

    private int run(Path file, String... options) {
        List<String> arguments = new java.util.ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(options));
        return validate().run(arguments.toArray(String[]::new));
    }

    private Validate validate() {
        return new Validate(
                List.of(new MessageCheck()),
                CLOCK,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    private static String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
