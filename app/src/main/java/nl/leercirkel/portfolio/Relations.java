package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.PROGRAMME;
import static nl.leercirkeldb.portfolio.Tables.PROJECT;
import static nl.leercirkeldb.portfolio.Tables.PROJECT_RELATION;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.leercirkeldb.portfolio.tables.Programme;
import nl.leercirkeldb.portfolio.tables.Project;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The relations of some projects, from both sides.
 *
 * @param own what each project says itself
 * @param inverse what other projects say about it, as far as the acting person sees those
 */
record Relations(Map<UUID, List<Relation>> own, Map<UUID, List<RelatedProject>> inverse) {

    private static final Project OTHER = PROJECT.as("other");
    private static final Programme OTHER_PROGRAMME = PROGRAMME.as("other_programme");

    /** Reads the relations of the projects that answer to a condition on the table project. */
    static Relations of(DSLContext database, Condition condition, Condition visible) {
        Map<UUID, List<Relation>> own = new HashMap<>();
        database.select(PROJECT_RELATION.fields())
                .select(PROJECT.PROGRAMME_ID, OTHER.NAME, OTHER.PROGRAMME_ID, OTHER_PROGRAMME.NAME)
                .from(PROJECT_RELATION)
                .join(PROJECT)
                .on(PROJECT.PROJECT_ID.eq(PROJECT_RELATION.PROJECT_ID))
                .leftJoin(OTHER)
                .on(OTHER.PROJECT_ID.eq(PROJECT_RELATION.OTHER_PROJECT_ID))
                .leftJoin(OTHER_PROGRAMME)
                .on(OTHER_PROGRAMME.PROGRAMME_ID.eq(OTHER.PROGRAMME_ID))
                .where(condition)
                .orderBy(PROJECT_RELATION.PROJECT_ID, PROJECT_RELATION.POSITION)
                .forEach(row -> {
                    @Nullable String current = row.get(OTHER.NAME);
                    String name = current == null
                            ? row.get(PROJECT_RELATION.OTHER_NAME)
                            : ProjectNames.name(
                                    current,
                                    row.get(OTHER_PROGRAMME.NAME),
                                    Objects.equals(row.get(OTHER.PROGRAMME_ID), row.get(PROJECT.PROGRAMME_ID)));
                    own.computeIfAbsent(row.get(PROJECT_RELATION.PROJECT_ID), id -> new ArrayList<>())
                            .add(new Relation(
                                    RelationKind.valueOf(row.get(PROJECT_RELATION.KIND)),
                                    row.get(PROJECT_RELATION.OTHER_PROJECT_ID),
                                    name,
                                    row.get(PROJECT_RELATION.NOTE)));
                });
        return new Relations(own, inverse(database, condition, visible));
    }

    private static Map<UUID, List<RelatedProject>> inverse(
            DSLContext database, Condition condition, Condition visible) {
        Map<UUID, List<RelatedProject>> inverse = new HashMap<>();
        database.select(PROJECT_RELATION.fields())
                .select(PROJECT.NAME)
                .from(PROJECT_RELATION)
                .join(PROJECT)
                .on(PROJECT.PROJECT_ID.eq(PROJECT_RELATION.PROJECT_ID))
                .where(PROJECT_RELATION.OTHER_PROJECT_ID.in(
                        DSL.select(PROJECT.PROJECT_ID).from(PROJECT).where(condition)))
                .and(visible)
                .orderBy(DSL.lower(PROJECT.NAME), PROJECT_RELATION.POSITION)
                .forEach(row -> inverse.computeIfAbsent(
                                row.get(PROJECT_RELATION.OTHER_PROJECT_ID), id -> new ArrayList<>())
                        .add(new RelatedProject(
                                RelationKind.valueOf(row.get(PROJECT_RELATION.KIND)),
                                row.get(PROJECT_RELATION.PROJECT_ID),
                                row.get(PROJECT.NAME),
                                row.get(PROJECT_RELATION.NOTE))));
        return inverse;
    }
}
