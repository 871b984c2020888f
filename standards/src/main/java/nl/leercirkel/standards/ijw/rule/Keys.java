package nl.leercirkel.standards.ijw.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Finds classes with the same logical key below one parent (TR101). */
final class Keys {
    private final Findings findings;

    Keys(Findings findings) {
        this.findings = findings;
    }

    /** Checks a list of classes; {@code path} gives the path of the n-th, counting from 1. */
    <T> void unique(List<T> classes, java.util.function.Function<T, Object> key, BiFunction<T, Integer, String> path) {
        unique("TR101", "", classes, key, path);
    }

    <T> void unique(
            String rule,
            String element,
            List<T> classes,
            java.util.function.Function<T, Object> key,
            BiFunction<T, Integer, String> path) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < classes.size(); i++) {
            T one = classes.get(i);
            if (!seen.add(key.apply(one))) {
                findings.add(rule, path.apply(one, i + 1), element, null);
            }
        }
    }
}
