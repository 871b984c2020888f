package nl.leercirkel.standards.ijw.rule;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.StartClient;
import nl.leercirkel.standards.ijw.message.StartProduct;
import nl.leercirkel.standards.ijw.message.StopClient;
import nl.leercirkel.standards.ijw.message.StopProduct;

/** Rules within start and stop messages. A removal is not checked on what it removes (TR063). */
final class DeliveryRules {
    static final String FIRST = "1";
    static final String REMOVE = "3";
    private static final String CLIENT = "/Bericht/Client";

    private final Findings findings;
    private final LocalDate messageDate;
    private final PersonRules persons;
    private final Keys keys;

    DeliveryRules(Findings findings, Header header) {
        this.findings = findings;
        this.messageDate = header.identification().date();
        this.persons = new PersonRules(findings, messageDate);
        this.keys = new Keys(findings);
    }

    static String start(int number) {
        return CLIENT + "/StartProducten/StartProduct[" + number + "]";
    }

    static String stop(int number) {
        return CLIENT + "/StopProducten/StopProduct[" + number + "]";
    }

    void check(StartClient client) {
        persons.bsn(client.bsn(), CLIENT);
        persons.birthDate(client.birthDate(), CLIENT);
        List<StartProduct> products = client.products();
        for (int i = 0; i < products.size(); i++) {
            StartProduct product = products.get(i);
            status(product.status(), start(i + 1));
            if (!product.status().equals(REMOVE) && product.begin().isAfter(messageDate)) {
                findings.add("TR134", start(i + 1), "Begindatum", product.begin());
            }
        }
        keys.unique(
                products,
                product -> Arrays.asList(product.allocationNumber(), product.product(), product.begin()),
                (product, i) -> start(i));
    }

    void check(StopClient client) {
        persons.bsn(client.bsn(), CLIENT);
        persons.birthDate(client.birthDate(), CLIENT);
        List<StopProduct> products = client.products();
        for (int i = 0; i < products.size(); i++) {
            StopProduct product = products.get(i);
            status(product.status(), stop(i + 1));
            if (product.status().equals(REMOVE)) {
                continue;
            }
            if (product.end().isBefore(product.begin())) {
                findings.add("TR018", stop(i + 1), "Einddatum", product.end());
            }
            if (product.end().isAfter(messageDate)) {
                findings.add("TR134", stop(i + 1), "Einddatum", product.end());
            }
        }
        keys.unique(
                products,
                product -> Arrays.asList(
                        product.allocationNumber(),
                        product.product(),
                        product.begin(),
                        product.end(),
                        product.reason()),
                (product, i) -> stop(i));
    }

    private void status(String status, String path) {
        if (!status.equals(FIRST) && !status.equals(REMOVE)) {
            findings.add("CS058", path, "StatusAanlevering", status);
        }
    }
}
