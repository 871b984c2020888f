package nl.leercirkel.report;

import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.portfolio.Check;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.report.document.Block;
import nl.leercirkel.report.document.Paragraph;
import nl.leercirkel.report.document.Section;
import nl.leercirkel.report.document.Table;

/** All that is not right about the figures, with where and by how much. Shown, never repaired. */
record OpenPoints(Story story, List<Point> contradictions, List<Point> gaps) {

    /** A check with the project it is about. */
    record Point(String where, Check check) {}

    static OpenPoints of(Story story) {
        List<Point> all = new ArrayList<>();
        story.programme().checks().forEach(check -> all.add(new Point(check.where(), check)));
        for (ProjectDossier project : story.projects()) {
            project.checks().forEach(check -> all.add(new Point(project.name() + " – " + check.where(), check)));
        }
        return new OpenPoints(
                story,
                all.stream().filter(point -> point.check.isContradiction()).toList(),
                all.stream().filter(point -> !point.check.isContradiction()).toList());
    }

    Section section() {
        var words = story.words();
        List<Block> blocks = new ArrayList<>();
        if (contradictions.isEmpty() && gaps.isEmpty()) {
            blocks.add(Paragraph.of(words.get("open.none")));
            return new Section(words.get("open"), true, blocks);
        }
        blocks.add(Paragraph.of(words.get("open.intro")));
        if (contradictions.isEmpty()) {
            blocks.add(Paragraph.of(words.get("open.contradictions.none")));
        } else {
            blocks.add(table(words.get("open.contradictions"), words.get("column.wrong"), contradictions));
        }
        if (!gaps.isEmpty()) {
            blocks.add(table(words.get("open.gaps"), words.get("column.gap"), gaps));
        }
        return new Section(words.get("open"), true, blocks);
    }

    private Table table(String caption, String what, List<Point> points) {
        var table = Table.titled(caption)
                .text(story.words().get("column.where"), 2)
                .text(what, 3)
                .source(story.sources().stated());
        points.forEach(point -> table.row(point.where, point.check.message()));
        return table.build();
    }
}
