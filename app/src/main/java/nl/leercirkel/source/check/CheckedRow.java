package nl.leercirkel.source.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row after the check. */
public sealed interface CheckedRow {

    /**
     * A row that may be stored.
     *
     * @param values by field; null where there is none
     * @param key what tells it from other rows; null where the dataset has no key
     */
    record Good(
            long number,
            @Nullable String[] values,
            @Nullable String key) implements CheckedRow {}

    /**
     * A row that may not.
     *
     * @param written by field, as it stood in the file; empty where nothing did, or where it may not be kept
     */
    record Refused(long number, List<String> written, List<CellError> errors) implements CheckedRow {}
}
