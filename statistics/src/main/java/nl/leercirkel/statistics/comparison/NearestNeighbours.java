package nl.leercirkel.statistics.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;
import nl.leercirkel.statistics.support.Spd;
import nl.leercirkel.statistics.support.Sum;

/**
 * The units most like one unit: nearest in Mahalanobis distance, so that covariates count by their spread and not twice when
 * they go together.
 *
 * @param unit whose neighbours these are
 * @param neighbours from near to far
 * @param before balance of the unit against all others, differences in standard deviations of all units
 * @param after balance of the unit against its neighbours
 * @see "Rubin (1980), Bias reduction using Mahalanobis-metric matching, Biometrics 36"
 */
public record NearestNeighbours(int unit, List<Neighbour> neighbours, List<Balance> before, List<Balance> after) {

    /**
     * A unit and how far off it is.
     *
     * @param unit index in the rows given
     * @param distance Mahalanobis, in standard deviations
     */
    public record Neighbour(int unit, double distance) {}

    /**
     * Finds neighbours.
     *
     * @param covariates one row per unit
     * @param unit index of the unit to look for
     * @param count how many neighbours, at least 1; ties go to the unit that comes first
     * @return TOO_FEW when there are no more units than covariates or than neighbours asked; NOT_IDENTIFIED when
     *     covariates are constant or depend on each other
     */
    public static Outcome<NearestNeighbours> of(double[][] covariates, int unit, int count) {
        Optional<Failure> failure = rectangular(covariates)
                .or(() -> Check.first(
                        Check.that(unit >= 0 && unit < covariates.length, Reason.OUT_OF_RANGE, "unit " + unit),
                        Check.that(count >= 1, Reason.OUT_OF_RANGE, count + " neighbours"),
                        Check.that(
                                covariates.length > count && covariates.length > covariates[0].length + 1,
                                Reason.TOO_FEW,
                                covariates.length + " units")));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        Optional<double[][]> inverse = Spd.inverse(covariance(covariates));
        if (inverse.isEmpty()) {
            return Outcome.failed(Reason.NOT_IDENTIFIED, "a covariate is constant or depends on the others");
        }
        List<Neighbour> others = IntStream.range(0, covariates.length)
                .filter(i -> i != unit)
                .mapToObj(i -> new Neighbour(i, distance(covariates[i], covariates[unit], inverse.get())))
                .sorted(Comparator.comparingDouble(Neighbour::distance))
                .toList();
        List<Neighbour> nearest = List.copyOf(others.subList(0, count));
        double[][] self = {covariates[unit]};
        return Outcome.of(new NearestNeighbours(
                unit,
                nearest,
                Balance.of(self, rows(covariates, others), covariates),
                Balance.of(self, rows(covariates, nearest), covariates)));
    }

    private static double[][] rows(double[][] covariates, List<Neighbour> chosen) {
        return chosen.stream().map(neighbour -> covariates[neighbour.unit()]).toArray(double[][]::new);
    }

    private static double distance(double[] one, double[] two, double[][] inverse) {
        double[] difference = new double[one.length];
        for (int j = 0; j < one.length; j++) {
            difference[j] = one[j] - two[j];
        }
        return Math.sqrt(Math.max(0, Spd.form(inverse, difference)));
    }

    private static double[][] covariance(double[][] rows) {
        int p = rows[0].length;
        List<double[]> centred = new ArrayList<>();
        for (int j = 0; j < p; j++) {
            double[] column = Balance.column(rows, j);
            Sum.Centre centre = Sum.Centre.of(column);
            for (int i = 0; i < column.length; i++) {
                column[i] = centre.deviation(column[i]);
            }
            centred.add(column);
        }
        double[][] covariance = new double[p][p];
        for (int a = 0; a < p; a++) {
            for (int b = 0; b < p; b++) {
                covariance[a][b] = Spd.dot(centred.get(a), centred.get(b)) / (rows.length - 1);
            }
        }
        return covariance;
    }

    static Optional<Failure> rectangular(double[][] covariates) {
        if (covariates.length == 0 || covariates[0].length == 0) {
            return Optional.of(new Failure(Reason.NO_DATA, "no covariates"));
        }
        for (int i = 0; i < covariates.length; i++) {
            Optional<Failure> failure = Check.first(
                    Check.sameLength("row " + i, covariates[i].length, "row 0", covariates[0].length),
                    Check.values("row " + i, covariates[i], 1));
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }
}
