package nl.leercirkel.standards.region;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Lists and days in Dutch sentences. */
final class DutchText {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("nl", "NL"));

    private DutchText() {}

    static String date(LocalDate day) {
        return DATE.format(day);
    }

    static String enumeration(List<String> names) {
        int last = names.size() - 1;
        return last < 1 ? String.join("", names) : String.join(", ", names.subList(0, last)) + " en " + names.get(last);
    }
}
