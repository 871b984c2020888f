package nl.leercirkel.standards.ijw.rule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.leercirkel.standards.ijw.message.Amount;
import nl.leercirkel.standards.ijw.message.DeclarationClient;
import nl.leercirkel.standards.ijw.message.DeclarationHead;
import nl.leercirkel.standards.ijw.message.DeclarationLine;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.LineReference;
import nl.leercirkel.standards.ijw.message.Period;
import org.jspecify.annotations.Nullable;

/**
 * Rules within a declaration. Clients come one by one; of the whole file only the prints of reference numbers and BSNs are
 * kept.
 */
final class DeclarationRules {
    static final String DECLARATION = "/Bericht/Declaratie";
    static final String EURO = "83";
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);
    private static final int LATEST_YEARS = 5;
    /** Up to so many lines it is faster to compare each with each than to make sets. */
    private static final int FEW = 12;

    private final Findings findings;
    private final Keys keys;
    private final PersonRules persons;
    private final LocalDate messageDate;
    private final Fingerprints clients = new Fingerprints();
    private final Fingerprints references = new Fingerprints();
    private final Fingerprints previous = new Fingerprints();
    private final CreditLines credits = new CreditLines();
    private @Nullable DeclarationHead head;
    private LocalDate earliest = LocalDate.MIN;
    private long sum;
    private int client;

    DeclarationRules(Findings findings, Header header) {
        this.findings = findings;
        this.messageDate = header.identification().date();
        this.keys = new Keys(findings);
        this.persons = new PersonRules(findings, messageDate);
    }

    static String client(int number) {
        return DECLARATION + "/Clienten/Client[" + number + "]";
    }

    static String line(int client, int number) {
        return client(client) + "/Prestaties/Prestatie[" + number + "]";
    }

    void begin(DeclarationHead given) {
        head = given;
        earliest = given.date().minusYears(LATEST_YEARS);
        Period period = given.period();
        if (period.begin().isBefore(FIRST_DAY)) {
            findings.add("CS100", DECLARATION, "DeclaratiePeriode/Begindatum", period.begin());
        }
        YearMonth month = YearMonth.from(period.begin());
        if (period.begin().getDayOfMonth() != 1 || !period.end().equals(month.atEndOfMonth())) {
            findings.add("CS340", DECLARATION, "DeclaratiePeriode", period.begin() + " – " + period.end());
        }
        dates(period, DECLARATION, "DeclaratiePeriode");
        zero(findings, given.total(), DECLARATION, "TotaalIngediendBedrag/DebetCredit");
    }

    void check(DeclarationClient given) {
        client++;
        String path = client(client);
        persons.bsn(given.bsn(), path);
        if (!clients.add(given.bsn().digits())) {
            findings.add("TR101", path, "", null);
        }
        List<DeclarationLine> lines = given.lines();
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i), i + 1);
        }
        if (lines.size() <= FEW) {
            fewLines(lines);
        } else {
            keys.unique(lines, DeclarationLine::reference, (line, i) -> line(client, i));
            Set<DebitKey> debits = new HashSet<>();
            for (int i = 0; i < lines.size(); i++) {
                DeclarationLine line = lines.get(i);
                if (line.reference().previous() == null && !debits.add(DebitKey.of(line))) {
                    findings.add("TR416", line(client, i + 1), "", null);
                }
            }
        }
    }

    /** As with sets, but without making any: nearly every client has a few lines. */
    private void fewLines(List<DeclarationLine> lines) {
        for (int i = 1; i < lines.size(); i++) {
            DeclarationLine line = lines.get(i);
            boolean debit = line.reference().previous() == null;
            boolean sameReference = false;
            boolean sameDebit = false;
            for (int j = 0; j < i; j++) {
                DeclarationLine other = lines.get(j);
                sameReference |= line.reference().equals(other.reference());
                sameDebit |= debit && other.reference().previous() == null && isSame(line, other);
            }
            if (sameReference) {
                findings.add("TR101", line(client, i + 1), "", null);
            }
            if (sameDebit) {
                findings.add("TR416", line(client, i + 1), "", null);
            }
        }
    }

    private static boolean isSame(DeclarationLine one, DeclarationLine other) {
        return one.allocationNumber() == other.allocationNumber()
                && one.code().equals(other.code())
                && one.category().equals(other.category())
                && one.period().equals(other.period());
    }

    private record DebitKey(Period period, String category, String code, long allocation) {
        static DebitKey of(DeclarationLine line) {
            return new DebitKey(line.period(), line.category(), line.code(), line.allocationNumber());
        }
    }

    private void line(DeclarationLine line, int number) {
        // Paths are made only where something is wrong: a file has millions of lines.
        Amount amount = line.amount();
        sum += amount.signedCents();
        boolean euro = line.unit().equals(EURO);
        LineReference reference = line.reference();
        String earlier = reference.previous();
        if (amount.credit() != (earlier != null)) {
            findings.add("CD060", line(client, number), "ProductReferentie/VorigReferentieNummer", earlier);
        }
        if (euro != (line.tariff() == null)) {
            findings.add("CD087", line(client, number), "ProductTarief", line.tariff());
        }
        if (euro && amount.cents() != line.volume()) {
            findings.add("CS339", line(client, number), "IngediendBedrag/Bedrag", amount.cents());
        }
        if (amount.cents() == 0 && amount.credit()) {
            zero(findings, amount, line(client, number), "IngediendBedrag/DebetCredit");
        }
        period(line.period(), number);
        references.add(reference.number());
        if (earlier != null) {
            if (!previous.add(earlier)) {
                findings.add("TR315", line(client, number), "ProductReferentie/VorigReferentieNummer", earlier);
            }
            credits.add(earlier, client, number);
        }
    }

    private void period(Period period, int number) {
        LocalDate begin = period.begin();
        LocalDate end = period.end();
        if (begin.getYear() != end.getYear() || begin.getMonthValue() != end.getMonthValue()) {
            findings.add("CS337", line(client, number), "ProductPeriode", begin + " – " + end);
        }
        if (begin.isBefore(FIRST_DAY)) {
            findings.add("CS100", line(client, number), "ProductPeriode/Begindatum", begin);
        }
        if (begin.isAfter(messageDate) || end.isBefore(begin) || end.isAfter(messageDate)) {
            dates(period, line(client, number), "ProductPeriode");
        }
        DeclarationHead declaration = Objects.requireNonNull(head);
        if (end.isAfter(declaration.period().end())) {
            findings.add("TR319", line(client, number), "ProductPeriode/Einddatum", end);
        }
        if (end.isBefore(earliest)) {
            findings.add("TR335", line(client, number), "ProductPeriode/Einddatum", end);
        }
    }

    private void dates(Period period, String path, String element) {
        if (period.begin().isAfter(messageDate)) {
            findings.add("TR134", path, element + "/Begindatum", period.begin());
        }
        if (period.end().isBefore(period.begin()) || period.end().isAfter(messageDate)) {
            findings.add("TR137", path, element + "/Einddatum", period.end());
        }
    }

    void end() {
        Amount total = Objects.requireNonNull(head).total();
        if (total.signedCents() != sum) {
            findings.add("TR358", DECLARATION, "TotaalIngediendBedrag", total.signedCents());
        }
        // The debit line may stand after its credit, so this is known only now.
        credits.naming(
                references,
                (inClient, number) ->
                        findings.add("TR316", line(inClient, number), "ProductReferentie/VorigReferentieNummer", null));
    }

    static void zero(Findings findings, Amount amount, String path, String element) {
        if (amount.cents() == 0 && amount.credit()) {
            findings.add("CS325", path, element, "C");
        }
    }
}
