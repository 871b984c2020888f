package nl.leercirkel.statistics.synthetic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.support.Check;

/** What units are matched on: one number per unit, found by the unit's label, from before treatment. Immutable. */
public final class Predictor {

    private final String name;
    private final Map<String, Double> values;

    private Predictor(String name, Map<String, Double> values) {
        this.name = name;
        this.values = values;
    }

    /**
     * A predictor from numbers.
     *
     * @param units labels as in the panel, each once
     * @param perUnit one number per label
     * @return NO_DATA or NOT_A_NUMBER; DO_NOT_MATCH when the lengths differ or a label is there twice; CONSTANT when all
     *     units have the same
     */
    public static Outcome<Predictor> of(String name, List<String> units, double[] perUnit) {
        Optional<Failure> failure = Check.first(
                Check.values(name, perUnit, 1),
                Check.sameLength("units", units.size(), name, perUnit.length),
                Check.that(
                        new HashSet<>(units).size() == units.size(),
                        Reason.DO_NOT_MATCH,
                        name + ": a unit is there twice"),
                Check.that(
                        Arrays.stream(perUnit).anyMatch(value -> value != perUnit[0]),
                        Reason.CONSTANT,
                        name + " is the same for all units"));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        Map<String, Double> values = new HashMap<>();
        for (int i = 0; i < perUnit.length; i++) {
            values.put(units.get(i), perUnit[i]);
        }
        return Outcome.of(new Predictor(name, Map.copyOf(values)));
    }

    /**
     * The mean of a variable over periods.
     *
     * @param variable the variable's own panel
     * @param from first period, by index
     * @param to one past the last
     * @return OUT_OF_RANGE for no such periods, and as {@link #of}
     */
    public static Outcome<Predictor> mean(String name, Panel variable, int from, int to) {
        if (from < 0 || from >= to || to > variable.periods().size()) {
            return Outcome.failed(Reason.OUT_OF_RANGE, name + ": periods " + from + " up to " + to);
        }
        double[] means = new double[variable.units().size()];
        for (int i = 0; i < means.length; i++) {
            means[i] = Arrays.stream(variable.series(i), from, to).average().orElseThrow();
        }
        return of(name, variable.units(), means);
    }

    public String name() {
        return name;
    }

    boolean has(String unit) {
        return values.containsKey(unit);
    }

    /** The number of a unit that is {@link #has there}. */
    double value(String unit) {
        return values.getOrDefault(unit, Double.NaN);
    }
}
