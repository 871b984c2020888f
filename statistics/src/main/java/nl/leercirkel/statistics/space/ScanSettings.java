package nl.leercirkel.statistics.space;

import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.support.Check;

/**
 * How to scan.
 *
 * @param maximumShare the most of the population that a window may hold, above 0 and at most .5
 * @param direction what to look for
 * @param minimumCases a high cluster has at least so many cases, at least 1
 * @param replications how often chance is imitated, 19 to 99,999
 * @param stopAfter stop as soon as so many replications are at least as far off as the most likely cluster; 0 never stops. A p-value that
 *     is large is then found with few replications, one that is small with all
 */
public record ScanSettings(
        double maximumShare, Direction direction, int minimumCases, int replications, int stopAfter) {

    /** Half the population, high, two cases, 999 replications without stop: the defaults of SaTScan. */
    public static ScanSettings standard() {
        return new ScanSettings(.5, Direction.HIGH, 2, 999, 0);
    }

    public ScanSettings withMaximumShare(double share) {
        return new ScanSettings(share, direction, minimumCases, replications, stopAfter);
    }

    public ScanSettings withDirection(Direction other) {
        return new ScanSettings(maximumShare, other, minimumCases, replications, stopAfter);
    }

    public ScanSettings withMinimumCases(int cases) {
        return new ScanSettings(maximumShare, direction, cases, replications, stopAfter);
    }

    public ScanSettings withReplications(int count) {
        return new ScanSettings(maximumShare, direction, minimumCases, count, stopAfter);
    }

    /**
     * Stops after so many replications at least as far off; 10 is usual.
     *
     * @see "Besag and Clifford (1991), Sequential Monte Carlo p-values, Biometrika 78"
     */
    public ScanSettings withStopAfter(int extreme) {
        return new ScanSettings(maximumShare, direction, minimumCases, replications, extreme);
    }

    Optional<Failure> check() {
        return Check.first(
                Check.that(
                        maximumShare > 0 && maximumShare <= .5,
                        Reason.OUT_OF_RANGE,
                        "maximum share " + maximumShare + " is not above 0 and at most .5"),
                Check.that(minimumCases >= 1, Reason.OUT_OF_RANGE, "minimum of " + minimumCases + " cases, needs 1"),
                Check.that(
                        replications >= 19 && replications <= 99_999,
                        Reason.OUT_OF_RANGE,
                        replications + " replications, needs 19 to 99,999"),
                Check.that(stopAfter >= 0, Reason.OUT_OF_RANGE, "stop after " + stopAfter));
    }
}
