package nl.leercirkel.statistics.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Shared;
import nl.leercirkel.statistics.sample.Summary;
import org.junit.jupiter.api.Test;

/** Certified values of NIST's Statistical Reference Datasets; they stand in the files and are copied here with all digits. */
class NistTest {

    /** At least this many digits agree: minus the logarithm of the relative error, as NIST counts them. */
    private static void agrees(double actual, double certified, double digits) {
        double error = Math.abs(actual - certified) / Math.abs(certified);
        assertThat(error == 0 ? 15 : -Math.log10(error))
                .as("digits of %s against %s", actual, certified)
                .isGreaterThanOrEqualTo(digits);
    }

    @Test
    void longley() {
        List<String[]> rows = Shared.rows("nist/longley.csv");
        double[][] predictors = new double[rows.size()][];
        for (int i = 0; i < predictors.length; i++) {
            double[] row = new double[6];
            for (int j = 0; j < 6; j++) {
                row[j] = Double.parseDouble(rows.get(i)[j + 2]);
            }
            predictors[i] = row;
        }
        LeastSquares fit =
                LeastSquares.fit(predictors, Shared.column(rows, 1), .95).get();
        double[] certified = {
            -3482258.63459582,
            15.0618722713733,
            -.358191792925910E-01,
            -2.02022980381683,
            -1.03322686717359,
            -.511041056535807E-01,
            1829.15146461355
        };
        // The certified values have 15 digits; refinement keeps 13 in spite of the collinearity
        for (int j = 0; j < certified.length; j++) {
            agrees(fit.coefficients().get(j).value(), certified[j], 13);
        }
        agrees(fit.residualDeviation(), 304.854073561965, 13);
        // NIST, Longley.dat: standard deviations of B0 and B6, R-squared and F; standard errors come from the triangle
        // alone
        agrees(fit.coefficients().get(0).standardError(), 890420.383607373, 10);
        agrees(fit.coefficients().get(6).standardError(), 455.478499142212, 10);
        agrees(fit.rSquared(), .995479004577296, 13);
        agrees(fit.fStatistic(), 330.285339234588, 12);
        assertThat(fit.degreesOfFreedom()).isEqualTo(9);
        assertThat(fit.condition()).isGreaterThan(1000);
        assertThat(fit.caveats()).containsExactlyInAnyOrder(Caveat.NEARLY_COLLINEAR, Caveat.FEW_OBSERVATIONS);
    }

    @Test
    void norris() {
        List<double[]> pairs = Shared.lines("nist/nist_linregress/Norris.dat").stream()
                .skip(60)
                .filter(line -> !line.isBlank())
                .map(line -> line.trim().split("\\s+"))
                .map(cells -> new double[] {Double.parseDouble(cells[0]), Double.parseDouble(cells[1])})
                .toList();
        double[] y = pairs.stream().mapToDouble(pair -> pair[0]).toArray();
        double[][] x = pairs.stream().map(pair -> new double[] {pair[1]}).toArray(double[][]::new);
        LeastSquares fit = LeastSquares.fit(x, y, .95).get();
        agrees(fit.coefficients().get(0).value(), -0.262323073774029, 13);
        agrees(fit.coefficients().get(1).value(), 1.00211681802045, 14);
        agrees(fit.coefficients().get(0).standardError(), 0.232818234301152, 13);
        agrees(fit.coefficients().get(1).standardError(), 0.429796848199937E-03, 13);
        agrees(fit.residualDeviation(), 0.884796396144373, 13);
        agrees(fit.rSquared(), 0.999993745883712, 14);
        agrees(fit.fStatistic(), 5436385.54079785, 12);
        assertThat(fit.degreesOfFreedom()).isEqualTo(34);
        assertThat(fit.caveats()).isEmpty();
    }

    private static double[] univariate(String name) {
        return Shared.lines("nist/" + name + ".txt").stream()
                .filter(line -> line.matches("\\s*-?[0-9.]+\\s*"))
                .mapToDouble(line -> Double.parseDouble(line.trim()))
                .toArray();
    }

    @Test
    void summariesOfHardNumbers() {
        Summary four = Summary.of(univariate("NumAcc4")).get();
        agrees(four.mean(), 10000000.2, 15);
        // The data have one digit after the point, which a double at 1e7 holds to 2e-9: eight digits is what the
        // problem allows
        agrees(four.standardDeviation(), .1, 8);
        Summary three = Summary.of(univariate("NumAcc3")).get();
        agrees(three.mean(), 1000000.2, 15);
        agrees(three.standardDeviation(), .1, 9);
        Summary lew = Summary.of(univariate("Lew")).get();
        agrees(lew.mean(), -177.435000000000, 14);
        agrees(lew.standardDeviation(), 277.332168044316, 14);
    }

    private static OneWayAnova anova(String name) {
        Map<Integer, List<Double>> groups = new TreeMap<>();
        for (String line : Shared.lines("nist/nist_anova/" + name + ".dat")
                .subList(60, Shared.lines("nist/nist_anova/" + name + ".dat").size())) {
            String[] cells = line.trim().split("\\s+");
            if (cells.length == 2) {
                groups.computeIfAbsent(Integer.valueOf(cells[0]), key -> new ArrayList<>())
                        .add(Double.valueOf(cells[1]));
            }
        }
        return OneWayAnova.of(groups.values().stream()
                        .map(list ->
                                list.stream().mapToDouble(Double::doubleValue).toArray())
                        .toList())
                .get();
    }

    @Test
    void analysisOfVariance() {
        OneWayAnova silver = anova("AtmWtAg");
        // 7 equal leading digits in the data: nine digits is what is left in doubles
        agrees(silver.between(), 3.63834187500000E-09, 9);
        agrees(silver.within(), 1.04951729166667E-08, 9);
        agrees(silver.f(), 1.59467335677930E+01, 9);
        assertThat(silver.betweenDegrees()).isEqualTo(1);
        assertThat(silver.withinDegrees()).isEqualTo(46);
        OneWayAnova lesage = anova("SmLs09");
        // 13 equal leading digits: at 1e12 a double steps by .00012, so that three digits are all the data still hold
        // ...
        agrees(lesage.between(), 1.60080000000000E+02, 3);
        agrees(lesage.within(), 1.80000000000000E+02, 3);
        agrees(lesage.f(), 2.00100000000000E+03, 3);
        // ... and of the doubles themselves nothing is lost: exact fractions (Python) on them give these
        agrees(lesage.between(), 160.09949443572512, 14);
        agrees(lesage.within(), 180.00978232919425, 14);
        agrees(lesage.f(), 2001.1349262209505, 14);
        agrees(silver.f(), 15.946733566676926, 13);
        assertThat(lesage.n()).isEqualTo(18009);
        OneWayAnova easy = anova("SmLs01");
        agrees(easy.between(), 1.68000000000000E+00, 14);
        agrees(easy.f(), 2.10000000000000E+01, 14);
        agrees(easy.rSquared(), 4.82758620689655E-01, 14);
    }
}
