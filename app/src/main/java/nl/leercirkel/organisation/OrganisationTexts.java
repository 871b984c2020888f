package nl.leercirkel.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Sentences and dates in the language of the request. */
@Component
class OrganisationTexts {
    static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    private final MessageSource messages;

    OrganisationTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** A choice in a form. */
    record Choice(String value, String label) {}

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language());
    }

    String date(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language()).format(day);
    }

    String moment(Instant instant) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", language()).format(instant.atZone(HERE));
    }

    /** "Utrecht, Gelderland en Limburg". */
    String enumeration(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " " + text("organisation.and") + " " + names.get(last);
    }

    Locale language() {
        return LocaleContextHolder.getLocale();
    }

    /** One line of typed text: no spaces around it and nothing in it that PostgreSQL cannot store or a reader cannot see. */
    static String line(String typed) {
        return typed.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    /** More lines of typed text. */
    static String lines(String typed) {
        return typed.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ")
                .strip();
    }
}
