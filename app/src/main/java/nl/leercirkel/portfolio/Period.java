package nl.leercirkel.portfolio;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A period as the source gives it: it may be open at either side, and it may contradict itself. Both ends belong to it.
 *
 * @param runOut until when work may still go on after the end ("uitloop")
 * @param asGiven the source's own words when they differ from {@link #canonical()}; empty otherwise
 */
public record Period(
        @Nullable DatePart start,
        @Nullable DatePart end,
        @Nullable DatePart runOut,
        String asGiven) {

    private static final Pattern RUN_OUT =
            Pattern.compile("(.*?)[ ,]*\\(?\\buitloop (?:tot en met|t/m|tot) ([^()]+)\\)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile(
            "(?:van )?(.+?)(?: t/m | tot en met | tot |\\.\\.| [-–] | en )(.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEARS = Pattern.compile("(\\d{4})[-–](\\d{4})");
    private static final Pattern FROM = Pattern.compile("(?:vanaf|sinds) (.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNTIL = Pattern.compile("(?:t/m|tot en met|tot) (.+)", Pattern.CASE_INSENSITIVE);

    public Period {
        if (start == null && end == null) {
            throw new IllegalArgumentException("A period has a start or an end");
        }
        asGiven = asGiven.strip();
        if (asGiven.equals(canonical(start, end, runOut))) {
            asGiven = "";
        }
    }

    public static Period of(@Nullable DatePart start, @Nullable DatePart end) {
        return new Period(start, end, null, "");
    }

    public static Period of(DatePart whole) {
        return of(whole, whole);
    }

    /**
     * Reads a period in Dutch or in the compact form: "2019", "2019 t/m 2021", "vanaf juli 2020", "2021-09..2022-09",
     * "schooljaar 2020/2021", "april 2021 tot april 2022 (uitloop t/m december 2021)".
     */
    public static Optional<Period> parse(String text) {
        String given = text.strip().replaceAll("\\s+", " ");
        Matcher runOut = RUN_OUT.matcher(given);
        if (runOut.matches()) {
            return DatePart.parse(runOut.group(2))
                    .flatMap(part ->
                            parseEnds(runOut.group(1)).map(ends -> new Period(ends.start, ends.end, part, given)));
        }
        return parseEnds(given).map(ends -> new Period(ends.start, ends.end, null, given));
    }

    private static Optional<Period> parseEnds(String text) {
        String given = text.strip().replaceFirst("(?i)^schooljaren ", "schooljaar ");
        Optional<Period> single = DatePart.parse(given).map(Period::of);
        if (single.isPresent()) {
            return single;
        }
        Matcher years = YEARS.matcher(given);
        if (years.matches()) {
            return ends(years.group(1), years.group(2));
        }
        Matcher from = FROM.matcher(given);
        if (from.matches()) {
            return DatePart.parse(from.group(1)).map(part -> of(part, null));
        }
        Matcher until = UNTIL.matcher(given);
        if (until.matches()) {
            return DatePart.parse(until.group(1)).map(part -> of(null, part));
        }
        Matcher between = BETWEEN.matcher(given);
        return between.matches() ? ends(between.group(1), between.group(2)) : Optional.empty();
    }

    private static Optional<Period> ends(String start, String end) {
        return DatePart.parse(start).flatMap(first -> DatePart.parse(end).map(last -> of(first, last)));
    }

    /** As the source worded it, or else in our own words. */
    public String format() {
        return asGiven.isEmpty() ? canonical() : asGiven;
    }

    /** In our own words: "juli 2020 t/m 2022", "vanaf 2019", "2021". */
    public String canonical() {
        return canonical(start, end, runOut);
    }

    private static String canonical(@Nullable DatePart start, @Nullable DatePart end, @Nullable DatePart runOut) {
        String text;
        if (start == null) {
            text = end == null ? "" : "t/m " + end.format();
        } else if (end == null) {
            text = "vanaf " + start.format();
        } else {
            text = start.equals(end) ? start.format() : start.format() + " t/m " + end.format();
        }
        return runOut == null ? text : text + " (uitloop t/m " + runOut.format() + ")";
    }

    /** In what ways the period contradicts itself, in Dutch; empty when it does not. */
    public List<String> contradictions() {
        List<String> found = new ArrayList<>();
        if (start != null && end != null && end.last().isBefore(start.first())) {
            found.add("het einde (" + end.format() + ") ligt " + distance(end.last(), start.first())
                    + " voor het begin (" + start.format() + ")");
        }
        if (runOut != null && end != null && runOut.last().isBefore(end.last())) {
            found.add("de uitloop (" + runOut.format() + ") is " + distance(runOut.last(), end.last())
                    + " eerder afgelopen dan de periode zelf (" + end.format() + ")");
        }
        return found;
    }

    private static String distance(LocalDate from, LocalDate until) {
        // from the day after, so that the last days of two months are whole months apart
        long months = ChronoUnit.MONTHS.between(from.plusDays(1), until.plusDays(1));
        if (months == 0) {
            long days = ChronoUnit.DAYS.between(from, until);
            return days == 1 ? "1 dag" : days + " dagen";
        }
        return months == 1 ? "1 maand" : months + " maanden";
    }
}
