package nl.leercirkel.source.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.quality.QualityReport.Example;
import nl.leercirkel.source.quality.QualityReport.Jump;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows of a version beside the rows with the same key in the version before. A number jumps when it became at least
 * half as much more or less, and that is far from what the other numbers of the field did (modified z-score of the ratio's
 * logarithm above 3.5, or of the difference where numbers can be zero or negative).
 */
public final class ChangeInspection {
    private static final double LIMIT = 3.5;
    private static final double LARGE = 1.5;
    private static final int FEWEST = 10;

    private record Pair(int now, int before, String name) {}

    private final List<Pair> shared = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final int[] beforeOf;
    private long same;
    private long changed;

    /** What happened to one numeric field. */
    private static final class Column {
        private final Doubles before = new Doubles();
        private final Doubles now = new Doubles();
    }

    public ChangeInspection(Definition now, Definition before) {
        beforeOf = new int[now.fields().size()];
        for (int at = 0; at < beforeOf.length; at++) {
            Field field = now.fields().get(at);
            OptionalInt there = before.indexOf(field.name());
            boolean alike =
                    there.isPresent() && before.fields().get(there.getAsInt()).type() == field.type();
            beforeOf[at] = alike ? there.getAsInt() : -1;
            if (alike && field.type().isNumeric()) {
                shared.add(new Pair(at, there.getAsInt(), field.name()));
                columns.add(new Column());
            }
        }
    }

    public void row(long number, @Nullable String[] now, @Nullable String[] before) {
        boolean equal = true;
        for (int at = 0; at < beforeOf.length && equal; at++) {
            equal = beforeOf[at] < 0 || java.util.Objects.equals(now[at], before[beforeOf[at]]);
        }
        if (equal) {
            same++;
        } else {
            changed++;
        }
        for (int i = 0; i < shared.size(); i++) {
            String a = now[shared.get(i).now()];
            String b = before[shared.get(i).before()];
            if (a != null && b != null) {
                columns.get(i).now.add(number, Double.parseDouble(a));
                columns.get(i).before.add(number, Double.parseDouble(b));
            }
        }
    }

    public long same() {
        return same;
    }

    public long changed() {
        return changed;
    }

    public List<Jump> jumps() {
        List<Jump> jumps = new ArrayList<>();
        for (int i = 0; i < shared.size(); i++) {
            Jump jump = jump(shared.get(i).name(), columns.get(i));
            if (jump.rows() > 0) {
                jumps.add(jump);
            }
        }
        return jumps;
    }

    private static Jump jump(String name, Column column) {
        int n = column.now.size();
        double[] moves = moves(column);
        List<Integer> found = new ArrayList<>();
        double[] scores = n < FEWEST ? new double[0] : Outliers.scores(moves);
        // where most numbers did not move at all, everything that did move much stands out
        boolean still = scores.length == 0;
        for (int at = 0; at < n; at++) {
            if (isLarge(column.before.value(at), column.now.value(at)) && (still || scores[at] > LIMIT)) {
                found.add(at);
            }
        }
        found.sort((a, b) -> Double.compare(Math.abs(moves[b]), Math.abs(moves[a])));
        List<Example> examples = found.stream()
                .limit(QualityReport.EXAMPLES)
                .map(at -> new Example(
                        column.now.row(at),
                        "van " + RowsInspection.plain(column.before.value(at)) + " naar "
                                + RowsInspection.plain(column.now.value(at))))
                .toList();
        return new Jump(name, found.size(), examples);
    }

    private static boolean isLarge(double before, double now) {
        if (before <= 0 || now <= 0) {
            return Math.abs(now - before) > 0.5 * Math.max(Math.abs(before), Math.abs(now));
        }
        return now / before >= LARGE || before / now >= LARGE;
    }

    private static double[] moves(Column column) {
        double[] before = column.before.values();
        double[] now = column.now.values();
        boolean positive = Arrays.stream(before).allMatch(value -> value > 0)
                && Arrays.stream(now).allMatch(value -> value > 0);
        double[] moves = new double[now.length];
        for (int at = 0; at < moves.length; at++) {
            moves[at] = positive ? Math.log(now[at] / before[at]) : now[at] - before[at];
        }
        return moves;
    }
}
