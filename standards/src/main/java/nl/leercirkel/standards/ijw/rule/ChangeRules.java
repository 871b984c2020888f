package nl.leercirkel.standards.ijw.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.leercirkel.standards.ijw.message.ChangeClient;
import nl.leercirkel.standards.ijw.message.ChangeRequest;
import nl.leercirkel.standards.ijw.message.ChangedProduct;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.NewProduct;
import nl.leercirkel.standards.ijw.message.UnchangedProduct;

/** Rules within a request for change. */
final class ChangeRules {
    static final String REQUEST = "/Bericht/Client/Verzoek";

    private final Findings findings;
    private final LocalDate messageDate;
    private final PersonRules persons;
    private final ProductRules products;
    private final Keys keys;

    ChangeRules(Findings findings, Header header) {
        this.findings = findings;
        this.messageDate = header.identification().date();
        this.persons = new PersonRules(findings, messageDate);
        this.products = new ProductRules(findings);
        this.keys = new Keys(findings);
    }

    static String unchanged(int number) {
        return REQUEST + "/OngewijzigdeProducten/OngewijzigdProduct[" + number + "]";
    }

    static String changed(int number) {
        return REQUEST + "/TeWijzigenProducten/TeWijzigenProduct[" + number + "]";
    }

    static String added(int number) {
        return REQUEST + "/NieuweProducten/NieuwProduct[" + number + "]";
    }

    static ProductRules.View view(NewProduct product, String path) {
        return new ProductRules.View(
                path,
                product.product(),
                product.begin(),
                product.end(),
                product.volume(),
                product.budget(),
                "Einddatum");
    }

    void check(ChangeClient client) {
        persons.bsn(client.bsn(), "/Bericht/Client");
        ChangeRequest request = client.request();
        if (request.unchanged().isEmpty() && request.changed().isEmpty()) {
            findings.add("TR352", REQUEST, "", null);
        }
        if (request.changed().isEmpty() && request.added().isEmpty()) {
            findings.add("TR353", REQUEST, "", null);
        }
        List<ChangedProduct> changed = request.changed();
        for (int i = 0; i < changed.size(); i++) {
            ChangedProduct product = changed.get(i);
            products.period(
                    new ProductRules.View(
                            changed(i + 1),
                            null,
                            product.begin(),
                            product.end(),
                            product.volume(),
                            product.budget(),
                            "Einddatum"),
                    "CS338");
        }
        added(request.added());
        keys.unique(request.unchanged(), UnchangedProduct::allocationNumber, (product, i) -> unchanged(i));
        keys.unique(changed, ChangedProduct::allocationNumber, (product, i) -> changed(i));
        keys.unique(
                request.added(),
                product -> Arrays.asList(product.product(), product.begin()),
                (product, i) -> added(i));
    }

    private void added(List<NewProduct> added) {
        List<ProductRules.View> views = new ArrayList<>();
        for (int i = 0; i < added.size(); i++) {
            NewProduct product = added.get(i);
            ProductRules.View view = view(product, added(i + 1));
            products.period(view, "CS338");
            products.product(view, "CD096");
            if (!product.begin().isAfter(messageDate)) {
                findings.add("TR380", view.path(), "GewensteIngangsdatum", product.begin());
            }
            views.add(view);
        }
        products.overlap(views, "TR410");
    }
}
