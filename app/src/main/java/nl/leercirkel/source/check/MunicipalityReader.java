package nl.leercirkel.source.check;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.leercirkel.standards.region.Municipalities;
import nl.leercirkel.standards.region.Municipality;
import nl.leercirkel.standards.region.Succession;

/** Municipalities by code or name, as they were in the period of the row. They are stored by their code of four digits. */
final class MunicipalityReader {
    private static final Pattern CODE = Pattern.compile("(?:GM)?(\\d{1,4})");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.of("nl", "NL"));

    private final Municipalities register = Municipalities.register();
    private final Map<String, CellValue> known = new HashMap<>();
    private final Map<LocalDate, Map<String, String>> names = new HashMap<>();

    /** @param day a day in the period of the row */
    CellValue read(String text, LocalDate day) {
        return known.computeIfAbsent(text + '|' + day, key -> look(text.strip(), day));
    }

    private CellValue look(String text, LocalDate day) {
        var matcher = CODE.matcher(text.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            String code = names.computeIfAbsent(day, this::namesOn).get(text.toLowerCase(Locale.ROOT));
            return code == null
                    ? new CellValue.Wrong("Op " + DAY.format(day) + " bestond geen gemeente \""
                            + NumberReader.shown(text)
                            + "\". Vul de gemeentecode van vier cijfers in, of de naam zoals het CBS haar schrijft.")
                    : new CellValue.Known(code);
        }
        String code = "0".repeat(4 - matcher.group(1).length()) + matcher.group(1);
        Optional<Municipality> municipality = register.municipality(code);
        return municipality.isEmpty() ? unknown(code) : inTime(municipality.get(), day);
    }

    private static CellValue unknown(String code) {
        return new CellValue.Wrong("Gemeentecode " + code
                + " bestaat niet. Zoek de code op bij Regio, of vul de naam van de gemeente in.");
    }

    private CellValue inTime(Municipality municipality, LocalDate day) {
        if (municipality.existsOn(day)) {
            return new CellValue.Known(municipality.code());
        }
        String name = municipality.name() + " (" + municipality.code() + ")";
        return switch (register.succession(municipality.code(), day)) {
            case Succession.ContinuedIn(Municipality successor) ->
                new CellValue.Wrong("Gemeente " + name + " bestond niet meer op " + DAY.format(day)
                        + ": zij ging op in " + successor.name() + " (" + successor.code() + "). Gebruik code "
                        + successor.code() + ", of controleer de periode.");
            case Succession.DividedOver(List<Municipality> successors) ->
                new CellValue.Wrong("Gemeente " + name + " bestond niet meer op " + DAY.format(day)
                        + ": zij is verdeeld over "
                        + successors.stream()
                                .map(next -> next.name() + " (" + next.code() + ")")
                                .collect(Collectors.joining(", "))
                        + ". Controleer de code en de periode.");
            case Succession.Exists exists ->
                new CellValue.Known(exists.municipality().code());
            case Succession.Unknown _ ->
                new CellValue.Wrong("Gemeente " + name + " bestond nog niet op " + DAY.format(day)
                        + ". Controleer de code en de periode.");
        };
    }

    private Map<String, String> namesOn(LocalDate day) {
        return register.on(day).stream()
                .collect(Collectors.toMap(
                        municipality -> municipality.name().toLowerCase(Locale.ROOT),
                        Municipality::code,
                        (first, second) -> first));
    }
}
