package nl.leercirkel.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.leercirkel.portfolio.ProgrammeForm;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.portfolio.TextForm;

/**
 * The sheets and columns of the workbook. They follow the forms of a programme and of a project, so a new field is a new
 * column.
 */
final class Layout {
    static final String EXPLANATION = "Uitleg";
    static final String LISTS = "Lijsten";
    /** How projects went, to read only: it is not read back. */
    static final String STATUSES = "Standen";

    static final String PROJECTS = "Projecten";
    static final String PROGRAMME = "Programma";
    static final String KEY = "Sleutel";
    static final String VERSION = "Versie";
    /** By which an import sees whether the file itself changed the programme. */
    static final String PRINT = "Afdruk";
    /** In the sheets with rows of projects: the name of the project that the row belongs to. */
    static final String OF_PROJECT = "Bij project";

    static final Sheet PROGRAMME_SHEET =
            new Sheet(PROGRAMME, "", List.of(KEY, VERSION, PRINT), ProgrammeForm.SHAPE.fields());
    static final List<Sheet> PROGRAMME_SECTIONS = sections(ProgrammeForm.SHAPE, List.of());
    static final Sheet PROJECT_SHEET = new Sheet(PROJECTS, "", List.of(KEY, VERSION), ProjectForm.SHAPE.fields());
    static final List<Sheet> PROJECT_SECTIONS = sections(ProjectForm.SHAPE, List.of(OF_PROJECT));

    private Layout() {}

    /**
     * A sheet.
     *
     * @param section of the form that its rows fill; empty for the programme or the projects themselves
     * @param leading the columns before the fields
     * @param fields the fields or columns of the form, in order
     */
    record Sheet(String name, String section, List<String> leading, List<String> fields) {
        Sheet {
            leading = List.copyOf(leading);
            fields = List.copyOf(fields);
        }

        List<String> headings() {
            List<String> headings = new ArrayList<>(leading);
            fields.forEach(field -> headings.add(heading(field)));
            return headings;
        }

        /** The name of a field in choices and errors: "fase" or "geld.soort". */
        String key(String field) {
            return section.isEmpty() ? field : section + "." + field;
        }
    }

    /** In the order of the workbook. */
    static List<Sheet> sheets() {
        List<Sheet> all = new ArrayList<>(List.of(PROGRAMME_SHEET));
        all.addAll(PROGRAMME_SECTIONS);
        all.add(PROJECT_SHEET);
        all.addAll(PROJECT_SECTIONS);
        return all;
    }

    private static List<Sheet> sections(TextForm.Shape shape, List<String> leading) {
        List<Sheet> sheets = new ArrayList<>();
        shape.sections()
                .forEach((section, columns) -> sheets.add(new Sheet(heading(section), section, leading, columns)));
        return sheets;
    }

    /** "uit-programma" becomes "Uit programma". */
    static String heading(String field) {
        if (field.equals("id")) {
            return KEY;
        }
        String words = field.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
