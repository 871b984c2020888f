package nl.leercirkel.progress;

import java.util.EnumMap;
import java.util.Map;

/** A round with how many projects stand where, of the projects that the reader sees. */
record RoundSummary(Round round, Map<ReportState, Integer> counts) {

    RoundSummary {
        EnumMap<ReportState, Integer> copy = new EnumMap<>(ReportState.class);
        copy.putAll(counts);
        counts = copy;
    }

    public int count(ReportState state) {
        return counts.getOrDefault(state, 0);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What still has to come in. */
    public int awaited() {
        return ReportState.AWAITED.stream().mapToInt(this::count).sum();
    }

    /** What came in and waits for the manager. */
    public int toJudge() {
        return count(ReportState.HANDED_IN);
    }

    /** What came in, judged or not. */
    public int received() {
        return total() - awaited();
    }
}
