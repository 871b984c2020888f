package nl.leercirkel.report.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/**
 * What stands on the cover and in the properties of the file.
 *
 * @param subtitle may be empty
 * @param authority name of the municipality or region that publishes
 * @param version such as "1.0"; may be empty
 * @param concept not yet decided upon: shown on the cover and on every page
 * @param author may be empty; the authority is then named
 * @param cover whether a file begins with a cover; a single page has none
 * @param dense smaller letters and less white, for pages that must hold more
 */
public record Metadata(
        String title,
        String subtitle,
        String authority,
        Colour colour,
        LocalDate date,
        Language language,
        String version,
        boolean concept,
        String author,
        List<String> keywords,
        boolean cover,
        boolean dense) {

    public Metadata {
        title = Plain.required(title, "De titel van het document");
        subtitle = Plain.clean(subtitle);
        authority = Plain.required(authority, "De naam van de gemeente of regio");
        version = Plain.clean(version);
        author = author.isBlank() ? authority : Plain.clean(author);
        keywords = keywords.stream()
                .map(keyword -> Plain.required(keyword, "Een trefwoord"))
                .toList();
    }

    public Metadata(String title, String authority, Colour colour, LocalDate date) {
        this(title, "", authority, colour, date, Language.NL, "", false, "", List.of(), true, false);
    }

    public Metadata withSubtitle(String subtitle) {
        return new Metadata(
                title, subtitle, authority, colour, date, language, version, concept, author, keywords, cover, dense);
    }

    public Metadata withLanguage(Language language) {
        return new Metadata(
                title, subtitle, authority, colour, date, language, version, concept, author, keywords, cover, dense);
    }

    /** With a version and whether it is still a concept. */
    public Metadata withVersion(String version, boolean concept) {
        return new Metadata(
                title, subtitle, authority, colour, date, language, version, concept, author, keywords, cover, dense);
    }

    public Metadata withAuthor(String author) {
        return new Metadata(
                title, subtitle, authority, colour, date, language, version, concept, author, keywords, cover, dense);
    }

    public Metadata withKeywords(String... keywords) {
        return new Metadata(
                title,
                subtitle,
                authority,
                colour,
                date,
                language,
                version,
                concept,
                author,
                List.of(keywords),
                cover,
                dense);
    }

    /** For a document that is a page of its own. */
    public Metadata withoutCover() {
        return new Metadata(
                title, subtitle, authority, colour, date, language, version, concept, author, keywords, false, dense);
    }

    public Metadata withDenseText(boolean denser) {
        return new Metadata(
                title, subtitle, authority, colour, date, language, version, concept, author, keywords, cover, denser);
    }

    /** The date in words: 29 maart 2022. */
    public String dateInWords() {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.locale()));
    }

    /** Date, version and whether it is a concept, in one line. */
    public String edition() {
        var line = new StringBuilder(dateInWords());
        if (!version.isBlank()) {
            line.append(" · ").append(language.words().version()).append(' ').append(version);
        }
        if (concept) {
            line.append(" · ").append(language.words().concept());
        }
        return line.toString();
    }
}
