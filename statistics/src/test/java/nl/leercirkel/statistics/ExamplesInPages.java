package nl.leercirkel.statistics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares the examples in a page of docs with what runs in tests, without regard to where lines are broken. */
public final class ExamplesInPages {

    private static final Pattern IN_TEST = Pattern.compile("// example: [^\\n]*\\n(.*?)// end\\n", Pattern.DOTALL);
    private static final Pattern IN_PAGE = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern METHOD = Pattern.compile("(?m)^### ");

    private ExamplesInPages() {}

    public static List<String> shown(String page) throws IOException {
        return blocks(IN_PAGE, text(page));
    }

    /** How many methods a page of series and business cases explains. */
    public static int methods(String page) throws IOException {
        return (int) METHOD.matcher(text(page)).results().count();
    }

    /** The marked parts of these tests, in order; each given as a path below the root package. */
    public static List<String> run(String... tests) throws IOException {
        List<String> all = new ArrayList<>();
        for (String test : tests) {
            Path file = Path.of("src", "test", "java", "nl", "leercirkel", "statistics")
                    .resolve(test);
            all.addAll(blocks(IN_TEST, Files.readString(file)));
        }
        return all;
    }

    private static String text(String page) throws IOException {
        return Files.readString(Path.of("..", "docs", page));
    }

    private static List<String> blocks(Pattern pattern, String text) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            blocks.add(matcher.group(1).replaceAll("\\s+", ""));
        }
        return blocks;
    }
}
