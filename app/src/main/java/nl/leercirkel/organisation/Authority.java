package nl.leercirkel.organisation;

import java.util.UUID;

/**
 * A municipality or youth region that uses this installation.
 *
 * @param code the national code: GM0505 for a municipality, JZ06 for a youth region
 * @param colour accent colour as #rrggbb
 */
public record Authority(UUID authorityId, AuthorityKind kind, String code, String name, String colour) {}
