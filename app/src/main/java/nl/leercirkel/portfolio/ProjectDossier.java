package nl.leercirkel.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A project as it is kept now, with what is not right about its figures. */
public record ProjectDossier(
        UUID id,
        UUID programmeId,
        String programmeName,
        int version,
        Instant changedAt,
        String changedBy,
        ProjectData data,
        List<Check> checks) {

    public ProjectDossier {
        checks = List.copyOf(checks);
    }

    public String name() {
        return data.name();
    }

    public String path() {
        return "/projecten/" + id;
    }
}
