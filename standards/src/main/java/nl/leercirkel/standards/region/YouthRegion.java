package nl.leercirkel.standards.region;

import java.util.List;

/**
 * A youth region as it was on a day.
 *
 * @param code of CBS ("JZ42")
 * @param name of CBS, 2024
 * @param municipalities by code
 */
public record YouthRegion(String code, String name, List<Municipality> municipalities) {

    public YouthRegion {
        municipalities = List.copyOf(municipalities);
    }
}
