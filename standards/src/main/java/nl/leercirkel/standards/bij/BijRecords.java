package nl.leercirkel.standards.bij;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records out of fields, and back. */
final class BijRecords {

    private static final String PREVENTIVE = "31";

    private BijRecords() {}

    /** Empty where a field is wrong; the findings of the fields say which. */
    static Optional<BijRecord> read(RecordType type, BijFields fields) {
        fields.require(type);
        BijRecord record = switch (type) {
            case JH -> youthHelp(fields);
            case JB -> protection(fields);
            case JR -> probation(fields);
            case PJK -> preventive(fields);
            case ORG -> new BijRecord.Organisation(fields.filled());
        };
        return fields.wrong() ? Optional.empty() : Optional.ofNullable(record);
    }

    private static @Nullable BijRecord youthHelp(BijFields fields) {
        Person person = fields.person();
        Referrer referrer = fields.code(BijField.REFERRER, Referrer.class);
        HelpForm form = fields.code(BijField.HELP_FORM, HelpForm.class);
        YesNo crisis = fields.code(BijField.CRISIS, YesNo.class);
        LocalDate start = fields.day(BijField.HELP_START);
        LocalDate end = fields.day(BijField.HELP_END);
        EndReason reason = fields.code(BijField.HELP_END_REASON, EndReason.class);
        List<Measurement> measurements = new ArrayList<>();
        measurement(fields, BijField.USEFULNESS_1, BijField.SELF_RELIANCE_1, BijField.INFORMANT_1, measurements);
        measurement(fields, BijField.USEFULNESS_2, BijField.SELF_RELIANCE_2, BijField.INFORMANT_2, measurements);
        return person == null || referrer == null || form == null || crisis == null || start == null
                ? null
                : new BijRecord.YouthHelp(person, referrer, form, crisis, start, end, reason, measurements);
    }

    private static void measurement(
            BijFields fields,
            BijField usefulness,
            BijField selfReliance,
            BijField informant,
            List<Measurement> measurements) {
        Integer mark = fields.mark(usefulness);
        SelfReliance answer = fields.code(selfReliance, SelfReliance.class);
        Informant who = fields.code(informant, Informant.class);
        boolean answered = fields.has(usefulness) || fields.has(selfReliance);
        if (answered && !fields.has(informant)) {
            fields.error(informant, "BIJ-INFORMANT", "Bij een meting hoort wie haar invulde: jeugdige of ouder.");
        } else if (!answered && fields.has(informant)) {
            fields.error(informant, "BIJ-METING", "Er is een informant zonder antwoord.");
        } else if (who != null && (mark != null || answer != null)) {
            measurements.add(new Measurement(who, mark, answer));
        }
    }

    private static @Nullable BijRecord protection(BijFields fields) {
        Person person = fields.person();
        ProtectionKind kind = fields.code(BijField.PROTECTION_KIND, ProtectionKind.class);
        BijRecord.Placement placement = placement(fields);
        LocalDate start = fields.day(BijField.PROTECTION_START);
        LocalDate end = fields.day(BijField.PROTECTION_END);
        ProtectionEnd reason = fields.code(BijField.PROTECTION_END_REASON, ProtectionEnd.class);
        LocalDate handedOver = fields.day(BijField.HANDED_OVER);
        LocalDate received = fields.day(BijField.RECEIVED);
        return person == null || kind == null
                ? null
                : new BijRecord.Protection(person, kind, start, end, placement, reason, handedOver, received);
    }

    private static BijRecord.@Nullable Placement placement(BijFields fields) {
        PlacementKind kind = fields.code(BijField.PLACEMENT_KIND, PlacementKind.class);
        LocalDate start = fields.day(BijField.PLACEMENT_START);
        LocalDate end = fields.day(BijField.PLACEMENT_END);
        if (!fields.has(BijField.PLACEMENT_KIND)
                && (fields.has(BijField.PLACEMENT_START) || fields.has(BijField.PLACEMENT_END))) {
            fields.error(
                    BijField.PLACEMENT_KIND,
                    "BIJ-MACHTIGING",
                    "Bij een datum van een machtiging hoort het type machtiging.");
        }
        return kind == null ? null : new BijRecord.Placement(kind, start, end);
    }

    private static @Nullable BijRecord probation(BijFields fields) {
        Person person = fields.person();
        ProbationKind kind = fields.code(BijField.PROBATION_KIND, ProbationKind.class);
        LocalDate start = fields.day(BijField.PROBATION_START);
        LocalDate end = fields.day(BijField.PROBATION_END);
        YesNo intervention = fields.code(BijField.INTERVENTION, YesNo.class);
        RiskScore risk = fields.code(BijField.RISK_SCORE, RiskScore.class);
        FollowUpCare followUp = fields.code(BijField.FOLLOW_UP_CARE, FollowUpCare.class);
        LocalDate handedOver = fields.day(BijField.HANDED_OVER);
        LocalDate received = fields.day(BijField.RECEIVED);
        return person == null || kind == null
                ? null
                : new BijRecord.Probation(person, kind, start, end, intervention, risk, followUp, handedOver, received);
    }

    private static @Nullable BijRecord preventive(BijFields fields) {
        Person person = fields.person();
        LocalDate start = fields.day(BijField.PREVENTIVE_START);
        LocalDate end = fields.day(BijField.PREVENTIVE_END);
        if (fields.has(BijField.PREVENTIVE_KIND)
                && !fields.text(BijField.PREVENTIVE_KIND).equals(PREVENTIVE)) {
            fields.error(BijField.PREVENTIVE_KIND, "BIJ-CODE", "Deze code staat niet in de lijst: " + PREVENTIVE + ".");
        }
        boolean reason = fields.has(BijField.PREVENTIVE_END_REASON);
        if (reason && !fields.text(BijField.PREVENTIVE_END_REASON).equals(PREVENTIVE)) {
            fields.error(
                    BijField.PREVENTIVE_END_REASON,
                    "BIJ-CODE",
                    "Deze code staat niet in de lijst: " + PREVENTIVE + ".");
        }
        if (reason != (end != null)) {
            fields.error(
                    BijField.PREVENTIVE_END_REASON,
                    "BIJ-REDEN",
                    "Een reden van beëindiging hoort bij een einddatum, en andersom.");
        }
        return person == null || start == null ? null : new BijRecord.Preventive(person, start, end);
    }

    /** The filled fields as text. */
    static Map<BijField, String> write(BijRecord record) {
        Fields out = new Fields();
        if (record instanceof BijRecord.OfPerson about) {
            Person person = about.person();
            out.put(BijField.BSN, person.bsn().digits());
            out.put(BijField.BIRTH_DATE, person.birth().digits());
            out.put(BijField.SEX, person.sex());
            out.put(BijField.RESIDENCE, person.residence());
        }
        switch (record) {
            case BijRecord.YouthHelp help -> out.youthHelp(help);
            case BijRecord.Protection protection -> out.protection(protection);
            case BijRecord.Probation probation -> out.probation(probation);
            case BijRecord.Preventive preventive -> {
                out.put(BijField.PREVENTIVE_KIND, PREVENTIVE);
                out.put(BijField.PREVENTIVE_START, preventive.start());
                out.put(BijField.PREVENTIVE_END, preventive.end());
                out.put(BijField.PREVENTIVE_END_REASON, preventive.end() == null ? "" : PREVENTIVE);
            }
            case BijRecord.Organisation organisation -> out.texts.putAll(organisation.fields());
        }
        return out.texts;
    }

    /** Puts values as the protocol writes them; nothing for what is not there. */
    private static final class Fields {

        private final Map<BijField, String> texts = new EnumMap<>(BijField.class);

        void put(BijField field, String text) {
            if (!text.isEmpty()) {
                texts.put(field, text);
            }
        }

        void put(BijField field, @Nullable LocalDate day) {
            put(field, day == null ? "" : day.format(DateTimeFormatter.BASIC_ISO_DATE));
        }

        void put(BijField field, @Nullable Coded value) {
            put(field, value == null ? "" : value.code());
        }

        void youthHelp(BijRecord.YouthHelp help) {
            put(BijField.REFERRER, help.referrer());
            put(BijField.HELP_FORM, help.form());
            put(BijField.CRISIS, help.crisis());
            put(BijField.HELP_START, help.start());
            put(BijField.HELP_END, help.end());
            put(BijField.HELP_END_REASON, help.reason());
            if (help.measurements().size() > 2) {
                throw new IllegalArgumentException("a record has room for two measurements");
            }
            for (int i = 0; i < help.measurements().size(); i++) {
                Measurement measurement = help.measurements().get(i);
                Integer mark = measurement.usefulness();
                put(i == 0 ? BijField.USEFULNESS_1 : BijField.USEFULNESS_2, mark == null ? "" : mark.toString());
                put(i == 0 ? BijField.SELF_RELIANCE_1 : BijField.SELF_RELIANCE_2, measurement.selfReliance());
                put(i == 0 ? BijField.INFORMANT_1 : BijField.INFORMANT_2, measurement.informant());
            }
        }

        void protection(BijRecord.Protection protection) {
            put(BijField.PROTECTION_KIND, protection.kind());
            put(BijField.PROTECTION_START, protection.start());
            put(BijField.PROTECTION_END, protection.end());
            BijRecord.Placement placement = protection.placement();
            if (placement != null) {
                put(BijField.PLACEMENT_KIND, placement.kind());
                put(BijField.PLACEMENT_START, placement.start());
                put(BijField.PLACEMENT_END, placement.end());
            }
            put(BijField.PROTECTION_END_REASON, protection.reason());
            put(BijField.HANDED_OVER, protection.handedOver());
            put(BijField.RECEIVED, protection.received());
        }

        void probation(BijRecord.Probation probation) {
            put(BijField.PROBATION_KIND, probation.kind());
            put(BijField.PROBATION_START, probation.start());
            put(BijField.PROBATION_END, probation.end());
            put(BijField.INTERVENTION, probation.intervention());
            put(BijField.RISK_SCORE, probation.risk());
            put(BijField.FOLLOW_UP_CARE, probation.followUp());
            put(BijField.HANDED_OVER, probation.handedOver());
            put(BijField.RECEIVED, probation.received());
        }
    }
}
