package nl.leercirkel.portfolio;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Dossiers as the database would give them, without one. */
public final class Dossiers {
    private static final Instant STORED = Instant.parse("2026-11-20T09:00:00Z");
    private static final String PERSON = "Jo Test";

    private Dossiers() {}

    /** A programme with its projects in the order of its lines, with the checks of each. */
    public static ProgrammeDossier of(ProgrammeForm.Draft programme, List<ProjectData> projects) {
        UUID id = id(programme.data().name());
        List<Line> lines = programme.lines().stream()
                .map(line -> new Line(id(line.name()), line.name(), line.budget()))
                .toList();
        return new ProgrammeDossier(
                id,
                1,
                STORED,
                PERSON,
                programme.data(),
                lines,
                projects.stream()
                        .map(data -> new ProjectDossier(
                                id(data.name()),
                                id,
                                programme.data().name(),
                                1,
                                STORED,
                                PERSON,
                                data,
                                null,
                                List.of(),
                                ProjectChecks.of(data)))
                        .toList());
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
