package nl.leercirkel.standards.iv3;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.leercirkel.standards.json.JsonReading;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Place;

/**
 * The definition file of a year as CBS publishes it: code lists, the cells that are closed, and the checks of plausibility.
 *
 * @param lists by name ("taakveld", "categorie_lasten"), in the order of the file
 * @param controls what the file says of the checks PF001 and on; how they are done is in {@link Iv3Plausibility}
 */
public record Iv3Definition(
        int year,
        String layer,
        String version,
        Map<String, List<Code>> lists,
        Map<Iv3Section, Set<String>> closed,
        List<Control> controls) {

    /**
     * A check in some periods of the year.
     *
     * @param code of the fault ("PF002")
     * @param periods of {@link Iv3Metadata#period} in which it holds
     * @param balanceCodes the balance codes it is about; empty where it is about none or all
     * @param exemptTaskFields task fields it is not about
     */
    public record Control(String code, Set<Integer> periods, Set<String> balanceCodes, Set<String> exemptTaskFields) {

        public Control {
            periods = Set.copyOf(periods);
            balanceCodes = Set.copyOf(balanceCodes);
            exemptTaskFields = Set.copyOf(exemptTaskFields);
        }
    }

    /**
     * One code.
     *
     * @param parent code above it in the list; empty at the top
     * @param leaf whether amounts are given for it, as opposed to its parts
     */
    public record Code(String code, String name, String parent, boolean leaf) {}

    public Iv3Definition {
        lists = Map.copyOf(lists);
        closed = Map.copyOf(closed);
        controls = List.copyOf(controls);
    }

    public List<Code> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    public Optional<Code> taskField(String code) {
        return list("taakveld").stream()
                .filter(entry -> entry.code().equals(code))
                .findFirst();
    }

    /** Whether amounts may stand in this cell. */
    public boolean isOpen(Iv3Section section, String row, String column) {
        return !closed.getOrDefault(section, Set.of()).contains(row + " / " + column);
    }

    /** Whether a task field has any open cell of costs. */
    public boolean isOpen(String taskField) {
        return list("categorie_lasten").stream()
                .filter(Code::leaf)
                .anyMatch(category -> isOpen(Iv3Section.COSTS, taskField, category.code()));
    }

    /** @return empty where the file cannot be used; the findings say why */
    public static Optional<Iv3Definition> read(InputStream in, Consumer<? super Finding> findings) {
        DefinitionBody body = new DefinitionBody();
        if (!JsonReading.read(in, body, findings)) {
            return Optional.empty();
        }
        Optional<Iv3Definition> definition = body.definition();
        if (definition.isEmpty()) {
            findings.accept(Finding.error(
                    "IV3-DEFINITIE",
                    Place.FILE,
                    "Verwacht: een definitiebestand met een boekjaar en de codelijsten taakveld en categorie_lasten."));
        }
        return definition;
    }

    private static final class DefinitionBody implements JsonReading.Body {

        private static final int MOST = 50_000;

        private final Map<String, String> metadata = new HashMap<>();
        private final Map<String, List<Code>> lists = new LinkedHashMap<>();
        private final Map<Iv3Section, Set<String>> closed = new EnumMap<>(Iv3Section.class);
        private final List<Control> controls = new ArrayList<>();
        private int size;

        @Override
        public void read(JsonReading json) {
            json.fields(name -> {
                switch (name) {
                    case "metadata" -> json.object(field -> json.text().ifPresent(text -> metadata.put(field, text)));
                    case "codelijsten" ->
                        json.object(list -> json.object(part -> {
                            if (part.equals("codelijst")) {
                                json.objects(() -> code(json, lists.computeIfAbsent(list, l -> new ArrayList<>()), ""));
                            }
                        }));
                    case "grijze_cellen" ->
                        json.object(part ->
                                Iv3Section.of(part).ifPresent(section -> json.objects(() -> cell(json, section))));
                    case "controles" -> json.objects(() -> control(json));
                    // until 2019 only the first check stands in the file, written out
                    case "controlelijst" -> controls.add(Iv3Plausibility.FIRST);
                    default -> {
                        // nothing else is needed
                    }
                }
            });
        }

        private void code(JsonReading json, List<Code> list, String parent) {
            String[] own = {"", ""};
            boolean[] leaf = {true};
            int at = list.size();
            count(json);
            json.fields(name -> {
                switch (name) {
                    case "code" -> own[0] = json.text().orElse("").strip();
                    case "omschrijving" -> own[1] = json.text().orElse("").strip();
                    case "subcodes" ->
                        json.objects(() -> {
                            leaf[0] = false;
                            code(json, list, own[0]);
                        });
                    default -> {
                        // other fields describe the layout of the spreadsheet
                    }
                }
            });
            list.add(at, new Code(own[0], own[1], parent, leaf[0]));
        }

        private void cell(JsonReading json, Iv3Section section) {
            Map<String, String> fields = new HashMap<>();
            count(json);
            json.fields(name -> json.text().ifPresent(text -> fields.put(name, text.strip())));
            closed.computeIfAbsent(section, s -> new HashSet<>())
                    .add(fields.getOrDefault(section.row(), "") + " / " + fields.getOrDefault(section.column(), ""));
        }

        private void control(JsonReading json) {
            String[] code = {""};
            List<Control> parts = new ArrayList<>();
            count(json);
            json.fields(name -> {
                switch (name) {
                    case "foutcode" -> code[0] = json.text().orElse("").strip();
                    case "calculaties" -> json.objects(() -> parts.add(calculation(json)));
                    default -> {
                        // its number says nothing that the code does not
                    }
                }
            });
            parts.forEach(part ->
                    controls.add(new Control(code[0], part.periods(), part.balanceCodes(), part.exemptTaskFields())));
        }

        private Control calculation(JsonReading json) {
            Set<Integer> periods = new HashSet<>();
            Set<String> balanceCodes = new HashSet<>();
            Set<String> exempt = new HashSet<>();
            count(json);
            json.fields(name -> {
                switch (name) {
                    case "periode" -> json.texts(text -> periods.add(period(json, text)));
                    case "balanscode" ->
                        json.texts(text -> {
                            count(json);
                            balanceCodes.add(text.strip());
                        });
                    case "uitgesloten_taakvelden" -> json.texts(text -> exempt.add(text.strip()));
                    default -> {
                        // nothing else is known in these files
                    }
                }
            });
            return new Control("", periods, balanceCodes, exempt);
        }

        private static int period(JsonReading json, String text) {
            if (!text.strip().matches("[0-5]")) {
                throw json.unexpected("Verwacht: een periode van 0 tot en met 5.");
            }
            return Integer.parseInt(text.strip());
        }

        private void count(JsonReading json) {
            if (++size > MOST) {
                throw json.unexpected("Het bestand heeft meer codes dan een definitie van Iv3.");
            }
        }

        Optional<Iv3Definition> definition() {
            String year = metadata.getOrDefault("boekjaar", "");
            if (!year.matches("20\\d\\d") || !lists.containsKey("taakveld") || !lists.containsKey("categorie_lasten")) {
                return Optional.empty();
            }
            return Optional.of(new Iv3Definition(
                    Integer.parseInt(year),
                    metadata.getOrDefault("overheidslaag", ""),
                    metadata.getOrDefault("omschrijving", ""),
                    lists,
                    closed,
                    controls));
        }
    }
}
