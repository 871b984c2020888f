package nl.leercirkel.portfolio;

import java.util.UUID;

/** Another project that says how it stands to this one. */
public record RelatedProject(RelationKind kind, UUID projectId, String name, String note) {
    public String path() {
        return "/projecten/" + projectId;
    }
}
