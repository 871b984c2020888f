package nl.leercirkel.statistics.duration;

import java.util.Arrays;

/**
 * Sorted times of one group, walked from early to late: how many are at risk just before a time and how many events fall on
 * it. Sorting three plain arrays is what keeps a hundred thousand units within milliseconds.
 */
final class RiskTable {

    private final double[] events;
    private final double[] censored;
    private final double[] entries;
    private final boolean late;
    private int nextEvent;
    private int nextCensored;
    private int nextEntry;

    /** Takes the arrays over and sorts them. */
    RiskTable(double[] events, double[] censored, double[] entries, boolean late) {
        Arrays.sort(events);
        Arrays.sort(censored);
        Arrays.sort(entries);
        this.events = events;
        this.censored = censored;
        this.entries = entries;
        this.late = late;
    }

    static RiskTable of(Durations durations, int[] label, int wanted) {
        return new RiskTable(
                durations.times(label, wanted, true),
                durations.times(label, wanted, false),
                durations.entries(label, wanted),
                durations.hasLateEntries());
    }

    static RiskTable of(Durations durations) {
        return of(durations, new int[durations.size()], 0);
    }

    /** The next event time, or infinity. */
    double nextEventTime() {
        return nextEvent < events.length ? events[nextEvent] : Double.POSITIVE_INFINITY;
    }

    /** At risk just before this time: entered before it and not yet ended. Times must be asked in rising order. */
    int atRisk(double time) {
        while (nextCensored < censored.length && censored[nextCensored] < time) {
            nextCensored++;
        }
        while (nextEvent < events.length && events[nextEvent] < time) {
            nextEvent++;
        }
        while (nextEntry < entries.length && entries[nextEntry] < time) {
            nextEntry++;
        }
        int entered = late ? nextEntry : events.length + censored.length;
        return entered - nextEvent - nextCensored;
    }

    /** Events on this time, moving past them. */
    int takeEvents(double time) {
        int from = nextEvent;
        while (nextEvent < events.length && events[nextEvent] == time) {
            nextEvent++;
        }
        return nextEvent - from;
    }

    int size() {
        return events.length + censored.length;
    }

    int eventCount() {
        return events.length;
    }

    double lastTime() {
        double lastEvent = events.length == 0 ? 0 : events[events.length - 1];
        double lastCensored = censored.length == 0 ? 0 : censored[censored.length - 1];
        return Math.max(lastEvent, lastCensored);
    }
}
