package nl.leercirkel.source;

import java.util.List;
import nl.leercirkel.source.check.CellError;

/** A refused row as the pages show it. */
record RefusalLine(long number, List<String> written, List<String> messages, List<Integer> wrongFields) {

    static List<RefusalLine> of(List<Staging.Refusal> refusals) {
        return refusals.stream()
                .map(row -> new RefusalLine(
                        row.number(),
                        row.written(),
                        row.errors().stream().map(CellError::toString).toList(),
                        row.errors().stream().map(CellError::field).toList()))
                .toList();
    }

    public boolean isWrong(int field) {
        return wrongFields.contains(field);
    }
}
