package nl.leercirkel.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.leercirkel.portfolio.ProgrammeData;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.Result;
import nl.leercirkel.report.document.Inline;
import nl.leercirkel.report.document.SourceList.Source;
import nl.leercirkel.report.document.SourceNote;

/** The notes under the figures of a report, and the list of sources that they point at. */
final class ReportSources {
    /** Longer figures are sentences, which must be free to break over lines. */
    private static final int LONGEST_FIGURE = 18;

    private final ProgrammeData programme;
    private final Wording words;

    ReportSources(ProgrammeData programme, Wording words) {
        this.programme = programme;
        this.words = words;
    }

    /** What the programme's source says. */
    SourceNote stated() {
        return programme.sourceKey().isBlank() ? unknown() : note("note.source", programme.sourceKey());
    }

    /** A sum that we made. */
    SourceNote computed() {
        return note("note.computed", key());
    }

    /** A number of projects or results that we counted. */
    SourceNote counted() {
        return note("note.counted", key());
    }

    SourceNote of(Result result) {
        return result.source().isBlank() ? unknown() : note("note.source", withoutStop(result.source()));
    }

    private String key() {
        return words.orMissing(programme.sourceKey());
    }

    private SourceNote unknown() {
        return new SourceNote(words.get("note.unknown"));
    }

    private SourceNote note(String key, String source) {
        return new SourceNote(words.get(key, source));
    }

    /** A figure with its note; short ones are kept on one line. */
    static List<Inline> figure(String text, SourceNote note) {
        return text.length() <= LONGEST_FIGURE
                ? List.of(new Inline.Amount(text, note))
                : List.of(new Inline.Text(text), new Inline.Footnote(note.text()));
    }

    /** The value of a result with its source and, when there is one, the remark about it. */
    List<Inline> value(Result result) {
        if (!result.value().isGiven()) {
            return List.of(new Inline.Text(words.missing()));
        }
        List<Inline> inlines = new ArrayList<>(figure(result.formatValue(), of(result)));
        if (!result.note().isBlank()) {
            inlines.add(new Inline.Footnote(result.note()));
        }
        return inlines;
    }

    /** The programme's own source first, then what results name beside it. */
    List<Source> list(List<ProjectDossier> projects) {
        List<Source> sources = new ArrayList<>();
        if (!programme.sourceKey().isBlank()) {
            sources.add(new Source(programme.sourceKey(), words.orMissing(programme.sourceTitle()), null));
        }
        Map<String, Set<String>> others = new LinkedHashMap<>();
        for (ProjectDossier project : projects) {
            for (Result result : project.data().results()) {
                String key = keyOf(result.source());
                if (!key.isBlank() && !key.equals(programme.sourceKey())) {
                    others.computeIfAbsent(key, name -> new LinkedHashSet<>()).add(project.name());
                }
            }
        }
        others.forEach((key, names) ->
                sources.add(new Source(key, words.get("sources.named", words.list(List.copyOf(names))), null)));
        return sources;
    }

    /** A source is written as its name and the place in it: "D2021, tabel 1". */
    private static String keyOf(String source) {
        int comma = source.indexOf(',');
        return withoutStop((comma < 0 ? source : source.substring(0, comma)).strip());
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
