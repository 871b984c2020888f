package nl.leercirkel.statistics.support;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathRuntimeException;

/** The zero of a function between two points. */
public final class Roots {

    private static final int MOST_EVALUATIONS = 500;

    private Roots() {}

    /** The zero of a function that changes sign between these points; empty when it does not. */
    public static OptionalDouble between(DoubleUnaryOperator function, double from, double to) {
        double atFrom = function.applyAsDouble(from);
        double atTo = function.applyAsDouble(to);
        if (atFrom == 0) {
            return OptionalDouble.of(from);
        }
        if (atTo == 0) {
            return OptionalDouble.of(to);
        }
        if (!(atFrom * atTo < 0)) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(new BracketingNthOrderBrentSolver(1e-14, 1e-14, 5)
                    .solve(MOST_EVALUATIONS, function::applyAsDouble, from, to));
        } catch (MathRuntimeException tooMany) {
            return OptionalDouble.empty();
        }
    }
}
