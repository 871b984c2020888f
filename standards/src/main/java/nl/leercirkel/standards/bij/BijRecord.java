package nl.leercirkel.standards.bij;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record of a delivery. It holds what was delivered; {@link BijCheck} says whether that can be right. */
public sealed interface BijRecord {

    RecordType type();

    /** A record about a young person. */
    sealed interface OfPerson extends BijRecord {
        Person person();

        /** First day; null where an earlier institution delivered it. */
        @Nullable
        LocalDate start();

        /** Last day; null while it goes on, or where a later institution delivers it. */
        @Nullable
        LocalDate end();
    }

    /**
     * A trajectory of youth help: one young person, provider and form of help.
     *
     * @param measurements at most two: of the young person and of a parent
     */
    record YouthHelp(
            Person person,
            Referrer referrer,
            HelpForm form,
            YesNo crisis,
            LocalDate start,
            @Nullable LocalDate end,
            @Nullable EndReason reason,
            List<Measurement> measurements)
            implements OfPerson {

        public YouthHelp {
            measurements = List.copyOf(measurements);
        }

        @Override
        public RecordType type() {
            return RecordType.JH;
        }
    }

    /** A child protection measure; one that moves to another institution has its start and end in different records. */
    record Protection(
            Person person,
            ProtectionKind kind,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable Placement placement,
            @Nullable ProtectionEnd reason,
            @Nullable LocalDate handedOver,
            @Nullable LocalDate received)
            implements OfPerson {

        @Override
        public RecordType type() {
            return RecordType.JB;
        }
    }

    /** A permission to place the child out of home. */
    record Placement(
            PlacementKind kind,
            @Nullable LocalDate start,
            @Nullable LocalDate end) {}

    /** A measure of youth probation. */
    record Probation(
            Person person,
            ProbationKind kind,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable YesNo intervention,
            @Nullable RiskScore risk,
            @Nullable FollowUpCare followUp,
            @Nullable LocalDate handedOver,
            @Nullable LocalDate received)
            implements OfPerson {

        @Override
        public RecordType type() {
            return RecordType.JR;
        }
    }

    /** Preventive activities of a certified institution; code 31 in the field for the kind of measure. */
    record Preventive(
            Person person, LocalDate start, @Nullable LocalDate end) implements OfPerson {

        @Override
        public RecordType type() {
            return RecordType.PJK;
        }
    }

    /** The provider or institution, by the fields of paragraph 6. */
    record Organisation(Map<BijField, String> fields) implements BijRecord {

        public Organisation {
            fields = Map.copyOf(fields.isEmpty() ? Map.of() : new EnumMap<>(fields));
        }

        @Override
        public RecordType type() {
            return RecordType.ORG;
        }
    }
}
