package nl.leercirkel.standards.ijw.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.leercirkel.standards.ijw.message.AnswerEnd;
import nl.leercirkel.standards.ijw.message.AnswerHead;
import nl.leercirkel.standards.ijw.message.DeclarationClient;
import nl.leercirkel.standards.ijw.message.DeclarationLine;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.Period;
import org.jspecify.annotations.Nullable;

/** Rules within the answer to a declaration. */
final class AnswerRules {
    static final String ANSWER = "/Bericht/DeclaratieAntwoord";
    private static final Set<String> NO_REJECTION = Set.of("0200", "0233", "8001");

    private final Findings findings;
    private final Header header;
    private final LocalDate messageDate;
    private final PersonRules persons;
    private final Keys keys;
    private final Fingerprints clients = new Fingerprints();
    private @Nullable AnswerHead head;
    private long rejected;
    private int client;

    AnswerRules(Findings findings, Header header) {
        this.findings = findings;
        this.header = header;
        this.messageDate = header.identification().date();
        this.persons = new PersonRules(findings, messageDate);
        this.keys = new Keys(findings);
    }

    static String client(int number) {
        return ANSWER + "/Clienten/Client[" + number + "]";
    }

    static String line(int client, int number) {
        return client(client) + "/Prestaties/Prestatie[" + number + "]";
    }

    void begin(AnswerHead given) {
        head = given;
        DeclarationRules.zero(findings, given.submitted(), ANSWER, "TotaalIngediendBedrag/DebetCredit");
        DeclarationRules.zero(findings, given.granted(), ANSWER, "TotaalToegekendBedrag/DebetCredit");
    }

    void check(DeclarationClient given) {
        client++;
        persons.bsn(given.bsn(), client(client));
        if (!clients.add(given.bsn().digits())) {
            findings.add("TR101", client(client), "", null);
        }
        List<DeclarationLine> lines = given.lines();
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i), line(client, i + 1));
        }
        keys.unique(lines, DeclarationLine::reference, (line, i) -> line(client, i));
    }

    private void line(DeclarationLine line, String path) {
        rejected += line.amount().signedCents();
        String earlier = line.reference().previous();
        if (line.amount().credit() != (earlier != null)) {
            findings.add("CD060", path, "ProductReferentie/VorigReferentieNummer", earlier);
        }
        DeclarationRules.zero(findings, line.amount(), path, "IngediendBedrag/DebetCredit");
        Period period = line.period();
        if (period.begin().isAfter(messageDate)) {
            findings.add("TR134", path, "ProductPeriode/Begindatum", period.begin());
        }
        if (period.end().isBefore(period.begin()) || period.end().isAfter(messageDate)) {
            findings.add("TR137", path, "ProductPeriode/Einddatum", period.end());
        }
    }

    void end(AnswerEnd end) {
        AnswerHead answer = Objects.requireNonNull(head);
        boolean whole = isRejection(end.returnCodes())
                || isRejection(Objects.requireNonNull(header.answer()).returnCodes());
        long granted = answer.granted().signedCents();
        boolean wrong = whole ? granted != 0 || client > 0 : answer.submitted().signedCents() - granted != rejected;
        if (wrong) {
            findings.add("TR342", ANSWER, "TotaalToegekendBedrag", granted);
        }
    }

    private static boolean isRejection(List<String> codes) {
        return codes.stream().anyMatch(code -> !NO_REJECTION.contains(code));
    }
}
