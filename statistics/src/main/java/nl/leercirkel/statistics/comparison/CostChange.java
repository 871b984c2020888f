package nl.leercirkel.statistics.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * What a change in costs between two periods is made of, in euros and cents; the parts add up to the change exactly.
 *
 * @param total new costs minus old costs
 * @param price dearer or cheaper units: sum of new quantity x (new price - old price), products in both periods
 * @param volume more or fewer units in all, at the old average price
 * @param mix a shift towards dearer or cheaper products, at old prices, products in both periods; the cent of rounding
 *     falls here
 * @param entered and left: products delivered in one period only, beyond what volume already counts; their price in the other
 *     period is not known, so it is not split further
 * @see "Horngren, Datar and Rajan (2015), Cost accounting, ch. 14: sales-mix and sales-quantity variances"
 */
public record CostChange(BigDecimal total, BigDecimal price, BigDecimal volume, BigDecimal mix, BigDecimal entered) {

    /**
     * One product in both periods; a quantity of 0 says it was not delivered then, its price then is not looked at.
     *
     * @param name unique
     * @param oldQuantity units, at least 0; all products in the same unit (hours, days), or volume means nothing
     * @param oldPrice euro per unit, at least 0
     */
    public record Product(
            String name, BigDecimal oldQuantity, BigDecimal oldPrice, BigDecimal newQuantity, BigDecimal newPrice) {}

    /**
     * Splits the change.
     *
     * @return NO_DATA without products, DO_NOT_MATCH for a name twice, OUT_OF_RANGE for negative numbers,
     *     NOTHING_TO_DIVIDE_BY when nothing was delivered in the old period
     */
    public static Outcome<CostChange> between(List<Product> products) {
        Optional<Failure> failure = check(products);
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        BigDecimal oldUnits = BigDecimal.ZERO;
        BigDecimal newUnits = BigDecimal.ZERO;
        BigDecimal oldCosts = BigDecimal.ZERO;
        BigDecimal newCosts = BigDecimal.ZERO;
        BigDecimal price = BigDecimal.ZERO;
        BigDecimal sameOld = BigDecimal.ZERO;
        BigDecimal sameNewAtOldPrices = BigDecimal.ZERO;
        BigDecimal sameOldUnits = BigDecimal.ZERO;
        BigDecimal sameNewUnits = BigDecimal.ZERO;
        for (Product product : products) {
            BigDecimal before = product.oldQuantity().multiply(product.oldPrice());
            BigDecimal after = product.newQuantity().multiply(product.newPrice());
            oldUnits = oldUnits.add(product.oldQuantity());
            newUnits = newUnits.add(product.newQuantity());
            oldCosts = oldCosts.add(before);
            newCosts = newCosts.add(after);
            if (product.oldQuantity().signum() > 0 && product.newQuantity().signum() > 0) {
                price = price.add(
                        product.newQuantity().multiply(product.newPrice().subtract(product.oldPrice())));
                sameOld = sameOld.add(before);
                sameNewAtOldPrices =
                        sameNewAtOldPrices.add(product.newQuantity().multiply(product.oldPrice()));
                sameOldUnits = sameOldUnits.add(product.oldQuantity());
                sameNewUnits = sameNewUnits.add(product.newQuantity());
            }
        }
        if (oldUnits.signum() == 0) {
            return Outcome.failed(Reason.NOTHING_TO_DIVIDE_BY, "nothing was delivered in the old period");
        }
        BigDecimal total = cents(newCosts.subtract(oldCosts));
        BigDecimal volume =
                cents(newUnits.subtract(oldUnits).multiply(oldCosts).divide(oldUnits, MathContext.DECIMAL128));
        // Within the products of both periods: what they would have cost with their old composition, against what they
        // do.
        BigDecimal exactMix = sameOldUnits.signum() == 0
                ? BigDecimal.ZERO
                : sameNewAtOldPrices.subtract(
                        sameOld.multiply(sameNewUnits).divide(sameOldUnits, MathContext.DECIMAL128));
        BigDecimal cleanPrice = cents(price);
        boolean samePortfolio = oldCosts.compareTo(sameOld) == 0
                && newUnits.compareTo(sameNewUnits) == 0
                && oldUnits.compareTo(sameOldUnits) == 0;
        BigDecimal rest = total.subtract(cleanPrice).subtract(volume);
        BigDecimal mix = samePortfolio ? rest : cents(exactMix);
        return Outcome.of(new CostChange(total, cleanPrice, volume, mix, rest.subtract(mix)));
    }

    private static Optional<Failure> check(List<Product> products) {
        if (products.isEmpty()) {
            return Optional.of(new Failure(Reason.NO_DATA, "no products"));
        }
        Set<String> names = new HashSet<>();
        for (Product product : products) {
            boolean negative = product.oldQuantity().signum() < 0
                    || product.oldPrice().signum() < 0
                    || product.newQuantity().signum() < 0
                    || product.newPrice().signum() < 0;
            Optional<Failure> failure = Check.first(
                    Check.that(names.add(product.name()), Reason.DO_NOT_MATCH, product.name() + " is there twice"),
                    Check.that(!negative, Reason.OUT_OF_RANGE, product.name() + " has a negative number"));
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }
}
