package nl.leercirkel.organisation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the facts from the YAML files that come with the product; a mistake in them is a fault, not input. */
final class RegionsFile {

    private RegionsFile() {}

    static Regions load() {
        Node present = read("/organisation/regions.yaml");
        Node past = read("/organisation/reorganisations.yaml");
        return new Regions(
                present.date("as-of"),
                present.text("source") + " " + past.text("source"),
                present.nodes("notes").stream().map(RegionsFile::note).toList(),
                present.nodes("regions").stream().map(RegionsFile::region).toList(),
                past.nodes("former").stream().map(RegionsFile::former).toList(),
                past.nodes("events").stream().map(RegionsFile::event).toList());
    }

    private static RegionNote note(Node node) {
        return new RegionNote(new HashSet<>(node.texts("about")), node.text("text"));
    }

    private static YouthRegion region(Node node) {
        String code = node.text("code");
        String name = node.text("name");
        String listed = node.optionalText("listed");
        List<Municipality> municipalities = new ArrayList<>();
        Node byProvince = node.node("municipalities");
        for (String province : byProvince.keys()) {
            for (Node municipality : byProvince.nodes(province)) {
                municipalities.add(municipality(municipality, Province.named(province), code, null));
            }
        }
        List<String> aliases = new ArrayList<>(node.texts("also"));
        if (listed != null) {
            aliases.addFirst(listed);
        }
        municipalities.sort((a, b) -> a.code().compareTo(b.code()));
        return new YouthRegion(code, name, listed == null ? name : listed, aliases, municipalities);
    }

    private static Municipality former(Node node) {
        return municipality(
                node, Province.named(node.text("province")), node.optionalText("region"), node.date("until"));
    }

    private static Municipality municipality(
            Node node, Province province, @Nullable String region, @Nullable LocalDate until) {
        Validity validity = new Validity(node.optionalText("since") == null ? null : node.date("since"), until);
        return new Municipality(node.text("code"), node.text("name"), province, region, validity, node.texts("also"));
    }

    private static Reorganisation event(Node node) {
        return new Reorganisation(
                node.date("date"),
                Reorganisation.Kind.valueOf(node.text("kind").toUpperCase(Locale.ROOT)),
                node.texts("from"),
                node.texts("to"));
    }

    private static Node read(String resource) {
        try (InputStream in = RegionsFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return Node.of(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A YAML mapping, read strictly: text is text, so that a code never loses its leading zeros. */
    private record Node(Map<?, ?> values) {

        static Node of(@Nullable Object value) {
            if (value instanceof Map<?, ?> map) {
                return new Node(map);
            }
            throw new IllegalStateException("expected a mapping: " + value);
        }

        List<String> keys() {
            return values.keySet().stream().map(String::valueOf).toList();
        }

        String text(String key) {
            return asText(values.get(key), key);
        }

        @Nullable
        String optionalText(String key) {
            Object value = values.get(key);
            return value == null ? null : asText(value, key);
        }

        LocalDate date(String key) {
            return LocalDate.parse(text(key));
        }

        Node node(String key) {
            return of(values.get(key));
        }

        List<Node> nodes(String key) {
            return list(key).stream().map(Node::of).toList();
        }

        List<String> texts(String key) {
            return list(key).stream().map(value -> asText(value, key)).toList();
        }

        private List<?> list(String key) {
            Object value = values.get(key);
            if (value == null) {
                return List.of();
            }
            if (value instanceof List<?> list) {
                return list;
            }
            throw new IllegalStateException("expected a list at " + key + ": " + value);
        }

        private static String asText(@Nullable Object value, String key) {
            if (value instanceof String text && !text.isBlank()) {
                return text.strip();
            }
            throw new IllegalStateException("expected quoted text at " + key + ": " + value);
        }
    }
}
