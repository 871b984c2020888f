package nl.leercirkel.report;

import nl.leercirkel.portfolio.DatePart;
import nl.leercirkel.portfolio.IntendedEffect;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.ResultValue;
import nl.leercirkel.report.document.Table;
import org.jspecify.annotations.Nullable;

/** What a project set out to bring about: from what, to what, by when. */
final class EffectsTable {
    private EffectsTable() {}

    static Table of(Story story, ProjectDossier project) {
        Wording words = story.words();
        var table = Table.titled(words.get("effects.of", project.name()))
                .text(words.get("effects.effect"), 5)
                .text(words.get("effects.baseline"), 3)
                .text(words.get("effects.target"), 3)
                .source(story.sources().stated());
        for (IntendedEffect effect : project.data().effects()) {
            table.row(
                    Wording.capital(effect.what()) + (effect.note().isBlank() ? "" : " (" + effect.note() + ")"),
                    value(effect.baseline(), effect.unit(), effect.baselineAt(), words),
                    value(effect.target(), effect.unit(), effect.targetAt(), words));
        }
        return table.build();
    }

    private static String value(ResultValue value, String unit, @Nullable DatePart at, Wording words) {
        return value.isGiven() ? value.format(unit) + (at == null ? "" : ", " + at.format()) : words.missing();
    }
}
