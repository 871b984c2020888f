package nl.leercirkel.standards.ijw.rule;

import java.time.LocalDate;
import nl.leercirkel.standards.ijw.message.BirthDate;
import nl.leercirkel.standards.ijw.message.Bsn;
import nl.leercirkel.standards.ijw.message.PersonName;
import org.jspecify.annotations.Nullable;

/** Rules on who somebody is: number, date of birth, name. Findings never hold what they look at. */
final class PersonRules {
    private static final int OLDEST = 120;
    private static final LocalDate UNKNOWN = LocalDate.of(1900, 1, 1);
    private static final String DATE = "Geboortedatum/Datum";

    private final Findings findings;
    private final LocalDate messageDate;

    PersonRules(Findings findings, LocalDate messageDate) {
        this.findings = findings;
        this.messageDate = messageDate;
    }

    void bsn(Bsn bsn, String path) {
        if (!bsn.passesElevenTest()) {
            findings.add("CS002", path, "Bsn", null);
        }
    }

    void birthDate(@Nullable BirthDate birth, String path) {
        if (birth == null) {
            return;
        }
        LocalDate date = birth.date();
        String use = birth.use();
        boolean unknown = "3".equals(use);
        boolean fits = use == null
                || (unknown && date.equals(UNKNOWN))
                || (use.equals("2") && date.getDayOfYear() == 1)
                || (use.equals("1") && date.getDayOfMonth() == 1);
        if (!fits) {
            findings.add("CS139", path, "Geboortedatum/DatumGebruik", use);
        }
        if (date.isBefore(messageDate.minusYears(OLDEST)) && !(unknown && date.equals(UNKNOWN))) {
            findings.add("TR002", path, DATE, null);
        }
        if (date.isAfter(messageDate)) {
            findings.add("TR134", path, DATE, null);
        }
    }

    /** Order of names; {@code client} may not be an organisation (iJw). */
    void name(PersonName name, String path, boolean client) {
        String use = name.use();
        if (use == null) {
            return;
        }
        boolean fits = name.partner() == null ? use.equals("1") || use.equals("6") : "1234".contains(use);
        if (!fits) {
            findings.add("CS050", path, "Naam/NaamGebruik", use);
        }
        if (client && use.equals("6")) {
            findings.add("CS318", path, "Naam/NaamGebruik", use);
        }
    }
}
