package nl.leercirkel.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.leercirkel.source.check.CellError;
import nl.leercirkel.source.check.Definition;

/** Refused rows to take along, mend in a spreadsheet and bring back. */
final class RefusedRowsFile {

    private RefusedRowsFile() {}

    static byte[] of(Definition definition, List<Staging.Refusal> rows) {
        TableText text = new TableText();
        List<String> header = new ArrayList<>();
        header.add(Mending.ROW);
        definition.fields().forEach(field -> header.add(field.name()));
        header.add(Mending.ERROR);
        text.row(header);
        for (Staging.Refusal row : rows) {
            List<String> cells = new ArrayList<>();
            cells.add(Long.toString(row.number()));
            cells.addAll(row.written());
            cells.add(row.errors().stream().map(CellError::toString).collect(Collectors.joining(" ")));
            text.row(cells);
        }
        return text.bytes();
    }
}
