package nl.leercirkel.organisation;

import java.util.List;

/**
 * A youth region (jeugdregio): municipalities that buy youth care together.
 *
 * @param code CBS code, JZ and two digits
 * @param name CBS name
 * @param listedName the name in the list of 2026 that gives the membership; often the same
 * @param municipalities by code; never empty
 */
public record YouthRegion(
        String code, String name, String listedName, List<String> aliases, List<Municipality> municipalities)
        implements Place {

    public YouthRegion {
        if (!code.startsWith("JZ") || code.length() != 4) {
            throw new IllegalArgumentException("youth region code must be JZ and two digits: " + code);
        }
        if (municipalities.isEmpty()) {
            throw new IllegalArgumentException("youth region " + code + " has no municipalities");
        }
        aliases = List.copyOf(aliases);
        municipalities = List.copyOf(municipalities);
    }
}
