package nl.leercirkel.standards.kwb;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.leercirkel.standards.figure.Figure;
import nl.leercirkel.standards.figure.SourcedFigure;

/** All figures that a file gives of one area. */
public record KwbRow(Area area, KwbEdition edition, Map<KwbTopic, Figure> figures) {

    public KwbRow {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** The figure, missing where the file has no such column. */
    public Figure figure(KwbTopic topic) {
        Figure figure = figures.get(topic);
        return figure == null ? new Figure.Missing("deze uitgave heeft geen kolom '" + topic.label() + "'") : figure;
    }

    public SourcedFigure sourced(KwbTopic topic) {
        return new SourcedFigure(figure(topic), topic.unit(), edition.provenance());
    }

    /**
     * The figure, fit to set beside one of another edition; not comparable where the definition changed between the two or
     * the border moved since the year before this edition.
     */
    public Figure comparedWith(KwbTopic topic, int otherEdition) {
        if (area.boundary() == Area.Boundary.MOVED && otherEdition < edition.year()) {
            return new Figure.NotComparable("de grens van het gebied is veranderd");
        }
        return topic.breakBetween(edition.year(), otherEdition)
                .<Figure>map(Figure.NotComparable::new)
                .orElseGet(() -> figure(topic));
    }
}
