package nl.leercirkel.statistics.space;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The scan as the papers define it, without any of the shortcuts: every circle, every ratio from its formula. Slow. */
final class PlainScan {

    private PlainScan() {}

    /** The largest ratio of all circles. */
    static double largest(Maps.Map map, long[] cases, boolean poisson, ScanSettings settings) {
        double largest = 0;
        for (int centre = 0; centre < map.x().length; centre++) {
            for (List<Integer> circle : circles(map, centre)) {
                double population =
                        circle.stream().mapToDouble(i -> map.population()[i]).sum();
                long inside = circle.stream().mapToLong(i -> cases[i]).sum();
                if (population <= settings.maximumShare() * sum(map.population())) {
                    largest = Math.max(
                            largest, ratio(inside, population, sum(cases), sum(map.population()), poisson, settings));
                }
            }
        }
        return largest;
    }

    /** Growing circles around a centre: all places at most as far as each distance that occurs. */
    private static List<List<Integer>> circles(Maps.Map map, int centre) {
        TreeMap<Double, List<Integer>> byDistance = new TreeMap<>();
        for (int i = 0; i < map.x().length; i++) {
            double dx = map.x()[i] - map.x()[centre];
            double dy = map.y()[i] - map.y()[centre];
            byDistance
                    .computeIfAbsent(dx * dx + dy * dy, unused -> new ArrayList<>())
                    .add(i);
        }
        List<List<Integer>> circles = new ArrayList<>();
        List<Integer> within = new ArrayList<>();
        for (List<Integer> ring : byDistance.values()) {
            within.addAll(ring);
            circles.add(List.copyOf(within));
        }
        return circles;
    }

    /** Kulldorff (1997), section 3: the logarithm of the likelihood with two rates over that with one. */
    private static double ratio(
            double inside, double population, double cases, double total, boolean poisson, ScanSettings settings) {
        boolean isHigh = inside / population > (cases - inside) / (total - population);
        boolean isLow = inside / population < (cases - inside) / (total - population);
        boolean counts = isHigh && settings.direction() != Direction.LOW && inside >= settings.minimumCases()
                || isLow && settings.direction() != Direction.HIGH;
        if (!counts) {
            return 0;
        }
        double outside = total - population;
        return poisson
                ? xLog(inside, inside / population)
                        + xLog(cases - inside, (cases - inside) / outside)
                        - xLog(cases, cases / total)
                : xLog(inside, inside / population)
                        + xLog(population - inside, 1 - inside / population)
                        + xLog(cases - inside, (cases - inside) / outside)
                        + xLog(outside - cases + inside, 1 - (cases - inside) / outside)
                        - xLog(cases, cases / total)
                        - xLog(total - cases, 1 - cases / total);
    }

    private static double xLog(double x, double y) {
        return x == 0 ? 0 : x * Math.log(y);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double sum(long[] values) {
        double sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }
}
