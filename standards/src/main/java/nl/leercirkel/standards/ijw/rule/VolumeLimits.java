package nl.leercirkel.standards.ijw.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.OptionalLong;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;
import nl.leercirkel.standards.ijw.message.Period;
import nl.leercirkel.standards.ijw.message.Volume;

/** How much of an allocation may be declared: in one line and in all (TR321, TR322, IV077). In minutes where the unit is time. */
final class VolumeLimits {
    private static final int MINUTES = 60;
    private static final int DAYS_OF_WEEK = 7;
    private static final int WEEKS_OF_HOUSEHOLD_HELP = 6;
    private static final String HOUSEHOLD_HELP = "01";
    private static final String MINUTE = "01";
    private static final String HOUR = "04";

    private final Law law;
    private final AllocatedProduct allocation;
    private final Volume volume;
    /** True by output, false by effort, empty when the contract is not known: then the widest bound holds. */
    private final Optional<Boolean> output;

    VolumeLimits(Law law, AllocatedProduct allocation, Volume volume, Optional<Boolean> output) {
        this.law = law;
        this.allocation = allocation;
        this.volume = volume;
        this.output = output;
    }

    /** A volume with hours written as minutes, so that both can be compared. */
    static long comparable(long volume, String unit) {
        return unit.equals(HOUR) ? volume * MINUTES : volume;
    }

    /** Whether what is declared in one unit may be counted on an allocation in the other (TR341). */
    static boolean fits(String declared, String allocated) {
        return declared.equals(allocated) || (declared.equals(MINUTE) && allocated.equals(HOUR));
    }

    /** The most that one line may hold. */
    long ofLine(Period period) {
        long times = switch (volume.frequency()) {
            case "1" -> days(period.begin(), period.end());
            case "2" -> isHouseholdHelp() ? WEEKS_OF_HOUSEHOLD_HELP : weeks(period.begin(), period.end());
            default -> 1;
        };
        return times * comparable(volume.amount(), volume.unit());
    }

    /** The most over the whole allocation; empty when it has no end. */
    OptionalLong ofAllocation() {
        LocalDate end = allocation.end();
        if (volume.frequency().equals("6")) {
            return OptionalLong.of(comparable(volume.amount(), volume.unit()));
        }
        if (end == null) {
            return OptionalLong.empty();
        }
        LocalDate begin = allocation.begin();
        long times = switch (volume.frequency()) {
            case "1" -> days(begin, end);
            case "2" -> weeks(begin, end);
            default -> ChronoUnit.MONTHS.between(YearMonth.from(begin), YearMonth.from(end)) + 1;
        };
        return OptionalLong.of(times * comparable(volume.amount(), volume.unit()));
    }

    private boolean isHouseholdHelp() {
        return law == Law.SOCIAL_SUPPORT
                && allocation.product() != null
                && allocation.product().category().equals(HOUSEHOLD_HELP);
    }

    private long weeks(LocalDate begin, LocalDate end) {
        long effort = weeksTouched(begin, end);
        if (output.isEmpty()) {
            return Math.max(effort, sundays(begin, end));
        }
        return output.get() ? sundays(begin, end) : effort;
    }

    private static long weeksTouched(LocalDate begin, LocalDate end) {
        LocalDate first = begin.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate last = end.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return ChronoUnit.WEEKS.between(first, last) + 1;
    }

    /** Sundays in the period; the broken last week of the allocation counts with its last Sunday. */
    private long sundays(LocalDate begin, LocalDate end) {
        LocalDate first = begin.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        long sundays = first.isAfter(end) ? 0 : ChronoUnit.DAYS.between(first, end) / DAYS_OF_WEEK + 1;
        LocalDate allocationEnd = allocation.end();
        if (allocationEnd != null && allocationEnd.getDayOfWeek() != DayOfWeek.SUNDAY) {
            LocalDate lastSunday = allocationEnd.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
            boolean inside = !lastSunday.isBefore(begin) && !lastSunday.isAfter(end);
            // An allocation that holds no Sunday at all still has its one broken week.
            boolean noSunday = lastSunday.isBefore(allocation.begin()) && !end.isBefore(allocationEnd);
            if (inside || noSunday) {
                sundays++;
            }
        }
        return sundays;
    }

    private static long days(LocalDate begin, LocalDate end) {
        return ChronoUnit.DAYS.between(begin, end) + 1;
    }
}
