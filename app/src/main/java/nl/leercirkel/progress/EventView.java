package nl.leercirkel.progress;

import java.util.List;

/** An event as a page lists it. */
record EventView(String when, String who, String labelKey, String version, String remark, boolean major) {
    static List<EventView> of(List<Event> events) {
        return events.stream()
                .map(event -> new EventView(
                        DutchTime.moment(event.at()),
                        event.personName(),
                        event.kind().labelKey(),
                        event.number() == null ? "" : "versie " + event.number(),
                        event.remark(),
                        isMajor(event.kind())))
                .toList();
    }

    private static boolean isMajor(Event.Kind kind) {
        return switch (kind) {
            case CLOSED, ACCEPTED -> true;
            case OPENED, EXTENDED, ADDED, REMINDED, HANDED_IN, SENT_BACK -> false;
        };
    }
}
