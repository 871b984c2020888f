package nl.leercirkel.organisation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds places by a name as people type it: without capitals, accents, hyphens or the leading 's of 's-Gravenhage, by the
 * start of any word, by another or a former name, and with a small typing mistake.
 */
final class NameSearch {

    private static final int LONGEST_TEXT = 100;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LEADING_ARTICLE = Pattern.compile("^(s|t) (?=.)");
    private static final Pattern ADDITION = Pattern.compile(" \\([^)]*\\)$");
    private static final int NO_MATCH = Integer.MAX_VALUE;

    private record Entry(Place place, String shown, NameHit.Kind kind, List<String> words, String compact) {}

    private record Ranked(NameHit hit, int rank) {}

    private final List<Entry> entries = new ArrayList<>();

    NameSearch(
            Collection<YouthRegion> regions,
            Collection<Municipality> municipalities,
            Function<String, List<Municipality>> successors) {
        for (Municipality municipality : municipalities) {
            if (municipality.isDissolved()) {
                for (Municipality successor : successors.apply(municipality.code())) {
                    add(successor, municipality.name(), NameHit.Kind.PREDECESSOR);
                }
            } else {
                addNames(municipality);
            }
        }
        regions.forEach(this::addNames);
    }

    private void addNames(Place place) {
        add(place, place.name(), NameHit.Kind.OWN_NAME);
        String withoutAddition = ADDITION.matcher(place.name()).replaceFirst("");
        if (!withoutAddition.equals(place.name())) {
            add(place, withoutAddition, NameHit.Kind.OWN_NAME);
        }
        place.aliases().forEach(alias -> add(place, alias, NameHit.Kind.ALIAS));
    }

    private void add(Place place, String name, NameHit.Kind kind) {
        String normal = normalise(name);
        String shown = kind == NameHit.Kind.OWN_NAME ? place.name() : name;
        entries.add(new Entry(place, shown, kind, Arrays.asList(normal.split(" ")), normal.replace(" ", "")));
    }

    List<Municipality> municipalitiesNamed(String name) {
        String compact = normalise(name).replace(" ", "");
        List<Municipality> found = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.compact().equals(compact)
                    && entry.kind() != NameHit.Kind.PREDECESSOR
                    && entry.place() instanceof Municipality municipality
                    && !found.contains(municipality)) {
                found.add(municipality);
            }
        }
        return found;
    }

    List<NameHit> search(String text, int limit) {
        String query = normalise(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        if (query.isEmpty()) {
            return List.of();
        }
        List<String> words = Arrays.asList(query.split(" "));
        String compact = query.replace(" ", "");
        Map<Place, Ranked> best = new LinkedHashMap<>();
        for (Entry entry : entries) {
            int tier = tier(entry, words, compact);
            if (tier != NO_MATCH) {
                int rank = tier * NameHit.Kind.values().length + entry.kind().ordinal();
                Ranked ranked = new Ranked(new NameHit(entry.place(), entry.shown(), entry.kind()), rank);
                best.merge(entry.place(), ranked, (a, b) -> b.rank() < a.rank() ? b : a);
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingInt(Ranked::rank)
                        .thenComparing(ranked -> ranked.hit().place() instanceof YouthRegion)
                        .thenComparing(ranked -> normalise(ranked.hit().place().name()))
                        .thenComparing(ranked -> ranked.hit().place().code()))
                .limit(limit)
                .map(Ranked::hit)
                .toList();
    }

    private static int tier(Entry entry, List<String> words, String compact) {
        if (entry.compact().equals(compact)) {
            return 0;
        }
        boolean beginsName = entry.compact().startsWith(compact);
        boolean beginsWords =
                words.stream().allMatch(word -> entry.words().stream().anyMatch(own -> own.startsWith(word)));
        if (beginsName || beginsWords) {
            // "bergen" is nearer to Bergen op Zoom than to Berg en Dal.
            return beginsName && beginsWords ? 1 : 2;
        }
        int tolerated = tolerated(compact.length());
        if (tolerated == 0) {
            return NO_MATCH;
        }
        Distances distances = Distances.between(compact, entry.compact());
        if (distances.whole() <= tolerated) {
            return 2 + distances.whole();
        }
        return distances.toPrefix() <= tolerated ? 4 + distances.toPrefix() : NO_MATCH;
    }

    /** Short texts resemble too much to guess at. */
    private static int tolerated(int length) {
        if (length < 4) {
            return 0;
        }
        return length < 8 ? 1 : 2;
    }

    static String normalise(String text) {
        String folded =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String spaced = NOT_LETTER_OR_DIGIT
                .matcher(folded.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return LEADING_ARTICLE.matcher(spaced).replaceFirst("");
    }

    /**
     * Typing mistakes (insertion, deletion, substitution, swap of neighbours) that lead from one text to the whole of a
     * name, and to its most resembling beginning. Optimal string alignment distance.
     */
    record Distances(int whole, int toPrefix) {

        static Distances between(String typed, String name) {
            int[] beforeLast = new int[0];
            int[] last = new int[name.length() + 1];
            for (int j = 0; j <= name.length(); j++) {
                last[j] = j;
            }
            for (int i = 1; i <= typed.length(); i++) {
                int[] row = new int[name.length() + 1];
                row[0] = i;
                for (int j = 1; j <= name.length(); j++) {
                    int substitution = typed.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1;
                    row[j] = Math.min(last[j - 1] + substitution, Math.min(last[j], row[j - 1]) + 1);
                    if (i > 1
                            && j > 1
                            && typed.charAt(i - 1) == name.charAt(j - 2)
                            && typed.charAt(i - 2) == name.charAt(j - 1)) {
                        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                    }
                }
                beforeLast = last;
                last = row;
            }
            return new Distances(last[name.length()], Arrays.stream(last).min().orElseThrow());
        }
    }
}
