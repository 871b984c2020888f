package nl.leercirkel.standards.bij;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries of providers, of which a correction replaces the whole of the one before: what it does not hold is gone. Not
 * for use by several threads.
 */
public final class DeliveryBook {

    private final Map<Key, Delivery> deliveries = new LinkedHashMap<>();

    private record Key(String provider, RecordType type, BijPeriod period) {}

    /** Everything a provider delivers of one type of record over one period. */
    public record Delivery(String provider, RecordType type, BijPeriod period, List<BijRecord> records) {

        public Delivery {
            records = List.copyOf(records);
            for (BijRecord record : records) {
                if (record.type() != type) {
                    throw new IllegalArgumentException("a " + record.type() + " in a delivery of " + type);
                }
            }
        }
    }

    /** What happened to a delivery. */
    public sealed interface Receipt {

        /**
         * It holds from now on.
         *
         * @param added records that the delivery before did not have
         * @param removed records of the delivery before that are gone
         * @param correction whether there was a delivery before
         */
        record Accepted(int added, int removed, boolean correction) implements Receipt {}

        /** It came too late or too early; nothing changed. */
        record Refused(String reason) implements Receipt {}
    }

    /** Takes a delivery in on a day. Only the latest ended period and the one before it are open. */
    public Receipt receive(Delivery delivery, LocalDate today) {
        BijPeriod period = delivery.period();
        if (!today.isAfter(period.end())) {
            return new Receipt.Refused("Periode " + period + " is nog niet afgelopen.");
        }
        LocalDate nextButOne = period.end().plusMonths(2L * period.months() + 1).withDayOfMonth(1);
        if (!today.isBefore(nextButOne)) {
            return new Receipt.Refused("Periode " + period
                    + " is gesloten: alleen de laatst afgelopen periode en die ervoor worden aangenomen.");
        }
        Delivery before = deliveries.put(new Key(delivery.provider(), delivery.type(), period), delivery);
        return before == null
                ? new Receipt.Accepted(delivery.records().size(), 0, false)
                : new Receipt.Accepted(
                        without(delivery.records(), before.records()),
                        without(before.records(), delivery.records()),
                        true);
    }

    public Optional<Delivery> delivery(String provider, RecordType type, BijPeriod period) {
        return Optional.ofNullable(deliveries.get(new Key(provider, type, period)));
    }

    /**
     * Every trajectory of youth help as last delivered. Records without a citizen service number that share a key in one
     * delivery are all kept: they may be of twins.
     */
    public List<BijRecord.YouthHelp> youthHelp() {
        record Owned(String provider, RecordKey key) {}
        Map<Owned, List<BijRecord.YouthHelp>> latest = new LinkedHashMap<>();
        deliveries.values().stream()
                .sorted(Comparator.comparing(Delivery::period))
                .forEach(delivery -> {
                    Map<Owned, List<BijRecord.YouthHelp>> own = new LinkedHashMap<>();
                    for (BijRecord record : delivery.records()) {
                        if (record instanceof BijRecord.YouthHelp help) {
                            own.computeIfAbsent(
                                            new Owned(delivery.provider(), RecordKey.of(help)),
                                            key -> new ArrayList<>())
                                    .add(help);
                        }
                    }
                    latest.putAll(own);
                });
        return latest.values().stream().flatMap(List::stream).toList();
    }

    /**
     * Trajectories that were open at the end of the period before and are not in the delivery of this one. CBS ends these
     * itself; empty where one of the two deliveries is not there.
     */
    public List<BijRecord.YouthHelp> notReturned(String provider, BijPeriod period) {
        Delivery now = deliveries.get(new Key(provider, RecordType.JH, period));
        Delivery before = deliveries.get(new Key(provider, RecordType.JH, period.previous()));
        if (now == null || before == null) {
            return List.of();
        }
        Map<RecordKey, Integer> here = counts(now);
        List<BijRecord.YouthHelp> gone = new ArrayList<>();
        for (BijRecord record : before.records()) {
            if (record instanceof BijRecord.YouthHelp help
                    && help.end() == null
                    && here.merge(RecordKey.of(help), -1, Integer::sum) < 0) {
                gone.add(help);
            }
        }
        return gone;
    }

    private static Map<RecordKey, Integer> counts(Delivery delivery) {
        Map<RecordKey, Integer> counts = new HashMap<>();
        for (BijRecord record : delivery.records()) {
            if (record instanceof BijRecord.YouthHelp help) {
                counts.merge(RecordKey.of(help), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** How many of these are not among the others; equal records count as often as they stand there. */
    private static int without(List<BijRecord> these, List<BijRecord> others) {
        Map<BijRecord, Integer> left = new HashMap<>();
        others.forEach(record -> left.merge(record, 1, Integer::sum));
        int missing = 0;
        for (BijRecord record : these) {
            @Nullable Integer there = left.get(record);
            if (there == null || there == 0) {
                missing++;
            } else {
                left.put(record, there - 1);
            }
        }
        return missing;
    }
}
