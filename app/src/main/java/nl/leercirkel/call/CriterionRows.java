package nl.leercirkel.call;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.portfolio.DutchNumbers;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.Parsed;

/** The criteria of a call in the texts that the manager types, and back. */
final class CriterionRows {
    static final String SECTION = "criterium";
    private static final BigDecimal HEAVIEST = BigDecimal.valueOf(1000);
    private static final int MOST = 30;

    private CriterionRows() {}

    static List<Map<String, String>> of(List<Criterion> criteria) {
        return criteria.stream()
                .map(criterion -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    row.put("naam", criterion.name());
                    row.put("uitleg", criterion.explanation());
                    row.put("soort", criterion.kind().name());
                    row.put("schaal", criterion.isYesNo() ? "" : String.valueOf(criterion.scaleMax()));
                    row.put("laag", criterion.low());
                    row.put("hoog", criterion.high());
                    row.put("gewicht", DutchNumbers.format(criterion.weight()));
                    return row;
                })
                .toList();
    }

    static Map<String, String> blank() {
        return new LinkedHashMap<>(Map.of("soort", Criterion.Kind.SCALE.name(), "schaal", "5", "gewicht", "1"));
    }

    static Parsed<List<Criterion>> parse(List<Map<String, String>> rows) {
        List<FieldError> errors = new ArrayList<>();
        List<Criterion> criteria = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            criterion(rows.get(i), SECTION + "." + i + ".", errors).ifPresent(criteria::add);
        }
        if (rows.isEmpty() || rows.size() > MOST) {
            errors.add(new FieldError(SECTION, "Een uitvraag heeft 1 tot %d criteria.".formatted(MOST)));
        }
        return errors.isEmpty() ? new Parsed.Valid<>(criteria) : new Parsed.Invalid<>(errors);
    }

    private static Optional<Criterion> criterion(Map<String, String> row, String path, List<FieldError> errors) {
        int before = errors.size();
        String name = row.getOrDefault("naam", "");
        if (name.isBlank() || name.length() > AnswerCheck.LINE) {
            errors.add(new FieldError(path + "naam", "Vul het criterium in, ten hoogste 300 tekens."));
        }
        for (String column : List.of("uitleg", "laag", "hoog")) {
            int longest = column.equals("uitleg") ? AnswerCheck.TEXT : AnswerCheck.LINE;
            if (row.getOrDefault(column, "").length() > longest) {
                errors.add(new FieldError(path + column, "Deze tekst is te lang."));
            }
        }
        boolean yesNo = row.getOrDefault("soort", "").equals(Criterion.Kind.YES_NO.name());
        Optional<Integer> scale =
                whole(row.getOrDefault("schaal", "")).filter(max -> max >= 2 && max <= Criterion.LARGEST_SCALE);
        if (!yesNo && scale.isEmpty()) {
            errors.add(new FieldError(
                    path + "schaal",
                    "Vul de hoogste score in: een getal van 2 tot en met " + Criterion.LARGEST_SCALE + "."));
        }
        Optional<BigDecimal> weight = DutchNumbers.parse(row.getOrDefault("gewicht", ""))
                .filter(number -> number.signum() >= 0 && number.scale() <= 2 && number.compareTo(HEAVIEST) < 0);
        if (weight.isEmpty()) {
            errors.add(new FieldError(path + "gewicht", "Vul een gewicht in, bijvoorbeeld 1 of 1,5. 0 telt niet mee."));
        }
        if (errors.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Criterion(
                UUID.randomUUID(),
                name,
                row.getOrDefault("uitleg", ""),
                yesNo ? Criterion.Kind.YES_NO : Criterion.Kind.SCALE,
                yesNo ? 1 : scale.orElseThrow(),
                yesNo ? "" : row.getOrDefault("laag", ""),
                yesNo ? "" : row.getOrDefault("hoog", ""),
                weight.orElseThrow()));
    }

    private static Optional<Integer> whole(String text) {
        return text.matches("\\d{1,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
