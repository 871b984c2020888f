package nl.leercirkel.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.leercirkel.organisation.AuthorityKind;
import nl.leercirkel.organisation.PartnerKind;
import nl.leercirkel.portfolio.ProgrammeForm;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.portfolio.TextForm;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A portfolio in a file, with the same Dutch names and notations as the forms. Every scalar is text: "2.772" is what
 * somebody would type, and no rule of YAML turns it into something else.
 *
 * @param mailDomain where the accounts of the demo get their mail
 */
record DemoFile(
        AuthorityKind authorityKind,
        String authorityCode,
        String authorityName,
        String mailDomain,
        Map<String, PartnerKind> partners,
        TextForm programme,
        List<TextForm> projects) {

    DemoFile {
        partners = Map.copyOf(partners);
        projects = List.copyOf(projects);
    }

    /** Reads a file of the classpath; a mistake in it is a fault of the product. */
    static DemoFile read(String resource) {
        try (InputStream stream = DemoFile.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("No demo file " + resource);
            }
            return of(map(yaml().load(stream)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        DumperOptions dumping = new DumperOptions();
        Resolver textOnly = new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                // no numbers, dates or booleans: the forms read those
            }
        };
        return new Yaml(new SafeConstructor(options), new Representer(dumping), dumping, options, textOnly);
    }

    private static DemoFile of(Map<String, Object> file) {
        Map<String, Object> authority = map(value(file, "organisatie"));
        Map<String, PartnerKind> partners = new LinkedHashMap<>();
        for (Object item : list(value(file, "partners"))) {
            Map<String, Object> partner = map(item);
            String kind = text(value(partner, "soort"));
            partners.put(text(value(partner, "naam")), kindOfPartner(kind));
        }
        Map<String, Object> programme = new LinkedHashMap<>(map(value(file, "programma")));
        if (file.containsKey("lijnen")) {
            programme.put(
                    ProgrammeForm.LINES,
                    list(value(file, "lijnen")).stream()
                            .map(line -> Map.of("naam", line))
                            .toList());
        }
        String source = text(value(programme, "bronsleutel"));
        List<TextForm> projects = new ArrayList<>();
        for (Object item : list(value(file, "projecten"))) {
            projects.add(form(ProjectForm.SHAPE, withSource(map(item), source)));
        }
        String name = text(value(authority, "naam"));
        return new DemoFile(
                kindOfAuthority(text(value(authority, "soort"))),
                text(value(authority, "code")),
                name,
                authority.containsKey("postvak")
                        ? text(value(authority, "postvak"))
                        : name.toLowerCase(Locale.ROOT) + ".example",
                partners,
                form(ProgrammeForm.SHAPE, programme),
                projects);
    }

    private static AuthorityKind kindOfAuthority(String term) {
        return switch (term) {
            case "gemeente" -> AuthorityKind.MUNICIPALITY;
            case "jeugdregio" -> AuthorityKind.YOUTH_REGION;
            default -> throw new IllegalArgumentException("Unknown kind of authority: " + term);
        };
    }

    private static PartnerKind kindOfPartner(String term) {
        return switch (term) {
            case "aanbieder" -> PartnerKind.PROVIDER;
            case "wijkteam of lokaal team" -> PartnerKind.DISTRICT_TEAM;
            case "welzijn" -> PartnerKind.WELFARE;
            case "school of onderwijs" -> PartnerKind.SCHOOL;
            case "kinderopvang" -> PartnerKind.CHILD_CARE;
            case "huisartsengroep" -> PartnerKind.GP_GROUP;
            case "cliëntondersteuning", "cliënten of ouders" -> PartnerKind.CLIENT_ORGANISATION;
            case "woningcorporatie" -> PartnerKind.HOUSING_CORPORATION;
            case "stichting" -> PartnerKind.FOUNDATION;
            case "gemeente of gemeentelijke dienst" -> PartnerKind.MUNICIPALITY;
            case "rijk" -> PartnerKind.STATE;
            case "verzekeraar" -> PartnerKind.INSURER;
            case "veiligheid en justitie" -> PartnerKind.POLICE_OR_JUSTICE;
            case "onderzoek of advies" -> PartnerKind.KNOWLEDGE_INSTITUTE;
            case "andere organisatie" -> PartnerKind.OTHER;
            default -> throw new IllegalArgumentException("Unknown kind of partner: " + term);
        };
    }

    /** Each result carries its source; where the file names none it is the document of the programme. */
    private static Map<String, Object> withSource(Map<String, Object> project, String source) {
        if (!project.containsKey(ProjectForm.RESULTS)) {
            return project;
        }
        Map<String, Object> completed = new LinkedHashMap<>(project);
        completed.put(
                ProjectForm.RESULTS,
                list(value(project, ProjectForm.RESULTS)).stream()
                        .map(item -> {
                            Map<String, Object> result = new LinkedHashMap<>(map(item));
                            result.putIfAbsent("bron", source);
                            return result;
                        })
                        .toList());
        return completed;
    }

    private static TextForm form(TextForm.Shape shape, Map<String, Object> content) {
        Map<String, String> flat = new HashMap<>();
        content.forEach((name, item) -> {
            if (shape.fields().contains(name)) {
                flat.put(name, text(item));
            } else if (shape.sections().containsKey(name)) {
                rows(name, shape.sections().getOrDefault(name, List.of()), list(item), flat);
            } else {
                throw new IllegalArgumentException("Unknown field: " + name);
            }
        });
        return TextForm.of(shape, flat);
    }

    private static void rows(String section, List<String> columns, List<Object> rows, Map<String, String> flat) {
        for (int i = 0; i < rows.size(); i++) {
            String prefix = section + "." + i + ".";
            map(rows.get(i)).forEach((column, item) -> {
                if (!columns.contains(column)) {
                    throw new IllegalArgumentException("Unknown column: " + section + "." + column);
                }
                flat.put(prefix + column, text(item));
            });
        }
    }

    private static Object value(Map<String, Object> map, String key) {
        Object found = map.get(key);
        if (found == null) {
            throw new IllegalArgumentException("Missing: " + key);
        }
        return found;
    }

    private static String text(Object item) {
        if (item instanceof String string) {
            return string;
        }
        throw new IllegalArgumentException("Not a text: " + item);
    }

    private static List<Object> list(Object item) {
        if (item instanceof List<?> items) {
            return new ArrayList<>(items);
        }
        throw new IllegalArgumentException("Not a list: " + item);
    }

    private static Map<String, Object> map(Object item) {
        if (!(item instanceof Map<?, ?> entries)) {
            throw new IllegalArgumentException("Not a map: " + item);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        entries.forEach((key, entry) -> result.put(text(key), entry));
        return result;
    }
}
