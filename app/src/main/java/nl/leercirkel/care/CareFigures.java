package nl.leercirkel.care;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.standards.ijw.definition.Law;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The protected tables of a law and year; kept until the next message, since protecting a large table takes a while. */
@Service
class CareFigures {
    private static final int KEPT = 100;
    private static final List<String> MONTHS = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, Locale.of("nl")))
            .toList();

    private final CareTotals totals;
    private final CareLineage lineage;
    private final Map<Key, Tables> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Tables> eldest) {
            return size() > KEPT;
        }
    };

    CareFigures(CareTotals totals, CareLineage lineage) {
        this.totals = totals;
        this.lineage = lineage;
    }

    private record Key(UUID authority, Law law, int year, String revision) {}

    /** What the page shows. */
    record Tables(
            CareTables.Protected begunByProduct,
            CareTables.Protected begunByMonth,
            CareTables.Protected grantedByProvider,
            CareTables.Protected grantedByProduct) {}

    @Transactional(readOnly = true)
    public List<CareTotals.Choice> choices() {
        return totals.choices();
    }

    /** Made anew when a message was read since, which is then kept: where messages went can be seen on their page. */
    @Transactional
    public Tables tables(Law law, int year) {
        Key key = new Key(ActorContext.required().authorityId(), law, year, totals.revision());
        synchronized (kept) {
            Tables known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        List<CareTotals.Begun> begun = totals.begun(law, year);
        List<CareTotals.Granted> granted = totals.granted(law, year);
        Tables tables = new Tables(
                CareTables.begunByProduct(law, begun),
                CareTables.begunByMonth(begun, MONTHS),
                CareTables.grantedByProvider(granted, Map.of()),
                CareTables.grantedByProduct(law, granted));
        lineage.made(law, year);
        synchronized (kept) {
            kept.put(key, tables);
        }
        return tables;
    }
}
