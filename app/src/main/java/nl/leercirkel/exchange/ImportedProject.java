package nl.leercirkel.exchange;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.portfolio.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * A project as the file has it.
 *
 * @param row on the sheet Projecten
 * @param key of a project that was exported; null for a new one
 * @param version that was exported
 * @param rows per section the row numbers on its sheet, in the order of the form
 */
record ImportedProject(int row, @Nullable UUID key, int version, TextForm form, Map<String, List<Integer>> rows) {
    String name() {
        return form.value("naam");
    }
}
