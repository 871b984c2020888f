package nl.leercirkel.standards.bij;

import java.time.LocalDate;

/**
 * What tells one trajectory of youth help from another (protocol, chapter 3). Without a citizen service number, two records
 * with one key can be twins: both are kept.
 */
public sealed interface RecordKey {

    /** Whether two records with this key are the same trajectory. */
    default boolean isUnique() {
        return this instanceof WithBsn;
    }

    /** By citizen service number. */
    record WithBsn(Bsn bsn, LocalDate start, HelpForm form) implements RecordKey {}

    /** By what is known of someone without one. */
    record WithoutBsn(PartialDate birth, Sex sex, String residence, LocalDate start, HelpForm form)
            implements RecordKey {

        /** Without what identifies someone: this text ends up in logs. */
        @Override
        public String toString() {
            return "WithoutBsn[" + start + ", " + form + "]";
        }
    }

    static RecordKey of(BijRecord.YouthHelp record) {
        Person person = record.person();
        return person.bsn().identifies()
                ? new WithBsn(person.bsn(), record.start(), record.form())
                : new WithoutBsn(person.birth(), person.sex(), person.residence(), record.start(), record.form());
    }
}
