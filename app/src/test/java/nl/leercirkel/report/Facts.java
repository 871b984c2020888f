package nl.leercirkel.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The facts of the three portfolios as somebody else wrote them down; a test without them is skipped. */
final class Facts {
    private Facts() {}

    static Map<Object, Object> read(String file) throws IOException {
        Path folder =
                Path.of(System.getProperty("leercirkel.shared", "../../shared")).resolve("facts");
        Path facts = folder.resolve(file);
        assumeTrue(Files.exists(facts), () -> "Overgeslagen: de feiten staan niet in " + facts.toAbsolutePath());
        try (var reader = Files.newBufferedReader(facts)) {
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
        }
    }

    @SuppressWarnings("unchecked")
    static Map<Object, Object> map(Object item) {
        return (Map<Object, Object>) item;
    }

    @SuppressWarnings("unchecked")
    static List<Map<Object, Object>> maps(Object item) {
        return (List<Map<Object, Object>>) item;
    }
}
