package nl.leercirkel.standards.ijw.rule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;
import nl.leercirkel.standards.ijw.message.DeclarationClient;
import nl.leercirkel.standards.ijw.message.DeclarationHead;
import nl.leercirkel.standards.ijw.message.DeclarationLine;
import nl.leercirkel.standards.ijw.message.Period;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.message.Volume;

/**
 * Rules of a declaration against allocations, earlier lines and the contract. A credit is never refused on its content
 * (IV085): of it only the numbers are judged.
 */
final class StoredDeclarationRules {
    private static final String HOUR = "04";
    private static final String MINUTE = "01";
    private static final int MINUTES = 60;

    private final StoredContext context;
    private final Findings findings;
    private final Fingerprints references = new Fingerprints();
    private int client;

    StoredDeclarationRules(StoredContext context) {
        this.context = context;
        this.findings = context.findings();
    }

    /** What the lines of one client in this message add up to, credits taken off. */
    private static final class Sums {
        private final Map<Long, Long> volume = new HashMap<>();
        private final Map<Long, Long> cents = new HashMap<>();
        private final Set<String> credited = new HashSet<>();

        void add(DeclarationLine line) {
            long sign = line.amount().credit() ? -1 : 1;
            volume.merge(
                    line.allocationNumber(), sign * VolumeLimits.comparable(line.volume(), line.unit()), Long::sum);
            cents.merge(line.allocationNumber(), line.amount().signedCents(), Long::sum);
        }
    }

    void begin(DeclarationHead head) {
        if (context.history().declaration(context.parties(), head.number()).isPresent()) {
            findings.add("TR333", DeclarationRules.DECLARATION, "DeclaratieNummer", head.number());
        }
        Optional<LocalDate> latest = context.history().latestDeclarationPeriod(context.parties());
        if (latest.isPresent() && head.period().begin().isBefore(latest.get())) {
            findings.add(
                    "TR318",
                    DeclarationRules.DECLARATION,
                    "DeclaratiePeriode/Begindatum",
                    head.period().begin());
        }
    }

    void check(DeclarationClient given) {
        client++;
        context.client(given.bsn(), DeclarationRules.client(client));
        Sums sums = new Sums();
        for (DeclarationLine line : given.lines()) {
            String previous = line.reference().previous();
            if (previous != null) {
                sums.credited.add(previous);
            }
            sums.add(line);
        }
        List<DeclarationLine> lines = given.lines();
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i), given, sums, DeclarationRules.line(client, i + 1));
        }
    }

    private void line(DeclarationLine line, DeclarationClient given, Sums sums, String path) {
        String number = line.reference().number();
        if (!references.add(number)
                || context.history().line(context.parties(), number).isPresent()) {
            findings.add("TR314", path, "ProductReferentie/ReferentieNummer", number);
        }
        if (line.amount().credit()) {
            credit(line, path);
            return;
        }
        context.category(line.category(), line.code(), path, "ProductCode");
        Optional<History.Allocation> allocation = context.allocation(line.allocationNumber(), given.bsn());
        if (allocation.isEmpty()) {
            findings.add("TR338", path, "ToewijzingNummer", line.allocationNumber());
        } else {
            AllocatedProduct product = allocation.get().product();
            product(line, product, path);
            period(line.period(), product, path);
            if (product.isRemoval()) {
                findings.add("TR384", path, "ToewijzingNummer", line.allocationNumber());
            } else {
                amounts(line, product, sums, path);
                begun(line, given, path);
            }
        }
        contract(line, path);
    }

    private void credit(DeclarationLine line, String path) {
        String previous = line.reference().previous();
        Optional<History.DeclaredLine> debit =
                previous == null ? Optional.empty() : context.history().line(context.parties(), previous);
        if (debit.isEmpty()
                || debit.get().line().amount().credit()
                || !debit.get().approved()) {
            findings.add("TR323", path, "ProductReferentie/VorigReferentieNummer", previous);
            return;
        }
        unlike(line, debit.get().line(), path);
        if (debit.get().credited()) {
            findings.add("TR390", path, "ProductReferentie/VorigReferentieNummer", previous);
        }
    }

    /** A credit repeats its debit (IV091), but is not refused for its content (IV085). */
    private void unlike(DeclarationLine credit, DeclarationLine debit, String path) {
        boolean same = credit.allocationNumber() == debit.allocationNumber()
                && credit.category().equals(debit.category())
                && credit.code().equals(debit.code())
                && credit.period().equals(debit.period())
                && credit.volume() == debit.volume()
                && credit.unit().equals(debit.unit())
                && java.util.Objects.equals(credit.tariff(), debit.tariff())
                && credit.amount().cents() == debit.amount().cents();
        if (!same) {
            findings.remark("IV091", path, "", null);
        }
    }

    /** Care that is declared was begun; that nobody said so is no reason not to pay (OP364). */
    private void begun(DeclarationLine line, DeclarationClient client, String path) {
        boolean begun = context.history().starts(context.parties(), client.bsn()).stream()
                .anyMatch(start -> start.allocationNumber() != null
                        && start.allocationNumber() == line.allocationNumber()
                        && !start.begin().isAfter(line.period().end()));
        if (!begun) {
            findings.remark("OP295", path, "ToewijzingNummer", line.allocationNumber());
        }
    }

    private void product(DeclarationLine line, AllocatedProduct allocation, String path) {
        Product product = allocation.product();
        if (product != null && !product.category().equals(line.category())) {
            findings.add("TR339", path, "ProductCategorie", line.category());
        }
        if (product != null && product.code() != null && !product.code().equals(line.code())) {
            findings.add("TR340", path, "ProductCode", line.code());
        }
        Volume volume = allocation.volume();
        if (volume != null && !VolumeLimits.fits(line.unit(), volume.unit())) {
            findings.add("TR341", path, "Eenheid", line.unit());
        }
    }

    private void period(Period period, AllocatedProduct allocation, String path) {
        LocalDate begin = allocation.begin();
        LocalDate end = allocation.end();
        if (period.begin().isBefore(begin)) {
            findings.add("TR307", path, "ProductPeriode/Begindatum", period.begin());
        }
        if (end != null && period.end().isAfter(end)) {
            findings.add("TR308", path, "ProductPeriode/Einddatum", period.end());
        }
        YearMonth month = YearMonth.from(period.begin());
        LocalDate first = month.atDay(1).isBefore(begin) ? begin : month.atDay(1);
        if (!period.begin().equals(first) && !period.begin().isBefore(begin)) {
            findings.add("TR387", path, "ProductPeriode/Begindatum", period.begin());
        }
        LocalDate last = YearMonth.from(period.end()).atEndOfMonth();
        LocalDate expected = end != null && end.isBefore(last) ? end : last;
        if (!period.end().equals(expected) && !(end != null && period.end().isAfter(end))) {
            findings.add("TR388", path, "ProductPeriode/Einddatum", period.end());
        }
    }

    private void amounts(DeclarationLine line, AllocatedProduct allocation, Sums sums, String path) {
        List<History.DeclaredLine> earlier = context.history().lines(context.parties(), allocation.number());
        boolean again = earlier.stream()
                .filter(one -> !one.line().amount().credit() && !one.credited())
                .filter(one -> !sums.credited.contains(one.line().reference().number()))
                .anyMatch(one -> isSame(one.line(), line));
        if (again) {
            findings.add("TR389", path, "", null);
        }
        Volume volume = allocation.volume();
        if (volume != null && VolumeLimits.fits(line.unit(), volume.unit())) {
            volume(line, allocation, volume, earlier, sums, path);
        }
        Long budget = allocation.budget();
        if (budget != null) {
            // The rule speaks of volumes; only in euros can they be held against a budget, so amounts are added.
            long cents = sums.cents.getOrDefault(allocation.number(), 0L)
                    + earlier.stream()
                            .mapToLong(one -> one.line().amount().signedCents())
                            .sum();
            if (cents > budget) {
                findings.add("TR369", path, "GeleverdVolume", line.volume());
            }
        }
    }

    private void volume(
            DeclarationLine line,
            AllocatedProduct allocation,
            Volume volume,
            List<History.DeclaredLine> earlier,
            Sums sums,
            String path) {
        Optional<Boolean> output = agreement(line).map(ReferenceData.Agreement::output);
        VolumeLimits limits = new VolumeLimits(context.parties().law(), allocation, volume, output);
        if (VolumeLimits.comparable(line.volume(), line.unit()) > limits.ofLine(line.period())) {
            findings.add("TR321", path, "GeleverdVolume", line.volume());
        }
        long total = sums.volume.getOrDefault(allocation.number(), 0L)
                + earlier.stream()
                        .map(History.DeclaredLine::line)
                        .mapToLong(one ->
                                (one.amount().credit() ? -1 : 1) * VolumeLimits.comparable(one.volume(), one.unit()))
                        .sum();
        if (limits.ofAllocation().isPresent() && total > limits.ofAllocation().getAsLong()) {
            findings.add("TR322", path, "GeleverdVolume", line.volume());
        }
    }

    private static boolean isSame(DeclarationLine one, DeclarationLine other) {
        return one.period().equals(other.period())
                && one.category().equals(other.category())
                && one.code().equals(other.code());
    }

    private Optional<ReferenceData.Agreement> agreement(DeclarationLine line) {
        return context.reference()
                .agreement(context.parties(), line.code(), line.period().begin());
    }

    private void contract(DeclarationLine line, String path) {
        Long tariff = line.tariff();
        if (tariff == null || line.unit().equals(DeclarationRules.EURO)) {
            return;
        }
        Optional<ReferenceData.Agreement> agreement = agreement(line);
        boolean minutesOfHours = line.unit().equals(MINUTE)
                && agreement.isPresent()
                && agreement.get().unit().equals(HOUR);
        if (minutesOfHours) {
            long exact = agreement.get().tariff() * line.volume();
            if (line.amount().cents() != Math.floorDiv(exact + MINUTES / 2, MINUTES)) {
                findings.add(
                        "TR346", path, "IngediendBedrag/Bedrag", line.amount().cents());
            }
            if (tariff != Math.floorDiv(agreement.get().tariff() + MINUTES / 2, MINUTES)) {
                findings.add("TR418", path, "ProductTarief", tariff);
            }
            return;
        }
        // Minutes may be priced by an hour tariff that we do not know.
        boolean judged = !line.unit().equals(MINUTE) || agreement.isPresent();
        if (judged && line.amount().cents() != line.volume() * tariff) {
            findings.add("TR346", path, "IngediendBedrag/Bedrag", line.amount().cents());
        }
        if (agreement.isPresent()
                && agreement.get().unit().equals(line.unit())
                && agreement.get().tariff() != tariff) {
            findings.add("TR418", path, "ProductTarief", tariff);
        }
    }
}
