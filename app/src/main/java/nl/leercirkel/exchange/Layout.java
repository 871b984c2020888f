package nl.leercirkel.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.leercirkel.portfolio.ProjectForm;

/** The sheets and columns of the workbook. They follow the form of a project, so a new field is a new column. */
final class Layout {
    static final String EXPLANATION = "Uitleg";
    static final String LISTS = "Lijsten";
    static final String PROJECTS = "Projecten";
    static final String KEY = "Sleutel";
    static final String VERSION = "Versie";
    /** In the sheets with rows of projects: the name of the project that the row belongs to. */
    static final String OF_PROJECT = "Bij project";

    static final Sheet PROJECT_SHEET = projects();
    static final List<Sheet> SECTION_SHEETS = sections();

    private Layout() {}

    /**
     * A sheet.
     *
     * @param section of the form that its rows fill; empty for the projects themselves
     * @param fields the fields or columns of the form, in order, without what comes before them
     */
    record Sheet(String name, String section, List<String> fields) {
        Sheet {
            fields = List.copyOf(fields);
        }

        /** What stands before the fields. */
        List<String> leading() {
            return section.isEmpty() ? List.of(KEY, VERSION) : List.of(OF_PROJECT);
        }

        List<String> headings() {
            List<String> headings = new ArrayList<>(leading());
            fields.forEach(field -> headings.add(heading(field)));
            return headings;
        }

        /** The name of a field in choices and errors: "fase" or "geld.soort". */
        String key(String field) {
            return section.isEmpty() ? field : section + "." + field;
        }
    }

    static List<Sheet> sheets() {
        List<Sheet> all = new ArrayList<>(List.of(PROJECT_SHEET));
        all.addAll(SECTION_SHEETS);
        return all;
    }

    private static Sheet projects() {
        return new Sheet(PROJECTS, "", ProjectForm.SHAPE.fields());
    }

    private static List<Sheet> sections() {
        List<Sheet> sheets = new ArrayList<>();
        ProjectForm.SHAPE
                .sections()
                .forEach((section, columns) -> sheets.add(new Sheet(heading(section), section, columns)));
        return sheets;
    }

    /** "uit-programma" becomes "Uit programma". */
    static String heading(String field) {
        String words = field.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
