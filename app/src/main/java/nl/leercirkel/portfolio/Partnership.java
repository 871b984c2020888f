package nl.leercirkel.portfolio;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that takes part in a project.
 *
 * @param partnerId the organisation in the authority's own list, when the name is found there
 * @param name as the source gives it
 */
public record Partnership(@Nullable UUID partnerId, String name, PartnerRole role) {}
