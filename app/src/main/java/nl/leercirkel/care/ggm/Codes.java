package nl.leercirkel.care.ggm;

import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.leercirkel.standards.ijw.definition.CodeList;
import nl.leercirkel.standards.ijw.definition.CodeLists;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.episode.HelpForms;

/** Codes of iJw and iWmo as the values of the model's enumerations (as its DDL and JSON schemas of 2.5.1 list them), in SQL. */
final class Codes {
    private static final Map<String, String> UNITS = Map.of(
            "01", "MINUUT",
            "04", "UUR",
            "14", "ETMAAL",
            "16", "DAGDEEL_4_UUR_",
            "82", "STUKS",
            "83", "EUROS",
            "84", "STUKS");
    private static final Map<String, String> FREQUENCIES =
            Map.of("1", "PER_DAG", "2", "PER_WEEK", "4", "PER_MAAND", "6", "BINNEN_GELDIGHEID_BESCHIKKING");
    private static final Map<String, String> REFERRERS = Map.of(
            "01", "GEMEENTE",
            "02", "HUISARTS",
            "03", "JEUGDARTS",
            "04", "GECERTIFICEERDE_INSTELLING",
            "05", "MEDISCH_SPECIALIST",
            "06", "ZELFVERWIJZER_GEEN_VERWIJZER",
            "08", "RECHTER_OFFICIER_VAN_JUSTITIE_FUNCTIONARIS_JUSTITIËLE_JEUGDINRICHTING");
    private static final Map<String, String> STATES = Map.of(
            "ALLOCATED", "toegewezen",
            "RUNNING", "loopt",
            "PAUSED", "onderbroken",
            "ENDED", "beëindigd");
    private static final String UNKNOWN = "ONBEKEND";

    private Codes() {}

    static String unit(String column) {
        return value(column, UNITS);
    }

    static String frequency(String column) {
        return value(column, FREQUENCIES);
    }

    static String referrer(String column) {
        return value(column, REFERRERS);
    }

    /** How an episode stands, in our words: the model has no list for it. */
    static String state(String column) {
        return "case " + column + branches(STATES) + " end";
    }

    /** A code that is not in the list is unknown; no code is no value. */
    private static String value(String column, Map<String, String> values) {
        return "case " + column + branches(values) + " else case when " + column + " is not null then '" + UNKNOWN
                + "' end end";
    }

    static String law(Law law) {
        return switch (law) {
            case YOUTH -> "JEUGDWET";
            case SOCIAL_SUPPORT -> "WMO";
        };
    }

    static String category(String column, Law law) {
        Map<String, String> names = CodeLists.release32().productCategories(law).entries().stream()
                .collect(Collectors.toMap(CodeList.Entry::code, CodeList.Entry::meaning, (one, other) -> one));
        return named(column, names);
    }

    /** The description of a standard product; the list is of youth care only. */
    static String product(String column, Law law) {
        return law == Law.YOUTH
                ? named(
                        column,
                        HelpForms.jz21().all().stream()
                                .collect(Collectors.toMap(
                                        HelpForms.StandardProduct::code,
                                        HelpForms.StandardProduct::description,
                                        (one, other) -> one)))
                : "null::text";
    }

    private static String named(String column, Map<String, String> names) {
        return names.isEmpty() ? "null::text" : "case " + column + branches(names) + " end";
    }

    private static String branches(Map<String, String> values) {
        return new TreeMap<>(values).entrySet().stream().map(Codes::branch).collect(Collectors.joining());
    }

    private static String branch(Entry<String, String> value) {
        return " when " + quoted(value.getKey()) + " then " + quoted(value.getValue());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
