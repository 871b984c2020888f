package nl.leercirkel.standards.bij;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Records of the same person and form that overlap become one: first start, last end. The result does not depend on the order
 * of the records, and merging twice changes nothing.
 *
 * <p>Records without a number that identifies someone are left as they are, since they may be of twins.
 */
public final class Merging {

    /** The order in which merging looks at records: total, so that the result is the same whatever the order of the input. */
    private static final Comparator<BijRecord.YouthHelp> ORDER = Comparator.comparing(BijRecord.YouthHelp::start)
            .thenComparing(help -> Objects.requireNonNullElse(help.end(), LocalDate.MAX))
            .thenComparing(help -> help.reason() == null ? "" : help.reason().code())
            .thenComparing(help -> help.referrer().code())
            .thenComparing(help -> help.crisis().code())
            .thenComparing(help -> help.person().residence())
            .thenComparing(help -> help.person().birth().digits())
            .thenComparing(help -> help.person().sex().code())
            .thenComparing(help ->
                    help.measurements().stream().map(Merging::text).toList().toString());

    private Merging() {}

    /**
     * Whether help that ended on a day, or goes on, overlaps help of the same form that starts on a later or equal day.
     *
     * <p>Of a stay the protocol reads the end in two ways, as the last night or the day after it, so a stay that starts on
     * the day on which another ended follows it and does not overlap.
     */
    static boolean overlap(HelpForm form, @Nullable LocalDate end, LocalDate nextStart) {
        return end == null || (form.isStay() ? end.isAfter(nextStart) : !end.isBefore(nextStart));
    }

    /** In the order of person as first met, form and start. */
    public static List<BijRecord.YouthHelp> merge(List<BijRecord.YouthHelp> records) {
        record Who(Bsn bsn, HelpForm form) {}
        Map<Who, List<BijRecord.YouthHelp>> groups = new LinkedHashMap<>();
        List<BijRecord.YouthHelp> result = new ArrayList<>();
        for (BijRecord.YouthHelp record : records) {
            Bsn bsn = record.person().bsn();
            if (bsn.identifies()) {
                groups.computeIfAbsent(new Who(bsn, record.form()), who -> new ArrayList<>())
                        .add(record);
            } else {
                result.add(record);
            }
        }
        for (List<BijRecord.YouthHelp> group : groups.values()) {
            group.sort(ORDER);
            BijRecord.YouthHelp current = group.getFirst();
            for (BijRecord.YouthHelp next : group.subList(1, group.size())) {
                // One start and form is one key, and so one record, also where the first ended on that very day.
                if (next.start().equals(current.start()) || overlap(next.form(), current.end(), next.start())) {
                    current = join(current, next);
                } else {
                    result.add(current);
                    current = next;
                }
            }
            result.add(current);
        }
        return List.copyOf(result);
    }

    /** How it began comes from the first, how it ended from the one that ended last, who it is about from the latest. */
    private static BijRecord.YouthHelp join(BijRecord.YouthHelp first, BijRecord.YouthHelp second) {
        boolean firstIsLast = endsLater(first, second);
        BijRecord.YouthHelp last = firstIsLast ? first : second;
        List<Measurement> measurements = new ArrayList<>(last.measurements());
        for (Measurement measurement : (firstIsLast ? second : first).measurements()) {
            if (measurements.size() < 2
                    && measurements.stream().noneMatch(m -> m.informant() == measurement.informant())) {
                measurements.add(measurement);
            }
        }
        measurements.sort(Comparator.comparing(Measurement::informant));
        return new BijRecord.YouthHelp(
                second.person(),
                first.referrer(),
                first.form(),
                first.crisis(),
                first.start(),
                last.end(),
                last.reason(),
                measurements);
    }

    private static boolean endsLater(BijRecord.YouthHelp one, BijRecord.YouthHelp other) {
        LocalDate end = other.end();
        return end != null && (one.end() == null || one.end().isAfter(end));
    }

    private static String text(Measurement measurement) {
        SelfReliance answer = measurement.selfReliance();
        return measurement.informant().code() + measurement.usefulness() + (answer == null ? "" : answer.code());
    }
}
