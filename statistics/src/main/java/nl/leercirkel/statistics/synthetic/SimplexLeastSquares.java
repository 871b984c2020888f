package nl.leercirkel.statistics.synthetic;

import java.util.Arrays;

/**
 * The weights, not negative and adding up to one, with which columns come nearest to a target: min ||Xw - y||^2. Exact: an active
 * set that ends in finitely many steps where the conditions of Karush, Kuhn and Tucker hold to rounding.
 *
 * <p>It is the point nearest to zero in the convex hull of the columns less the target, found as in Wolfe (1976), "Finding the
 * nearest point in a polytope", Mathematical Programming 11. The step within a set of columns is a least squares problem in
 * differences from one of them, by Gram-Schmidt with reorthogonalisation, so that conditions are not squared. Mutable and not
 * thread-safe: one per thread, for many problems of the same height.
 */
final class SimplexLeastSquares {

    /** Of the length of a column; what is left below it after projection is rounding. */
    private static final double DEPENDENT = 1e-10;

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
    private double[][] q = {};
    private double[][] r = {};
    private int size;
    /** How many differences, from place 1, have their column of q and r. */
    private int factored;

    private final double[] nearest;
    private boolean settled;
    private int steps;

    SimplexLeastSquares(int rows) {
        this.rows = rows;
        this.nearest = new double[rows];
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
        factored = 0;
        support[0] = shortest();
        weight[0] = 1;
        run();
    }

    /** As {@link #solve(double[][], double[])}, from weights that are near the answer, such as those of a similar problem. */
    void solve(double[][] x, double[] y, double[] start) {
        load(x, y);
        size = 0;
        factored = 0;
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
            q = new double[most][rows];
            r = new double[most][most];
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
        if (size == support.length - 1) {
            return false;
        }
        support[size] = j;
        weight[size] = 0;
        size++;
        if (factor(size - 1)) {
            return true;
        }
        size--;
        return false;
    }

    /** Moves to the best weights within the support, leaving out columns whose weight would fall below zero. */
    private void settle() {
        while (size > 1) {
            int dependent = factorAll();
            if (dependent > 0) {
                slide(dependent);
                continue;
            }
            best();
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

    /** Weights of least squares in this support, whatever their sign, into trial. */
    private void best() {
        int base = support[0] * rows;
        for (int c = 1; c < size; c++) {
            double along = 0;
            for (int t = 0; t < rows; t++) {
                along -= q[c][t] * points[base + t];
            }
            trial[c] = along;
        }
        double rest = 1;
        for (int c = size - 1; c >= 1; c--) {
            double value = trial[c];
            for (int k = c + 1; k < size; k++) {
                value -= r[c][k] * trial[k];
            }
            trial[c] = value / r[c][c];
            rest -= trial[c];
        }
        trial[0] = rest;
    }

    /** Factors what is not; the place of the first column that depends on those before it, or 0 when none does. */
    private int factorAll() {
        for (int c = factored + 1; c < size; c++) {
            if (!factor(c)) {
                return c;
            }
        }
        return 0;
    }

    private boolean factor(int c) {
        if (c == 0) {
            return true;
        }
        double[] column = q[c];
        difference(support[c], column);
        double before = Math.sqrt(squared(column));
        double[] along = trial;
        project(column, c - 1, along);
        for (int k = 1; k < c; k++) {
            r[k][c] = along[k];
        }
        double left = Math.sqrt(squared(column));
        if (!(left > DEPENDENT * before)) {
            return false;
        }
        r[c][c] = left;
        for (int t = 0; t < rows; t++) {
            column[t] /= left;
        }
        factored = c;
        return true;
    }

    /** Takes the first columns of q out of a vector, twice; what was taken out goes into along. */
    private void project(double[] vector, int upTo, double @org.jspecify.annotations.Nullable [] along) {
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 1; k <= upTo; k++) {
                double[] direction = q[k];
                double inner = 0;
                for (int t = 0; t < rows; t++) {
                    inner += direction[t] * vector[t];
                }
                for (int t = 0; t < rows; t++) {
                    vector[t] -= inner * direction[t];
                }
                if (along != null) {
                    along[k] = pass == 0 ? inner : along[k] + inner;
                }
            }
        }
    }

    /** Shifts weight along a dependence, which leaves the fit as it is, until a column has none, and takes that one out. */
    private void slide(int dependent) {
        double[] direction = new double[size];
        direction[dependent] = 1;
        double rest = 1;
        for (int c = dependent - 1; c >= 1; c--) {
            double value = r[c][dependent];
            for (int k = c + 1; k < dependent; k++) {
                value += r[c][k] * direction[k];
            }
            direction[c] = -value / r[c][c];
            rest += direction[c];
        }
        direction[0] = -rest;
        double step = Double.POSITIVE_INFINITY;
        int leaving = dependent;
        for (int i = 0; i <= dependent; i++) {
            if (direction[i] < 0 && -weight[i] / direction[i] < step) {
                step = -weight[i] / direction[i];
                leaving = i;
            }
        }
        for (int i = 0; i <= dependent; i++) {
            weight[i] = Math.max(0, weight[i] + step * direction[i]);
        }
        leave(leaving);
    }

    private void leave(int place) {
        for (int i = place + 1; i < size; i++) {
            support[i - 1] = support[i];
            weight[i - 1] = weight[i];
        }
        size--;
        factored = place == 0 ? 0 : Math.min(factored, place - 1);
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

    /** A column less the first of the support. */
    private void difference(int j, double[] into) {
        int at = j * rows;
        int base = support[0] * rows;
        for (int t = 0; t < rows; t++) {
            into[t] = points[at + t] - points[base + t];
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
