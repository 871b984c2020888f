package nl.leercirkel.standards.kwb;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The country, a municipality, a district (wijk) or a neighbourhood (buurt).
 *
 * @param code of CBS without padding: "NL00", "GM1680", "WK168000", "BU16800000"; since 2023 with letters in it
 * @param name of the area; empty where the file gives only its municipality
 * @param municipality name as in the file; empty where it gives none
 */
public record Area(String code, Kind kind, String name, String municipality, Boundary boundary) {

    private static final Pattern CODE = Pattern.compile("NL\\d\\d|GM\\d{4}|WK\\d{4}[0-9A-Z]{2}|BU\\d{4}[0-9A-Z]{4}");

    /** Which level of area. */
    public enum Kind {
        COUNTRY,
        MUNICIPALITY,
        DISTRICT,
        NEIGHBOURHOOD
    }

    /** How the area relates to that of the year before, by CBS. */
    public enum Boundary {
        /** Same code, same border. */
        SAME("1"),
        /** New code, same border: comparable once the codes are matched. */
        RECODED("2"),
        /** The border moved: not comparable. */
        MOVED("3"),
        /** The file does not say, or the area is no district or neighbourhood. */
        NOT_GIVEN(".");

        private final String code;

        Boundary(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static Optional<Boundary> of(String code) {
            for (Boundary boundary : values()) {
                if (boundary.code.equals(code)) {
                    return Optional.of(boundary);
                }
            }
            return Optional.empty();
        }
    }

    public Area {
        if (!CODE.matcher(code).matches() || kindOf(code) != kind) {
            throw new IllegalArgumentException("no code of a " + kind + ": " + code);
        }
    }

    static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }

    static Kind kindOf(String code) {
        return switch (code.charAt(0)) {
            case 'N' -> Kind.COUNTRY;
            case 'G' -> Kind.MUNICIPALITY;
            case 'W' -> Kind.DISTRICT;
            default -> Kind.NEIGHBOURHOOD;
        };
    }

    /** The municipality's code of four digits; empty for the country. */
    public Optional<String> municipalityCode() {
        return kind == Kind.COUNTRY ? Optional.empty() : Optional.of(code.substring(2, 6));
    }
}
