package nl.leercirkel.standards.iv3;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Place;

/**
 * The checks of plausibility PF001 to PF009 on a data file, in the periods and on the codes that the definition of its year
 * names. Source of what they ask: statistiekcbs/iv3_definities, fouten.json (names and messages), and the written out check 1
 * with its norm of 1% in the definitions of 2017 to 2019.
 *
 * <p>Of PF002 to PF005 CBS publishes no formula and no norm: what is divided by what is our reading, said in the finding, and
 * the norm is that of PF001. PF006 to PF009 are equalities in euros, without room.
 */
final class Iv3Plausibility {

    /** The first check as the definitions of 2017 to 2019 have it; a budget has no balance to compare with. */
    static final Iv3Definition.Control FIRST =
            new Iv3Definition.Control("PF001", Set.of(1, 2, 3, 4, 5), Set.of(), Set.of());

    /** The check that is done whatever the file says of it: a finding names it. */
    private static final String IMPOSSIBLE = "PF099";

    private static final BigDecimal NORM = new BigDecimal("0.01");
    private static final int DIGITS = 6;
    private static final int HUNDRED = 2;
    private static final String FINANCIAL = "6.1";
    private static final Set<String> ON_FINANCIAL_BALANCE = Set.of(FINANCIAL, "7.2", "7.5");
    private static final Set<String> UNDIVIDED = Set.of("4.3.9", "4.4.9");
    private static final String FIRST_DAY = "1 januari";
    private static final String LAST_DAY = "ultimo";
    private static final int NAMED = 5;

    private final Iv3Data data;
    private final Consumer<? super Finding> findings;
    private final Set<String> opening;
    private final Set<String> closing;

    private Iv3Plausibility(Iv3Data data, Iv3Definition definition, Consumer<? super Finding> findings) {
        this.data = data;
        this.findings = findings;
        this.opening = moments(definition, "begindatum", FIRST_DAY);
        this.closing = moments(definition, "einddatum", LAST_DAY);
    }

    /** How the first or last day may be written: "1 januari", "1-1-2025". */
    private static Set<String> moments(Iv3Definition definition, String kind, String always) {
        Set<String> moments = definition.list("standper").stream()
                .filter(code -> code.name().equals(kind))
                .map(Iv3Definition.Code::code)
                .collect(Collectors.toCollection(TreeSet::new));
        moments.add(always);
        return moments;
    }

    /** Does the checks that the definition has for the period of the file. */
    static void check(Iv3Data data, Iv3Definition definition, Consumer<? super Finding> findings) {
        Iv3Plausibility checks = new Iv3Plausibility(data, definition, findings);
        for (Iv3Definition.Control control : definition.controls()) {
            if (control.periods().contains(data.metadata().period())) {
                checks.run(control, definition);
            }
        }
    }

    private void run(Iv3Definition.Control control, Iv3Definition definition) {
        switch (control.code()) {
            case "PF001" -> balances();
            case "PF002" -> categoriesOnBalance(control);
            case "PF003" -> development(control);
            case "PF004" -> settlements();
            case "PF005" -> outsideBalance(control, definition);
            case "PF006" -> costsAndIncome();
            case "PF007" -> standings("PF007", "begin", opening::contains);
            case "PF008" -> standings("PF008", "einde", closing::contains);
            case "PF009" -> undivided();
            default ->
                findings.accept(Finding.note(
                        IMPOSSIBLE,
                        Place.FILE,
                        "Het definitiebestand noemt controle " + control.code() + "; die kent Leercirkel niet."));
        }
    }

    private BigDecimal sum(Iv3Section section, Predicate<Iv3Cell> cells) {
        return data.cells().stream()
                .filter(cell -> cell.section() == section && cells.test(cell))
                .map(Iv3Cell::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal costs(Predicate<Iv3Cell> cells) {
        return sum(Iv3Section.COSTS, cells).add(sum(Iv3Section.BALANCE_COSTS, cells));
    }

    private BigDecimal income(Predicate<Iv3Cell> cells) {
        return sum(Iv3Section.INCOME, cells).add(sum(Iv3Section.BALANCE_INCOME, cells));
    }

    /** Categories 1 to 5: current account. */
    private static boolean isCurrent(Iv3Cell cell) {
        return cell.column().charAt(0) >= '1' && cell.column().charAt(0) <= '5';
    }

    private static boolean isFinancial(Iv3Cell cell) {
        return cell.column().equals(FINANCIAL);
    }

    private static boolean isSettlement(Iv3Cell cell) {
        return cell.column().startsWith("7.");
    }

    /** As written out in the definitions of 2017 to 2019: |b - c| / a. */
    private void balances() {
        BigDecimal costs = costs(Iv3Plausibility::isCurrent);
        BigDecimal current = income(Iv3Plausibility::isCurrent).subtract(costs);
        BigDecimal financial = costs(Iv3Plausibility::isFinancial).subtract(income(Iv3Plausibility::isFinancial));
        share(
                "PF001",
                current.subtract(financial).abs(),
                costs,
                "Het saldo van de niet-financiële rekening (" + euros(current) + ") en dat van de financiële rekening ("
                        + euros(financial) + ") verschillen",
                "van de lasten in categorie 1 tot en met 5");
    }

    private void categoriesOnBalance(Iv3Definition.Control control) {
        Predicate<Iv3Cell> onBalance = cell -> control.balanceCodes().contains(cell.row());
        BigDecimal all = absolute(onBalance);
        BigDecimal wrong = absolute(onBalance.and(cell -> !ON_FINANCIAL_BALANCE.contains(cell.column())));
        share(
                "PF002",
                wrong,
                all,
                "Op de financiële balans horen alleen de categorieën 6.1, 7.2 en 7.5; op andere staat " + euros(wrong),
                "van alle mutaties op de financiële balans");
    }

    private BigDecimal absolute(Predicate<Iv3Cell> cells) {
        return data.cells().stream()
                .filter(cell ->
                        cell.section() == Iv3Section.BALANCE_COSTS || cell.section() == Iv3Section.BALANCE_INCOME)
                .filter(cells)
                .map(cell -> cell.value().abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Costs on a balance code make an asset grow and a debt shrink, income the other way round. */
    private void development(Iv3Definition.Control control) {
        Map<String, BigDecimal> differences = new TreeMap<>();
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal wrong = BigDecimal.ZERO;
        for (String code : control.balanceCodes()) {
            Predicate<Iv3Cell> ofCode = cell -> cell.row().equals(code);
            BigDecimal first = sum(Iv3Section.BALANCE, ofCode.and(cell -> opening.contains(cell.column())));
            BigDecimal last = sum(Iv3Section.BALANCE, ofCode.and(cell -> closing.contains(cell.column())));
            BigDecimal mutation =
                    sum(Iv3Section.BALANCE_COSTS, ofCode).subtract(sum(Iv3Section.BALANCE_INCOME, ofCode));
            BigDecimal expected = code.startsWith("P") ? mutation.negate() : mutation;
            BigDecimal difference = last.subtract(first).subtract(expected);
            total = total.add(last.abs().max(first.abs()));
            if (difference.signum() != 0) {
                wrong = wrong.add(difference.abs());
                differences.put(code, difference);
            }
        }
        String which = differences.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue(
                                (one, other) -> other.abs().compareTo(one.abs()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(NAMED)
                .map(entry -> entry.getKey() + " " + euros(entry.getValue()))
                .collect(Collectors.joining(", "));
        share(
                "PF003",
                wrong,
                total,
                "De balansstanden veranderen anders dan de mutaties zeggen (het meest: " + which + ")",
                "van de standen");
    }

    private void settlements() {
        BigDecimal wrong = BigDecimal.ZERO;
        StringBuilder which = new StringBuilder();
        Set<String> categories = data.cells().stream()
                .filter(cell -> cell.section() != Iv3Section.BALANCE && isSettlement(cell))
                .map(Iv3Cell::column)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String category : categories) {
            Predicate<Iv3Cell> ofCategory = cell -> cell.column().equals(category);
            BigDecimal difference = costs(ofCategory).subtract(income(ofCategory));
            if (difference.signum() != 0) {
                wrong = wrong.add(difference.abs());
                which.append(which.isEmpty() ? "" : ", ")
                        .append(category)
                        .append(' ')
                        .append(euros(difference));
            }
        }
        share(
                "PF004",
                wrong,
                costs(Iv3Plausibility::isSettlement).max(income(Iv3Plausibility::isSettlement)),
                "Verrekeningen (categorie 7) hebben in lasten en baten hetzelfde totaal; verschil: " + which,
                "van alle verrekeningen");
    }

    private void outsideBalance(Iv3Definition.Control control, Iv3Definition definition) {
        Set<String> financialBalance = definition.controls().stream()
                .filter(other -> other.code().equals("PF002"))
                .flatMap(other -> other.balanceCodes().stream())
                .collect(Collectors.toSet());
        BigDecimal all = costs(Iv3Plausibility::isFinancial).add(income(Iv3Plausibility::isFinancial));
        Predicate<Iv3Cell> outside = cell -> isFinancial(cell)
                && !financialBalance.contains(cell.row())
                && !control.exemptTaskFields().contains(cell.row());
        BigDecimal wrong = costs(outside).add(income(outside));
        share(
                "PF005",
                wrong,
                all,
                "Categorie 6.1 hoort op de financiële balans; daarbuiten staat " + euros(wrong),
                "van alle bedragen op 6.1");
    }

    private void costsAndIncome() {
        BigDecimal costs = sum(Iv3Section.COSTS, cell -> true);
        BigDecimal income = sum(Iv3Section.INCOME, cell -> true);
        equal(
                "PF006",
                costs,
                income,
                "Het totaal van de lasten op taakvelden (" + euros(costs) + ") is niet dat van de baten ("
                        + euros(income) + "): ");
    }

    private void standings(String code, String when, Predicate<String> moment) {
        Predicate<Iv3Cell> then = cell -> moment.test(cell.column());
        if (data.cells(Iv3Section.BALANCE).stream().noneMatch(then)) {
            findings.accept(Finding.warning(
                    IMPOSSIBLE,
                    Place.FILE.field("onderdeel " + Iv3Section.BALANCE.key()),
                    "Controle " + code + " kan niet: er zijn geen balansstanden aan het " + when + " van de periode."));
            return;
        }
        BigDecimal assets = sum(Iv3Section.BALANCE, then.and(cell -> cell.row().startsWith("A")));
        BigDecimal debts = sum(Iv3Section.BALANCE, then.and(cell -> cell.row().startsWith("P")));
        equal(
                code,
                assets,
                debts,
                "Aan het " + when + " van de periode zijn de activa (" + euros(assets)
                        + ") niet gelijk aan de passiva (" + euros(debts) + "): ");
    }

    private void undivided() {
        BigDecimal found = data.cells().stream()
                .filter(cell -> cell.section() != Iv3Section.BALANCE && UNDIVIDED.contains(cell.column()))
                .map(cell -> cell.value().abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (found.signum() != 0) {
            report(
                    "PF009",
                    "Op de categorieën 4.3.9 en 4.4.9 (onverdeeld) staat " + euros(found)
                            + "; dat mag alleen in een begroting.");
        }
    }

    private void equal(String code, BigDecimal one, BigDecimal other, String explanation) {
        BigDecimal difference = one.subtract(other).abs();
        if (difference.signum() != 0) {
            report(code, explanation + euros(difference) + " verschil, toegestaan is 0.");
        }
    }

    /** Reports a part of a whole above the norm; a part of nothing is above any norm. */
    private void share(String code, BigDecimal part, BigDecimal whole, String explanation, String ofWhat) {
        if (part.signum() == 0) {
            return;
        }
        Optional<BigDecimal> share = whole.signum() == 0
                ? Optional.empty()
                : Optional.of(part.divide(whole.abs(), DIGITS, RoundingMode.HALF_UP));
        if (share.isPresent() && share.get().compareTo(NORM) <= 0) {
            return;
        }
        String found = share.map(Iv3Plausibility::percentage).orElse("meer dan 100%");
        report(code, explanation + ": " + found + " " + ofWhat + ", toegestaan is " + percentage(NORM) + ".");
    }

    private void report(String code, String message) {
        findings.accept(Finding.warning(code, Place.FILE, message));
    }

    private static String euros(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString().replace('.', ',') + " euro";
    }

    private static String percentage(BigDecimal share) {
        return share.movePointRight(HUNDRED)
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace('.', ',') + "%";
    }
}
