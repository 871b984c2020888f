package nl.leercirkel.standards.bij;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Place;
import org.jspecify.annotations.Nullable;

/** Records of one person and form that overlap in time: the protocol wants them as one record. */
final class Overlaps {

    private record Who(Bsn bsn, HelpForm form) {}

    private record Spell(@Nullable LocalDate end, Place place) {}

    private final Consumer<? super Finding> findings;
    private final Map<Who, NavigableMap<LocalDate, Spell>> spells = new HashMap<>();

    Overlaps(Consumer<? super Finding> findings) {
        this.findings = findings;
    }

    void add(BijRecord.YouthHelp help, Place place) {
        if (!help.person().bsn().identifies()) {
            return;
        }
        NavigableMap<LocalDate, Spell> known =
                spells.computeIfAbsent(new Who(help.person().bsn(), help.form()), who -> new TreeMap<>());
        LocalDate start = help.start();
        LocalDate end = help.end();
        Place other = null;
        Map.Entry<LocalDate, Spell> before = known.floorEntry(start);
        if (before != null && Merging.overlap(help.form(), before.getValue().end(), start)) {
            other = before.getValue().place();
            start = before.getKey();
            end = later(end, before.getValue().end());
        }
        Map.Entry<LocalDate, Spell> after = known.higherEntry(start);
        while (after != null && Merging.overlap(help.form(), end, after.getKey())) {
            other = after.getValue().place();
            end = later(end, after.getValue().end());
            known.remove(after.getKey());
            after = known.higherEntry(start);
        }
        known.put(start, new Spell(end, place));
        if (other != null) {
            report(place, other);
        }
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other == null ? null : one.isAfter(other) ? one : other;
    }

    private void report(Place place, Place other) {
        findings.accept(Finding.error(
                "BIJ-OVERLAP",
                place,
                "Dezelfde persoon heeft dezelfde hulpvorm ook op " + other
                        + ", en de perioden overlappen. Voeg ze samen tot één record: eerste begin, laatste einde."));
    }
}
