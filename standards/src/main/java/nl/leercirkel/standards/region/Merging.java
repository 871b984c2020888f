package nl.leercirkel.standards.region;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.standards.figure.Figure;

/** Figures of parts made into the figure of the whole; a part without a figure leaves the whole without one. */
public final class Merging {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Merging() {}

    /** A count or amount of one part; the name is for the reason when it is missing. */
    public record Amount(String name, Figure figure) {}

    /**
     * A percentage of one part and what it is a percentage of, both as published.
     *
     * @param denominator a count of the same period and population as the percentage: young people where it is a share of
     *     young people, never inhabitants in their place
     */
    public record Share(String name, Figure percentage, Figure denominator) {}

    /**
     * A merged percentage.
     *
     * @param figure rounded to the decimals of its parts
     * @param margin how far the rounding of the parts can have moved it, at most; zero where there is no figure
     */
    public record MergedShare(Figure figure, BigDecimal margin) {}

    /** The sum of counts or amounts. Never for percentages, averages or rounded and suppressed cells. */
    public static Figure sum(List<Amount> parts) {
        Optional<Figure> gap = firstGap(parts.stream()
                .map(part -> gap(part.name(), part.figure(), ""))
                .flatMap(Optional::stream)
                .toList());
        if (parts.isEmpty()) {
            return new Figure.Missing("er zijn geen delen om op te tellen");
        }
        return gap.orElseGet(() -> Figure.of(parts.stream()
                .map(part -> part.figure().number().orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    /**
     * The percentage of the whole: the numerators together over the denominators together. A part that nobody lives in
     * weighs nothing, whatever its percentage says.
     */
    public static MergedShare share(List<Share> parts) {
        Optional<Figure> gap = firstGap(
                parts.stream().map(Merging::gap).flatMap(Optional::stream).toList());
        if (gap.isPresent()) {
            return new MergedShare(gap.get(), BigDecimal.ZERO);
        }
        BigDecimal numerator = BigDecimal.ZERO;
        BigDecimal denominator = BigDecimal.ZERO;
        BigDecimal rounding = BigDecimal.ZERO;
        int decimals = 0;
        for (Share part : parts) {
            BigDecimal base = part.denominator().number().orElseThrow();
            if (base.signum() == 0) {
                continue;
            }
            BigDecimal percentage = part.percentage().number().orElseThrow();
            numerator = numerator.add(percentage.multiply(base));
            denominator = denominator.add(base);
            rounding = rounding.add(
                    HALF.movePointLeft(Math.max(0, percentage.scale())).multiply(base));
            decimals = Math.max(decimals, percentage.scale());
        }
        if (denominator.signum() == 0) {
            return new MergedShare(new Figure.Missing("er is niemand om een percentage van te nemen"), BigDecimal.ZERO);
        }
        return new MergedShare(
                Figure.of(numerator.divide(denominator, decimals, RoundingMode.HALF_UP)),
                rounding.divide(denominator, MathContext.DECIMAL32));
    }

    private static Optional<Figure> gap(Share part) {
        Optional<Figure> base = gap(part.name(), part.denominator(), " (het aantal waarvan het percentage is genomen)");
        boolean nobody =
                part.denominator().number().filter(n -> n.signum() == 0).isPresent();
        if (part.denominator().number().filter(n -> n.signum() < 0).isPresent()) {
            return Optional.of(new Figure.NotComparable("de noemer van " + part.name() + " is negatief"));
        }
        return base.isPresent() || nobody ? base : gap(part.name(), part.percentage(), "");
    }

    private static Optional<Figure> gap(String name, Figure figure, String what) {
        return switch (figure) {
            case Figure.Known _ -> Optional.empty();
            case Figure.Missing(String reason) ->
                Optional.of(new Figure.Missing("het cijfer van " + name + what + " ontbreekt: " + reason));
            case Figure.Suppressed(String reason) ->
                Optional.of(new Figure.Suppressed("het cijfer van " + name + what + " is afgeschermd: " + reason));
            case Figure.NotComparable(String reason) ->
                Optional.of(new Figure.NotComparable(
                        "het cijfer van " + name + what + " is niet vergelijkbaar: " + reason));
        };
    }

    /** The worst reason first: not comparable cannot be cured by waiting, suppression not by asking again. */
    private static Optional<Figure> firstGap(List<Figure> gaps) {
        return gaps.stream()
                .filter(Figure.NotComparable.class::isInstance)
                .findFirst()
                .or(() -> gaps.stream()
                        .filter(Figure.Suppressed.class::isInstance)
                        .findFirst())
                .or(() -> gaps.stream().findFirst());
    }
}
