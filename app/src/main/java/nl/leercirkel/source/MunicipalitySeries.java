package nl.leercirkel.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.PeriodReader;
import nl.leercirkel.source.open.Reasons;
import nl.leercirkel.source.open.Units;
import nl.leercirkel.standards.figure.Figure.Known;
import nl.leercirkel.standards.figure.Figure.Missing;
import nl.leercirkel.standards.figure.Figure.NotComparable;
import nl.leercirkel.standards.figure.Figure.Suppressed;
import nl.leercirkel.standards.region.Composition;
import nl.leercirkel.standards.region.Municipalities;
import nl.leercirkel.standards.region.Municipality;
import nl.leercirkel.standards.region.ThroughTime;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of municipalities of any year as those of the municipalities of today. What cannot be said for the territory of
 * today is "not comparable", with the reason; it never becomes a number.
 */
final class MunicipalitySeries {
    private final Municipalities register = Municipalities.register();
    private final Field field;
    private final List<String> municipalities;
    private final LocalDate today;
    private final Map<String, Map<String, nl.leercirkel.standards.figure.Figure>> byPeriod = new HashMap<>();
    private final Set<String> periods = new TreeSet<>();

    MunicipalitySeries(Field field, List<String> municipalities, LocalDate today) {
        this.field = field;
        this.municipalities = List.copyOf(municipalities);
        this.today = today;
    }

    /** Every municipality of which rows may be needed: those of today and all that went up in them. */
    Set<String> codes() {
        Set<String> codes = new TreeSet<>(municipalities);
        for (int year = Municipalities.EARLIEST.getYear(); year <= today.getYear(); year++) {
            for (String code : municipalities) {
                if (register.composition(code, today, LocalDate.of(year, 1, 1)) instanceof Composition.Exact exact) {
                    exact.parts().forEach(part -> codes.add(part.code()));
                }
            }
        }
        return codes;
    }

    /** @param why what the source says of a number that is not there, or not comparable; null where it says nothing */
    void add(String municipality, String period, @Nullable BigDecimal value, @Nullable String why) {
        periods.add(period);
        Optional<nl.leercirkel.standards.figure.Figure> reason = Reasons.read(why == null ? "" : why);
        if (reason.isPresent() && (value == null || reason.get() instanceof NotComparable)) {
            put(municipality, period, reason.get());
        } else if (value != null) {
            put(municipality, period, new Known(value));
        }
    }

    private void put(String municipality, String period, nl.leercirkel.standards.figure.Figure figure) {
        byPeriod.computeIfAbsent(period, fresh -> new HashMap<>()).put(municipality, figure);
    }

    Field field() {
        return field;
    }

    List<String> periods() {
        return List.copyOf(periods);
    }

    List<Municipality> municipalities() {
        return municipalities.stream()
                .map(code -> register.municipality(code).orElseThrow())
                .toList();
    }

    /** One for each period. */
    List<nl.leercirkel.standards.figure.Figure> values(String municipality) {
        List<nl.leercirkel.standards.figure.Figure> values = new ArrayList<>();
        periods.forEach(period -> values.add(value(municipality, period)));
        return values;
    }

    private nl.leercirkel.standards.figure.Figure value(String municipality, String period) {
        LocalDate then = PeriodReader.start(period);
        var published = byPeriod.getOrDefault(period, Map.of());
        if (then.isBefore(Municipalities.EARLIEST)) {
            return new NotComparable("Niet vergelijkbaar: de indeling van gemeenten is bekend vanaf 2000.");
        }
        if (!Units.adds(field)
                && register.composition(municipality, today, then) instanceof Composition.Exact exact
                && exact.parts().size() > 1) {
            return new NotComparable(
                    "Niet vergelijkbaar: een percentage of gemiddelde van samengevoegde gemeenten is niet uit dat van de delen te maken.");
        }
        return new ThroughTime(register, today).amount(municipality, then, code -> {
            var figure = published.get(code);
            return figure == null ? new Missing("Niet in deze versie.") : figure;
        });
    }

    /** Why there is no number, in Dutch; empty where there is. */
    static String reason(nl.leercirkel.standards.figure.Figure figure) {
        return switch (figure) {
            case Known _ -> "";
            case Missing(String reason) -> reason;
            case Suppressed(String reason) -> reason;
            case NotComparable(String reason) -> reason;
        };
    }
}
