package nl.leercirkel.statistics.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import nl.leercirkel.statistics.Shared;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.panel.Panel.Cell;

/** The panels of the reference data. */
final class ReferencePanels {

    private ReferencePanels() {}

    /** Cigarette sales in 39 states, 1970-2000; California treated from 1989 (Abadie, Diamond and Hainmueller 2010). */
    static Panel proposition99() {
        return smoking(2, year -> true, Map.of("California", "1989"));
    }

    /** The seven predictors of the paper. */
    static List<Predictor> predictors() {
        Panel sales = proposition99();
        return List.of(
                Predictor.mean("ln(income)", smoking(3, year -> year >= 1980 && year <= 1988, Map.of()), 0, 9)
                        .get(),
                Predictor.mean("price", smoking(6, year -> year >= 1980 && year <= 1988, Map.of()), 0, 9)
                        .get(),
                Predictor.mean("age 15-24", smoking(5, year -> year >= 1980 && year <= 1988, Map.of()), 0, 9)
                        .get(),
                Predictor.mean("beer", smoking(4, year -> year >= 1984 && year <= 1988, Map.of()), 0, 5)
                        .get(),
                Predictor.mean("sales 1975", sales, 5, 6).get(),
                Predictor.mean("sales 1980", sales, 10, 11).get(),
                Predictor.mean("sales 1988", sales, 18, 19).get());
    }

    private static Panel smoking(int column, IntPredicate wanted, Map<String, String> treated) {
        List<Cell> cells = new ArrayList<>();
        for (String[] row : Shared.rows("scm_prop99/smoking_tidysynth.csv")) {
            if (wanted.test(Integer.parseInt(row[1]))) {
                cells.add(new Cell(row[0], row[1], Double.parseDouble(row[column])));
            }
        }
        List<String> years = IntStream.rangeClosed(1970, 2000)
                .filter(wanted)
                .mapToObj(Integer::toString)
                .toList();
        return Panel.ofCells(cells, years, treated).get();
    }

    /** The same sales as the authors of synthetic difference-in-differences used them. */
    static Panel proposition99OfArkhangelsky() {
        List<Cell> cells = new ArrayList<>();
        for (String line : Shared.lines("sdid/california_prop99.csv").subList(1, 1 + 39 * 31)) {
            String[] row = line.replace("\"", "").split(";");
            cells.add(new Cell(row[0], row[1], Double.parseDouble(row[2])));
        }
        List<String> years =
                IntStream.rangeClosed(1970, 2000).mapToObj(Integer::toString).toList();
        return Panel.ofCells(cells, years, Map.of("California", "1989")).get();
    }

    /** 342 made-up municipalities, 20 half-years; GM0000 treated from the 13th with a true effect of -3.0. */
    static Panel municipalities() {
        List<Cell> cells = new ArrayList<>();
        for (String[] row : Shared.rows("panel_synthetic/panel342.csv")) {
            cells.add(new Cell(row[0], row[1], Double.parseDouble(row[2])));
        }
        List<String> periods =
                IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList();
        return Panel.ofCells(cells, periods, Map.of("GM0000", "13")).get();
    }

    /** Log female arrests in 51 places, 25 years; Rhode Island treated after 19 (Chernozhukov, Wuthrich and Zhu 2021). */
    static Panel arrests() {
        List<double[]> years = Shared.lines("scm_conformal/logfemrate.txt").stream()
                .skip(1)
                .map(line -> Arrays.stream(line.trim().split("\\s+"))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        int places = years.getFirst().length;
        double[][] values = new double[places][years.size()];
        for (int i = 0; i < places; i++) {
            for (int t = 0; t < years.size(); t++) {
                values[i][t] = years.get(t)[i];
            }
        }
        int[] first = new int[places];
        Arrays.fill(first, Panel.NEVER);
        first[TREATED_PLACE] = 19;
        return Panel.of(
                        IntStream.range(0, places).mapToObj(i -> "place " + i).toList(),
                        IntStream.range(0, years.size())
                                .mapToObj(t -> "" + (1985 + t))
                                .toList(),
                        values,
                        first)
                .get();
    }

    private static final int TREATED_PLACE = 0;
}
