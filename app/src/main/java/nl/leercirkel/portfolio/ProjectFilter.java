package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.DECISION;
import static nl.leercirkeldb.portfolio.Tables.LINE;
import static nl.leercirkeldb.portfolio.Tables.PROJECT;
import static nl.leercirkeldb.portfolio.Tables.PROJECT_PARTNER;
import static nl.leercirkeldb.portfolio.Tables.RESULT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the reader of an overview wants to see, as it stands in the address; what is not chosen does not limit.
 *
 * @param chosen per parameter what was chosen, without the empty ones
 */
record ProjectFilter(Map<String, String> chosen) {
    static final String PROGRAMME = "programma";
    static final String NONE = "geen";
    private static final List<String> PARAMETERS =
            List.of(PROGRAMME, "lijn", "actielijn", "domein", "partner", "fase", "licht", "besluit", "q", "controle");

    static ProjectFilter of(Map<String, String> parameters) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (String name : PARAMETERS) {
            String text = parameters.getOrDefault(name, "").strip();
            if (!text.isEmpty()) {
                chosen.put(name, text);
            }
        }
        return new ProjectFilter(chosen);
    }

    public String get(String name) {
        return chosen.getOrDefault(name, "");
    }

    /** Whether nothing was chosen, apart from the programme. */
    public boolean isEmpty() {
        return chosen.keySet().stream().allMatch(PROGRAMME::equals);
    }

    ProjectFilter in(UUID programmeId) {
        Map<String, String> limited = new LinkedHashMap<>(chosen);
        limited.put(PROGRAMME, programmeId.toString());
        return new ProjectFilter(limited);
    }

    /** The address of a page with what was chosen. */
    String address(String path) {
        UriComponentsBuilder builder = UriComponentsBuilder.fromPath(path);
        chosen.keySet().forEach(name -> builder.queryParam(name, "{" + name + "}"));
        return builder.encode().buildAndExpand(chosen).toUriString();
    }

    /** A condition on the table project. */
    Condition condition() {
        return chosen.entrySet().stream()
                .map(entry -> condition(entry.getKey(), entry.getValue()))
                .reduce(DSL.noCondition(), Condition::and);
    }

    private static Condition condition(String name, String text) {
        return switch (name) {
            case PROGRAMME -> programme(text).map(PROJECT.PROGRAMME_ID::eq).orElse(DSL.falseCondition());
            case "lijn" ->
                PROJECT.LINE_ID.in(DSL.select(LINE.LINE_ID).from(LINE).where(same(LINE.NAME, text)));
            case "actielijn" ->
                text.matches("\\d{1,4}")
                        ? DSL.val(Integer.valueOf(text)).eq(DSL.any(PROJECT.ACTION_LINES))
                        : DSL.falseCondition();
            case "domein" -> same(PROJECT.DOMAIN, text);
            case "partner" -> PROJECT.PROJECT_ID.in(withPartner(same(PROJECT_PARTNER.NAME, text)));
            case "fase" ->
                Term.parse(ProjectState.class, text)
                        .map(state -> PROJECT.STATE.eq(state.name()))
                        .orElse(DSL.falseCondition());
            case "licht" ->
                text.equals(NONE)
                        ? PROJECT.LIGHT.isNull()
                        : Term.parse(Light.class, text)
                                .map(light -> PROJECT.LIGHT.eq(light.name()))
                                .orElse(DSL.falseCondition());
            case "besluit" -> decided(text);
            case "controle" -> PROJECT.CONTRADICTIONS.plus(PROJECT.GAPS).gt(0);
            default -> words(text);
        };
    }

    private static Optional<UUID> programme(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** The last decision is the one that holds. */
    private static Condition decided(String text) {
        var last = DSL.select(DECISION.KIND)
                .from(DECISION)
                .where(DECISION.PROJECT_ID.eq(PROJECT.PROJECT_ID))
                .orderBy(DECISION.POSITION.desc())
                .limit(1);
        if (text.equals(NONE)) {
            return DSL.field(last).isNull();
        }
        return Term.parse(DecisionKind.class, text)
                .map(kind -> DSL.field(last).eq(kind.name()))
                .orElse(DSL.falseCondition());
    }

    private static Condition words(String text) {
        Condition inProject = Stream.of(
                        PROJECT.NAME, PROJECT.GOAL, PROJECT.TARGET_GROUP, PROJECT.DESCRIPTION, PROJECT.CURRENT_STATE)
                .map(field -> field.containsIgnoreCase(text))
                .reduce(DSL.falseCondition(), Condition::or);
        return inProject
                .or(PROJECT.PROJECT_ID.in(withPartner(PROJECT_PARTNER.NAME.containsIgnoreCase(text))))
                .or(PROJECT.PROJECT_ID.in(
                        DSL.select(RESULT.PROJECT_ID).from(RESULT).where(RESULT.INDICATOR.containsIgnoreCase(text))));
    }

    private static Select<Record1<UUID>> withPartner(Condition name) {
        return DSL.select(PROJECT_PARTNER.PROJECT_ID).from(PROJECT_PARTNER).where(name);
    }

    private static Condition same(Field<String> field, String text) {
        return DSL.lower(field).eq(text.toLowerCase(Locale.ROOT));
    }
}
