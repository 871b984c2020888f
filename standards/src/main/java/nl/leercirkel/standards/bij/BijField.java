package nl.leercirkel.standards.bij;

import java.util.Optional;

/** A field of the protocol (Informatieprotocol Beleidsinformatie Jeugd, version 7), whatever the file layout. */
public enum BijField {
    BSN("bsn"),
    BIRTH_DATE("geboortedatum"),
    SEX("geslacht"),
    RESIDENCE("postcode_of_gemeente"),
    REFERRER("verwijzer"),
    HELP_FORM("hulpvorm"),
    CRISIS("gestart_met_crisis"),
    HELP_START("aanvang_jeugdhulp"),
    HELP_END("einde_jeugdhulp"),
    HELP_END_REASON("reden_einde_jeugdhulp"),
    USEFULNESS_1("nut_1"),
    SELF_RELIANCE_1("zonder_hulp_1"),
    INFORMANT_1("informant_1"),
    USEFULNESS_2("nut_2"),
    SELF_RELIANCE_2("zonder_hulp_2"),
    INFORMANT_2("informant_2"),
    PROTECTION_KIND("type_maatregel"),
    PROTECTION_START("aanvang_maatregel"),
    PROTECTION_END("einde_maatregel"),
    PLACEMENT_KIND("type_machtiging"),
    PLACEMENT_START("aanvang_machtiging"),
    PLACEMENT_END("einde_machtiging"),
    PROTECTION_END_REASON("reden_einde_maatregel"),
    PROBATION_KIND("type_jeugdreclassering"),
    PROBATION_START("aanvang_jeugdreclassering"),
    PROBATION_END("einde_jeugdreclassering"),
    INTERVENTION("erkende_interventie"),
    RISK_SCORE("risicoscore_einde"),
    FOLLOW_UP_CARE("vervolgzorg"),
    HANDED_OVER("datum_overgedragen"),
    RECEIVED("datum_overgedragen_gekregen"),
    PREVENTIVE_KIND("type_preventief"),
    PREVENTIVE_START("aanvang_preventief"),
    PREVENTIVE_END("einde_preventief"),
    PREVENTIVE_END_REASON("reden_einde_preventief"),
    ORG_NAME("naam_instelling"),
    ORG_STREET("straat_postadres"),
    ORG_NUMBER("huisnummer_postadres"),
    ORG_PO_BOX("postbus"),
    ORG_POSTCODE("postcode_postadres"),
    ORG_PLACE("plaats_vestiging"),
    ORG_PHONE("telefoon_algemeen"),
    ORG_EMAIL("email_algemeen"),
    ORG_CHAMBER("kvk_nummer"),
    ORG_GROUP("naam_concern"),
    ORG_BRANCH("naam_of_nummer_vestiging"),
    CONTACT_NAME("naam_contactpersoon"),
    CONTACT_ROLE("functie_contactpersoon"),
    CONTACT_PHONE("telefoon_contactpersoon"),
    CONTACT_EMAIL("email_contactpersoon");

    private final String key;

    BijField(String key) {
        this.key = key;
    }

    /** The name by which a layout and a finding speak of it. */
    public String key() {
        return key;
    }

    public static Optional<BijField> of(String key) {
        for (BijField field : values()) {
            if (field.key.equals(key)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
