package nl.leercirkel.standards.ijw.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.message.Address;
import nl.leercirkel.standards.ijw.message.AllocatedClient;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;
import nl.leercirkel.standards.ijw.message.Communication;
import nl.leercirkel.standards.ijw.message.Contact;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.OpenPeriod;
import nl.leercirkel.standards.ijw.message.Relation;

/** Rules within an allocation message. */
final class AllocationRules {
    private static final String CLIENT = "/Bericht/Client";
    private static final Pattern DUTCH_POSTCODE = Pattern.compile("[1-9][0-9]{3}[A-Za-z]{2}");
    private static final Set<String> WITH_POSTCODE = Set.of("01", "03");
    private static final Set<String> LASTING = Set.of("01", "02", "03");
    private static final String TEMPORARY = "04";
    private static final String NETHERLANDS = "NL";
    private static final String INTERPRETER = "1";

    private final Findings findings;
    private final Header header;
    private final PersonRules persons;
    private final ProductRules products;
    private final Keys keys;

    AllocationRules(Findings findings, Header header) {
        this.findings = findings;
        this.header = header;
        LocalDate date = header.identification().date();
        this.persons = new PersonRules(findings, date);
        this.products = new ProductRules(findings);
        this.keys = new Keys(findings);
    }

    static String product(int number) {
        return CLIENT + "/ToegewezenProducten/ToegewezenProduct[" + number + "]";
    }

    static String contact(int number) {
        return CLIENT + "/Contactgegevens/Contact[" + number + "]";
    }

    static String relation(int number) {
        return CLIENT + "/Relaties/Relatie[" + number + "]";
    }

    void check(AllocatedClient client) {
        persons.bsn(client.bsn(), CLIENT);
        persons.birthDate(client.birthDate(), CLIENT);
        persons.name(client.name(), CLIENT, header.type().law() == Law.YOUTH);
        communication(client.communication());
        relations(client.relations());
        contacts(client.contacts());
        allocations(client.products());
    }

    private void communication(@org.jspecify.annotations.Nullable Communication communication) {
        if (communication != null && communication.form().equals(INTERPRETER) != (communication.language() != null)) {
            findings.add("CD007", CLIENT, "Communicatie/Taal", communication.language());
        }
    }

    private void relations(List<Relation> relations) {
        for (int i = 0; i < relations.size(); i++) {
            Relation relation = relations.get(i);
            String path = relation(i + 1);
            persons.birthDate(relation.birthDate(), path);
            persons.name(relation.name(), path, false);
            contact(relation.contact(), path + "/Contact");
        }
        keys.unique(relations, Relation::number, (relation, i) -> relation(i));
    }

    private void contacts(List<Contact> contacts) {
        for (int i = 0; i < contacts.size(); i++) {
            contact(contacts.get(i), contact(i + 1));
        }
        keys.unique(contacts, Contact::kind, (contact, i) -> contact(i));
        if (contacts.stream().noneMatch(contact -> LASTING.contains(contact.kind()))) {
            findings.add("TR061", CLIENT, "Contactgegevens", null);
        }
    }

    private void contact(Contact contact, String path) {
        Address address = contact.address();
        boolean house = address != null && address.house() != null;
        boolean postcode = address != null && address.postcode() != null;
        if (address != null) {
            address(address, path);
        }
        if (!postcode && WITH_POSTCODE.contains(contact.kind())) {
            findings.add("CD034", path, "Adres/Postcode", null);
        }
        if (contact.telephones() == null && !(house && postcode)) {
            findings.add("TR006", path, "", null);
        }
        OpenPeriod period = contact.period();
        if (period != null) {
            if (!contact.kind().equals(TEMPORARY)) {
                findings.add("CD009", path, "Periode", null);
            }
            if (period.begin() != null && period.end() != null && period.end().isBefore(period.begin())) {
                findings.add("CS003", path, "Periode/Einddatum", null);
            }
        }
    }

    private void address(Address address, String path) {
        String postcode = address.postcode();
        if ((postcode == null) != (address.country() == null)) {
            findings.add("CD005", path, "Adres/LandCode", address.country());
        }
        if (NETHERLANDS.equals(address.country())) {
            if (address.house() == null) {
                findings.add("CD025", path, "Adres/Huis", null);
            }
            if (postcode != null && !DUTCH_POSTCODE.matcher(postcode).matches()) {
                findings.add("CS089", path, "Adres/Postcode", null);
            }
        }
    }

    private void allocations(List<AllocatedProduct> allocations) {
        List<ProductRules.View> current = new ArrayList<>();
        for (int i = 0; i < allocations.size(); i++) {
            AllocatedProduct product = allocations.get(i);
            ProductRules.View view = new ProductRules.View(
                    product(i + 1),
                    product.product(),
                    product.begin(),
                    product.end(),
                    product.volume(),
                    product.budget(),
                    "Einddatum");
            products.period(view, "CS338");
            products.product(view, "CD080");
            allocation(product, view.path());
            if (!product.isRemoval()) {
                current.add(view);
            }
        }
        products.overlap(current, "TR302");
        keys.unique(allocations, AllocatedProduct::number, (product, i) -> product(i));
    }

    private void allocation(AllocatedProduct product, String path) {
        String reason = product.changeReason();
        if ("13".equals(reason) && !product.begin().equals(product.end())) {
            findings.add("CS335", path, "RedenWijziging", reason);
        }
        if ("01".equals(reason)) {
            findings.add("CS336", path, "RedenWijziging", reason);
        }
        if (product.date().isAfter(header.identification().date())) {
            findings.add("TR134", path, "Toewijzingsdatum", product.date());
        }
    }
}
