package nl.leercirkel.statistics.disclosure;

/** What is lost when a cell is suppressed. */
final class Weights {

    private Weights() {}

    static double[] of(Table table, Policy policy) {
        long[] values = table.values();
        double all = 1;
        for (long value : values) {
            all += Math.abs((double) value);
        }
        double[] weights = new double[values.length];
        for (int cell = 0; cell < values.length; cell++) {
            double value = Math.abs((double) values[cell]);
            weights[cell] = switch (policy.cost()) {
                case CELLS -> 1 + value / all / values.length;
                case INFORMATION -> 1 + Math.log10(1 + value / Math.pow(10, table.decimals()));
                case VALUE -> 1 + value;
            };
        }
        return weights;
    }
}
