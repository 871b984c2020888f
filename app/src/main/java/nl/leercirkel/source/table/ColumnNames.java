package nl.leercirkel.source.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.leercirkel.spreadsheet.RefusedFileException;

/** Names to point at columns with: an empty one is called after its place, and so is the second of two that are the same. */
final class ColumnNames {
    static final int MOST = 500;
    private static final int LONGEST = 200;

    private ColumnNames() {}

    static List<String> of(List<String> written) throws RefusedFileException {
        if (written.size() > MOST) {
            throw new RefusedFileException("De tabel heeft " + written.size() + " kolommen; ten hoogste " + MOST
                    + " worden gelezen. Haal kolommen weg die u niet nodig hebt, of zet de tabel om: een rij per gemeente"
                    + " en periode.");
        }
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int column = 0; column < written.size(); column++) {
            String name = written.get(column).replaceAll("\\s+", " ").strip();
            if (name.length() > LONGEST) {
                name = name.substring(0, LONGEST);
            }
            String place = "kolom " + TableOptions.letters(column);
            String unique = name.isEmpty() ? place : name;
            if (!taken.add(unique.toLowerCase(Locale.ROOT))) {
                unique = unique + " (" + place + ")";
                taken.add(unique.toLowerCase(Locale.ROOT));
            }
            names.add(unique);
        }
        return List.copyOf(names);
    }
}
