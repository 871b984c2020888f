package nl.leercirkel.standards.ijw.rule;

import java.util.List;
import java.util.Optional;
import nl.leercirkel.standards.ijw.message.AllocatedClient;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;

/** Rules of an allocation against what is stored. */
final class StoredAllocationRules {
    private final StoredContext context;

    StoredAllocationRules(StoredContext context) {
        this.context = context;
    }

    void check(AllocatedClient client) {
        List<AllocatedProduct> products = client.products();
        for (int i = 0; i < products.size(); i++) {
            AllocatedProduct product = products.get(i);
            String path = AllocationRules.product(i + 1);
            Optional<History.Allocation> known = context.history().allocation(context.parties(), product.number());
            boolean ofAnother = known.isPresent()
                    && !(known.get().bsn().equals(client.bsn())
                            && known.get().parties().equals(context.parties()));
            if (ofAnother) {
                context.findings().add("TR332", path, "ToewijzingNummer", product.number());
            }
            context.product(product.product(), path, "Product/Code");
            reference(product, known, path);
            if (product.isRemoval() && hasApprovedLines(product.number())) {
                context.findings().add("TR385", path, "RedenWijziging", product.changeReason());
            }
        }
    }

    private void reference(AllocatedProduct product, Optional<History.Allocation> known, String path) {
        String reference = product.providerReference();
        if (reference == null) {
            return;
        }
        boolean again = known.isPresent()
                && reference.equals(known.get().product().providerReference())
                && known.get()
                        .product()
                        .date()
                        .atTime(known.get().product().time())
                        .isBefore(product.date().atTime(product.time()));
        if (again || !context.history().hasRequest(context.parties(), reference)) {
            context.findings().add("TR379", path, "ReferentieAanbieder", reference);
        }
    }

    private boolean hasApprovedLines(long number) {
        return context.history().lines(context.parties(), number).stream()
                .anyMatch(line -> line.approved()
                        && !line.credited()
                        && !line.line().amount().credit());
    }
}
