package nl.leercirkel.statistics.synthetic;

/**
 * Columns less the first of their set, as orthonormal directions times a triangle: Gram-Schmidt, each difference twice, which is
 * enough (Giraud, Langou, Rozloznik and van den Eshof 2005, Numerische Mathematik 101). Places count from 1; place 0 is the first
 * column itself. Mutable.
 */
final class Differences {

    /** Of the length of a difference; what is left below it after projection is rounding. */
    private static final double DEPENDENT = 1e-10;

    private final int rows;
    private double[][] q = {};
    private double[][] r = {};
    private int count;

    Differences(int rows) {
        this.rows = rows;
    }

    /** Makes room for so many columns, and forgets all. */
    void room(int most) {
        count = 0;
        if (q.length < most) {
            q = new double[most][rows];
            r = new double[most][most];
        }
    }

    /** How many places, from 1, are there. */
    int count() {
        return count;
    }

    /** Forgets a place and all after it. */
    void forget(int place) {
        count = Math.min(count, Math.max(place - 1, 0));
    }

    /**
     * Adds the next place.
     *
     * @param points columns behind each other
     * @param column which one to add
     * @param base which one is first in the set
     * @return false when it depends on those that are there; then it was not added
     */
    boolean add(double[] points, int column, int base) {
        int place = count + 1;
        double[] rest = q[place];
        double before = 0;
        for (int t = 0, a = column * rows, b = base * rows; t < rows; t++) {
            rest[t] = points[a + t] - points[b + t];
            before += rest[t] * rest[t];
        }
        for (int k = 1; k < place; k++) {
            r[k][place] = 0;
        }
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 1; k < place; k++) {
                double[] direction = q[k];
                double along = 0;
                for (int t = 0; t < rows; t++) {
                    along += direction[t] * rest[t];
                }
                for (int t = 0; t < rows; t++) {
                    rest[t] -= along * direction[t];
                }
                r[k][place] += along;
            }
        }
        double left = 0;
        for (double value : rest) {
            left += value * value;
        }
        left = Math.sqrt(left);
        if (!(left > DEPENDENT * Math.sqrt(before))) {
            return false;
        }
        r[place][place] = left;
        for (int t = 0; t < rows; t++) {
            rest[t] /= left;
        }
        count = place;
        return true;
    }

    /**
     * Weights, adding up to one, of the mean of the set that is nearest to zero, whatever their sign.
     *
     * @param into one per place, the first column's at 0
     */
    void nearest(double[] points, int base, double[] into) {
        for (int c = 1; c <= count; c++) {
            double along = 0;
            for (int t = 0, b = base * rows; t < rows; t++) {
                along -= q[c][t] * points[b + t];
            }
            into[c] = along;
        }
        double rest = 1;
        for (int c = count; c >= 1; c--) {
            double value = into[c];
            for (int k = c + 1; k <= count; k++) {
                value -= r[c][k] * into[k];
            }
            into[c] = value / r[c][c];
            rest -= into[c];
        }
        into[0] = rest;
    }

    /**
     * How weights can shift, adding up to zero, without moving the mean, after {@link #add} found that the next place depends on
     * those that are there.
     *
     * @return one per place, 1 for the one that was not added
     */
    double[] dependence() {
        int place = count + 1;
        double[] shift = new double[place + 1];
        shift[place] = 1;
        double rest = 1;
        for (int c = count; c >= 1; c--) {
            double value = r[c][place];
            for (int k = c + 1; k <= count; k++) {
                value += r[c][k] * shift[k];
            }
            shift[c] = -value / r[c][c];
            rest += shift[c];
        }
        shift[0] = -rest;
        return shift;
    }
}
