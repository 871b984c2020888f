package nl.leercirkel.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import nl.leercirkel.exchange.RawSheet.RawCell;
import nl.leercirkel.exchange.RawSheet.RawRow;
import nl.leercirkel.portfolio.TextForm;
import nl.leercirkel.spreadsheet.RefusedFileException;
import org.jspecify.annotations.Nullable;

/** Makes forms of the programme and its projects from the sheets of a file, and says of each error in which cell it stands. */
final class WorkbookParser {
    static final int MOST_ROWS = 200;

    private final List<CellError> errors = new ArrayList<>();

    /**
     * A file with the errors of the file itself; the portfolio judges what the forms say.
     *
     * @param programme null when its sheet cannot be read, which is among the errors
     */
    record Parsed(@Nullable Imported programme, List<Imported> projects, List<CellError> errors) {}

    static Parsed parse(List<RawSheet> sheets) throws RefusedFileException {
        WorkbookParser parser = new WorkbookParser();
        Map<String, RawSheet> byName =
                sheets.stream().collect(Collectors.toMap(RawSheet::name, sheet -> sheet, (first, second) -> first));
        RawSheet projects = byName.get(Layout.PROJECTS);
        if (projects == null) {
            throw new RefusedFileException(
                    "In dit bestand ontbreekt het blad Projecten. Gebruik het sjabloon of een export uit Leercirkel.");
        }
        Building programme = parser.sheet(byName, Layout.PROGRAMME_SHEET)
                .map(parser::programme)
                .orElse(null);
        for (Layout.Sheet layout : Layout.PROGRAMME_SECTIONS) {
            parser.sheet(byName, layout)
                    .ifPresent(
                            sheet -> parser.section(layout, sheet, (columns, row) -> Optional.ofNullable(programme)));
        }
        Map<String, Building> building = parser.projects(projects);
        for (Layout.Sheet layout : Layout.PROJECT_SECTIONS) {
            parser.sheet(byName, layout).ifPresent(sheet -> parser.projectSection(layout, sheet, building));
        }
        return new Parsed(
                programme == null ? null : programme.done(),
                building.values().stream().map(Building::done).toList(),
                List.copyOf(parser.errors));
    }

    private Optional<RawSheet> sheet(Map<String, RawSheet> byName, Layout.Sheet layout) {
        RawSheet sheet = byName.get(layout.name());
        if (sheet == null) {
            error(layout.name(), 0, "", "Dit blad ontbreekt. Laat het staan, ook als het leeg is.");
        }
        return Optional.ofNullable(sheet);
    }

    /** The programme or a project while its rows are being found. */
    private record Building(
            Layout.Sheet sheet,
            List<Layout.Sheet> parts,
            int row,
            @Nullable UUID key,
            int version,
            String print,
            Map<String, String> values,
            Map<String, List<Map<String, String>>> sections,
            Map<String, List<Integer>> rows) {
        Imported done() {
            Map<String, List<Map<String, String>>> all = new LinkedHashMap<>();
            parts.forEach(layout -> all.put(layout.section(), sections.getOrDefault(layout.section(), List.of())));
            Map<String, List<Integer>> numbers = new HashMap<>();
            parts.forEach(layout -> numbers.put(layout.section(), rows.getOrDefault(layout.section(), List.of())));
            return new Imported(sheet, row, key, version, print, new TextForm(values, all), numbers);
        }
    }

    private @Nullable Building programme(RawSheet sheet) {
        Columns columns = columns(Layout.PROGRAMME_SHEET, sheet);
        List<RawRow> rows = columns.rows();
        if (rows.size() != 1) {
            error(
                    Layout.PROGRAMME,
                    rows.isEmpty() ? 2 : rows.get(1).number(),
                    "",
                    "Op dit blad staat één rij: het programma waar het bestand bij hoort.");
            return null;
        }
        RawRow row = rows.getFirst();
        UUID key = key(Layout.PROGRAMME, columns.text(row, Layout.KEY), row.number());
        return new Building(
                Layout.PROGRAMME_SHEET,
                Layout.PROGRAMME_SECTIONS,
                row.number(),
                key,
                version(Layout.PROGRAMME, columns.text(row, Layout.VERSION), key, row.number()),
                columns.text(row, Layout.PRINT),
                columns.fields(Layout.PROGRAMME_SHEET, row),
                new HashMap<>(),
                new HashMap<>());
    }

    private Map<String, Building> projects(RawSheet sheet) {
        Map<String, Building> found = new LinkedHashMap<>();
        Set<UUID> keys = new HashSet<>();
        Columns columns = columns(Layout.PROJECT_SHEET, sheet);
        for (RawRow row : columns.rows()) {
            Map<String, String> values = columns.fields(Layout.PROJECT_SHEET, row);
            String name = values.getOrDefault("naam", "").toLowerCase(Locale.ROOT);
            UUID key = key(Layout.PROJECTS, columns.text(row, Layout.KEY), row.number());
            if (key != null && !keys.add(key)) {
                error(
                        Layout.PROJECTS,
                        row.number(),
                        Layout.KEY,
                        "Deze sleutel staat er twee keer. Maak haar leeg voor een nieuw project.");
            }
            int version = version(Layout.PROJECTS, columns.text(row, Layout.VERSION), key, row.number());
            if (name.isEmpty()) {
                error(Layout.PROJECTS, row.number(), Layout.heading("naam"), "Vul de naam van het project in.");
            } else if (found.putIfAbsent(name, project(row.number(), key, version, values)) != null) {
                error(
                        Layout.PROJECTS,
                        row.number(),
                        Layout.heading("naam"),
                        "Er is al een rij met een project dat zo heet.");
            }
        }
        return found;
    }

    private static Building project(int row, @Nullable UUID key, int version, Map<String, String> values) {
        return new Building(
                Layout.PROJECT_SHEET,
                Layout.PROJECT_SECTIONS,
                row,
                key,
                version,
                "",
                values,
                new HashMap<>(),
                new HashMap<>());
    }

    private @Nullable UUID key(String sheet, String text, int row) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAKey) {
            error(
                    sheet,
                    row,
                    Layout.KEY,
                    "Dit is geen sleutel van Leercirkel. Laat haar staan zoals in de export"
                            + (sheet.equals(Layout.PROJECTS) ? ", of maak haar leeg voor een nieuw project." : "."));
            return null;
        }
    }

    private int version(String sheet, String text, @Nullable UUID key, int row) {
        if (key == null) {
            return 0;
        }
        if (text.matches("[1-9]\\d{0,8}")) {
            return Integer.parseInt(text);
        }
        error(sheet, row, Layout.VERSION, "Laat de versie staan zoals in de export.");
        return 0;
    }

    private void projectSection(Layout.Sheet layout, RawSheet sheet, Map<String, Building> building) {
        section(layout, sheet, (columns, row) -> {
            String project = columns.text(row, Layout.OF_PROJECT);
            Building owner = building.get(project.toLowerCase(Locale.ROOT));
            if (owner == null) {
                error(
                        layout.name(),
                        row.number(),
                        Layout.OF_PROJECT,
                        project.isEmpty()
                                ? "Vul in bij welk project deze rij hoort."
                                : "Er is op het blad Projecten geen project dat zo heet.");
            }
            return Optional.ofNullable(owner);
        });
    }

    /** Gives each row of a sheet to what it belongs to. */
    private void section(Layout.Sheet layout, RawSheet sheet, BiFunction<Columns, RawRow, Optional<Building>> owners) {
        Columns columns = columns(layout, sheet);
        for (RawRow row : columns.rows()) {
            Building owner = owners.apply(columns, row).orElse(null);
            if (owner == null) {
                continue;
            }
            List<Integer> numbers = owner.rows.computeIfAbsent(layout.section(), section -> new ArrayList<>());
            if (numbers.size() == MOST_ROWS) {
                error(
                        layout.name(),
                        row.number(),
                        "",
                        (layout.leading().isEmpty() ? "Een programma" : "Een project")
                                + " heeft op dit blad ten hoogste 200 rijen.");
                continue;
            }
            numbers.add(row.number());
            owner.sections
                    .computeIfAbsent(layout.section(), section -> new ArrayList<>())
                    .add(columns.fields(layout, row));
        }
    }

    /** Where the columns of a sheet stand, and its rows below the headings. */
    private record Columns(Map<String, Integer> places, List<RawRow> rows) {
        String text(RawRow row, String heading) {
            Integer place = places.get(heading.toLowerCase(Locale.ROOT));
            RawCell cell = place == null ? null : row.cells().get(place);
            return cell == null ? "" : cell.text();
        }

        Map<String, String> fields(Layout.Sheet layout, RawRow row) {
            Map<String, String> values = new LinkedHashMap<>();
            layout.fields().forEach(field -> values.put(field, text(row, Layout.heading(field))));
            return values;
        }
    }

    private Columns columns(Layout.Sheet layout, RawSheet sheet) {
        if (sheet.rows().isEmpty() || sheet.rows().getFirst().number() != 1) {
            error(layout.name(), 1, "", "De rij met kopjes ontbreekt.");
            return new Columns(Map.of(), List.of());
        }
        Map<String, Integer> places = new HashMap<>();
        Set<String> known = layout.headings().stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Map<Integer, String> titles = new HashMap<>();
        sheet.rows().getFirst().cells().forEach((place, cell) -> {
            String heading = cell.text().toLowerCase(Locale.ROOT);
            titles.put(place, cell.text());
            if (!known.contains(heading)) {
                error(layout.name(), 1, cell.text(), "Deze kolom kent Leercirkel niet. Haal haar weg.");
            } else if (places.putIfAbsent(heading, place) != null) {
                error(layout.name(), 1, cell.text(), "Deze kolom staat er twee keer.");
            }
        });
        layout.headings().stream()
                .filter(heading -> !places.containsKey(heading.toLowerCase(Locale.ROOT)))
                .forEach(heading -> error(
                        layout.name(), 1, heading, "Deze kolom ontbreekt. Laat haar staan, ook als zij leeg is."));
        List<RawRow> rows = sheet.rows().subList(1, sheet.rows().size());
        for (RawRow row : rows) {
            row.cells().forEach((place, cell) -> {
                if (!cell.problem().isEmpty()) {
                    error(layout.name(), row.number(), titles.getOrDefault(place, ""), cell.problem());
                } else if (!titles.containsKey(place)) {
                    error(layout.name(), row.number(), "", "Hier staat tekst in een kolom zonder kopje.");
                }
            });
        }
        return new Columns(places, rows);
    }

    private void error(String sheet, int row, String column, String message) {
        errors.add(new CellError(sheet, row, column, message));
    }
}
