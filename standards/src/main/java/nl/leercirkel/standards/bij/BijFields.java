package nl.leercirkel.standards.bij;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Place;
import org.jspecify.annotations.Nullable;

/** The fields of one record as text, read into values; each text that does not fit is a finding. */
final class BijFields {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private static final List<BijField> PERSON =
            List.of(BijField.BSN, BijField.BIRTH_DATE, BijField.SEX, BijField.RESIDENCE);

    private final Map<BijField, String> texts;
    private final Place place;
    private final Consumer<? super Finding> findings;
    private boolean wrong;

    BijFields(Map<BijField, String> texts, Place place, Consumer<? super Finding> findings) {
        this.texts = texts;
        this.place = place;
        this.findings = findings;
    }

    /** Fields that every record of the type has filled. */
    static List<BijField> mandatory(RecordType type) {
        return switch (type) {
            case JH -> concat(BijField.REFERRER, BijField.HELP_FORM, BijField.CRISIS, BijField.HELP_START);
            case JB -> concat(BijField.PROTECTION_KIND);
            case JR -> concat(BijField.PROBATION_KIND);
            case PJK -> concat(BijField.PREVENTIVE_KIND, BijField.PREVENTIVE_START);
            case ORG ->
                List.of(
                        BijField.ORG_NAME,
                        BijField.ORG_POSTCODE,
                        BijField.ORG_PLACE,
                        BijField.ORG_CHAMBER,
                        BijField.CONTACT_NAME);
        };
    }

    private static List<BijField> concat(BijField... own) {
        return Stream.concat(PERSON.stream(), Arrays.stream(own)).toList();
    }

    boolean wrong() {
        return wrong;
    }

    Map<BijField, String> filled() {
        Map<BijField, String> filled = new EnumMap<>(BijField.class);
        texts.forEach((field, text) -> {
            if (!text.isEmpty()) {
                filled.put(field, text);
            }
        });
        return filled;
    }

    String text(BijField field) {
        return texts.getOrDefault(field, "");
    }

    boolean has(BijField field) {
        return !text(field).isEmpty();
    }

    void require(RecordType type) {
        for (BijField field : mandatory(type)) {
            if (!has(field)) {
                error(field, "BIJ-VERPLICHT", "Dit veld is verplicht.");
            }
        }
    }

    @Nullable
    LocalDate day(BijField field) {
        if (!has(field)) {
            return null;
        }
        try {
            return LocalDate.parse(text(field), DATE);
        } catch (DateTimeParseException _) {
            error(field, "BIJ-DATUM", "Verwacht: een bestaande datum als JJJJMMDD.");
            return null;
        }
    }

    <E extends Enum<E> & Coded> @Nullable E code(BijField field, Class<E> list) {
        if (!has(field)) {
            return null;
        }
        Optional<E> value = Coded.of(list, text(field));
        if (value.isEmpty()) {
            error(field, "BIJ-CODE", "Deze code staat niet in de lijst: " + codes(list) + ".");
        }
        return value.orElse(null);
    }

    private static <E extends Enum<E> & Coded> String codes(Class<E> list) {
        return String.join(
                ", ", Arrays.stream(list.getEnumConstants()).map(Coded::code).toList());
    }

    @Nullable
    Integer mark(BijField field) {
        if (!has(field)) {
            return null;
        }
        if (text(field).matches("0?[1-9]|10")) {
            return Integer.valueOf(text(field));
        }
        error(field, "BIJ-CIJFER", "Verwacht: een rapportcijfer van 1 tot en met 10.");
        return null;
    }

    @Nullable
    Person person() {
        Optional<Bsn> bsn = Bsn.of(text(BijField.BSN));
        if (bsn.isEmpty() && has(BijField.BSN)) {
            error(BijField.BSN, "BIJ-BSN", "Het burgerservicenummer voldoet niet aan de elfproef.");
        }
        Optional<PartialDate> birth = PartialDate.parse(text(BijField.BIRTH_DATE));
        if (birth.isEmpty() && has(BijField.BIRTH_DATE)) {
            error(
                    BijField.BIRTH_DATE,
                    "BIJ-GEBOORTEDATUM",
                    "Verwacht: JJJJMMDD, JJJJMM00, JJJJ0000, of nullen voor een ongeboren kind.");
        }
        Sex sex = code(BijField.SEX, Sex.class);
        String residence = text(BijField.RESIDENCE);
        if (!residence.isEmpty() && !residence.matches("[1-9]\\d{3}[A-Z]{2}|\\d{4}")) {
            error(
                    BijField.RESIDENCE,
                    "BIJ-WOONPLAATS",
                    "Verwacht: een postcode als 1234AB, of de CBS-code van de gemeente in vier cijfers.");
        }
        return bsn.isEmpty() || birth.isEmpty() || sex == null
                ? null
                : new Person(bsn.get(), birth.get(), sex, residence);
    }

    void error(BijField field, String code, String message) {
        wrong = true;
        findings.accept(Finding.error(code, place.field("veld " + field.key()), message));
    }
}
