package nl.leercirkel.standards.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Collects findings in bounded memory: keeps the first ones, counts all. Not for use by several threads. */
public final class Findings implements Consumer<Finding> {

    /** As many as a person will ever read. */
    public static final int KEPT = 1_000;

    private final List<Finding> kept = new ArrayList<>();
    private final Map<Finding.Level, Long> counts = new EnumMap<>(Finding.Level.class);

    @Override
    public void accept(Finding finding) {
        counts.merge(finding.level(), 1L, Long::sum);
        if (kept.size() < KEPT || finding.level() == Finding.Level.FATAL) {
            kept.add(finding);
        }
    }

    /** The first {@value #KEPT}, and every fatal one. */
    public List<Finding> kept() {
        return List.copyOf(kept);
    }

    public long count(Finding.Level level) {
        return counts.getOrDefault(level, 0L);
    }

    /** Neither errors nor a stop: the content can be used as a whole. */
    public boolean usable() {
        return count(Finding.Level.ERROR) == 0 && count(Finding.Level.FATAL) == 0;
    }

    /** Read to the end. */
    public boolean complete() {
        return count(Finding.Level.FATAL) == 0;
    }
}
