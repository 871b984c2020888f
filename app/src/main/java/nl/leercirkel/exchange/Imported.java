package nl.leercirkel.exchange;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * A project, or the programme itself, as the file has it.
 *
 * @param sheet on which it has its row
 * @param key of what was exported; null for what is new
 * @param version that was exported
 * @param print of the programme as it was exported; empty for a project
 * @param rows per section the row numbers on its sheet, in the order of the form
 */
record Imported(
        Layout.Sheet sheet,
        int row,
        @Nullable UUID key,
        int version,
        String print,
        TextForm form,
        Map<String, List<Integer>> rows) {
    String name() {
        return form.value("naam");
    }

    /** Where an error that the portfolio found in its form stands in the file. */
    CellError place(FieldError error) {
        String[] parts = error.path().split("\\.", 3);
        if (parts.length == 3) {
            List<Integer> numbers = rows.getOrDefault(parts[0], List.of());
            int index = parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : numbers.size();
            return new CellError(
                    Layout.heading(parts[0]),
                    index < numbers.size() ? numbers.get(index) : 0,
                    Layout.heading(parts[2]),
                    error.message());
        }
        return rows.containsKey(error.path())
                ? new CellError(Layout.heading(error.path()), 0, "", error.message())
                : new CellError(sheet.name(), row, Layout.heading(error.path()), error.message());
    }
}
