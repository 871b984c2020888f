package nl.leercirkel.standards.ijw.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.Referrer;
import nl.leercirkel.standards.ijw.message.RequestClient;
import nl.leercirkel.standards.ijw.message.RequestedProduct;

/** Rules within a request for allocation. */
final class RequestRules {
    private static final String CLIENT = "/Bericht/Client";
    private static final Set<String> PROFESSIONALS = Set.of("02", "03", "04", "05");

    private final Findings findings;
    private final PersonRules persons;
    private final ProductRules products;
    private final Keys keys;

    RequestRules(Findings findings, Header header) {
        this.findings = findings;
        this.persons = new PersonRules(findings, header.identification().date());
        this.products = new ProductRules(findings);
        this.keys = new Keys(findings);
    }

    static String product(int number) {
        return CLIENT + "/AangevraagdeProducten/AangevraagdProduct[" + number + "]";
    }

    void check(RequestClient client) {
        persons.bsn(client.bsn(), CLIENT);
        persons.birthDate(client.birthDate(), CLIENT);
        List<RequestedProduct> requested = client.products();
        List<ProductRules.View> views = new ArrayList<>();
        for (int i = 0; i < requested.size(); i++) {
            RequestedProduct product = requested.get(i);
            ProductRules.View view = new ProductRules.View(
                    product(i + 1),
                    product.product(),
                    product.begin(),
                    product.end(),
                    product.volume(),
                    product.budget(),
                    "ToewijzingEinddatum");
            products.period(view, "CS343");
            products.product(view, "CD095");
            if ((product.decisionNumber() == null) != (product.decisionBegin() == null)) {
                findings.add("CD043", view.path(), "BeschikkingIngangsdatum", product.decisionBegin());
            }
            referrer(product.referrer(), view.path());
            views.add(view);
        }
        products.overlap(views, "TR386");
        keys.unique(requested, RequestedProduct::providerReference, (product, i) -> product(i));
        keys.unique(
                "TR383",
                "ReferentieAanbieder",
                requested,
                RequestedProduct::providerReference,
                (product, i) -> product(i));
    }

    private void referrer(Referrer referrer, String path) {
        boolean withCode = referrer.agbCode() != null;
        if (!PROFESSIONALS.contains(referrer.type())) {
            if (withCode) {
                findings.add("CD068", path, "Verwijzer/ZorgverlenerCode", referrer.agbCode());
            }
        } else if (withCode && referrer.name() != null) {
            findings.add("CD066", path, "Verwijzer/Naam", null);
        } else if (!withCode && referrer.name() == null) {
            findings.add("CD067", path, "Verwijzer/Naam", null);
        }
    }
}
