package nl.leercirkel.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import nl.leercirkel.standards.ijw.definition.Law;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the pages of care say in the same words, in the language of who reads. */
@Component
class CareTexts {
    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    private final MessageSource texts;

    CareTexts(MessageSource texts) {
        this.texts = texts;
    }

    String text(String key, @Nullable Object... arguments) {
        return texts.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    String law(Law law) {
        return text(law == Law.YOUTH ? "care.law.youth" : "care.law.support");
    }

    String choice(CareTotals.Choice choice) {
        return law(choice.law()) + " " + choice.year();
    }

    /** What stands below a figure. */
    String source(Resting resting) {
        return text(
                        "care.source",
                        resting.law().standard(),
                        resting.messages(),
                        day(resting.first()),
                        day(resting.last()),
                        moment(resting.received()))
                + remark(resting);
    }

    /** What does not count, if anything. */
    /** The same of a law, also where no messages count yet. */
    String source(Law law, Optional<Resting> resting) {
        return resting.map(this::source).orElseGet(() -> text("care.source.none", law.standard()));
    }

    String remark(Resting resting) {
        return resting.refused() == 0 ? "" : " " + text("care.source.refused", resting.refused());
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", LocaleContextHolder.getLocale())
                .format(day);
    }

    String moment(Instant instant) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", LocaleContextHolder.getLocale())
                .format(instant.atZone(HERE));
    }
}
