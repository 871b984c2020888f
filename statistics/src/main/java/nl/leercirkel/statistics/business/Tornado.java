package nl.leercirkel.statistics.business;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;

/**
 * Which input matters most: each in turn at a low and a high value, all others at their mean (Eschenbach 1992, Spiderplots
 * versus tornado diagrams). Says nothing of inputs that move together.
 *
 * @param atMeans the outcome with every input at its mean
 * @param low     share below the low value, as .1
 * @param high    share below the high value, as .9
 * @param bars    one per input, the widest first
 */
public record Tornado(double atMeans, double low, double high, List<Bar> bars) {

    /**
     * One input.
     *
     * @param lowValue    its low value
     * @param highValue   its high value
     * @param atLow       the outcome there
     * @param atHigh      the outcome there
     * @param changesSign whether the outcome passes zero between them, so that this input alone can turn the decision
     */
    public record Bar(
            String input, double lowValue, double highValue, double atLow, double atHigh, boolean changesSign) {

        public double swing() {
            return Math.abs(atHigh - atLow);
        }
    }

    public Tornado {
        bars = List.copyOf(bars);
    }

    /**
     * @param model from one value per input to the outcome
     * @return fails without inputs, with shares outside (0, 1) or out of order, or where the model gives no finite number
     */
    public static Outcome<Tornado> of(List<Input> inputs, ToDoubleFunction<double[]> model, double low, double high) {
        if (inputs.isEmpty()) {
            return Outcome.failed(Reason.NO_DATA, "no inputs");
        }
        if (!(low > 0 && low < high && high < 1)) {
            return Outcome.failed(Reason.OUT_OF_RANGE, "shares " + low + " and " + high);
        }
        double[] means = inputs.stream()
                .mapToDouble(input -> input.distribution().mean())
                .toArray();
        double atMeans = model.applyAsDouble(means.clone());
        List<Bar> bars = new ArrayList<>();
        for (int k = 0; k < means.length; k++) {
            Distribution distribution = inputs.get(k).distribution();
            double lowValue = distribution.quantile(low);
            double highValue = distribution.quantile(high);
            double atLow = at(model, means, k, lowValue);
            double atHigh = at(model, means, k, highValue);
            if (!Double.isFinite(atLow) || !Double.isFinite(atHigh) || !Double.isFinite(atMeans)) {
                return Outcome.failed(
                        Reason.NOT_A_NUMBER,
                        "the model gives no number at the ends of "
                                + inputs.get(k).name());
            }
            bars.add(new Bar(inputs.get(k).name(), lowValue, highValue, atLow, atHigh, (atLow > 0) != (atHigh > 0)));
        }
        bars.sort(Comparator.comparingDouble(Bar::swing).reversed());
        return Outcome.of(new Tornado(atMeans, low, high, bars));
    }

    private static double at(ToDoubleFunction<double[]> model, double[] means, int input, double value) {
        double[] values = means.clone();
        values[input] = value;
        return model.applyAsDouble(values);
    }
}
