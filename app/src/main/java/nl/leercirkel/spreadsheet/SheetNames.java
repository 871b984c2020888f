package nl.leercirkel.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes the names of the sheets and wants nothing else of them. */
final class SheetNames implements SheetReceiver {
    private final List<String> names = new ArrayList<>();

    @Override
    public boolean begin(String sheet) {
        names.add(sheet);
        return false;
    }

    @Override
    public boolean row(int number, Map<Integer, SheetCell> cells, boolean hidden) {
        return false;
    }

    List<String> names() {
        return List.copyOf(names);
    }
}
