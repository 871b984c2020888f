package nl.leercirkel.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the figures of one project against each other. */
final class ProjectChecks {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Raised with each change of what is checked: counts of an older version are made anew at the start. */
    static final int VERSION = 1;

    private final ProjectData project;
    private final List<Check> found = new ArrayList<>();

    private ProjectChecks(ProjectData project) {
        this.project = project;
    }

    static List<Check> of(ProjectData project) {
        ProjectChecks checks = new ProjectChecks(project);
        checks.periods();
        checks.shares();
        checks.totals();
        checks.breakdowns();
        project.results().forEach(checks::result);
        project.effects().forEach(checks::effect);
        return List.copyOf(checks.found);
    }

    private void periods() {
        period("Periode van het project", project.period());
        project.funding().forEach(money -> period("Geld: " + money.sourceName(), money.period()));
        project.results().forEach(result -> period("Resultaat: " + result.indicator(), result.period()));
        project.disruptions().forEach(disruption -> period("Verstoring: " + disruption.what(), disruption.period()));
    }

    private void period(String where, @Nullable Period period) {
        if (period != null) {
            period.contradictions()
                    .forEach(contradiction -> found.add(new Check(
                            CheckKind.PERIOD,
                            where,
                            "De periode „" + period.format() + "” spreekt zichzelf tegen: " + contradiction + ".",
                            null)));
        }
    }

    /** A share of a total, or a number of times a price, must give the amount that is stated. */
    private void shares() {
        for (Funding money : project.funding()) {
            Funding.Basis basis = money.basis();
            Optional<BigDecimal> amount = money.amount().exact();
            if (basis == null || amount.isEmpty()) {
                continue;
            }
            BigDecimal difference = amount.get().subtract(basis.product());
            if (difference.signum() != 0) {
                found.add(new Check(
                        CheckKind.SHARE_AGAINST_AMOUNT,
                        "Geld: " + money.sourceName(),
                        capital(basis.format()) + " is " + DutchNumbers.euro(basis.product()) + "; er staat "
                                + DutchNumbers.euro(amount.get()) + ". Verschil: " + DutchNumbers.euro(difference.abs())
                                + ".",
                        difference));
            }
        }
    }

    /** The sources of money must add up to the total that the source states, per measure and period. */
    private void totals() {
        for (Funding total : project.funding()) {
            Optional<BigDecimal> stated = total.amount().exact();
            if (total.kind() != FundingKind.TOTAL || stated.isEmpty()) {
                continue;
            }
            List<Funding> sources = project.funding().stream()
                    .filter(money -> money.kind() != FundingKind.TOTAL
                            && money.measure() == total.measure()
                            && (total.period() == null || Objects.equals(money.period(), total.period())))
                    .toList();
            List<BigDecimal> amounts = sources.stream()
                    .map(money -> money.amount().exact())
                    .flatMap(Optional::stream)
                    .toList();
            BigDecimal difference = stated.get().subtract(sum(amounts));
            boolean complete = amounts.size() == sources.size();
            if (!amounts.isEmpty() && (difference.signum() < 0 || (complete && difference.signum() > 0))) {
                found.add(new Check(
                        CheckKind.SOURCES_AGAINST_TOTAL,
                        "Geld, " + total.measure().term(),
                        "De bronnen tellen op tot " + DutchNumbers.euro(sum(amounts)) + ", het totaal is "
                                + DutchNumbers.euro(stated.get()) + ": "
                                + (difference.signum() < 0
                                        ? DutchNumbers.euro(difference.abs()) + " te veel."
                                        : "voor " + DutchNumbers.euro(difference) + " is geen bron vastgelegd."),
                        difference));
            }
        }
    }

    /** Parts of one whole must together be that whole. */
    private void breakdowns() {
        Map<String, List<Result>> groups = new LinkedHashMap<>();
        project.results().stream()
                .filter(result -> !result.breakdown().isBlank() && result.whole() != null)
                .forEach(result -> groups.computeIfAbsent(result.breakdown(), name -> new ArrayList<>())
                        .add(result));
        groups.forEach(this::breakdown);
    }

    private void breakdown(String name, List<Result> parts) {
        BigDecimal whole = Objects.requireNonNull(parts.getFirst().whole());
        if (parts.stream().anyMatch(part -> !whole.equals(part.whole()))) {
            found.add(new Check(
                    CheckKind.PARTS_AGAINST_WHOLE,
                    "Resultaten: " + name,
                    "De onderdelen noemen verschillende gehelen: "
                            + parts.stream()
                                    .map(part -> DutchNumbers.format(Objects.requireNonNull(part.whole())))
                                    .distinct()
                                    .collect(Collectors.joining(" en "))
                            + ".",
                    null));
            return;
        }
        List<BigDecimal> values = parts.stream()
                .map(part -> part.value().exact())
                .flatMap(Optional::stream)
                .toList();
        BigDecimal sum = sum(values);
        BigDecimal difference = whole.subtract(sum);
        boolean complete = values.size() == parts.size();
        if (difference.signum() < 0 || (complete && difference.signum() > 0)) {
            String addition = values.stream().map(DutchNumbers::format).collect(Collectors.joining(" + ")) + " = "
                    + DutchNumbers.format(sum);
            found.add(new Check(
                    CheckKind.PARTS_AGAINST_WHOLE,
                    "Resultaten: " + name,
                    addition + ", het geheel is " + DutchNumbers.format(whole) + ": "
                            + (difference.signum() > 0
                                    ? "van " + DutchNumbers.format(difference) + " is de uitkomst niet gegeven."
                                    : DutchNumbers.format(difference.abs()) + " te veel."),
                    difference));
        }
    }

    private void result(Result result) {
        possible(result);
        boolean target = result.target().isGiven();
        if (!result.value().isGiven()) {
            if (target) {
                found.add(new Check(
                        CheckKind.TARGET_WITHOUT_RESULT,
                        "Resultaat: " + result.indicator(),
                        "Er is een streefwaarde (" + result.target().format(result.unit()) + ") maar nog geen resultaat"
                                + (result.was() == null ? ", en geen beginwaarde om mee te vergelijken." : "."),
                        null));
            }
            return;
        }
        List<String> missing = new ArrayList<>();
        if (result.value().isNumeric() && result.unit().isBlank()) {
            missing.add("de eenheid");
        }
        if (result.value().isNumeric()
                && needsObservations(result.statistic())
                && result.observations().isEmpty()) {
            missing.add("op hoeveel waarnemingen het rust (n)");
        }
        if (result.source().isBlank()) {
            missing.add("de bron");
        }
        if (target
                && result.target().isNumeric()
                && result.was() == null
                && baseline(result).isEmpty()) {
            missing.add("de beginwaarde om de streefwaarde mee te vergelijken");
        }
        if (!missing.isEmpty()) {
            found.add(new Check(
                    CheckKind.RESULT_INCOMPLETE,
                    "Resultaat: " + result.indicator(),
                    "Bij dit resultaat ontbreekt " + String.join(" en ", missing) + ".",
                    null));
        }
    }

    private Optional<IntendedEffect> baseline(Result result) {
        return project.effects().stream()
                .filter(effect -> effect.baseline().isGiven()
                        && effect.what()
                                .strip()
                                .equalsIgnoreCase(result.indicator().strip()))
                .findFirst();
    }

    /** A target says little without where it started and what came of it. */
    private void effect(IntendedEffect effect) {
        if (!effect.target().isGiven()) {
            return;
        }
        boolean result = project.resultOf(effect).isPresent();
        boolean baseline = effect.baseline().isGiven();
        if (result && baseline) {
            return;
        }
        String missing;
        if (result) {
            missing = "geen beginwaarde om mee te vergelijken.";
        } else {
            missing =
                    baseline ? "nog geen resultaat." : "nog geen resultaat, en geen beginwaarde om mee te vergelijken.";
        }
        found.add(new Check(
                CheckKind.TARGET_WITHOUT_RESULT,
                "Beoogd effect: " + effect.what(),
                "Er is een streefwaarde (" + effect.target().format(effect.unit()) + ") maar " + missing,
                null));
    }

    private static boolean needsObservations(Statistic statistic) {
        return switch (statistic) {
            case SHARE, MEAN, CHANGE -> true;
            case COUNT, AMOUNT, STATEMENT -> false;
        };
    }

    /**
     * A rounded percentage of a small whole takes only certain values; one that cannot occur was computed from another
     * whole. After Brown and Heathers, "The GRIM Test" (2017), here for shares.
     */
    private void possible(Result result) {
        Optional<BigDecimal> value = result.value().exact();
        Optional<BigDecimal> whole = result.observations().filter(number -> number.scale() == 0 && number.signum() > 0);
        if (value.isEmpty()
                || whole.isEmpty()
                || result.statistic() != Statistic.SHARE
                || !result.unit().startsWith("%")) {
            return;
        }
        int decimals = Math.max(0, value.get().scale());
        BigDecimal below = value.get().multiply(whole.get()).divide(HUNDRED, 0, RoundingMode.FLOOR);
        BigDecimal above = below.add(BigDecimal.ONE);
        BigDecimal low = percentage(below, whole.get(), decimals);
        BigDecimal high = percentage(above, whole.get(), decimals);
        if (low.compareTo(value.get()) != 0 && high.compareTo(value.get()) != 0) {
            found.add(new Check(
                    CheckKind.IMPOSSIBLE_PERCENTAGE,
                    "Resultaat: " + result.indicator(),
                    DutchNumbers.format(value.get()) + "% van " + DutchNumbers.format(whole.get()) + " kan niet: "
                            + DutchNumbers.format(below) + " van " + DutchNumbers.format(whole.get()) + " is "
                            + DutchNumbers.format(low) + "%, " + DutchNumbers.format(above) + " van "
                            + DutchNumbers.format(whole.get()) + " is " + DutchNumbers.format(high) + "%.",
                    null));
        }
    }

    private static BigDecimal percentage(BigDecimal part, BigDecimal whole, int decimals) {
        return part.multiply(HUNDRED).divide(whole, decimals, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
