package nl.leercirkel.statistics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;

/**
 * A dimension of a table: its codes, and which codes are the sum of which others.
 *
 * <p>A code without parts is a leaf. A code may be made of parts in more than one way (a country of provinces and of youth regions);
 * a code may be part of several totals. That is how linked tables over the same people are told apart from separate ones.
 */
public final class Dimension {

    /**
     * A total and the parts that add up to it.
     *
     * @param code the total
     * @param parts at least one; together they count every leaf once
     */
    public record Total(String code, List<String> parts) {

        public Total {
            parts = List.copyOf(parts);
        }

        public static Total of(String code, String... parts) {
            return new Total(code, List.of(parts));
        }
    }

    private final String name;
    private final List<String> given;
    private final List<Total> totals;
    /** In rising order of text, so that no result depends on the order in which codes were given. */
    private final String[] codes;

    private final Map<String, Integer> index;
    private final int[][] parents;
    private final int[][] parts;
    private final int[] leaves;
    private final BitSet[] below;

    private Dimension(
            String name,
            List<String> given,
            List<Total> totals,
            String[] codes,
            Map<String, Integer> index,
            int[][] parts,
            int[] relationParents,
            BitSet[] below) {
        this.name = name;
        this.given = List.copyOf(given);
        this.totals = List.copyOf(totals);
        this.codes = codes;
        this.index = index;
        this.parts = new int[parts.length][];
        for (int relation = 0; relation < parts.length; relation++) {
            int[] members = new int[parts[relation].length + 1];
            members[0] = relationParents[relation];
            System.arraycopy(parts[relation], 0, members, 1, parts[relation].length);
            this.parts[relation] = members;
        }
        this.below = below;
        this.leaves = leaves(codes.length, relationParents);
        this.parents = relationsOf(codes.length, this.parts);
    }

    /**
     * A dimension without levels.
     *
     * @param total the code of all parts together
     */
    public static Outcome<Dimension> flat(String name, String total, List<String> parts) {
        return of(name, parts, List.of(new Total(total, parts)));
    }

    /**
     * A dimension with levels.
     *
     * @param codes in the order in which people want to see them; codes that only stand in the totals come after them
     * @param totals which codes are sums, in any order; empty for a dimension without any total
     * @return NO_DATA without a name or code; DO_NOT_MATCH, with the codes, for a total that contains itself, a leaf that a total
     *     counts twice, a total made in two ways that do not hold the same leaves, or a part named twice
     */
    public static Outcome<Dimension> of(String name, List<String> codes, List<Total> totals) {
        Set<String> all = new LinkedHashSet<>(codes);
        if (all.size() < codes.size()) {
            return Outcome.failed(Reason.DO_NOT_MATCH, name + ": a code stands there twice in " + codes);
        }
        for (Total total : totals) {
            all.add(total.code());
            all.addAll(total.parts());
            if (total.parts().isEmpty()) {
                return Outcome.failed(Reason.NO_DATA, name + ": total " + total.code() + " has no parts");
            }
        }
        if (name.isBlank() || all.isEmpty() || all.stream().anyMatch(String::isBlank)) {
            return Outcome.failed(Reason.NO_DATA, "dimension '" + name + "' has no name, no codes or a blank code");
        }
        String[] sorted = all.stream().sorted().toArray(String[]::new);
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < sorted.length; i++) {
            index.put(sorted[i], i);
        }
        // Relations too in an order that does not depend on how they were given.
        List<int[]> relations = totals.stream()
                .map(total -> members(total, index))
                .sorted(Arrays::compare)
                .toList();
        return levels(name, sorted, relations)
                .map(below -> new Dimension(
                        name,
                        List.copyOf(all),
                        totals,
                        sorted,
                        index,
                        relations.stream()
                                .map(r -> Arrays.copyOfRange(r, 1, r.length))
                                .toArray(int[][]::new),
                        relations.stream().mapToInt(r -> r[0]).toArray(),
                        below));
    }

    /** The parent first, then the parts in rising order. */
    private static int[] members(Total total, Map<String, Integer> index) {
        int[] members = new int[total.parts().size() + 1];
        for (int i = 0; i < total.parts().size(); i++) {
            members[i + 1] = index.getOrDefault(total.parts().get(i), -1);
        }
        members[0] = index.getOrDefault(total.code(), -1);
        Arrays.sort(members, 1, members.length);
        return members;
    }

    /** The leaves below each code, found bottom-up; what cannot be found bottom-up stands in a circle. */
    private static Outcome<BitSet[]> levels(String name, String[] codes, List<int[]> relations) {
        BitSet[] below = new BitSet[codes.length];
        boolean[] total = new boolean[codes.length];
        relations.forEach(relation -> total[relation[0]] = true);
        int leaf = 0;
        for (int code = 0; code < codes.length; code++) {
            below[code] = new BitSet();
            if (!total[code]) {
                below[code].set(leaf++);
            }
        }
        int[] waiting = new int[codes.length];
        relations.forEach(relation -> waiting[relation[0]]++);
        List<int[]> rest = new ArrayList<>(relations);
        boolean progress = true;
        while (progress) {
            progress = false;
            for (int i = rest.size() - 1; i >= 0; i--) {
                int[] relation = rest.get(i);
                if (Arrays.stream(relation).skip(1).allMatch(part -> waiting[part] == 0)) {
                    BitSet sum = new BitSet();
                    for (int k = 1; k < relation.length; k++) {
                        if (sum.intersects(below[relation[k]])) {
                            return Outcome.failed(
                                    Reason.DO_NOT_MATCH,
                                    name + ": " + codes[relation[0]] + " counts a part of " + codes[relation[k]]
                                            + " twice");
                        }
                        sum.or(below[relation[k]]);
                    }
                    if (!below[relation[0]].isEmpty() && !below[relation[0]].equals(sum)) {
                        return Outcome.failed(
                                Reason.DO_NOT_MATCH,
                                name + ": " + codes[relation[0]] + " is made in two ways that do not hold the same");
                    }
                    below[relation[0]] = sum;
                    waiting[relation[0]]--;
                    rest.remove(i);
                    progress = true;
                }
            }
        }
        if (!rest.isEmpty()) {
            Set<String> circle = new TreeSet<>();
            rest.forEach(relation -> circle.add(codes[relation[0]]));
            return Outcome.failed(Reason.DO_NOT_MATCH, name + ": circle, part of itself: " + circle);
        }
        return Outcome.of(below);
    }

    private static int[] leaves(int codes, int[] relationParents) {
        boolean[] total = new boolean[codes];
        for (int parent : relationParents) {
            total[parent] = true;
        }
        return java.util.stream.IntStream.range(0, codes)
                .filter(code -> !total[code])
                .toArray();
    }

    private static int[][] relationsOf(int codes, int[][] relations) {
        List<List<Integer>> of = new ArrayList<>();
        for (int code = 0; code < codes; code++) {
            of.add(new ArrayList<>());
        }
        for (int relation = 0; relation < relations.length; relation++) {
            for (int member : relations[relation]) {
                of.get(member).add(relation);
            }
        }
        return of.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /**
     * This dimension with a code for every difference of two codes that nobody publishes but anybody can work out: of a code and
     * another one within it, where no chain of totals leads from the one to the other. Example: ages 0-17 in one table and 0-15 in
     * another give 16-17.
     */
    public Dimension withDifferences() {
        Set<BitSet> known = new LinkedHashSet<>(Arrays.asList(below));
        Map<BitSet, Total> differences = new LinkedHashMap<>();
        List<Total> more = new ArrayList<>(totals);
        for (int whole = 0; whole < codes.length; whole++) {
            for (int part = 0; part < codes.length; part++) {
                BitSet rest = (BitSet) below[whole].clone();
                rest.andNot(below[part]);
                boolean within = rest.cardinality() + below[part].cardinality() == below[whole].cardinality();
                if (!within || rest.isEmpty() || chained(part, whole)) {
                    continue;
                }
                if (!known.contains(rest)) {
                    String code = codes[whole] + " zonder " + codes[part];
                    differences.putIfAbsent(rest, new Total(code, leafCodes(rest)));
                }
                Total difference = differences.get(rest);
                String code = difference == null ? codes[Arrays.asList(below).indexOf(rest)] : difference.code();
                more.add(Total.of(codes[whole], codes[part], code));
            }
        }
        more.addAll(differences.values());
        return of(name, given, more).get();
    }

    private List<String> leafCodes(BitSet set) {
        return set.stream().mapToObj(leaf -> codes[leaves[leaf]]).toList();
    }

    private boolean chained(int part, int whole) {
        for (int relation : parents[part]) {
            int parent = parts[relation][0];
            if (parent != part && (parent == whole || chained(parent, whole))) {
                return true;
            }
        }
        return false;
    }

    public String name() {
        return name;
    }

    /** The codes in the order given. */
    public List<String> codes() {
        return given;
    }

    public List<Total> totals() {
        return totals;
    }

    boolean isSameAs(Dimension other) {
        return name.equals(other.name) && Arrays.equals(codes, other.codes) && Arrays.deepEquals(parts, other.parts);
    }

    int size() {
        return codes.length;
    }

    String code(int number) {
        return codes[number];
    }

    /** The number of a code, -1 for a code this dimension does not have. */
    int number(String code) {
        return index.getOrDefault(code, -1);
    }

    /** Numbers of the codes without parts, rising. */
    int[] leaves() {
        return leaves;
    }

    boolean isLeaf(int code) {
        return Arrays.binarySearch(leaves, code) >= 0;
    }

    /** Whether the code holds the leaf with this place in {@link #leaves()}. */
    boolean holds(int code, int leaf) {
        return below[code].get(leaf);
    }

    /** Whether every leaf of a part is one of the whole. */
    boolean contains(int whole, int part) {
        for (int leaf = below[part].nextSetBit(0); leaf >= 0; leaf = below[part].nextSetBit(leaf + 1)) {
            if (!below[whole].get(leaf)) {
                return false;
            }
        }
        return true;
    }

    BitSet below(int code) {
        return below[code];
    }

    /** Whether totals overlap: a code is part of two totals, or a total is made in two ways. */
    boolean isLinked() {
        boolean[] part = new boolean[codes.length];
        boolean[] total = new boolean[codes.length];
        for (int[] relation : parts) {
            for (int i = 0; i < relation.length; i++) {
                boolean[] seen = i == 0 ? total : part;
                if (seen[relation[i]]) {
                    return true;
                }
                seen[relation[i]] = true;
            }
        }
        return false;
    }

    /** Per relation: the total first, then its parts. */
    int[][] relations() {
        return parts;
    }

    /** The relations in which a code is the total or a part. */
    int[] relationsOf(int code) {
        return parents[code];
    }
}
