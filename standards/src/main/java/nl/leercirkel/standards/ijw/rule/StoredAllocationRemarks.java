package nl.leercirkel.standards.ijw.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.leercirkel.standards.ijw.message.AllocatedClient;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;
import nl.leercirkel.standards.ijw.message.BirthDate;
import nl.leercirkel.standards.ijw.message.ChangeRequest;
import nl.leercirkel.standards.ijw.message.ChangedProduct;
import nl.leercirkel.standards.ijw.message.NewProduct;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.message.Relation;
import nl.leercirkel.standards.ijw.message.Volume;
import org.jspecify.annotations.Nullable;

/** How an allocation message goes on from earlier ones and from requests: what it leaves out, changes and takes over. */
final class StoredAllocationRemarks {
    private static final String CLIENT = "/Bericht/Client";
    private static final String TOTAL = "6";
    private static final String PIECES_OF_OUTPUT = "82";

    private final StoredContext context;
    private final Findings findings;
    private final AllocatedClient client;
    private final List<AllocatedProduct> products;

    StoredAllocationRemarks(StoredContext context, AllocatedClient client) {
        this.context = context;
        this.findings = context.findings();
        this.client = client;
        this.products = client.products();
    }

    void check() {
        relations();
        complete();
        for (int i = 0; i < products.size(); i++) {
            AllocatedProduct product = products.get(i);
            String path = AllocationRules.product(i + 1);
            AllocatedProduct known = context.allocation(product.number(), client.bsn())
                    .map(History.Allocation::product)
                    .orElse(null);
            if (known == null) {
                granted(product, path);
            } else if (known.date().atTime(known.time()).isBefore(product.date().atTime(product.time()))) {
                changed(product, known, path);
            }
            contract(product, path);
            personalBudget(product, path);
        }
        products.stream()
                .map(AllocatedProduct::providerReference)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(this::request);
    }

    /** A number stands for one person (OP071); that a date of birth becomes known changes nobody. */
    private void relations() {
        List<Relation> earlier = context.history().relations(context.parties(), client.bsn());
        for (int i = 0; i < client.relations().size(); i++) {
            Relation relation = client.relations().get(i);
            String path = CLIENT + "/Relaties/Relatie[" + (i + 1) + "]";
            BirthDate birth = relation.birthDate();
            boolean another = birth != null
                    && earlier.stream()
                            .filter(one -> one.number().equals(relation.number()))
                            .map(Relation::birthDate)
                            .anyMatch(one -> one != null && !one.equals(birth));
            if (another) {
                findings.remark("OP071", path, "Nummer", null);
            }
        }
    }

    /** All that holds stands in it (OP087). */
    private void complete() {
        Set<Long> named = products.stream().map(AllocatedProduct::number).collect(Collectors.toSet());
        context.history().allocations(context.parties(), client.bsn()).stream()
                .filter(context::isCurrent)
                .map(allocation -> allocation.product().number())
                .filter(number -> !named.contains(number))
                .sorted()
                .forEach(number -> findings.remark("OP087", CLIENT, "ToegewezenProducten", number));
    }

    /** A number that is new. */
    private void granted(AllocatedProduct product, String path) {
        if (product.changeReason() != null && !product.isRemoval()) {
            findings.remark("IV099", path, "RedenWijziging", product.changeReason());
        }
        boolean extendsAnother = context.history().allocations(context.parties(), client.bsn()).stream()
                .map(History.Allocation::product)
                .anyMatch(other -> goesOnWith(other, product));
        if (extendsAnother) {
            findings.remark("OP380", path, "ToewijzingNummer", product.number());
        }
    }

    private boolean goesOnWith(AllocatedProduct other, AllocatedProduct product) {
        LocalDate end = other.end();
        return end != null
                && !end.isBefore(context.messageDate())
                && product.begin().equals(end.plusDays(1))
                && product.product() != null
                && product.product().equals(other.product())
                && Objects.equals(product.volume(), other.volume())
                && !isTotal(product.volume())
                && product.budget() == null
                && other.budget() == null;
    }

    private void changed(AllocatedProduct product, AllocatedProduct known, String path) {
        if (product.product() != null
                && known.product() != null
                && !product.product().equals(known.product())) {
            findings.remark("OP257", path, "Product", null);
        }
        boolean total = isTotal(product.volume()) && isTotal(known.volume());
        if (product.volume() != null
                && known.volume() != null
                && !total
                && !product.volume().equals(known.volume())) {
            findings.remark("IV066", path, "Omvang", null);
        }
        if (product.changeReason() != null && isSame(product, known)) {
            findings.remark("IV099", path, "RedenWijziging", product.changeReason());
        }
    }

    private static boolean isSame(AllocatedProduct one, AllocatedProduct other) {
        return Objects.equals(one.product(), other.product())
                && one.begin().equals(other.begin())
                && Objects.equals(one.end(), other.end())
                && Objects.equals(one.volume(), other.volume())
                && Objects.equals(one.budget(), other.budget())
                && Objects.equals(one.changeReason(), other.changeReason());
    }

    private static boolean isTotal(@Nullable Volume volume) {
        return volume != null && volume.frequency().equals(TOTAL);
    }

    /** What is contracted by effort is not allocated in pieces of output (OP305). */
    private void contract(AllocatedProduct product, String path) {
        Product what = product.product();
        Volume volume = product.volume();
        if (what == null || what.code() == null || volume == null) {
            return;
        }
        Optional<ReferenceData.Agreement> agreement =
                context.reference().agreement(context.parties(), what.code(), product.begin());
        if (agreement.isPresent() && !agreement.get().output() && volume.unit().equals(PIECES_OF_OUTPUT)) {
            findings.remark("OP305", path, "Omvang/Eenheid", volume.unit());
        }
    }

    private void personalBudget(AllocatedProduct product, String path) {
        Product what = product.product();
        boolean budget = what != null
                && context.reference()
                        .hasPersonalBudget(context.parties(), client.bsn(), what, product.begin(), product.end())
                        .orElse(false);
        if (budget) {
            findings.remark("OP043", path, "Product", null);
        }
    }

    /** What becomes of a request that is granted (OP348, IV093, IV094). */
    private void request(String reference) {
        List<AllocatedProduct> granted = products.stream()
                .filter(product -> reference.equals(product.providerReference()))
                .toList();
        Optional<ChangeRequest> change = context.history().changeRequest(context.parties(), reference);
        if (change.isEmpty()) {
            if (granted.size() > 1 && context.history().hasRequest(context.parties(), reference)) {
                findings.remark("IV094", CLIENT, "ToegewezenProducten", reference);
            }
            return;
        }
        for (ChangedProduct asked : change.get().changed()) {
            changeTakenOver(asked, granted, reference);
        }
        for (NewProduct asked : change.get().added()) {
            boolean taken = granted.stream().anyMatch(product -> Objects.equals(product.product(), asked.product()));
            if (!taken) {
                findings.remark("OP348", CLIENT, "ToegewezenProducten", reference);
            }
        }
    }

    private void changeTakenOver(ChangedProduct asked, List<AllocatedProduct> granted, String reference) {
        if (granted.stream().anyMatch(product -> product.number() == asked.allocationNumber())) {
            return;
        }
        AllocatedProduct old = context.allocation(asked.allocationNumber(), client.bsn())
                .map(History.Allocation::product)
                .orElse(null);
        if (old == null || granted.stream().noneMatch(product -> Objects.equals(product.product(), old.product()))) {
            findings.remark("OP348", CLIENT, "ToegewezenProducten", asked.allocationNumber());
        } else if (keepsNumber(asked, old)) {
            findings.remark("IV093", CLIENT, "ToegewezenProducten", asked.allocationNumber());
        }
    }

    /** End date, budget and total change on the same number; another volume gets a new one. */
    private static boolean keepsNumber(ChangedProduct asked, AllocatedProduct old) {
        return Objects.equals(asked.volume(), old.volume()) || (isTotal(asked.volume()) && isTotal(old.volume()));
    }
}
