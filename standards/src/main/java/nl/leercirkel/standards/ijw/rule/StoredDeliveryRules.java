package nl.leercirkel.standards.ijw.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.leercirkel.standards.ijw.message.Bsn;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.message.StartClient;
import nl.leercirkel.standards.ijw.message.StartProduct;
import nl.leercirkel.standards.ijw.message.StopClient;
import nl.leercirkel.standards.ijw.message.StopProduct;
import org.jspecify.annotations.Nullable;

/**
 * Rules of starts and stops against what is stored. What a message removes is taken away before its new deliveries are
 * judged, since a correction of a key may come in one message (IV008).
 */
final class StoredDeliveryRules {
    private final StoredContext context;

    StoredDeliveryRules(StoredContext context) {
        this.context = context;
    }

    /** What tells one delivery from another: allocation (or, under task-based contracting, none), product and begin. */
    private record Key(@Nullable Long allocation, @Nullable Product product, LocalDate begin) {
        static Key of(StartProduct start) {
            return new Key(start.allocationNumber(), start.product(), start.begin());
        }

        static Key of(StopProduct stop) {
            return new Key(stop.allocationNumber(), stop.product(), stop.begin());
        }
    }

    void check(StartClient client) {
        List<StartProduct> starts = new ArrayList<>(context.history().starts(context.parties(), client.bsn()));
        List<StopProduct> stops = context.history().stops(context.parties(), client.bsn());
        List<StartProduct> products = client.products();
        for (int i = 0; i < products.size(); i++) {
            if (products.get(i).status().equals(DeliveryRules.REMOVE)) {
                remove(products.get(i), starts, stops, DeliveryRules.start(i + 1));
            }
        }
        for (int i = 0; i < products.size(); i++) {
            if (!products.get(i).status().equals(DeliveryRules.REMOVE)) {
                start(products.get(i), client.bsn(), starts, stops, DeliveryRules.start(i + 1));
                starts.add(products.get(i));
            }
        }
    }

    private void remove(StartProduct removal, List<StartProduct> starts, List<StopProduct> stops, String path) {
        Key key = Key.of(removal);
        if (!starts.removeIf(start -> Key.of(start).equals(key))) {
            context.findings().add("TR063", path, "StatusAanlevering", removal.status());
        }
        if (stops.stream().anyMatch(stop -> Key.of(stop).equals(key))) {
            context.findings().add("TR071", path, "StatusAanlevering", removal.status());
        }
    }

    private void start(StartProduct start, Bsn bsn, List<StartProduct> starts, List<StopProduct> stops, String path) {
        allocation(start.allocationNumber(), bsn, path);
        context.product(start.product(), path, "Product/Code");
        Key key = Key.of(start);
        boolean known = starts.stream().anyMatch(one -> Key.of(one).equals(key));
        if (known) {
            context.findings().add("TR074", path, "", null);
        } else if (starts.stream().anyMatch(one -> isSameProduct(one, start) && isCurrent(one, stops))) {
            context.findings().add("TR326", path, "", null);
        }
    }

    private static boolean isSameProduct(StartProduct one, StartProduct other) {
        return one.allocationNumber() != null
                ? one.allocationNumber().equals(other.allocationNumber())
                : other.allocationNumber() == null && Objects.equals(one.product(), other.product());
    }

    private static boolean isCurrent(StartProduct start, List<StopProduct> stops) {
        return stops.stream().noneMatch(stop -> Key.of(stop).equals(Key.of(start)));
    }

    void check(StopClient client) {
        List<StartProduct> starts = context.history().starts(context.parties(), client.bsn());
        List<StopProduct> stops = new ArrayList<>(context.history().stops(context.parties(), client.bsn()));
        List<StopProduct> products = client.products();
        for (int i = 0; i < products.size(); i++) {
            StopProduct product = products.get(i);
            if (product.status().equals(DeliveryRules.REMOVE) && !stops.removeIf(stop -> isSame(stop, product))) {
                context.findings().add("TR063", DeliveryRules.stop(i + 1), "StatusAanlevering", product.status());
            }
        }
        for (int i = 0; i < products.size(); i++) {
            StopProduct product = products.get(i);
            if (!product.status().equals(DeliveryRules.REMOVE)) {
                stop(product, client.bsn(), starts, stops, DeliveryRules.stop(i + 1));
                stops.add(product);
            }
        }
    }

    private void stop(StopProduct stop, Bsn bsn, List<StartProduct> starts, List<StopProduct> stops, String path) {
        allocation(stop.allocationNumber(), bsn, path);
        context.product(stop.product(), path, "Product/Code");
        Key key = Key.of(stop);
        if (starts.stream().noneMatch(start -> Key.of(start).equals(key))) {
            context.findings().add("TR382", path, "", null);
        }
        if (stops.stream().anyMatch(one -> isSame(one, stop))) {
            context.findings().add("TR074", path, "", null);
            return;
        }
        List<StopProduct> earlier = stops.stream()
                .filter(one -> Objects.equals(one.allocationNumber(), stop.allocationNumber())
                        && one.begin().equals(stop.begin()))
                .toList();
        if (stop.isTemporary() && earlier.stream().anyMatch(StopProduct::isTemporary)) {
            context.findings().add("TR413", path, "RedenBeeindiging", stop.reason());
        }
        if (earlier.stream().anyMatch(one -> stop.end().isBefore(one.end()))) {
            context.findings().add("TR414", path, "Einddatum", stop.end());
        }
        if (earlier.stream().anyMatch(one -> !one.isTemporary())) {
            context.findings().add("TR415", path, "", null);
        }
    }

    private static boolean isSame(StopProduct one, StopProduct other) {
        return Key.of(one).equals(Key.of(other))
                && one.end().equals(other.end())
                && one.reason().equals(other.reason());
    }

    private void allocation(@Nullable Long number, Bsn bsn, String path) {
        if (number != null
                && context.allocation(number, bsn)
                        .filter(found -> !found.product().isRemoval())
                        .isEmpty()) {
            context.findings().add("TR019", path, "ToewijzingNummer", number);
        }
    }
}
