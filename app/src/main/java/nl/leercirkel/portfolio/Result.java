package nl.leercirkel.portfolio;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a project found, or set out to find.
 *
 * @param at the moment of measuring, for a standing count
 * @param was the earlier value that it is compared with (the baseline)
 * @param wasAt the moment of that earlier value
 * @param whole of how many it is a part (5 of 11)
 * @param n on how many observations it rests
 * @param target what was aimed at
 * @param reference the value elsewhere or without the project
 * @param breakdown results with the same breakdown are parts of one whole; empty when it is no part
 * @param source where the value was found: key and place in the source
 */
public record Result(
        String indicator,
        Statistic statistic,
        ResultValue value,
        String unit,
        @Nullable Period period,
        @Nullable DatePart at,
        @Nullable BigDecimal was,
        @Nullable DatePart wasAt,
        @Nullable BigDecimal whole,
        @Nullable Integer n,
        ResultValue target,
        ResultValue reference,
        String breakdown,
        String source,
        String note) {

    public Result {
        was = was == null ? null : DutchNumbers.plain(was);
        whole = whole == null ? null : DutchNumbers.plain(whole);
    }

    /** The number of observations, also when it is given as the whole that a share is of. */
    public Optional<BigDecimal> observations() {
        return Optional.ofNullable(n == null ? whole : BigDecimal.valueOf(n));
    }

    public String formatValue() {
        return formatValue(unit);
    }

    private String formatValue(String shownUnit) {
        String text = value.format(shownUnit);
        return whole == null || statistic != Statistic.COUNT || !value.isNumeric()
                ? text
                : text + " van de " + DutchNumbers.format(whole);
    }

    /** One line, without a unit that the indicator already names: "trajecten voor Venlo: 16". */
    public String summary() {
        boolean named = !unit.isBlank() && indicator.toLowerCase(Locale.ROOT).contains(unit.toLowerCase(Locale.ROOT));
        return indicator + ": " + (named ? formatValue("") : formatValue());
    }

    /** When it was measured, in Dutch; empty when the source does not say. */
    public String moment() {
        if (at != null) {
            return at.format();
        }
        return period == null ? "" : period.format();
    }
}
