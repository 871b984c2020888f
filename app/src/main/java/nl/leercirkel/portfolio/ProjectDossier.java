package nl.leercirkel.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project as it is kept now, with what is not right about its figures.
 *
 * @param status the newest report on how it goes; null when there is none
 * @param relatedBy other projects that say how they stand to this one, as far as the acting person sees them
 */
public record ProjectDossier(
        UUID id,
        UUID programmeId,
        String programmeName,
        int version,
        Instant changedAt,
        String changedBy,
        ProjectData data,
        @Nullable StatusReport status,
        List<RelatedProject> relatedBy,
        List<Check> checks) {

    public ProjectDossier {
        relatedBy = List.copyOf(relatedBy);
        checks = List.copyOf(checks);
    }

    public String name() {
        return data.name();
    }

    public String path() {
        return "/projecten/" + id;
    }
}
