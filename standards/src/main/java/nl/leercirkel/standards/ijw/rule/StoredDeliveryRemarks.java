package nl.leercirkel.standards.ijw.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.leercirkel.standards.ijw.message.StartClient;
import nl.leercirkel.standards.ijw.message.StartProduct;
import nl.leercirkel.standards.ijw.message.StopClient;
import nl.leercirkel.standards.ijw.message.StopProduct;

/** Whether starts and stops come within their terms (OP271, OP272). A correction, which removes as well, is not judged. */
final class StoredDeliveryRemarks {
    private static final int TERM = 5;

    private final StoredContext context;

    StoredDeliveryRemarks(StoredContext context) {
        this.context = context;
    }

    void check(StartClient client) {
        List<StartProduct> products = client.products();
        boolean correction = products.stream().anyMatch(start -> start.status().equals(DeliveryRules.REMOVE));
        for (int i = 0; i < products.size() && !correction; i++) {
            StartProduct start = products.get(i);
            Long number = start.allocationNumber();
            // Of an allocation made afterwards the term runs from when it came; the day it was decided is what messages
            // tell.
            LocalDate known = number == null
                    ? start.begin()
                    : context.allocation(number, client.bsn())
                            .map(found -> found.product().date())
                            .filter(decided -> decided.isAfter(start.begin()))
                            .orElse(start.begin());
            if (isLate(known)) {
                context.findings().remark("OP271", DeliveryRules.start(i + 1), "Begindatum", start.begin());
            }
        }
    }

    void check(StopClient client) {
        List<StopProduct> products = client.products();
        boolean correction = products.stream().anyMatch(stop -> stop.status().equals(DeliveryRules.REMOVE));
        List<StopProduct> earlier = context.history().stops(context.parties(), client.bsn());
        for (int i = 0; i < products.size() && !correction; i++) {
            StopProduct stop = products.get(i);
            // After a pause the term runs from when it became known that care would not go on, which no message tells.
            boolean afterPause = earlier.stream()
                    .anyMatch(one -> one.isTemporary()
                            && Objects.equals(one.allocationNumber(), stop.allocationNumber())
                            && one.begin().equals(stop.begin()));
            if (!afterPause && isLate(stop.end())) {
                context.findings().remark("OP272", DeliveryRules.stop(i + 1), "Einddatum", stop.end());
            }
        }
    }

    private boolean isLate(LocalDate known) {
        return context.messageDate().isAfter(WorkingDays.after(known, TERM));
    }
}
