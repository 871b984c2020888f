package nl.leercirkel.standards.ijw.definition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A code list of the standard. The same code means something else in another list (31 in JZ588 and in WMO588), so a code is
 * never passed on without its list.
 */
public final class CodeList {
    private final String name;
    private final String title;
    private final Map<String, Entry> entries;
    private final String[] table;
    private final int mask;

    CodeList(String name, String title, Collection<Entry> codes) {
        this.name = name;
        this.title = title;
        this.entries = new LinkedHashMap<>();
        codes.forEach(entry -> entries.put(entry.code(), entry));
        this.table = new String[Integer.highestOneBit(Math.max(4, codes.size() * 4))];
        this.mask = table.length - 1;
        for (String code : entries.keySet()) {
            int place = hash(code.toCharArray(), 0, code.length()) & mask;
            while (table[place] != null) {
                place = (place + 1) & mask;
            }
            table[place] = code;
        }
    }

    /** A code with its meaning; a date that the standard does not give is null. */
    public record Entry(
            String code,
            String meaning,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** The name of the list in the standard: JZ588, COD327. */
    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    public Collection<Entry> entries() {
        return java.util.Collections.unmodifiableCollection(entries.values());
    }

    public boolean contains(String code) {
        return entries.containsKey(code);
    }

    public Optional<Entry> find(String code) {
        return Optional.ofNullable(entries.get(code));
    }

    /** The code that these characters spell, or null; makes no objects, since every coded element passes here. */
    @Nullable
    String match(char[] text, int from, int to) {
        int place = hash(text, from, to) & mask;
        while (true) {
            String code = table[place];
            if (code == null) {
                return null;
            }
            if (code.length() == to - from && same(code, text, from)) {
                return code;
            }
            place = (place + 1) & mask;
        }
    }

    private static boolean same(String code, char[] text, int from) {
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(char[] text, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text[i];
        }
        return hash ^ (hash >>> 7);
    }

    @Override
    public String toString() {
        return name;
    }
}
