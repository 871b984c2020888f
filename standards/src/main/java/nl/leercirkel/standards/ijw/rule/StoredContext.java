package nl.leercirkel.standards.ijw.rule;

import java.time.LocalDate;
import java.util.Optional;
import nl.leercirkel.standards.ijw.message.Bsn;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.Product;
import org.jspecify.annotations.Nullable;

/** What every rule against stored messages needs at hand, and the rules that several messages share. */
record StoredContext(Findings findings, Header header, Parties parties, History history, ReferenceData reference) {
    private static final LocalDate LAST_OF_OLD_RULES = LocalDate.of(2020, 12, 31);

    static StoredContext of(Findings findings, Header header, History history, ReferenceData reference) {
        return new StoredContext(findings, header, Parties.of(header), history, reference);
    }

    LocalDate messageDate() {
        return header.identification().date();
    }

    void headerRules() {
        String identification = header.identification().id();
        if (history.hasMessage(header.type(), header.sender(), identification)) {
            findings.add("TR056", "/Bericht/Header", "BerichtIdentificatie/Identificatie", identification);
        }
        if (messageDate().isAfter(reference.today())) {
            findings.add("TR135", "/Bericht/Header", "BerichtIdentificatie/Dagtekening", messageDate());
        }
        boolean byMunicipality = header.sender().equals(parties.municipality());
        municipality(parties.municipality(), "/Bericht/Header", byMunicipality ? "Afzender" : "Ontvanger");
    }

    void municipality(String code, String path, String element) {
        if (!reference.isMunicipality(code, messageDate()).orElse(true)) {
            findings.add("TR378", path, element, code);
        }
    }

    void client(Bsn bsn, String path) {
        if (!history.knowsClient(parties, bsn)) {
            findings.add("TR304", path, "Bsn", null);
        }
    }

    void product(@Nullable Product product, String path, String element) {
        if (product != null && product.code() != null) {
            category(product.category(), product.code(), path, element);
        }
    }

    void category(String category, String code, String path, String element) {
        Optional<String> listed = reference.categoryOf(header.type().law(), code);
        if (listed.isPresent() && !listed.get().equals(category)) {
            findings.add("TR381", path, element, code);
        }
    }

    /** The allocation of this client and provider, whatever its state. */
    Optional<History.Allocation> allocation(long number, Bsn bsn) {
        return history.allocation(parties, number)
                .filter(found -> found.bsn().equals(bsn) && found.parties().equals(parties));
    }

    /** Whether an allocation holds today or later. */
    boolean isCurrent(History.Allocation allocation) {
        LocalDate end = allocation.product().end();
        return !allocation.product().isRemoval() && (end == null || !end.isBefore(messageDate()));
    }

    static boolean ofNewRules(@Nullable LocalDate end) {
        return end == null || end.isAfter(LAST_OF_OLD_RULES);
    }
}
