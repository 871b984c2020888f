package nl.leercirkel.statistics.business;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;

/**
 * Prices as the user has them, each with the year it holds for and its source, carried to other years by an index that has a
 * source as well. Nothing is built in and nothing is guessed: a missing year is a failure.
 */
public final class PriceList {
    private final Map<String, Price> prices;
    private final Map<Integer, BigDecimal> index;
    private final String indexSource;

    /**
     * A price.
     *
     * @param code   product code, unique in the list
     * @param unit   what one is: day, hour, case
     * @param amount euro, zero or above
     * @param year   the year whose prices these are
     * @param source where it stands: contract, tariff decision, cost manual
     */
    public record Price(String code, String unit, BigDecimal amount, int year, String source) {}

    /**
     * A price in another year.
     *
     * @param amount      euro, two decimals, half up
     * @param year        asked for
     * @param price       as listed
     * @param factor      index of the year over that of the price, six decimals
     * @param indexSource where the index stands
     */
    public record Indexed(BigDecimal amount, int year, Price price, BigDecimal factor, String indexSource) {}

    private PriceList(Map<String, Price> prices, Map<Integer, BigDecimal> index, String indexSource) {
        this.prices = Map.copyOf(prices);
        this.index = Map.copyOf(index);
        this.indexSource = indexSource;
    }

    /**
     * @param prices      at least one, codes unique, amounts not negative, each with a source
     * @param index       index number per year, above zero, on any base
     * @param indexSource where the index stands
     */
    public static Outcome<PriceList> of(List<Price> prices, Map<Integer, BigDecimal> index, String indexSource) {
        if (prices.isEmpty()) {
            return Outcome.failed(Reason.NO_DATA, "no prices");
        }
        Map<String, Price> byCode = new HashMap<>();
        for (Price price : prices) {
            if (price.amount().signum() < 0) {
                return Outcome.failed(Reason.OUT_OF_RANGE, price.code() + ": " + price.amount());
            }
            if (price.source().isBlank()) {
                return Outcome.failed(Reason.DO_NOT_MATCH, price.code() + " has no source");
            }
            if (byCode.put(price.code(), price) != null) {
                return Outcome.failed(Reason.DO_NOT_MATCH, price.code() + " is there twice");
            }
        }
        for (Map.Entry<Integer, BigDecimal> each : index.entrySet()) {
            if (each.getValue().signum() <= 0) {
                return Outcome.failed(
                        Reason.NOTHING_TO_DIVIDE_BY, "index of " + each.getKey() + ": " + each.getValue());
            }
        }
        if (!index.isEmpty() && indexSource.isBlank()) {
            return Outcome.failed(Reason.DO_NOT_MATCH, "the index has no source");
        }
        return Outcome.of(new PriceList(byCode, index, indexSource));
    }

    /** @return fails where the code is not listed, or the index lacks one of both years */
    public Outcome<Indexed> price(String code, int year) {
        Price price = prices.get(code);
        if (price == null) {
            return Outcome.failed(Reason.DO_NOT_MATCH, "no price of " + code);
        }
        if (year == price.year()) {
            return Outcome.of(new Indexed(
                    price.amount().setScale(2, RoundingMode.HALF_UP), year, price, BigDecimal.ONE, indexSource));
        }
        BigDecimal from = index.get(price.year());
        BigDecimal to = index.get(year);
        if (from == null || to == null) {
            return Outcome.failed(Reason.NOT_REACHED, "the index has no year " + (from == null ? price.year() : year));
        }
        BigDecimal amount = price.amount().multiply(to).divide(from, 2, RoundingMode.HALF_UP);
        return Outcome.of(new Indexed(amount, year, price, to.divide(from, 6, RoundingMode.HALF_UP), indexSource));
    }
}
