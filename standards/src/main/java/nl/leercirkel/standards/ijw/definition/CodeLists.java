package nl.leercirkel.standards.ijw.definition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The code lists of release 3.2, of both laws. */
public final class CodeLists {
    private static final CodeLists RELEASE_3_2 = new CodeLists(Resources.lines("codelijsten-3.2.txt"));

    private final Map<String, CodeList> lists = new LinkedHashMap<>();

    private CodeLists(List<String> lines) {
        String name = "";
        String title = "";
        List<CodeList.Entry> entries = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("lijst ")) {
                add(name, title, entries);
                String[] words = line.split(" ", 3);
                name = words[1];
                title = words[2];
                entries = new ArrayList<>();
            } else {
                String[] cells = line.split("\\|", -1);
                entries.add(new CodeList.Entry(cells[0], cells[1], date(cells[2]), date(cells[3])));
            }
        }
        add(name, title, entries);
    }

    public static CodeLists release32() {
        return RELEASE_3_2;
    }

    /** The list of that name, which must be one of the standard's. */
    public CodeList get(String name) {
        CodeList list = lists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("no code list " + name);
        }
        return list;
    }

    public Collection<CodeList> all() {
        return List.copyOf(lists.values());
    }

    /** Product categories of a law: JZ020 or WMO020. */
    public CodeList productCategories(Law law) {
        return get(law == Law.YOUTH ? "JZ020" : "WMO020");
    }

    /** Reasons of ending of a law: JZ588 or WMO588; the same numbers mean different things. */
    public CodeList endReasons(Law law) {
        return get(law == Law.YOUTH ? "JZ588" : "WMO588");
    }

    private void add(String name, String title, List<CodeList.Entry> entries) {
        if (!name.isEmpty()) {
            lists.put(name, new CodeList(name, title, entries));
        }
    }

    private static @Nullable LocalDate date(String cell) {
        return cell.isEmpty() ? null : LocalDate.parse(cell);
    }
}
