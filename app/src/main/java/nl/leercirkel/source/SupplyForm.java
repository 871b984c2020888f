package nl.leercirkel.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.leercirkel.source.open.FileFolder;
import nl.leercirkel.source.open.Filter;
import nl.leercirkel.source.open.Wanted;
import nl.leercirkel.source.open.Wanted.Kind;
import nl.leercirkel.source.open.Wanted.Place;
import nl.leercirkel.spreadsheet.RefusedFileException;
import nl.leercirkel.standards.cbs.CbsVersion;

/** What is to be fetched, as typed. */
record SupplyForm(
        String kind,
        String place,
        String version,
        String tables,
        String topics,
        String filters,
        boolean areas,
        String year,
        String folder,
        String files) {
    private static final int LONGEST = 10_000;
    private static final int MOST_TABLES = 20;

    static SupplyForm empty() {
        return new SupplyForm(
                Kind.CBS.name(), Place.SERVICE.name(), CbsVersion.V3.name(), "", "", "", false, "", "", "*.csv");
    }

    static SupplyForm of(Wanted wanted) {
        return new SupplyForm(
                wanted.kind().name(),
                wanted.place().name(),
                wanted.version().name(),
                String.join(", ", wanted.tables()),
                String.join("\n", wanted.topics()),
                String.join("\n", wanted.filters()),
                wanted.areas(),
                wanted.year() == 0 ? "" : Integer.toString(wanted.year()),
                wanted.folder(),
                wanted.files());
    }

    static SupplyForm read(Map<String, String> form) {
        return new SupplyForm(
                Typed.line(form, "soort"),
                Typed.line(form, "plaats"),
                Typed.line(form, "dienst"),
                Typed.line(form, "tabel"),
                Typed.lines(form, "onderwerpen"),
                Typed.lines(form, "filter"),
                form.containsKey("gebieden"),
                Typed.line(form, "jaar"),
                Typed.line(form, "map"),
                Typed.line(form, "bestanden"));
    }

    private static boolean isOne(Class<? extends Enum<?>> type, String typed) {
        return java.util.Arrays.stream(type.getEnumConstants())
                .anyMatch(each -> each.name().equals(typed));
    }

    private boolean isKind(Kind one) {
        return kind.equals(one.name());
    }

    private boolean isFolder() {
        return place.equals(Place.FOLDER.name());
    }

    private List<String> tableList() {
        return Typed.list(tables.replace(',', ';'));
    }

    private static List<String> linesOf(String text) {
        return text.lines().map(Typed::line).filter(line -> !line.isEmpty()).toList();
    }

    /** What is wrong, by field, in the order of the form. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (!isOne(Kind.class, kind)) {
            errors.put("soort", "Kies wat u wilt ophalen.");
        }
        if (!isOne(Place.class, place)) {
            errors.put("plaats", "Kies waar het vandaan komt.");
        } else if (isKind(Kind.AS_IS) && !isFolder()) {
            errors.put(
                    "plaats", "Een bestand zoals het is, komt uit een map op de server. Kies die, of kies een tabel.");
        }
        if (!isFolder()) {
            service(errors);
        }
        if (topics.length() > LONGEST) {
            errors.put("onderwerpen", "Gebruik ten hoogste 10.000 tekens.");
        }
        filter(errors);
        if (!year.isEmpty() && !year.matches("20\\d\\d")) {
            errors.put("jaar", "Vul een jaar in, bijvoorbeeld 2024, of laat het leeg.");
        }
        if (isFolder()) {
            files(errors);
        }
        return errors;
    }

    private void service(Map<String, String> errors) {
        List<String> list = tableList();
        String example = "Vul de code van de tabel in, bijvoorbeeld 85098NED. Die staat bij de tabel op StatLine.";
        if (list.isEmpty() || !list.stream().allMatch(table -> table.matches("\\w{1,100}([ =]+20\\d\\d)?"))) {
            errors.put("tabel", example);
        } else if (list.size() > 1 && !isKind(Kind.KWB)) {
            errors.put("tabel", "Vul één tabel in. Alleen van kerncijfers kunnen meer jaren bij elkaar.");
        } else if (list.size() > MOST_TABLES) {
            errors.put("tabel", "Vul ten hoogste 20 tabellen in.");
        } else if (!isKind(Kind.KWB) && !list.getFirst().matches("\\w{1,100}")) {
            errors.put("tabel", example);
        }
        if (!isOne(CbsVersion.class, version)) {
            errors.put("dienst", "Kies een dienst.");
        } else if (version.equals(CbsVersion.V4.name()) && !isKind(Kind.CBS)) {
            errors.put("dienst", "Kerncijfers en Iv3 worden alleen van de bestaande dienst gelezen. Kies die.");
        }
    }

    private void filter(Map<String, String> errors) {
        if (filters.length() > LONGEST) {
            errors.put("filter", "Gebruik ten hoogste 10.000 tekens.");
            return;
        }
        try {
            new Filter(linesOf(filters));
        } catch (RefusedFileException refused) {
            errors.put("filter", refused.reason());
        }
    }

    private void files(Map<String, String> errors) {
        if (!FileFolder.isFolder(folder)) {
            errors.put(
                    "map",
                    "Vul de naam van een map binnen de map van uw organisatie in, zonder schuine streep aan het begin en zonder twee punten (..).");
        }
        if (!FileFolder.isPattern(files)) {
            errors.put("bestanden", "Vul in hoe het bestand heet, met * voor wat wisselt, bijvoorbeeld 85098*.csv.");
        }
    }

    /** Only for a form without errors. */
    Wanted wanted() {
        return new Wanted(
                Kind.valueOf(kind),
                Place.valueOf(place),
                isFolder() ? CbsVersion.V3 : CbsVersion.valueOf(version),
                isFolder() ? List.of() : tableList(),
                linesOf(topics),
                linesOf(filters),
                areas,
                year.isEmpty() ? 0 : Integer.parseInt(year),
                isFolder() ? folder : "",
                isFolder() ? files : "");
    }
}
