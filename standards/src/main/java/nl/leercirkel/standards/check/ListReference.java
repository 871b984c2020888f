package nl.leercirkel.standards.check;

import java.time.LocalDate;
import java.util.Optional;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.episode.HelpForms;
import nl.leercirkel.standards.ijw.rule.Parties;
import nl.leercirkel.standards.ijw.rule.ReferenceData;
import nl.leercirkel.standards.region.Municipalities;
import nl.leercirkel.standards.region.Municipality;

/**
 * Reference data out of the lists of this library: municipalities since 2000 and the standard product codes of youth care. Of
 * contracts, personal budgets and codes that a municipality made itself it knows nothing; what rests on those is not judged.
 *
 * @param today the day on which the message was received: on that day its date may not lie in the future (TR135)
 */
public record ListReference(LocalDate today) implements ReferenceData {

    /** A code stays usable after its municipality was merged, since messages on earlier care go on (TR378). */
    @Override
    public Optional<Boolean> isMunicipality(String code, LocalDate day) {
        Optional<Municipality> municipality = Municipalities.register().municipality(code);
        if (municipality.isEmpty()) {
            // Who comes after the register was made is not in it.
            return day.isAfter(Municipalities.LATEST) ? Optional.empty() : Optional.of(false);
        }
        LocalDate from = municipality.get().from();
        return Optional.of(from == null || !from.isAfter(day));
    }

    @Override
    public Optional<String> categoryOf(Law law, String productCode) {
        return law == Law.YOUTH
                ? HelpForms.jz21().find(productCode).map(HelpForms.StandardProduct::category)
                : Optional.empty();
    }

    @Override
    public Optional<Agreement> agreement(Parties parties, String productCode, LocalDate day) {
        return Optional.empty();
    }
}
