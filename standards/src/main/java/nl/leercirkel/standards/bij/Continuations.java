package nl.leercirkel.standards.bij;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which help followed which, per person; only of people whom a number identifies. */
final class Continuations {

    private final Map<Bsn, List<BijRecord.YouthHelp>> byPerson = new HashMap<>();
    private final int days;

    /** @param days help that starts this many days after an end at most continues it */
    Continuations(List<BijRecord.YouthHelp> records, int days) {
        this.days = days;
        for (BijRecord.YouthHelp record : records) {
            if (record.person().bsn().identifies()) {
                byPerson.computeIfAbsent(record.person().bsn(), bsn -> new ArrayList<>())
                        .add(record);
            }
        }
        byPerson.values().forEach(list -> list.sort(Comparator.comparing(BijRecord.YouthHelp::start)));
    }

    /** In order of start. */
    Map<Bsn, List<BijRecord.YouthHelp>> byPerson() {
        return byPerson;
    }

    /** Whether the person went on in another form of help as this one ended. */
    boolean inOtherForm(BijRecord.YouthHelp ended) {
        LocalDate end = ended.end();
        return end != null
                && byPerson.getOrDefault(ended.person().bsn(), List.of()).stream()
                        .anyMatch(other -> other.form() != ended.form()
                                && !other.start().isBefore(end)
                                && !other.start().isAfter(end.plusDays(days)));
    }
}
