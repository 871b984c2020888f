package nl.leercirkel.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which passwords are refused: too short, guessable from the person or the product, or among the most used. */
final class PasswordPolicy {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    /** Words that people build a password from by adding digits; Dutch ones included. */
    private static final Set<String> COMMON_WORDS = Set.of(
            "welkom",
            "welkomwelkom",
            "wachtwoord",
            "geheim",
            "password",
            "passwort",
            "passw",
            "letmein",
            "iloveyou",
            "qwerty",
            "qwertyuiop",
            "azerty",
            "asdfghjkl",
            "zxcvbnm",
            "qazwsxedc",
            "admin",
            "administrator",
            "beheerder",
            "gemeente",
            "jeugdhulp",
            "jeugdzorg",
            "voetbal",
            "ajax",
            "feyenoord",
            "psv",
            "lente",
            "zomer",
            "herfst",
            "winter",
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
            "maandag",
            "dinsdag",
            "woensdag",
            "donderdag",
            "vrijdag",
            "nederland",
            "amsterdam",
            "rotterdam",
            "superman",
            "batman",
            "monkey",
            "dragon",
            "sunshine",
            "princess",
            "football",
            "computer",
            "internet",
            "test",
            "testtest",
            "abc",
            "abcdefghijkl",
            "changeme",
            "hallo");

    private static final String KEYBOARD =
            "01234567890123456789 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm 1q2w3e4r5t6y7u8i9o0p";
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PasswordPolicy() {}

    /** What is wrong with a password; its key names the sentence that says so. */
    enum Problem {
        TOO_SHORT,
        TOO_LONG,
        CONTAINS_NAME,
        TOO_COMMON;

        String messageKey() {
            return "identity.password.problem." + name();
        }
    }

    static Optional<Problem> problem(String password, String name, String email) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(Problem.TOO_SHORT);
        }
        if (password.length() > LONGEST) {
            return Optional.of(Problem.TOO_LONG);
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (isCommon(lower)) {
            return Optional.of(Problem.TOO_COMMON);
        }
        boolean personal = Stream.of(name + " " + email.split("@", 2)[0] + " leercirkel")
                .flatMap(SEPARATORS::splitAsStream)
                .map(part -> part.toLowerCase(Locale.ROOT))
                .filter(part -> part.length() >= 4)
                .anyMatch(lower::contains);
        return personal ? Optional.of(Problem.CONTAINS_NAME) : Optional.empty();
    }

    private static boolean isCommon(String lower) {
        String letters = NOT_LETTERS.matcher(lower).replaceAll("");
        return lower.chars().distinct().count() < 5
                || COMMON_WORDS.contains(letters)
                || COMMON_WORDS.contains(half(letters))
                || KEYBOARD.contains(lower)
                || KEYBOARD.contains(new StringBuilder(lower).reverse());
    }

    /** A word typed twice is no better than once. */
    private static String half(String letters) {
        String half = letters.substring(0, letters.length() / 2);
        return letters.equals(half + half) ? half : letters;
    }
}
