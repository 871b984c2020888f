package nl.leercirkel.portfolio;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a project stands to another one.
 *
 * @param projectId the other project, when the name is found in the portfolio
 * @param name of the other project; with its programme in brackets when that is another programme
 */
public record Relation(RelationKind kind, @Nullable UUID projectId, String name, String note) {}
