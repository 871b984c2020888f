package nl.leercirkel.report.document;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour in sRGB.
 *
 * @param hex six hexadecimal digits after a number sign, lower case
 */
public record Colour(String hex) {
    /** Contrast that WCAG 2.2 (success criterion 1.4.3) asks for normal text. */
    public static final double READABLE = 4.5;

    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");

    public Colour {
        hex = hex.strip().toLowerCase(Locale.ROOT);
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("Geen kleur: '" + hex + "'. Schrijf een kleur als #1f4e79.");
        }
    }

    /** This colour, darkened in small steps until it reads well on white (and white reads well on it). */
    public Colour readable() {
        var shade = this;
        while (shade.contrastWithWhite() < READABLE) {
            shade = shade.mixedWith(0, 0.04);
        }
        return shade;
    }

    /** Very light version, for the ground of a header row. */
    public Colour tint() {
        return mixedWith(255, 0.92);
    }

    /** Contrast ratio with white, 1 to 21 (WCAG 2.2, definition of contrast ratio). */
    public double contrastWithWhite() {
        return 1.05 / (luminance() + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(channel(1)) + 0.7152 * linear(channel(3)) + 0.0722 * linear(channel(5));
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private Colour mixedWith(int other, double part) {
        return new Colour("#%02x%02x%02x".formatted(mix(1, other, part), mix(3, other, part), mix(5, other, part)));
    }

    private int mix(int at, int other, double part) {
        double mixed = channel(at) * (1 - part) + other * part;
        // Rounding towards the other colour, or darkening could stand still.
        return (int) (other < channel(at) ? Math.floor(mixed) : Math.ceil(mixed));
    }

    private int channel(int at) {
        return Integer.parseInt(hex.substring(at, at + 2), 16);
    }
}
