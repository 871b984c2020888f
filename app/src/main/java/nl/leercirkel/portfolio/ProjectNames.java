package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.PROGRAMME;
import static nl.leercirkeldb.portfolio.Tables.PROJECT;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.security.ActorContext;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds projects by the name that somebody typed. A name of the own programme goes first; a project of another programme
 * is named with its programme in brackets, which may be left out when only one project is called so.
 */
@Component
class ProjectNames {
    private static final Field<String> WITH_PROGRAMME =
            DSL.concat(PROJECT.NAME, DSL.inline(" ("), PROGRAMME.NAME, DSL.inline(")"));

    private final DSLContext database;

    ProjectNames(DSLContext database) {
        this.database = database;
    }

    /** A project as another one names it. */
    static String name(String project, String programme, boolean sameProgramme) {
        return sameProgramme ? project : project + " (" + programme + ")";
    }

    private record Known(UUID id, UUID programmeId, String name, String fullName) {}

    /**
     * The projects of these names that the acting person sees, by the name in lower case; names that are not found or
     * not clear are left out.
     */
    Map<String, UUID> find(Collection<String> names, UUID programmeId, UUID self) {
        List<String> wanted = names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        List<Known> known = database.select(
                        PROJECT.PROJECT_ID, PROJECT.PROGRAMME_ID, DSL.lower(PROJECT.NAME), DSL.lower(WITH_PROGRAMME))
                .from(PROJECT)
                .join(PROGRAMME)
                .on(PROGRAMME.PROGRAMME_ID.eq(PROJECT.PROGRAMME_ID))
                .where(
                        Visibility.of(ActorContext.required()),
                        PROJECT.PROJECT_ID.ne(self),
                        DSL.lower(PROJECT.NAME)
                                .in(wanted)
                                .or(DSL.lower(WITH_PROGRAMME).in(wanted)))
                .fetch(row -> new Known(row.value1(), row.value2(), row.value3(), row.value4()));
        Map<String, UUID> found = new HashMap<>();
        wanted.forEach(name -> choose(name, known, programmeId).ifPresent(id -> found.put(name, id)));
        return found;
    }

    private static Optional<UUID> choose(String name, List<Known> known, UUID programmeId) {
        Optional<Known> own = known.stream()
                .filter(project -> project.name.equals(name) && project.programmeId.equals(programmeId))
                .findFirst();
        if (own.isPresent()) {
            return own.map(Known::id);
        }
        List<Known> others = known.stream()
                .filter(project -> project.fullName.equals(name) || project.name.equals(name))
                .toList();
        return others.size() == 1 ? Optional.of(others.getFirst().id) : Optional.empty();
    }

    /** The names that the acting person can choose from in a form of this programme, the own programme first. */
    @Transactional(readOnly = true)
    List<String> suggestions(UUID programmeId) {
        return database.select(PROJECT.NAME, PROGRAMME.NAME, PROJECT.PROGRAMME_ID)
                .from(PROJECT)
                .join(PROGRAMME)
                .on(PROGRAMME.PROGRAMME_ID.eq(PROJECT.PROGRAMME_ID))
                .where(Visibility.of(ActorContext.required()))
                .orderBy(DSL.when(PROJECT.PROGRAMME_ID.eq(programmeId), 0).otherwise(1), DSL.lower(PROJECT.NAME))
                .fetch(row -> name(row.value1(), row.value2(), row.value3().equals(programmeId)));
    }
}
