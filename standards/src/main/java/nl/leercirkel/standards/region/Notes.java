package nl.leercirkel.standards.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Doubts about figures that do add up. */
final class Notes {

    private static final int WEESP_YEAR = 2022;

    private Notes() {}

    static List<String> about(List<Municipality> parts, Set<String> target, LocalDate then) {
        Set<String> codes = new TreeSet<>(target);
        parts.forEach(part -> codes.add(part.code()));
        List<String> notes = new ArrayList<>();
        if (codes.contains("0363") && then.getYear() == WEESP_YEAR) {
            notes.add("Weesp ging op 24 maart 2022 op in Amsterdam, midden in het jaar. Of cijfers over 2022 Weesp bij"
                    + " Amsterdam tellen, hangt af van wie ze publiceerde.");
        }
        if (target.contains("1961") && then.getYear() < 2019) {
            notes.add("Vijfheerenlanden ontstond uit gemeenten in twee provincies en twee jeugdregio's. Totalen van die"
                    + " provincies en regio's van voor en na 2019 zijn niet vergelijkbaar.");
        }
        return List.copyOf(notes);
    }
}
