package nl.leercirkel.standards.region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import nl.leercirkel.standards.figure.Figure;

/** Figures published for the municipalities of one day, as figures of a municipality as it is on another day. */
public final class ThroughTime {

    private final Municipalities municipalities;
    private final LocalDate reference;

    /** @param reference the day whose territory counts, as a rule today */
    public ThroughTime(Municipalities municipalities, LocalDate reference) {
        this.municipalities = municipalities;
        this.reference = reference;
    }

    /**
     * A count or amount.
     *
     * @param code a municipality that exists on the reference day
     * @param then the day of the division in which the figures were published
     * @param published the figure of a municipality of that day by its code of four digits
     */
    public Figure amount(String code, LocalDate then, Function<String, Figure> published) {
        return switch (municipalities.composition(code, reference, then)) {
            case Composition.NotComparable(String reason, LocalDate _) -> new Figure.NotComparable(reason);
            case Composition.Exact exact ->
                Merging.sum(exact.parts().stream()
                        .map(part -> new Merging.Amount(part.name(), published.apply(part.code())))
                        .toList());
        };
    }

    /**
     * A percentage, by the real denominators of the parts.
     *
     * @param denominator what the percentage was taken of, of the same period
     */
    public Merging.MergedShare share(
            String code, LocalDate then, Function<String, Figure> percentage, Function<String, Figure> denominator) {
        return switch (municipalities.composition(code, reference, then)) {
            case Composition.NotComparable(String reason, LocalDate _) ->
                new Merging.MergedShare(new Figure.NotComparable(reason), BigDecimal.ZERO);
            case Composition.Exact exact
            when exact.parts().size() == 1 ->
                new Merging.MergedShare(
                        percentage.apply(exact.parts().getFirst().code()), BigDecimal.ZERO);
            case Composition.Exact exact ->
                Merging.share(exact.parts().stream()
                        .map(part -> new Merging.Share(
                                part.name(), percentage.apply(part.code()), denominator.apply(part.code())))
                        .toList());
        };
    }
}
