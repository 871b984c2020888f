package nl.leercirkel.source.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Columns that, by their name, hold who or where a person is: nothing that a figure can need. */
public final class PersonalNames {
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+");
    /** Whole words of a name. */
    private static final Set<String> WHO = Set.of(
            "voornaam",
            "voornamen",
            "achternaam",
            "roepnaam",
            "geslachtsnaam",
            "familienaam",
            "tussenvoegsel",
            "voorvoegsel",
            "voorletters",
            "initialen",
            "straat",
            "straatnaam",
            "huisnummer",
            "huisletter",
            "huisnr",
            "adres",
            "woonadres",
            "telefoon",
            "telefoonnummer",
            "mobiel",
            "emailadres",
            "email",
            "mailadres");

    /** Names of persons, not of an organisation or a place. */
    private static final Pattern NAME_OF_PERSON = Pattern.compile(
            "naam|(volledige )?naam (van )?(de |het )?(kind|jeugdige|client|cliënt|ouder|inwoner|persoon)|(kind|jeugdige|client|cliënt|ouder|inwoner|persoon)s?naam");

    private static final Pattern PERSON = Pattern.compile(
            "voorna|achternaam|roepnaam|geslachtsnaam|geboorte(datum|jaar|dag)|\\bbsn\\b|burgerservicenummer",
            Pattern.CASE_INSENSITIVE);

    private PersonalNames() {}

    /** The columns to leave out; none where no column tells that the rows are about persons: an organisation has an address too. */
    public static List<String> among(List<String> columns, boolean numbers) {
        boolean persons = numbers
                || columns.stream().anyMatch(column -> PERSON.matcher(column).find());
        return persons ? columns.stream().filter(PersonalNames::is).toList() : List.of();
    }

    public static boolean is(String column) {
        // e-mail is one word
        String name = column.toLowerCase(Locale.ROOT).replace("e-mail", "email").strip();
        String spaced = WORDS.matcher(name).replaceAll(" ").strip();
        if (NAME_OF_PERSON.matcher(spaced).matches()) {
            return true;
        }
        for (String word : spaced.split(" ")) {
            if (WHO.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
