package nl.leercirkel.statistics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ways to shift something within or out of a code of one dimension: one leaf of the code goes up, and one leaf outside it goes
 * down, or none. A choice is the list of codes whose sum changes, each with its sign: 2 code for up, 2 code + 1 for down.
 */
final class Choices {

    /** More choices than this per code are not tried. */
    static final int MOST = 600;

    private static final int MOST_LEAVES_FOR_PAIRS = 24;

    private final Dimension dimension;
    private final int[][] holding;
    private final int[] @Nullable [] @Nullable [] perCode;

    Choices(Dimension dimension) {
        this.dimension = dimension;
        int leaves = dimension.leaves().length;
        holding = new int[leaves][];
        for (int leaf = 0; leaf < leaves; leaf++) {
            int here = leaf;
            holding[leaf] = java.util.stream.IntStream.range(0, dimension.size())
                    .filter(code -> dimension.holds(code, here))
                    .toArray();
        }
        perCode = new int[dimension.size()][][];
    }

    /** The choices for a code, those that change the fewest codes first. */
    int[][] of(int code) {
        int[][] known = perCode[code];
        if (known == null) {
            known = make(code);
            perCode[code] = known;
        }
        return known;
    }

    /** Only the leaf goes up, and with it all that hold it. */
    int[] only(int leaf) {
        return change(leaf, -1);
    }

    private int[][] make(int code) {
        int[] inside = dimension.below(code).stream().toArray();
        int leaves = dimension.leaves().length;
        int outside = leaves - inside.length;
        // With too many choices: fewer leaves inside, then fewer outside, evenly spread.
        int insideStep = (inside.length + MOST / 2 - 1) / (MOST / 2);
        int used = (inside.length + insideStep - 1) / insideStep;
        int outsideStep = Math.max(1, (outside * used + MOST - 1) / MOST);
        List<int[]> choices = new ArrayList<>();
        for (int i = 0; i < inside.length; i += insideStep) {
            choices.add(change(inside[i], -1));
            for (int other = 0; other < leaves; other++) {
                boolean sibling = shareParent(inside[i], other);
                if (!dimension.holds(code, other) && (sibling || other % outsideStep == 0)) {
                    choices.add(change(inside[i], other));
                }
            }
        }
        if (dimension.isLinked() && leaves <= MOST_LEAVES_FOR_PAIRS) {
            for (int leaf : inside) {
                addPairs(code, leaf, choices);
            }
        }
        choices.sort(Comparator.comparingInt(choice -> choice.length));
        return choices.subList(0, Math.min(choices.size(), 2 * MOST)).toArray(int[][]::new);
    }

    /**
     * Where totals overlap, one leaf against one other always changes some of them; two against two may not. Only pairs that change
     * fewer totals than their halves are of use.
     */
    private void addPairs(int code, int up, List<int[]> choices) {
        int leaves = dimension.leaves().length;
        for (int down = 0; down < leaves; down++) {
            if (down == up) {
                continue;
            }
            int alone = change(up, down).length - 2;
            for (int second = 0; alone > 0 && second < leaves; second++) {
                for (int last = 0; last < leaves; last++) {
                    if (second == up || second == down || last == up || last == down || last == second) {
                        continue;
                    }
                    int[] pair = change(up, down, second, last);
                    if (pair.length > 0
                            && pair.length - 4 < alone
                            && Arrays.stream(pair).anyMatch(c -> c == 2 * code)) {
                        choices.add(pair);
                    }
                }
            }
        }
    }

    /** Two leaves up and two down; empty where a total would change by two. */
    private int[] change(int up, int down, int second, int last) {
        int[] sums = new int[dimension.size()];
        for (int code : holding[up]) {
            sums[code]++;
        }
        for (int code : holding[second]) {
            sums[code]++;
        }
        for (int code : holding[down]) {
            sums[code]--;
        }
        for (int code : holding[last]) {
            sums[code]--;
        }
        int[] change = new int[sums.length];
        int n = 0;
        for (int code = 0; code < sums.length; code++) {
            if (Math.abs(sums[code]) > 1) {
                return new int[0];
            }
            if (sums[code] != 0) {
                change[n++] = 2 * code + (sums[code] < 0 ? 1 : 0);
            }
        }
        return Arrays.copyOf(change, n);
    }

    private boolean shareParent(int leaf, int other) {
        return holding[leaf].length == holding[other].length && change(leaf, other).length == 2;
    }

    private int[] change(int up, int down) {
        int[] change = new int[holding[up].length + (down < 0 ? 0 : holding[down].length)];
        int n = 0;
        for (int code : holding[up]) {
            if (down < 0 || !dimension.holds(code, down)) {
                change[n++] = 2 * code;
            }
        }
        if (down >= 0) {
            for (int code : holding[down]) {
                if (!dimension.holds(code, up)) {
                    change[n++] = 2 * code + 1;
                }
            }
        }
        return Arrays.copyOf(change, n);
    }
}
