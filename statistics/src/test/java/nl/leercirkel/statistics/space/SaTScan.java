package nl.leercirkel.statistics.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.leercirkel.statistics.Shared;

/** Results that SaTScan 10.3.2 printed, and the files it read. */
final class SaTScan {

    /** A cluster as printed: cases and ratio exact, expected to .01, p to .001. */
    record Printed(
            List<String> places, long cases, double expected, double population, double risk, double ratio, double p) {}

    /** A data set: per place its label, coordinates as in the file, population and cases. */
    record Data(List<String> labels, double[] first, double[] second, double[] population, long[] cases) {}

    private static final Pattern CLUSTER =
            Pattern.compile("\\d+\\.Location IDs included\\.: (.*?)\\s+Coordinates / radius.*?"
                    + "Population\\.+: (\\S+).*?Number of cases\\.+: (\\S+).*?Expected cases\\.+: (\\S+).*?Relative risk\\.+: (\\S+).*?"
                    + "Log likelihood ratio\\.+: (\\S+).*?P-value\\.+: (\\S+)");

    private SaTScan() {}

    static List<Printed> clusters(String file) {
        String text = String.join(" ", Shared.lines(file));
        List<Printed> clusters = new ArrayList<>();
        Matcher matcher = CLUSTER.matcher(text);
        while (matcher.find()) {
            clusters.add(new Printed(
                    Arrays.stream(matcher.group(1).split(",")).map(String::trim).toList(),
                    Long.parseLong(matcher.group(3)),
                    Double.parseDouble(matcher.group(4)),
                    Double.parseDouble(matcher.group(2)),
                    Double.parseDouble(matcher.group(5)),
                    Double.parseDouble(matcher.group(6)),
                    Double.parseDouble(matcher.group(7))));
        }
        return clusters;
    }

    /** Reads a geo, pop and cas file; places without a line in the cas file have no cases. */
    static Data data(String geo, String pop, String cas) {
        List<String[]> places = Shared.lines(geo).stream()
                .map(line -> line.trim().split("\\s+"))
                .toList();
        Map<String, Double> population = Shared.lines(pop).stream()
                .map(line -> line.trim().split("\\s+"))
                .collect(Collectors.toMap(cells -> cells[0], cells -> Double.parseDouble(cells[2])));
        Map<String, Long> cases = new TreeMap<>();
        Shared.lines(cas).forEach(line -> {
            String[] cells = line.trim().split("\\s+");
            cases.merge(cells[0], Long.parseLong(cells[1]), Long::sum);
        });
        return new Data(
                places.stream().map(cells -> cells[0]).toList(),
                places.stream()
                        .mapToDouble(cells -> Double.parseDouble(cells[1]))
                        .toArray(),
                places.stream()
                        .mapToDouble(cells -> Double.parseDouble(cells[2]))
                        .toArray(),
                places.stream().mapToDouble(cells -> population.get(cells[0])).toArray(),
                places.stream()
                        .mapToLong(cells -> cases.getOrDefault(cells[0], 0L))
                        .toArray());
    }
}
