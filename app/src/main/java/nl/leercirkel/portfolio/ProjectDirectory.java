package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.LINE;
import static nl.leercirkeldb.portfolio.Tables.PROGRAMME;
import static nl.leercirkeldb.portfolio.Tables.PROJECT;
import static nl.leercirkeldb.portfolio.Tables.PROJECT_PARTNER;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leercirkel.security.ActorContext;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The projects that the acting person sees as a short list: enough for other modules to name them and to know who takes
 * part. Two statements, however many projects there are.
 */
@Service
@Transactional(readOnly = true)
public class ProjectDirectory {
    private final DSLContext database;

    ProjectDirectory(DSLContext database) {
        this.database = database;
    }

    /** A project without its texts, money and results. */
    public record Entry(
            UUID id,
            UUID programmeId,
            String programmeName,
            @Nullable Integer number,
            String name,
            String line,
            ProjectState state,
            List<Partnership> partners) {
        public Entry {
            partners = List.copyOf(partners);
        }

        public String path() {
            return "/projecten/" + id;
        }

        /** The lead partners by name, or all partners of a project that names no lead. */
        public String leads() {
            List<Partnership> leads = partners.stream()
                    .filter(partner -> partner.role() == PartnerRole.LEAD)
                    .toList();
            return (leads.isEmpty() ? partners : leads)
                    .stream().map(Partnership::name).collect(Collectors.joining(", "));
        }
    }

    /** All projects that the acting person sees, in the order of programme, line, number and name. */
    public List<Entry> visible() {
        return find(DSL.noCondition());
    }

    public List<Entry> ofProgramme(UUID programmeId) {
        return find(PROJECT.PROGRAMME_ID.eq(programmeId));
    }

    public List<Entry> find(Collection<UUID> projectIds) {
        return projectIds.isEmpty() ? List.of() : find(PROJECT.PROJECT_ID.in(projectIds));
    }

    public Optional<Entry> find(UUID projectId) {
        return find(PROJECT.PROJECT_ID.eq(projectId)).stream().findFirst();
    }

    private List<Entry> find(Condition wanted) {
        Condition condition = wanted.and(Visibility.of(ActorContext.required()));
        Map<UUID, List<Partnership>> partners = database.selectFrom(PROJECT_PARTNER)
                .where(PROJECT_PARTNER.PROJECT_ID.in(
                        DSL.select(PROJECT.PROJECT_ID).from(PROJECT).where(condition)))
                .orderBy(PROJECT_PARTNER.PROJECT_ID, PROJECT_PARTNER.POSITION)
                .fetchGroups(
                        PROJECT_PARTNER.PROJECT_ID,
                        row -> new Partnership(row.getPartnerId(), row.getName(), PartnerRole.valueOf(row.getRole())));
        return database.select(
                        PROJECT.PROJECT_ID,
                        PROJECT.PROGRAMME_ID,
                        PROGRAMME.NAME,
                        PROJECT.NUMBER,
                        PROJECT.NAME,
                        LINE.NAME,
                        PROJECT.STATE)
                .from(PROJECT)
                .join(PROGRAMME)
                .on(PROGRAMME.PROGRAMME_ID.eq(PROJECT.PROGRAMME_ID))
                .leftJoin(LINE)
                .on(LINE.LINE_ID.eq(PROJECT.LINE_ID))
                .where(condition)
                .orderBy(
                        DSL.lower(PROGRAMME.NAME),
                        LINE.POSITION.asc().nullsLast(),
                        PROJECT.NUMBER.asc().nullsLast(),
                        DSL.lower(PROJECT.NAME))
                .fetch(row -> {
                    @Nullable String line = row.value6();
                    return new Entry(
                            row.value1(),
                            row.value2(),
                            row.value3(),
                            row.value4(),
                            row.value5(),
                            line == null ? "" : line,
                            ProjectState.valueOf(row.value7()),
                            partners.getOrDefault(row.value1(), List.of()));
                });
    }
}
