package nl.leercirkel.standards.iv3;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.leercirkel.standards.region.Municipalities;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Place;
import org.jspecify.annotations.Nullable;

/** Whether a data file keeps to the definition of its year. */
public final class Iv3Check {

    private Iv3Check() {}

    /**
     * @param definition of the same year; null where it is not at hand: then the task fields alone are checked, by the list of
     *     this library
     */
    public static void check(Iv3Data data, @Nullable Iv3Definition definition, Consumer<? super Finding> findings) {
        municipality(data.metadata(), findings);
        int year = data.metadata().year();
        if (definition != null && definition.year() != year) {
            findings.accept(Finding.error(
                    "IV3-JAAR",
                    Place.FILE,
                    "Het bestand gaat over " + year + ", de definitie over " + definition.year() + "."));
            return;
        }
        if (definition == null && (year < TaskFields.FIRST_YEAR || year > TaskFields.LAST_YEAR)) {
            findings.accept(Finding.warning(
                    "IV3-JAAR",
                    Place.FILE,
                    "Van boekjaar " + year + " zijn geen taakvelden bekend; codes zijn niet gecontroleerd."));
            return;
        }
        for (Iv3Cell cell : data.cells()) {
            if (definition == null) {
                byOwnList(cell, year, findings);
            } else {
                byDefinition(cell, definition, findings);
            }
        }
        if (definition == null) {
            findings.accept(
                    Finding.note(
                            "IV3-CONTROLES",
                            Place.FILE,
                            "De controles PF001 tot en met PF009 zijn niet gedaan: daarvoor is het definitiebestand van het jaar nodig."));
        } else {
            Iv3Plausibility.check(data, definition, findings);
        }
    }

    private static void municipality(Iv3Metadata whose, Consumer<? super Finding> findings) {
        boolean known = Municipalities.register()
                .municipality(whose.number())
                .filter(m -> m.existsOn(LocalDate.of(whose.year(), 1, 1)))
                .isPresent();
        if (!known) {
            findings.accept(Finding.warning(
                    "IV3-GEMEENTE",
                    Place.FILE.field("overheidsnummer"),
                    "Op 1 januari " + whose.year() + " was er geen gemeente met deze code van vier cijfers."));
        }
    }

    private static void byOwnList(Iv3Cell cell, int year, Consumer<? super Finding> findings) {
        if (cell.section() != Iv3Section.COSTS && cell.section() != Iv3Section.INCOME) {
            return;
        }
        TaskFields.of(year, cell.row())
                .ifPresentOrElse(
                        field -> {
                            if (!field.open() && cell.section() == Iv3Section.COSTS) {
                                findings.accept(closed(cell, year));
                            }
                        },
                        () -> findings.accept(unknown(cell, "taakveld", cell.row(), year)));
    }

    private static void byDefinition(Iv3Cell cell, Iv3Definition definition, Consumer<? super Finding> findings) {
        Map<String, String> lists = switch (cell.section()) {
            case COSTS -> Map.of("taakveld", cell.row(), "categorie_lasten", cell.column());
            case INCOME -> Map.of("taakveld", cell.row(), "categorie_baten", cell.column());
            case BALANCE_COSTS -> Map.of("balanscode", cell.row(), "categorie_lasten", cell.column());
            case BALANCE_INCOME -> Map.of("balanscode", cell.row(), "categorie_baten", cell.column());
            case BALANCE -> Map.of("balanscode", cell.row(), "standper", cell.column());
            case RATIOS -> Map.of("kengetallen", cell.row(), "verslagperiode", cell.column());
            case POLICY -> Map.of("beleidsindicatoren", cell.row());
        };
        boolean known = true;
        for (Map.Entry<String, String> code : lists.entrySet()) {
            if (!leaves(definition, code.getKey()).contains(code.getValue())) {
                known = false;
                findings.accept(unknown(cell, code.getKey(), code.getValue(), definition.year()));
            }
        }
        if (known && !definition.isOpen(cell.section(), cell.row(), cell.column())) {
            findings.accept(closed(cell, definition.year()));
        }
    }

    private static Set<String> leaves(Iv3Definition definition, String list) {
        return definition.list(list).stream()
                .filter(Iv3Definition.Code::leaf)
                .map(Iv3Definition.Code::code)
                .collect(Collectors.toSet());
    }

    private static Finding unknown(Iv3Cell cell, String list, String code, int year) {
        return Finding.error(
                "IV3-CODE",
                Place.FILE.field("onderdeel " + cell.section().key()),
                "Code " + (code.length() > 20 ? code.substring(0, 20) + "..." : code) + " staat in " + year
                        + " niet in de lijst " + list + ", of is een kop waarop geen bedragen horen.");
    }

    private static Finding closed(Iv3Cell cell, int year) {
        return Finding.error(
                "IV3-GESLOTEN",
                Place.FILE.field("onderdeel " + cell.section().key()),
                "Cel " + cell.row() + " / " + cell.column() + " is in " + year + " gesloten: daar hoort geen bedrag.");
    }
}
