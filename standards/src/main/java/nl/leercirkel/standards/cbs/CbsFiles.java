package nl.leercirkel.standards.cbs;

import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;
import nl.leercirkel.standards.json.JsonReading;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Place;
import org.jspecify.annotations.Nullable;

/** One saved answer of either service, row by row, without the description of its table. */
public final class CbsFiles {

    private CbsFiles() {}

    /**
     * @param rows fields as written; null where the service gave null
     * @return whether the end was reached
     */
    public static boolean read(
            InputStream in, Consumer<Map<String, @Nullable String>> rows, Consumer<? super Finding> findings) {
        boolean[] list = new boolean[1];
        boolean complete = JsonReading.read(
                in,
                json -> json.fields(name -> {
                    if (name.equals("value")) {
                        list[0] = true;
                        json.objects(() -> rows.accept(Pages.row(json)));
                    }
                }),
                findings);
        if (complete && !list[0]) {
            findings.accept(Finding.error(
                    "CBS-ANTWOORD", Place.FILE, "Een antwoord van het CBS heeft een lijst 'value'; die ontbreekt."));
        }
        return complete;
    }
}
