package nl.leercirkel.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leercirkel.exchange.RawSheet.RawCell;
import nl.leercirkel.exchange.RawSheet.RawRow;
import nl.leercirkel.portfolio.FieldError;
import nl.leercirkel.portfolio.TextForm;
import org.jspecify.annotations.Nullable;

/** Makes forms of projects from the sheets of a file, and says of each error in which cell it stands. */
final class WorkbookParser {
    static final int MOST_ROWS_PER_PROJECT = 200;

    private final List<CellError> errors = new ArrayList<>();

    /** The projects of a file with the errors of the file itself; the portfolio judges what the forms say. */
    record Parsed(List<ImportedProject> projects, List<CellError> errors) {}

    static Parsed parse(List<RawSheet> sheets) throws RefusedFileException {
        WorkbookParser parser = new WorkbookParser();
        Map<String, RawSheet> byName =
                sheets.stream().collect(Collectors.toMap(RawSheet::name, sheet -> sheet, (first, second) -> first));
        RawSheet projects = byName.get(Layout.PROJECTS);
        if (projects == null) {
            throw new RefusedFileException(
                    "In dit bestand ontbreekt het blad Projecten. Gebruik het sjabloon of een export uit Leercirkel.");
        }
        Map<String, Building> building = parser.projects(projects);
        for (Layout.Sheet layout : Layout.SECTION_SHEETS) {
            RawSheet sheet = byName.get(layout.name());
            if (sheet == null) {
                parser.errors.add(new CellError(
                        layout.name(), 0, "", "Dit blad ontbreekt. Laat het staan, ook als het leeg is."));
            } else {
                parser.section(layout, sheet, building);
            }
        }
        return new Parsed(building.values().stream().map(Building::done).toList(), List.copyOf(parser.errors));
    }

    /** A project while its rows are being found. */
    private record Building(
            int row,
            @Nullable UUID key,
            int version,
            Map<String, String> values,
            Map<String, List<Map<String, String>>> sections,
            Map<String, List<Integer>> rows) {
        ImportedProject done() {
            Map<String, List<Map<String, String>>> all = new LinkedHashMap<>();
            Layout.SECTION_SHEETS.forEach(
                    layout -> all.put(layout.section(), sections.getOrDefault(layout.section(), List.of())));
            return new ImportedProject(row, key, version, new TextForm(values, all), rows);
        }
    }

    private Map<String, Building> projects(RawSheet sheet) {
        Map<String, Building> found = new LinkedHashMap<>();
        Set<UUID> keys = new HashSet<>();
        Columns columns = columns(Layout.PROJECT_SHEET, sheet);
        for (RawRow row : columns.rows()) {
            Map<String, String> values = columns.fields(Layout.PROJECT_SHEET, row);
            String name = values.getOrDefault("naam", "").toLowerCase(Locale.ROOT);
            UUID key = key(columns.text(row, Layout.KEY), row.number());
            if (key != null && !keys.add(key)) {
                error(
                        Layout.PROJECTS,
                        row.number(),
                        Layout.KEY,
                        "Deze sleutel staat er twee keer. Maak haar leeg voor een nieuw project.");
            }
            int version = version(columns.text(row, Layout.VERSION), key, row.number());
            if (name.isEmpty()) {
                error(Layout.PROJECTS, row.number(), Layout.heading("naam"), "Vul de naam van het project in.");
            } else if (found.putIfAbsent(
                            name, new Building(row.number(), key, version, values, new HashMap<>(), new HashMap<>()))
                    != null) {
                error(
                        Layout.PROJECTS,
                        row.number(),
                        Layout.heading("naam"),
                        "Er is al een rij met een project dat zo heet.");
            }
        }
        return found;
    }

    private @Nullable UUID key(String text, int row) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAKey) {
            error(
                    Layout.PROJECTS,
                    row,
                    Layout.KEY,
                    "Dit is geen sleutel van Leercirkel. Laat haar staan zoals in de export, of maak haar leeg voor een nieuw project.");
            return null;
        }
    }

    private int version(String text, @Nullable UUID key, int row) {
        if (key == null) {
            return 0;
        }
        if (text.matches("[1-9]\\d{0,8}")) {
            return Integer.parseInt(text);
        }
        error(Layout.PROJECTS, row, Layout.VERSION, "Laat de versie staan zoals in de export.");
        return 0;
    }

    private void section(Layout.Sheet layout, RawSheet sheet, Map<String, Building> building) {
        Columns columns = columns(layout, sheet);
        for (RawRow row : columns.rows()) {
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
                continue;
            }
            List<Integer> numbers = owner.rows.computeIfAbsent(layout.section(), section -> new ArrayList<>());
            if (numbers.size() == MOST_ROWS_PER_PROJECT) {
                error(layout.name(), row.number(), "", "Een project heeft op dit blad ten hoogste 200 rijen.");
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

    /** Where an error that the portfolio found in the form of a project stands in the file. */
    static CellError place(ImportedProject project, FieldError error) {
        String[] parts = error.path().split("\\.", 3);
        if (parts.length == 3) {
            List<Integer> rows = project.rows().getOrDefault(parts[0], List.of());
            int index = parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : rows.size();
            return new CellError(
                    Layout.heading(parts[0]),
                    index < rows.size() ? rows.get(index) : 0,
                    Layout.heading(parts[2]),
                    error.message());
        }
        return new CellError(Layout.PROJECTS, project.row(), Layout.heading(error.path()), error.message());
    }
}
