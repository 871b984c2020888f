package nl.leercirkel.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads typed values from the texts of a form and remembers what could not be read, so that all errors show at once. */
final class FieldReader {
    static final int LONG_TEXT = 20_000;
    static final int SHORT_TEXT = 500;

    static final String AMOUNT_HELP =
            "Schrijf een bedrag in euro, bijvoorbeeld 1250000, 1.250.000,00 of ten hoogste 460.000.";
    static final String PERIOD_HELP = "Schrijf een periode, bijvoorbeeld 2019 t/m 2021, vanaf juli 2020, 1e helft 2021,"
            + " 4e kwartaal 2021 of schooljaar 2020/2021.";
    static final String MOMENT_HELP =
            "Schrijf een moment, bijvoorbeeld 2021, oktober 2021, 21 september 2021 of 1e helft 2021.";

    private final String prefix;
    private final Map<String, String> texts;
    private final List<FieldError> errors;

    FieldReader(Map<String, String> texts) {
        this("", texts, new ArrayList<>());
    }

    private FieldReader(String prefix, Map<String, String> texts, List<FieldError> errors) {
        this.prefix = prefix;
        this.texts = texts;
        this.errors = errors;
    }

    /** Reads each row of a section. */
    <T> List<T> rows(TextForm form, String section, Function<FieldReader, T> read) {
        List<T> items = new ArrayList<>();
        List<Map<String, String>> rows = form.rows(section);
        for (int i = 0; i < rows.size(); i++) {
            items.add(read.apply(new FieldReader(section + "." + i + ".", rows.get(i), errors)));
        }
        return items;
    }

    <T> Parsed<T> outcome(T value) {
        return errors.isEmpty() ? new Parsed.Valid<>(value) : new Parsed.Invalid<>(errors);
    }

    void error(String field, String message) {
        errors.add(new FieldError(prefix + field, message));
    }

    String text(String field) {
        return limited(field, LONG_TEXT);
    }

    String line(String field) {
        return limited(field, SHORT_TEXT).replace('\n', ' ');
    }

    String required(String field, String what) {
        String text = line(field);
        if (text.isEmpty()) {
            error(field, "Vul " + what + " in.");
        }
        return text;
    }

    /** One item per line of the text. */
    List<String> list(String field) {
        return text(field)
                .lines()
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    Amount amount(String field) {
        return Amount.parse(raw(field)).filter(this::notNegative).orElseGet(() -> {
            error(field, AMOUNT_HELP);
            return Amount.NOT_GIVEN;
        });
    }

    private boolean notNegative(Amount amount) {
        return amount.inEuro().map(euro -> euro.signum() >= 0).orElse(true);
    }

    ResultValue value(String field) {
        return ResultValue.parse(limited(field, SHORT_TEXT));
    }

    @Nullable
    Period period(String field) {
        return optional(field, Period::parse, PERIOD_HELP);
    }

    @Nullable
    DatePart moment(String field) {
        return optional(field, DatePart::parse, MOMENT_HELP);
    }

    @Nullable
    LocalDate day(String field) {
        DatePart part = optional(
                field,
                text -> DatePart.parse(text).filter(found -> found.precision() == DatePart.Precision.DAY),
                "Schrijf een dag, bijvoorbeeld 1 maart 2022 of 2022-03-01.");
        return part == null ? null : part.first();
    }

    @Nullable
    BigDecimal number(String field) {
        return optional(field, DutchNumbers::parse, "Schrijf een getal, bijvoorbeeld 1.250 of 7,5.");
    }

    @Nullable
    Integer count(String field) {
        BigDecimal number = optional(
                field,
                text -> DutchNumbers.parse(text)
                        .filter(found -> found.scale() == 0
                                && found.signum() >= 0
                                && found.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0),
                "Schrijf een heel getal, bijvoorbeeld 44.");
        return number == null ? null : number.intValueExact();
    }

    boolean yes(String field) {
        return switch (raw(field)) {
            case "ja" -> true;
            case "", "nee" -> false;
            default -> {
                error(field, "Kies ja of nee.");
                yield false;
            }
        };
    }

    <T extends Enum<T> & Term> T term(String field, Class<T> list, T whenEmpty) {
        T found = term(field, list);
        return found == null ? whenEmpty : found;
    }

    <T extends Enum<T> & Term> @Nullable T term(String field, Class<T> list) {
        return optional(
                field,
                text -> Term.parse(list, text),
                "Kies een van: "
                        + Arrays.stream(list.getEnumConstants()).map(Term::term).collect(Collectors.joining(", "))
                        + ".");
    }

    /** Yes, no, or nothing yet. */
    @Nullable
    Boolean answer(String field) {
        return switch (raw(field)) {
            case "ja" -> true;
            case "nee" -> false;
            case "" -> null;
            default -> {
                error(field, "Kies ja of nee, of laat het leeg.");
                yield null;
            }
        };
    }

    /** Some of a list of numbers, written "1, 6". */
    List<Integer> numbers(String field, List<Integer> known, String help) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : raw(field).split("[,;\\s]+")) {
            if (!part.isEmpty()) {
                Integer number = part.matches("\\d{1,4}") ? Integer.valueOf(part) : null;
                if (number == null || !known.contains(number)) {
                    error(field, help);
                    return List.of();
                }
                numbers.add(number);
            }
        }
        return numbers;
    }

    private <T> @Nullable T optional(String field, Function<String, Optional<T>> parse, String help) {
        String text = raw(field);
        if (text.isEmpty()) {
            return null;
        }
        Optional<T> found = parse.apply(text);
        if (found.isEmpty()) {
            error(field, help);
            return null;
        }
        return found.get();
    }

    private String limited(String field, int length) {
        String text = raw(field);
        if (text.length() > length) {
            error(
                    field,
                    "Deze tekst is te lang: ten hoogste " + DutchNumbers.format(BigDecimal.valueOf(length))
                            + " tekens.");
        }
        return text;
    }

    private String raw(String field) {
        return texts.getOrDefault(field, "").strip();
    }
}
