package nl.leercirkel.statistics.synthetic;

import java.util.Arrays;

/**
 * The weights, not negative and adding up to one, with which columns come nearest to a target: min ||Xw - y||^2. Exact: an active
 * set that ends in finitely many steps where the conditions of Karush, Kuhn and Tucker hold to rounding.
 *
 * <p>It is the point nearest to zero in the convex hull of the columns less the target, found as in Wolfe (1976), "Finding the
 * nearest point in a polytope", Mathematical Programming 11. The step within a set of columns is a least squares problem in
 * differences from one of them ({@link Differences}), so that conditions are not squared. Mutable and not
 * thread-safe: one per thread, for many problems of the same height.
 */
final class SimplexLeastSquares {

    /** Of the length of what is left: an improvement below it is none. */
    private static final double SETTLED = 1e-13;

    /** Of the length of the columns: what their weighted sum may lose to rounding. */
    private static final double NOTHING = 1e-12;

    private static final double ROUNDING = 8 * Math.ulp(1.0);

    private final int rows;
    private double[] points = {};
    private boolean[] blocked = {};
    private int columns;
    private double[] length = {};
    private double largest;

    private int[] support = {};
    private double[] weight = {};
    private double[] trial = {};
    private final Differences differences;
    private int size;

    private final double[] nearest;
    private boolean settled;
    private int steps;

    SimplexLeastSquares(int rows) {
        this.rows = rows;
        this.nearest = new double[rows];
        this.differences = new Differences(rows);
    }

    /**
     * Solves, starting from the best single column.
     *
     * @param x columns, each at least as long as the height; at least one
     * @param y the target
     */
    void solve(double[][] x, double[] y) {
        load(x, y);
        size = 1;
        support[0] = shortest();
        weight[0] = 1;
        run();
    }

    /** As {@link #solve(double[][], double[])}, from weights that are near the answer, such as those of a similar problem. */
    void solve(double[][] x, double[] y, double[] start) {
        load(x, y);
        size = 0;
        double total = 0;
        for (int j = 0; j < columns && size <= rows; j++) {
            if (start[j] > 0) {
                support[size] = j;
                weight[size++] = start[j];
                total += start[j];
            }
        }
        if (size == 0) {
            support[size++] = shortest();
            total = weight[0] = 1;
        }
        for (int i = 0; i < size; i++) {
            weight[i] /= total;
        }
        settle();
        run();
    }

    /** As {@link #solve(double[][], double[])}, from the weights of the problem before, which had as many columns. */
    void solveNext(double[][] x, double[] y) {
        if (size == 0 || columns != x.length) {
            solve(x, y);
            return;
        }
        load(x, y);
        settle();
        run();
    }

    /** Whether the conditions of an optimum hold; false only when rounding kept the search from settling. */
    boolean settled() {
        return settled;
    }

    int steps() {
        return steps;
    }

    /** How many columns have weight. */
    int size() {
        return size;
    }

    int column(int place) {
        return support[place];
    }

    double weight(int place) {
        return weight[place];
    }

    /** The weights of all columns. */
    double[] weights() {
        double[] all = new double[columns];
        for (int i = 0; i < size; i++) {
            all[support[i]] = weight[i];
        }
        return all;
    }

    /** The sum of squares that is left. */
    double squares() {
        return squared(nearest);
    }

    /** Whether nothing is left of the target but rounding. */
    boolean perfect() {
        return Math.sqrt(squares()) <= 1e-9 * largest;
    }

    /** Whether a column without weight fits as well as those with weight, so that other weights may do as well. */
    boolean tied() {
        double level = squares();
        double left = Math.max(Math.sqrt(level), 1e-9 * largest);
        for (int j = 0; j < columns; j++) {
            if (!inSupport(j) && along(j) <= level + 1e-9 * length[j] * left) {
                return true;
            }
        }
        return false;
    }

    private void load(double[][] x, double[] y) {
        columns = x.length;
        if (points.length < columns * rows) {
            points = new double[columns * rows];
            blocked = new boolean[columns];
            length = new double[columns];
            int most = Math.min(columns, rows + 1) + 1;
            support = new int[most];
            weight = new double[most];
            trial = new double[most];
        }
        largest = 0;
        for (int j = 0, at = 0; j < columns; j++) {
            double[] column = x[j];
            double squares = 0;
            for (int t = 0; t < rows; t++, at++) {
                double d = column[t] - y[t];
                points[at] = d;
                squares += d * d;
            }
            length[j] = Math.sqrt(squares);
            largest = Math.max(largest, length[j]);
        }
        Arrays.fill(blocked, 0, columns, false);
        differences.room(support.length);
        steps = 0;
        settled = false;
    }

    private int shortest() {
        int best = 0;
        for (int j = 1; j < columns; j++) {
            best = length[j] < length[best] ? j : best;
        }
        return best;
    }

    private void run() {
        int limit = 50 * (columns + rows) + 100;
        place();
        double level = squares();
        while (steps++ < limit) {
            int entering = steepest(level);
            if (entering < 0) {
                settled = true;
                return;
            }
            if (!enter(entering)) {
                blocked[entering] = true;
                continue;
            }
            settle();
            place();
            double now = squares();
            if (now < level * (1 - SETTLED)) {
                Arrays.fill(blocked, 0, columns, false);
            } else {
                blocked[entering] = true;
            }
            level = now;
        }
    }

    /** The column along which the fit improves most; -1 when none improves it by more than rounding. */
    private int steepest(double level) {
        double left = Math.sqrt(level);
        double lost = 0;
        for (int i = 0; i < size; i++) {
            lost += weight[i] * length[support[i]];
        }
        if (left <= NOTHING * lost) {
            return -1;
        }
        lost *= ROUNDING;
        double most = 0;
        int best = -1;
        for (int j = 0; j < columns; j++) {
            double gain = level - along(j) - (SETTLED * left + lost) * length[j];
            if (gain > most && !blocked[j] && !inSupport(j)) {
                most = gain;
                best = j;
            }
        }
        return best;
    }

    private double along(int j) {
        double along = 0;
        for (int t = 0, at = j * rows; t < rows; t++, at++) {
            along += nearest[t] * points[at];
        }
        return along;
    }

    private boolean inSupport(int j) {
        for (int i = 0; i < size; i++) {
            if (support[i] == j) {
                return true;
            }
        }
        return false;
    }

    /** Adds a column with weight zero; not when it depends on those that are in. */
    private boolean enter(int j) {
        if (size == support.length - 1 || !differences.add(points, j, support[0])) {
            return false;
        }
        support[size] = j;
        weight[size++] = 0;
        return true;
    }

    /** Moves to the best weights within the support, leaving out columns whose weight would fall below zero. */
    private void settle() {
        while (size > 1) {
            if (!independent()) {
                slide();
                continue;
            }
            differences.nearest(points, support[0], trial);
            double step = 1;
            int leaving = -1;
            for (int i = 0; i < size; i++) {
                if (!(trial[i] > 0)) {
                    double reach = weight[i] == 0 ? 0 : weight[i] / (weight[i] - trial[i]);
                    if (leaving < 0 || reach < step) {
                        step = reach;
                        leaving = i;
                    }
                }
            }
            if (leaving < 0) {
                System.arraycopy(trial, 0, weight, 0, size);
                return;
            }
            for (int i = 0; i < size; i++) {
                weight[i] = Math.max(0, weight[i] + step * (trial[i] - weight[i]));
            }
            leave(leaving);
        }
        weight[0] = 1;
    }

    /** Brings the differences up to date; false at the first column that depends on those before it. */
    private boolean independent() {
        while (differences.count() < size - 1) {
            if (!differences.add(points, support[differences.count() + 1], support[0])) {
                return false;
            }
        }
        return true;
    }

    /** Shifts weight along a dependence, which leaves the fit as it is, until a column has none, and takes that one out. */
    private void slide() {
        double[] shift = differences.dependence();
        double step = Double.POSITIVE_INFINITY;
        int leaving = shift.length - 1;
        for (int i = 0; i < shift.length; i++) {
            if (shift[i] < 0 && -weight[i] / shift[i] < step) {
                step = -weight[i] / shift[i];
                leaving = i;
            }
        }
        for (int i = 0; i < shift.length; i++) {
            weight[i] = Math.max(0, weight[i] + step * shift[i]);
        }
        leave(leaving);
    }

    private void leave(int place) {
        for (int i = place + 1; i < size; i++) {
            support[i - 1] = support[i];
            weight[i - 1] = weight[i];
        }
        size--;
        differences.forget(place);
    }

    /** Where the weights lead: the point nearest to zero so far. */
    private void place() {
        Arrays.fill(nearest, 0);
        for (int i = 0; i < size; i++) {
            int at = support[i] * rows;
            for (int t = 0; t < rows; t++) {
                nearest[t] += weight[i] * points[at + t];
            }
        }
    }

    private static double squared(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return sum;
    }
}
