package nl.leercirkel.standards.bij;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nl.leercirkel.standards.region.Municipalities;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Place;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the protocol for one delivery: what must go together within a record, and what may not stand twice or overlap
 * in the whole. Give it every record in turn; it keeps of each only what the rules for the whole need.
 */
public final class BijCheck implements BiConsumer<BijRecord, Place> {

    private static final int OLDEST = 23;

    private final @Nullable BijPeriod period;
    private final Consumer<? super Finding> findings;
    private final Map<RecordKey, Place> keys = new HashMap<>();
    private final Overlaps overlaps;
    private final Set<BijRecord> seen = new HashSet<>();

    /** @param period what the delivery is about; null where that is not known: then the rules about it are left out */
    public BijCheck(@Nullable BijPeriod period, Consumer<? super Finding> findings) {
        this.period = period;
        this.findings = findings;
        this.overlaps = new Overlaps(findings);
    }

    @Override
    public void accept(BijRecord record, Place place) {
        if (period != null
                && record.type() != RecordType.ORG
                && record.type() != RecordType.PJK
                && !period.isFor(record.type())) {
            error(
                    place,
                    "BIJ-PERIODE-SOORT",
                    "Records " + record.type() + " worden niet over " + period + " geleverd:"
                            + " JH en JB per half jaar, JR per kwartaal.");
        }
        switch (record) {
            case BijRecord.YouthHelp help -> youthHelp(help, place);
            case BijRecord.Protection protection -> protection(protection, place);
            case BijRecord.Probation probation -> probation(probation, place);
            case BijRecord.Preventive preventive -> person(preventive, place);
            case BijRecord.Organisation organisation -> organisation(organisation, place);
        }
    }

    private void youthHelp(BijRecord.YouthHelp help, Place place) {
        person(help, place);
        if ((help.end() == null) != (help.reason() == null)) {
            error(
                    place.field("veld " + BijField.HELP_END_REASON.key()),
                    "BIJ-REDEN",
                    "Een reden van beëindiging hoort bij een einddatum, en andersom.");
        }
        if (help.form() == HelpForm.TEAM && help.referrer() != Referrer.NONE) {
            error(
                    place.field("veld " + BijField.REFERRER.key()),
                    "BIJ-WIJKTEAM",
                    "Hulp door het wijk- of buurtteam heeft altijd verwijzer 06 (geen verwijzer).");
        }
        List<Measurement> measurements = help.measurements();
        if (measurements.size() > 1
                && measurements.get(0).informant() == measurements.get(1).informant()) {
            error(
                    place.field("veld " + BijField.INFORMANT_2.key()),
                    "BIJ-INFORMANT",
                    "Twee metingen zijn van de jeugdige en van een ouder, niet twee keer van dezelfde.");
        }
        RecordKey key = RecordKey.of(help);
        Place other = keys.putIfAbsent(key, place);
        if (other != null && key.isUnique()) {
            error(place, "BIJ-SLEUTEL", "Dit traject (persoon, begindatum, hulpvorm) staat ook op " + other + ".");
        } else if (other != null) {
            warning(
                    place,
                    "BIJ-TWEELING",
                    "Zonder burgerservicenummer is dit record niet te onderscheiden van " + other
                            + ". Zijn het twee kinderen (een tweeling), dan is dat goed; anders staat er een dubbel.");
        }
        overlaps.add(help, place);
    }

    private void protection(BijRecord.Protection protection, Place place) {
        person(protection, place);
        transfer(protection.handedOver(), protection.received(), protection.start(), protection.end(), place);
        if ((protection.end() == null) != (protection.reason() == null)) {
            error(
                    place.field("veld " + BijField.PROTECTION_END_REASON.key()),
                    "BIJ-REDEN",
                    "Een reden van beëindiging hoort bij een einddatum, en andersom.");
        }
        ProtectionEnd reason = protection.reason();
        if (reason != null && reason.isSupervision() != protection.kind().isSupervision()) {
            error(
                    place.field("veld " + BijField.PROTECTION_END_REASON.key()),
                    "BIJ-REDEN-LIJST",
                    "Bij een ondertoezichtstelling horen de redenen 01 tot en met 07, bij voogdij 11 tot en met 15.");
        }
        BijRecord.Placement placement = protection.placement();
        if (placement != null) {
            order(placement.start(), placement.end(), BijField.PLACEMENT_END, place);
        }
        duplicate(protection, place);
    }

    private void probation(BijRecord.Probation probation, Place place) {
        person(probation, place);
        transfer(probation.handedOver(), probation.received(), probation.start(), probation.end(), place);
        boolean ended = probation.end() != null;
        present(ended, probation.risk(), BijField.RISK_SCORE, place);
        present(ended, probation.followUp(), BijField.FOLLOW_UP_CARE, place);
        present(ended, probation.intervention(), BijField.INTERVENTION, place);
        duplicate(probation, place);
    }

    private void present(boolean ended, @Nullable Object value, BijField field, Place place) {
        if (ended != (value != null)) {
            error(
                    place.field("veld " + field.key()),
                    "BIJ-EINDE-JR",
                    ended
                            ? "Dit veld is verplicht als de maatregel is geëindigd."
                            : "Dit veld hoort bij een einddatum.");
        }
    }

    /** The first institution gives the start, the last one the end, those in between what they handed over and received. */
    private void transfer(
            @Nullable LocalDate handedOver,
            @Nullable LocalDate received,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            Place place) {
        if (start == null && received == null) {
            error(
                    place.field("veld " + BijField.RECEIVED.key()),
                    "BIJ-OVERDRACHT",
                    "Zonder aanvangsdatum is de maatregel overgenomen: vul de datum waarop u hem overgedragen kreeg.");
        }
        if (start != null && received != null) {
            warning(
                    place.field("veld " + BijField.RECEIVED.key()),
                    "BIJ-OVERDRACHT",
                    "Alleen de eerste gecertificeerde instelling levert de aanvang; wie de maatregel overneemt, levert"
                            + " de datum waarop zij hem kreeg.");
        }
        if (end != null && handedOver != null) {
            error(
                    place.field("veld " + BijField.HANDED_OVER.key()),
                    "BIJ-OVERDRACHT",
                    "Een overgedragen maatregel gaat door: alleen de laatste instelling levert het einde.");
        }
        order(received, handedOver, BijField.HANDED_OVER, place);
        order(start, handedOver, BijField.HANDED_OVER, place);
        order(received, end, BijField.PROTECTION_END, place);
        inPeriod(handedOver == null ? end : handedOver, received == null ? start : received, place);
    }

    private void person(BijRecord.OfPerson record, Place place) {
        order(record.start(), record.end(), endField(record.type()), place);
        if (record instanceof BijRecord.YouthHelp || record instanceof BijRecord.Preventive) {
            inPeriod(record.end(), record.start(), place);
        }
        residence(record.person().residence(), place);
        birth(record, place);
    }

    private static BijField endField(RecordType type) {
        return switch (type) {
            case JH, ORG -> BijField.HELP_END;
            case JB -> BijField.PROTECTION_END;
            case JR -> BijField.PROBATION_END;
            case PJK -> BijField.PREVENTIVE_END;
        };
    }

    private void residence(String residence, Place place) {
        if (residence.length() == 4
                && Municipalities.register().municipality(residence).isEmpty()) {
            error(
                    place.field("veld " + BijField.RESIDENCE.key()),
                    "BIJ-GEMEENTE",
                    "Er is geen gemeente met deze CBS-code.");
        }
    }

    private void birth(BijRecord.OfPerson record, Place place) {
        Person person = record.person();
        Place field = place.field("veld " + BijField.BIRTH_DATE.key());
        boolean unborn = person.birth().isUnborn();
        if (unborn != person.bsn().equals(Bsn.UNBORN)) {
            warning(field, "BIJ-ONGEBOREN", "Bij een ongeboren kind zijn BSN en geboortedatum allebei nullen.");
        }
        LocalDate start = record.start();
        if (unborn || start == null) {
            return;
        }
        if (person.birth().earliest().orElseThrow().isAfter(start)) {
            warning(field, "BIJ-LEEFTIJD", "De jeugdige is geboren na het begin. Klopt de datum?");
        } else if (Period.between(person.birth().latest().orElseThrow(), start).getYears() >= OLDEST) {
            warning(
                    field,
                    "BIJ-LEEFTIJD",
                    "De jeugdige was bij het begin " + OLDEST + " jaar of ouder. Dat komt alleen voor bij"
                            + " jeugdstrafrecht.");
        }
    }

    private void organisation(BijRecord.Organisation organisation, Place place) {
        Map<BijField, String> fields = organisation.fields();
        boolean address = fields.containsKey(BijField.ORG_STREET) && fields.containsKey(BijField.ORG_NUMBER);
        if (!address && !fields.containsKey(BijField.ORG_PO_BOX)) {
            error(place, "BIJ-ADRES", "Vul straat en huisnummer, of een postbus.");
        }
        either(organisation, BijField.ORG_PHONE, BijField.CONTACT_PHONE, place);
        either(organisation, BijField.ORG_EMAIL, BijField.CONTACT_EMAIL, place);
    }

    private void either(BijRecord.Organisation organisation, BijField one, BijField other, Place place) {
        if (!organisation.fields().containsKey(one) && !organisation.fields().containsKey(other)) {
            error(place.field("veld " + one.key()), "BIJ-VERPLICHT", "Vul dit veld, of " + other.key() + ".");
        }
    }

    /** A delivery lists what ran in its period, no more. */
    private void inPeriod(@Nullable LocalDate end, @Nullable LocalDate start, Place place) {
        if (period == null) {
            return;
        }
        if (end != null && end.isBefore(period.start())) {
            error(place, "BIJ-PERIODE", "Dit record eindigde voor " + period + " en hoort niet in deze levering.");
        }
        if (end != null && end.isAfter(period.end())) {
            error(
                    place,
                    "BIJ-PERIODE",
                    "De einddatum ligt na " + period
                            + ". Een einde wordt geleverd als het er is, nooit als verwachting.");
        }
        if (start != null && start.isAfter(period.end())) {
            error(place, "BIJ-PERIODE", "Dit record begint na " + period + " en hoort niet in deze levering.");
        }
    }

    private void order(@Nullable LocalDate first, @Nullable LocalDate second, BijField field, Place place) {
        if (first != null && second != null && second.isBefore(first)) {
            error(place.field("veld " + field.key()), "BIJ-VOLGORDE", "Deze datum ligt voor het begin.");
        }
    }

    private void duplicate(BijRecord.OfPerson record, Place place) {
        if (record.person().bsn().identifies() && !seen.add(record)) {
            error(place, "BIJ-DUBBEL", "Precies dit record staat al eerder in de levering.");
        }
    }

    private void error(Place place, String code, String message) {
        findings.accept(Finding.error(code, place, message));
    }

    private void warning(Place place, String code, String message) {
        findings.accept(Finding.warning(code, place, message));
    }
}
