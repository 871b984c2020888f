package nl.leercirkel.standards.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nl.leercirkel.standards.check.ListReference;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.message.SchemaVersions;
import nl.leercirkel.standards.ijw.rule.AnswerIdentity;
import nl.leercirkel.standards.ijw.rule.Finding;
import nl.leercirkel.standards.ijw.rule.Judgement;
import nl.leercirkel.standards.ijw.rule.MessageJudge;
import nl.leercirkel.standards.ijw.stream.MessageWriter;
import nl.leercirkel.standards.ijw.stream.Violation;

/** Checks a message of iJw or iWmo. */
final class MessageCheck implements FileCheck {
    /** What the official definitions of release 3.2 say of themselves. */
    private static final SchemaVersions VERSIONS = new SchemaVersions("0.1.0", "0.1.0");

    private static final int BASE = 36;
    private static final int LONGEST_IDENTIFICATION = 12;

    @Override
    public boolean recognises(Path file, byte[] start) {
        return new String(start, StandardCharsets.ISO_8859_1).contains("istandaarden.nl");
    }

    @Override
    public boolean check(Path file, ValidateOptions options, PrintStream out) throws IOException {
        AnswerIdentity identity = options.answer() == null ? null : identity(options);
        Judgement judgement;
        try (InputStream stream = Files.newInputStream(file)) {
            judgement = judge(file, options, out).judge(stream, identity, (part, place) -> {});
        }
        print(judgement, options, out);
        if (options.answer() != null) {
            answer(judgement, options.answer(), out);
        }
        return judgement.faultless();
    }

    private static MessageJudge judge(Path file, ValidateOptions options, PrintStream out) throws IOException {
        if (options.earlier() == null) {
            return MessageJudge.ofContent();
        }
        LocalDate received = options.received() == null ? LocalDate.now(options.clock()) : options.received();
        return MessageJudge.withHistory(
                EarlierMessages.history(options.earlier(), file, out), new ListReference(received));
    }

    private static void print(Judgement judgement, ValidateOptions options, PrintStream out) {
        String message = judgement
                .structure()
                .type()
                .map(type -> type.name() + " (" + type.law().standard() + " 3.2, "
                        + type.kind().dutch() + ")")
                .orElse("Geen bericht van iJw 3.2 of iWmo 3.2");
        List<Violation> violations = judgement.structure().violations();
        if (!judgement.structure().valid()) {
            out.println(message + ": de structuur is niet goed; regels zijn niet gecontroleerd.");
            violations.forEach(violation -> out.println(line(violation)));
            if (!judgement.structure().complete()) {
                out.println("Het bestand is niet tot het einde gelezen.");
            }
            return;
        }
        out.println(message + ": structuur goed, " + count(judgement.findingCount()) + ".");
        judgement.findings().forEach(finding -> out.println(line(finding)));
        if (judgement.findingCount() > judgement.findings().size()) {
            out.println("… en nog "
                    + (judgement.findingCount() - judgement.findings().size()) + ".");
        }
        remarks(judgement, out);
        if (options.earlier() == null) {
            out.println("Regels die andere berichten nodig hebben, zijn niet gecontroleerd (--eerder MAP).");
        }
    }

    private static void remarks(Judgement judgement, PrintStream out) {
        if (judgement.remarkCount() == 0) {
            return;
        }
        out.println("Aandachtspunten, geen reden om af te keuren: " + judgement.remarkCount() + ".");
        judgement.remarks().forEach(remark -> out.println(line(remark)));
        if (judgement.remarkCount() > judgement.remarks().size()) {
            out.println(
                    "… en nog " + (judgement.remarkCount() - judgement.remarks().size()) + ".");
        }
    }

    private static String count(long findings) {
        return findings == 0 ? "geen bevindingen" : findings == 1 ? "1 bevinding" : findings + " bevindingen";
    }

    private static String line(Violation violation) {
        String place = violation.place().dutch();
        return "  structuur  " + (place.isEmpty() ? "" : place + "  ") + violation.path() + "\n             "
                + violation.text();
    }

    private static String line(Finding finding) {
        String value = finding.value() == null ? "" : " Hier staat: " + finding.value() + ".";
        String code = finding.returnCode() == null ? "" : " Retourcode " + finding.returnCode() + ".";
        return "  " + finding.rule() + "      " + finding.path() + "\n             " + finding.explanation() + value
                + code;
    }

    private static void answer(Judgement judgement, Path file, PrintStream out) throws IOException {
        Message answer = judgement.answer().orElse(null);
        if (answer == null) {
            out.println(whyNoAnswer(judgement));
            return;
        }
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
            MessageWriter.write(answer, stream);
        }
        out.println(answer.header().type().name() + " geschreven in " + file + ".");
    }

    private static String whyNoAnswer(Judgement judgement) {
        if (!judgement.structure().valid()) {
            return "Geen retourbericht: bij een fout in de structuur schrijft de standaard er geen voor (IV032). Meld het de afzender buiten de berichten om.";
        }
        return judgement
                        .structure()
                        .type()
                        .filter(type -> type.kind().isAnswer())
                        .isPresent()
                ? "Geen retourbericht: op dit bericht hoort er geen."
                : "Geen antwoord geschreven: er zijn meer dan 100.000 afgewezen regels.";
    }

    private static AnswerIdentity identity(ValidateOptions options) {
        String text = "LC" + Long.toString(options.clock().millis(), BASE).toUpperCase(java.util.Locale.ROOT);
        return new AnswerIdentity(
                text.substring(0, Math.min(text.length(), LONGEST_IDENTIFICATION)),
                LocalDate.now(options.clock()),
                VERSIONS);
    }
}
