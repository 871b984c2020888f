package nl.leercirkel.standards.ijw.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;
import nl.leercirkel.standards.ijw.message.Bsn;
import nl.leercirkel.standards.ijw.message.ChangeClient;
import nl.leercirkel.standards.ijw.message.ChangeRequest;
import nl.leercirkel.standards.ijw.message.ChangedProduct;
import nl.leercirkel.standards.ijw.message.Reply;
import nl.leercirkel.standards.ijw.message.RequestClient;
import nl.leercirkel.standards.ijw.message.RequestedProduct;
import nl.leercirkel.standards.ijw.message.UnchangedProduct;
import nl.leercirkel.standards.ijw.message.Volume;

/** Rules of requests, and of the answers to them, against what is stored. */
final class StoredRequestRules {
    private static final String TOTAL = "6";
    private static final String REFERENCE = "ReferentieAanbieder";

    private final StoredContext context;
    private final Findings findings;
    private final History history;

    StoredRequestRules(StoredContext context) {
        this.context = context;
        this.findings = context.findings();
        this.history = context.history();
    }

    void check(RequestClient client) {
        if (history.hasOpenRequest(context.parties(), client.bsn())) {
            findings.add("TR374", "/Bericht/Client", "", null);
        }
        List<RequestedProduct> products = client.products();
        for (int i = 0; i < products.size(); i++) {
            String path = RequestRules.product(i + 1);
            unusedReference(products.get(i).providerReference(), path);
            allocatedAlready(products.get(i), client.bsn(), path);
            context.product(products.get(i).product(), path, "Product/Code");
        }
    }

    /** A product that is allocated for the same time is not asked again; no reason to reject (OP307). */
    private void allocatedAlready(RequestedProduct asked, Bsn bsn, String path) {
        LocalDate end = asked.end();
        boolean allocated = history.allocations(context.parties(), bsn).stream()
                .map(History.Allocation::product)
                .filter(one -> asked.product() != null && asked.product().equals(one.product()))
                .anyMatch(one -> (end == null || !one.begin().isAfter(end))
                        && (one.end() == null || !one.end().isBefore(asked.begin())));
        if (allocated) {
            findings.remark("OP307", path, "Product", null);
        }
    }

    private void unusedReference(String reference, String path) {
        if (history.hasRequest(context.parties(), reference)) {
            findings.add("TR347", path, REFERENCE, reference);
        }
    }

    void check(ChangeClient client) {
        Bsn bsn = client.bsn();
        ChangeRequest request = client.request();
        context.client(bsn, "/Bericht/Client");
        unusedReference(request.providerReference(), ChangeRules.REQUEST);
        if (history.hasOpenRequest(context.parties(), bsn)) {
            findings.add("TR374", ChangeRules.REQUEST, "", null);
        }
        Set<Long> named = new HashSet<>();
        List<ProductRules.View> views = new ArrayList<>();
        for (int i = 0; i < request.unchanged().size(); i++) {
            UnchangedProduct product = request.unchanged().get(i);
            String path = ChangeRules.unchanged(i + 1);
            named.add(product.allocationNumber());
            current(product.allocationNumber(), bsn, "TR350", path)
                    .ifPresent(allocation -> views.add(view(allocation, path)));
        }
        for (int i = 0; i < request.changed().size(); i++) {
            ChangedProduct product = request.changed().get(i);
            String path = ChangeRules.changed(i + 1);
            named.add(product.allocationNumber());
            current(product.allocationNumber(), bsn, "TR351", path).ifPresent(allocation -> {
                changed(product, allocation, path);
                views.add(view(product, allocation, path));
            });
        }
        for (int i = 0; i < request.added().size(); i++) {
            String path = ChangeRules.added(i + 1);
            context.product(request.added().get(i).product(), path, "Product/Code");
            views.add(ChangeRules.view(request.added().get(i), path));
        }
        List<History.Allocation> current = history.allocations(context.parties(), bsn).stream()
                .filter(context::isCurrent)
                .toList();
        if (current.isEmpty()) {
            findings.remark("OP306", ChangeRules.REQUEST, "", null);
        }
        boolean complete = current.stream()
                .allMatch(allocation -> named.contains(allocation.product().number()));
        if (!complete) {
            findings.add("TR349", ChangeRules.REQUEST, "", null);
        }
        new ProductRules(findings).overlap(views, "TR361");
    }

    private Optional<AllocatedProduct> current(long number, Bsn bsn, String rule, String path) {
        Optional<History.Allocation> allocation =
                context.allocation(number, bsn).filter(context::isCurrent);
        if (allocation.isEmpty()) {
            findings.add(rule, path, "ToewijzingNummer", number);
        }
        return allocation.map(History.Allocation::product);
    }

    private void changed(ChangedProduct product, AllocatedProduct allocation, String path) {
        boolean fromItsBegin = product.begin().equals(allocation.begin());
        if (!product.begin().isAfter(context.messageDate()) && !fromItsBegin) {
            findings.add("TR357", path, "GewensteIngangsdatum", product.begin());
        }
        if (changesTotal(product, allocation) && !fromItsBegin) {
            findings.add("TR373", path, "GewensteIngangsdatum", product.begin());
        }
        boolean withCode = allocation.product() != null && allocation.product().code() != null;
        if (withCode && product.volume() == null) {
            findings.add("TR411", path, "Omvang", null);
        }
        if (product.volume() != null && StoredContext.ofNewRules(allocation.end())) {
            if (allocation.product() == null) {
                findings.add("TR375", path, "Omvang", null);
            }
            if (!withCode) {
                findings.add("TR412", path, "Omvang", null);
            }
        }
    }

    private static boolean changesTotal(ChangedProduct product, AllocatedProduct allocation) {
        boolean budget = allocation.budget() != null && !Objects.equals(product.budget(), allocation.budget());
        return budget
                || ((isTotal(product.volume()) || isTotal(allocation.volume()))
                        && !Objects.equals(product.volume(), allocation.volume()));
    }

    private static boolean isTotal(@org.jspecify.annotations.Nullable Volume volume) {
        return volume != null && volume.frequency().equals(TOTAL);
    }

    private static ProductRules.View view(AllocatedProduct allocation, String path) {
        return new ProductRules.View(
                path, allocation.product(), allocation.begin(), allocation.end(), null, null, "Einddatum");
    }

    private static ProductRules.View view(ChangedProduct changed, AllocatedProduct allocation, String path) {
        return new ProductRules.View(
                path, allocation.product(), changed.begin(), changed.end(), null, null, "Einddatum");
    }

    void check(Reply reply) {
        String path = ReplyRules.REPLY;
        String reference = reply.providerReference();
        if (!history.hasRequest(context.parties(), reference)) {
            findings.add("TR355", path, REFERENCE, reference);
        }
        if (history.isGranted(context.parties(), reference)) {
            findings.add("TR359", path, "", null);
        }
        List<Reply> earlier = history.replies(context.parties(), reference);
        boolean investigated = reply.answer().equals(ReplyRules.INVESTIGATED);
        if (investigated && !earlier.isEmpty()) {
            findings.add("TR360", path, "VerzoekAntwoord", reply.answer());
        }
        if (earlier.stream().anyMatch(one -> !one.answer().equals(ReplyRules.INVESTIGATED))) {
            findings.add("TR365", path, "", null);
        }
        if (reply.responsible() != null) {
            context.municipality(reply.responsible().code(), path + "/Woonplaatsbeginsel", "Gemeente");
        }
    }
}
