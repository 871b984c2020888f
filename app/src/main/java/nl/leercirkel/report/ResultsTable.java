package nl.leercirkel.report;

import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.portfolio.DutchNumbers;
import nl.leercirkel.portfolio.Result;
import nl.leercirkel.portfolio.Statistic;
import nl.leercirkel.report.document.Inline;
import nl.leercirkel.report.document.Table;
import nl.leercirkel.report.document.Table.Cell;

/** The results of a project with what is needed to read them: when, of how many, against what. */
final class ResultsTable {
    private ResultsTable() {}

    static Table of(Story story, String caption, List<Result> results) {
        var words = story.words();
        boolean compared =
                results.stream().anyMatch(result -> !comparison(result, words).isEmpty());
        var table = Table.titled(caption)
                .text(words.get("column.result"), 4)
                .text(words.get("column.value"), 3)
                .text(words.get("column.period"), 3)
                .text(words.get("column.n"), 2);
        if (compared) {
            table.text(words.get("column.comparison"), 3);
        }
        for (Result result : results) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(Wording.capital(result.indicator())));
            cells.add(new Cell(story.sources().value(result)));
            cells.add(Cell.of(result.moment().isBlank() ? words.get("observations.missing") : result.moment()));
            cells.add(Cell.of(observations(result, words)));
            if (compared) {
                String text = comparison(result, words);
                cells.add(Cell.of(text.isEmpty() ? words.get("none") : text));
            }
            table.row(cells.toArray(Cell[]::new));
        }
        return table.build();
    }

    /** The n; a count is its own n, and a statement has none. */
    static String observations(Result result, Wording words) {
        if (result.observations().isPresent()) {
            return result.observations().map(DutchNumbers::format).orElseThrow();
        }
        if (!result.value().isGiven()) {
            return words.get("observations.missing");
        }
        if (!result.value().isNumeric()) {
            return words.get("statement.is");
        }
        return switch (result.statistic()) {
            case COUNT -> words.get("count.is");
            case STATEMENT -> words.get("statement.is");
            case SHARE, MEAN, AMOUNT, CHANGE -> words.get("observations.missing");
        };
    }

    static boolean needsObservations(Statistic statistic) {
        return switch (statistic) {
            case SHARE, MEAN, CHANGE -> true;
            case COUNT, AMOUNT, STATEMENT -> false;
        };
    }

    /** Whether it says what changed or holds for others; a target is no comparison. */
    static boolean isCompared(Result result) {
        return result.statistic() == Statistic.CHANGE
                || result.was() != null
                || result.reference().isGiven();
    }

    static String comparison(Result result, Wording words) {
        List<String> parts = new ArrayList<>();
        if (result.statistic() == Statistic.CHANGE && result.value().isGiven()) {
            parts.add(words.get("comparison.change"));
        }
        if (result.was() != null) {
            parts.add(words.get("comparison.was", DutchNumbers.format(result.was())));
        }
        if (result.target().isGiven()) {
            parts.add(words.get("comparison.target", result.target().format(result.unit())));
        }
        if (result.reference().isGiven()) {
            parts.add(words.get("comparison.reference", result.reference().format(result.unit())));
        }
        return String.join("; ", parts);
    }

    /** The main result in one cell: what it is, its value, its n and its note. */
    static Cell main(Story story, Result result) {
        List<Inline> inlines = new ArrayList<>();
        inlines.add(new Inline.Text(Wording.capital(result.indicator()) + ": "));
        inlines.addAll(story.sources().value(result));
        return new Cell(inlines);
    }
}
