package nl.leercirkel.statistics.support;

import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Reason;

/** Checks of input: empty when the input is right, else why it is not. The first failure counts. */
public final class Check {

    /** Beyond this, cubes of numbers leave what a double holds; no quantity of anyone's comes near it. */
    public static final double LARGEST = 1e100;

    /** Counts up to here are whole in a double and can be added up without running over. */
    public static final long MOST = 1_000_000_000_000L;

    private Check() {}

    /** The first failure among these, in order. */
    @SafeVarargs
    public static Optional<Failure> first(Optional<Failure>... checks) {
        for (Optional<Failure> check : checks) {
            if (check.isPresent()) {
                return check;
            }
        }
        return Optional.empty();
    }

    public static Optional<Failure> level(double level) {
        return that(level > 0 && level < 1, Reason.OUT_OF_RANGE, "level " + level + " is not between 0 and 1");
    }

    /** A number, of a size that can be computed with. */
    public static Optional<Failure> finite(String name, double value) {
        return first(
                that(Double.isFinite(value), Reason.NOT_A_NUMBER, name + " is " + value),
                that(Math.abs(value) <= LARGEST, Reason.OUT_OF_RANGE, name + " is " + value));
    }

    /** At least {@code least} values, each as {@link #finite}. */
    public static Optional<Failure> values(String name, double[] values, int least) {
        if (values.length == 0) {
            return failure(Reason.NO_DATA, name + " is empty");
        }
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= LARGEST)) {
                return finite(name + "[" + i + "]", values[i]);
            }
        }
        return that(values.length >= least, Reason.TOO_FEW, name + " has " + values.length + ", needs " + least);
    }

    public static Optional<Failure> notNegative(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0) {
                return failure(Reason.OUT_OF_RANGE, name + "[" + i + "] is " + values[i]);
            }
        }
        return Optional.empty();
    }

    public static Optional<Failure> sameLength(String first, int firstLength, String second, int secondLength) {
        return that(
                firstLength == secondLength,
                Reason.DO_NOT_MATCH,
                first + " has " + firstLength + ", " + second + " has " + secondLength);
    }

    /** A count: from 0 to {@link #MOST}. */
    public static Optional<Failure> notNegative(String name, long count) {
        return first(
                that(count >= 0, Reason.OUT_OF_RANGE, name + " is " + count),
                that(count <= MOST, Reason.TOO_LARGE, name + " is " + count));
    }

    /** A share of a whole: 0 <= part <= whole, whole above 0. */
    public static Optional<Failure> share(String name, long part, long whole) {
        return first(
                notNegative(name, part),
                that(whole >= 0, Reason.OUT_OF_RANGE, name + ": whole is " + whole),
                that(whole > 0, Reason.NOTHING_TO_DIVIDE_BY, name + ": whole is 0"),
                that(whole <= MOST, Reason.TOO_LARGE, name + ": whole is " + whole),
                that(part <= whole, Reason.OUT_OF_RANGE, name + ": " + part + " of " + whole));
    }

    /** Something to divide by: population, person-years, weight. */
    public static Optional<Failure> exposure(String name, double exposure) {
        return first(
                finite(name, exposure),
                that(exposure >= 0, Reason.OUT_OF_RANGE, name + " is " + exposure),
                that(exposure > 0, Reason.NOTHING_TO_DIVIDE_BY, name + " is 0"),
                that(exposure >= 1 / LARGEST, Reason.OUT_OF_RANGE, name + " is " + exposure));
    }

    public static Optional<Failure> that(boolean holds, Reason reason, String detail) {
        return holds ? Optional.empty() : failure(reason, detail);
    }

    private static Optional<Failure> failure(Reason reason, String detail) {
        return Optional.of(new Failure(reason, detail));
    }
}
