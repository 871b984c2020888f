package nl.leercirkel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leercirkel.portfolio.DatePart;
import nl.leercirkel.portfolio.DutchNumbers;
import nl.leercirkel.portfolio.PortfolioTest;
import nl.leercirkel.portfolio.Portfolios;
import nl.leercirkel.portfolio.ProgrammeDossier;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.TestWorld;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Walks the facts that the demo was made from: no figure, date or partner of a project is lost on the way. */
@PortfolioTest
class DemoFactsTest {
    private static final Path FACTS =
            Path.of(System.getProperty("leercirkel.shared", "../../shared")).resolve("facts");
    private static final Pattern FACT_DATE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\d{4}-[QH]\\d|\\d{4}-\\d{2}(?!\\d)|\\d{4}/\\d{4}");
    private static final Pattern FACT_NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern DUTCH_DATE = Pattern.compile(
            "(?:\\d{1,2} )?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) \\d{4}"
                    + "|[1-4]e kwartaal \\d{4}|[12]e helft \\d{4}|\\d{4}/\\d{4}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DUTCH_NUMBER = Pattern.compile("\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?");
    /** Keys of which the value is words of our own making, or is told in another way. */
    private static final Set<String> IN_WORDS = Set.of("name", "line", "no");

    @Autowired
    WebApplicationContext context;

    @Autowired
    DemoLoader loader;

    @Autowired
    Portfolios portfolios;

    @Autowired
    DSLContext database;

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest
    @CsvSource({
        "dordrecht-investeringsplan-2021.yaml, /demo/dordrecht.yaml, 15",
        "venlo-kansendossiers-2022.yaml, /demo/venlo.yaml, 12",
        "midden-limburg-oost-transformatieplan-2018.yaml, /demo/midden-limburg-oost.yaml, 6"
    })
    void nothingOfTheFactsIsLostOnThePages(String facts, String resource, int projects) throws Exception {
        Path file = FACTS.resolve(facts);
        assumeTrue(Files.exists(file), "The facts are not here: " + file.toAbsolutePath());
        Map<?, ?> source = read(file);
        Actor manager = new TestWorld(database, transactions).manager;
        ProgrammeDossier programme = load(manager, resource);

        List<String> lost = new ArrayList<>();
        Set<String> ofProgramme = figures(page(manager, "/portfolio/" + programme.id()));
        for (Object part : aboutTheProgramme(source)) {
            compare("programme", part, ofProgramme, lost);
        }
        Map<String, List<Object>> perProject = perProject(source);
        assertThat(perProject).hasSize(projects);
        for (Map.Entry<String, List<Object>> entry : perProject.entrySet()) {
            String name = entry.getKey();
            ProjectDossier project = programme.projects().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Not loaded: " + name));
            String page = page(manager, project.path());
            Set<String> shown = figures(page);
            entry.getValue().forEach(part -> compare(name, part, shown, lost));
            partners(name, entry.getValue(), page, lost);
        }
        assertThat(lost).isEmpty();
    }

    /** The text of a page as a reader sees it. */
    private String page(Actor actor, String path) throws Exception {
        MockMvc browser = MockMvcBuilders.webAppContextSetup(context).build();
        String html = ActorContext.<String, Exception>callAs(
                actor,
                () -> browser.perform(get(path)).andReturn().getResponse().getContentAsString());
        String main = html.substring(html.indexOf("<main"), html.indexOf("</main>"));
        return HtmlUtils.htmlUnescape(main.replaceAll("<[^>]*>", " ")).replaceAll("[ \\n]+", " ");
    }

    /** Everything but the projects: in two files under "programme", in the plan of the region all other chapters. */
    private static List<Object> aboutTheProgramme(Map<?, ?> source) {
        if (source.containsKey("programme")) {
            return List.of(value(source, "programme"));
        }
        List<Object> parts = new ArrayList<>();
        source.forEach((key, part) -> {
            if (!key.equals("pilots")) {
                parts.add(part);
            }
        });
        return parts;
    }

    private ProgrammeDossier load(Actor manager, String resource) {
        return ActorContext.<ProgrammeDossier, RuntimeException>callAs(manager, () -> {
            loader.load(DemoFile.read(resource));
            return portfolios.programme(portfolios.programmes().getFirst().id()).orElseThrow();
        });
    }

    /** What the facts say about each project: its own entry, and its amount in the financial overview. */
    private static Map<String, List<Object>> perProject(Map<?, ?> source) {
        Map<String, List<Object>> parts = new LinkedHashMap<>();
        for (Object item : (List<?>) value(source, source.containsKey("pilots") ? "pilots" : "projects")) {
            parts.computeIfAbsent(name(item), name -> new ArrayList<>()).add(item);
        }
        if (source.get("lines") instanceof List<?> lines) {
            for (Object line : lines) {
                for (Object item : (List<?>) value((Map<?, ?>) line, "projects")) {
                    parts.computeIfAbsent(name(item), name -> new ArrayList<>()).add(item);
                }
            }
        }
        return parts;
    }

    private static void compare(String where, Object part, Set<String> stored, List<String> lost) {
        for (String figure : factFigures(part)) {
            if (!stored.contains(figure)) {
                lost.add(where + ": " + figure);
            }
        }
    }

    private static void partners(String name, List<Object> parts, String page, List<String> lost) {
        String known = page.toLowerCase(Locale.ROOT);
        for (Object part : parts) {
            Map<?, ?> facts = (Map<?, ?>) part;
            Object list = facts.get(facts.containsKey("parties") ? "parties" : "partners");
            if (list instanceof List<?> partners) {
                for (Object partner : partners) {
                    String text = Objects.toString(partner);
                    // one entry of the source is a list of its own, partly in English
                    String[] names = text.startsWith("region ZHZ")
                            ? new String[] {"JET", "Stichting Jeugdteams", "Serviceorganisatie Jeugd ZHZ"}
                            : new String[] {text};
                    for (String wanted : names) {
                        if (!known.contains(wanted.toLowerCase(Locale.ROOT))) {
                            lost.add(name + ": partner " + wanted);
                        }
                    }
                }
            }
        }
    }

    /** The figures and dates in a fact, each in one notation. */
    private static Set<String> factFigures(Object fact) {
        Set<String> found = new TreeSet<>();
        switch (fact) {
            case Map<?, ?> map ->
                map.forEach((key, item) -> {
                    if (!IN_WORDS.contains(key)) {
                        Matcher years = Pattern.compile("(?<=_)\\d{4}(?=_|$)").matcher(key.toString());
                        while (years.find()) {
                            found.add(years.group());
                        }
                        boolean share = key.toString().contains("share");
                        for (String figure : factFigures(item)) {
                            found.add(figure);
                            if (share
                                    && figure.equals("0.5")
                                    && !key.toString().startsWith("from_")
                                    && !key.toString().startsWith("municipality")) {
                                found.remove(figure);
                                found.add("50");
                            }
                        }
                    }
                });
            case List<?> list -> list.forEach(item -> found.addAll(factFigures(item)));
            case String text -> {
                Matcher dates = FACT_DATE.matcher(text);
                while (dates.find()) {
                    found.add(dates.group());
                }
                Matcher numbers = FACT_NUMBER.matcher(dates.replaceAll(" "));
                while (numbers.find()) {
                    found.add(plain(new BigDecimal(numbers.group())));
                }
            }
            default -> throw new IllegalStateException("Unexpected: " + fact);
        }
        return found;
    }

    /** The figures and dates in a Dutch text, in the notation of the facts; a day is also its month and its year. */
    private static Set<String> figures(String text) {
        Set<String> found = new TreeSet<>();
        Matcher dates = DUTCH_DATE.matcher(text);
        while (dates.find()) {
            DatePart.parse(dates.group()).ifPresent(part -> {
                found.add(part.code());
                found.add(part.first().toString().substring(0, 4));
                if (part.precision() == DatePart.Precision.DAY) {
                    found.add(part.code().substring(0, 7));
                }
            });
        }
        if (text.toLowerCase(Locale.ROOT).contains("de helft van")) {
            found.add("0.5");
        }
        Matcher numbers = DUTCH_NUMBER.matcher(text);
        while (numbers.find()) {
            DutchNumbers.parse(numbers.group()).ifPresent(number -> found.add(plain(number)));
        }
        return found;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String name(Object project) {
        return Objects.toString(value((Map<?, ?>) project, "name"));
    }

    private static Object value(Map<?, ?> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static Map<?, ?> read(Path file) throws IOException {
        DumperOptions dumping = new DumperOptions();
        LoaderOptions options = new LoaderOptions();
        Resolver textOnly = new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                // dates and numbers stay the texts that they are
            }
        };
        Yaml yaml = new Yaml(new SafeConstructor(options), new Representer(dumping), dumping, options, textOnly);
        return yaml.load(Files.readString(file));
    }
}
