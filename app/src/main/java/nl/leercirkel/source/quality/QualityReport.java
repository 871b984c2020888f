package nl.leercirkel.source.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quality of a version. It says what stands out, never what is right: nothing is repaired.
 *
 * @param rows that were stored
 * @param comparison null where there is no earlier version with the same key
 */
public record QualityReport(
        long rows,
        List<FieldQuality> fields,
        List<PartsCheck> parts,
        List<UnknownCodes> unknownCodes,
        List<Orphans> orphans,
        @Nullable Comparison comparison) {
    /** As many examples are kept of everything. */
    public static final int EXAMPLES = 10;

    public QualityReport {
        fields = List.copyOf(fields);
        parts = List.copyOf(parts);
        unknownCodes = List.copyOf(unknownCodes);
        orphans = List.copyOf(orphans);
    }

    /** A place and what stands there. */
    public record Example(long row, String text) {}

    /**
     * How well a field is filled, and which of its numbers stand out.
     *
     * @param judgement how outliers were looked for, or why not; empty for what is no number
     */
    public record FieldQuality(
            String name,
            long filled,
            @Nullable Spread spread,
            long outliers,
            List<Example> examples,
            String judgement) {
        public FieldQuality {
            examples = List.copyOf(examples);
        }

        /** Rounded down: 100 means every row. */
        public int percentFilled(long rows) {
            return rows == 0 ? 0 : (int) (100 * filled / rows);
        }
    }

    /** The lowest, middle and highest number. */
    public record Spread(double minimum, double median, double maximum) {}

    /**
     * Totals held against their parts.
     *
     * @param what "Totaal = Met verblijf + Zonder verblijf"
     * @param compared rows or groups in which total and parts are all there
     */
    public record PartsCheck(String what, long compared, long wrong, List<Example> examples) {
        public PartsCheck {
            examples = List.copyOf(examples);
        }
    }

    /** Rows refused because of a code that the field or the register does not know. */
    public record UnknownCodes(String field, long rows, List<Example> examples) {
        public UnknownCodes {
            examples = List.copyOf(examples);
        }
    }

    /** Values that must stand in another dataset and do not. */
    public record Orphans(String field, String dataset, long rows, List<Example> examples) {
        public Orphans {
            examples = List.copyOf(examples);
        }
    }

    /**
     * What changed since the version before.
     *
     * @param added rows whose key is new
     * @param removed keys that are gone
     */
    public record Comparison(int withNumber, long same, long changed, long added, long removed, List<Jump> jumps) {
        public Comparison {
            jumps = List.copyOf(jumps);
        }
    }

    /** Numbers of one field that moved much more than the others did. */
    public record Jump(String field, long rows, List<Example> examples) {
        public Jump {
            examples = List.copyOf(examples);
        }
    }

    public long outliers() {
        return fields.stream().mapToLong(FieldQuality::outliers).sum();
    }

    public long contradictions() {
        return parts.stream().mapToLong(PartsCheck::wrong).sum();
    }
}
