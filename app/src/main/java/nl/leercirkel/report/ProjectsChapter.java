package nl.leercirkel.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.leercirkel.portfolio.Check;
import nl.leercirkel.portfolio.Decision;
import nl.leercirkel.portfolio.Disruption;
import nl.leercirkel.portfolio.PartnerRole;
import nl.leercirkel.portfolio.ProjectData;
import nl.leercirkel.portfolio.ProjectDossier;
import nl.leercirkel.portfolio.ProjectState;
import nl.leercirkel.portfolio.StatusReport;
import nl.leercirkel.report.document.Block;
import nl.leercirkel.report.document.BulletList;
import nl.leercirkel.report.document.Callout;
import nl.leercirkel.report.document.DefinitionList;
import nl.leercirkel.report.document.DefinitionList.Entry;
import nl.leercirkel.report.document.Inline;
import nl.leercirkel.report.document.ListItem;
import nl.leercirkel.report.document.Paragraph;
import nl.leercirkel.report.document.Section;

/** Each project on its own, along the same headings; a heading without content is left out. */
final class ProjectsChapter {
    private final Story story;
    private final Wording words;
    private final ProjectDossier project;
    private final ProjectData data;
    private final List<Block> blocks = new ArrayList<>();

    private ProjectsChapter(Story story, ProjectDossier project) {
        this.story = story;
        this.words = story.words();
        this.project = project;
        this.data = project.data();
    }

    static Section section(Story story) {
        List<Section> sections = new ArrayList<>();
        if (story.hasLines()) {
            story.overview().lines().forEach(line -> {
                List<Section> ofLine = sheets(story, story.projectsOf(line.name()));
                if (!ofLine.isEmpty()) {
                    String heading = line.name().isEmpty() ? story.words().get("project.rest") : line.name();
                    sections.add(Section.numbered(heading, ofLine.toArray(Block[]::new)));
                }
            });
        } else {
            sections.addAll(sheets(story, story.projects()));
        }
        return Section.numbered(story.words().get("projects"), sections.toArray(Block[]::new));
    }

    private static List<Section> sheets(Story story, List<ProjectDossier> projects) {
        return projects.stream()
                .map(project -> new ProjectsChapter(story, project).sheet())
                .toList();
    }

    private Section sheet() {
        project.checks().stream().filter(Check::isContradiction).forEach(this::contradiction);
        blocks.add(facts());
        prose("project.description", data.description());
        prose("project.goal." + story.kind(), data.goal());
        prose("project.targetGroup", data.targetGroup());
        if (!data.effects().isEmpty()) {
            blocks.add(Section.of(words.get("effects"), EffectsTable.of(story, project)));
        }
        if (MoneyChapter.hasMoreToSay(project)) {
            blocks.add(Section.of(words.get("project.money"), MoneyChapter.ofProject(story, project)));
        }
        prose("project.current", data.currentState());
        disruptions();
        results();
        lessons();
        prose("project.embedding", data.embedding());
        decisions();
        relations();
        prose("project.note", data.note());
        Integer number = data.number();
        // A project with a number of its own keeps it; a second number before it would only confuse.
        return number == null
                ? new Section(project.name(), true, blocks)
                : new Section(words.get("project.numbered", String.valueOf(number), project.name()), false, blocks);
    }

    private void contradiction(Check check) {
        blocks.add(Callout.of(Callout.Kind.CONTRADICTION, check.where(), Paragraph.of(check.message())));
    }

    private DefinitionList facts() {
        List<Entry> entries = new ArrayList<>();
        if (!data.domain().isBlank() || story.kind() == ReportKind.FINAL) {
            entries.add(Entry.of(words.get("project.domain"), words.orMissing(data.domain())));
        }
        entries.add(Entry.of(words.get("project.partners"), partners()));
        entries.add(Entry.of(
                words.get("project.period"),
                data.period() == null ? words.missing() : data.period().format()));
        if (data.state() != ProjectState.NOT_GIVEN) {
            entries.add(Entry.of(words.get("project.state"), words.term(data.state())));
        }
        StatusReport status = project.status();
        if (status != null) {
            entries.add(Entry.of(
                    words.get("project.light"),
                    words.light(status) + (status.reason().isBlank() ? "" : ": " + status.reason())));
        }
        if (story.hasMoney()) {
            entries.add(new Entry(words.get("project.planned"), MoneyChapter.planned(story, project)));
        }
        return new DefinitionList(entries);
    }

    private String partners() {
        if (data.partners().isEmpty()) {
            return words.missing();
        }
        return words.list(data.partners().stream()
                .map(partner -> partner.role() == PartnerRole.PARTNER
                        ? partner.name()
                        : partner.name() + " (" + words.term(partner.role()) + ")")
                .toList());
    }

    private void prose(String heading, String text) {
        if (!text.isBlank()) {
            blocks.add(Section.of(words.get(heading), Story.prose(text).toArray(Block[]::new)));
        }
    }

    private void disruptions() {
        if (data.disruptions().isEmpty()) {
            return;
        }
        blocks.add(Section.of(
                words.get("project.disruptions"),
                new BulletList(data.disruptions().stream()
                        .map(disruption -> ListItem.of(said(disruption)))
                        .toList())));
    }

    private static String said(Disruption disruption) {
        String what = disruption.period() == null
                ? disruption.what()
                : disruption.what() + " (" + disruption.period().format() + ")";
        return Wording.capital(disruption.effect().isBlank() ? what : what + ": " + disruption.effect());
    }

    private void results() {
        List<Block> found = new ArrayList<>();
        if (data.results().isEmpty()) {
            found.add(Paragraph.of(words.get("project.results.none")));
        } else {
            found.add(ResultsTable.of(story, words.get("project.results.caption", project.name()), data.results()));
            if (data.results().stream().noneMatch(ResultsTable::isCompared)) {
                found.add(Paragraph.of(words.get(
                        data.results().size() == 1 ? "project.results.uncompared.one" : "project.results.uncompared")));
            }
        }
        blocks.add(Section.of(words.get("project.results"), found.toArray(Block[]::new)));
    }

    /** What was learned, in general and on each criterion of the programme. */
    private void lessons() {
        List<Block> found = new ArrayList<>(Story.prose(data.lessons()));
        if (!data.criterionLessons().isEmpty()) {
            found.add(new DefinitionList(data.criterionLessons().stream()
                    .map(lesson -> Entry.of(Wording.capital(lesson.criterion()), Wording.capital(lesson.lesson())))
                    .toList()));
        }
        if (!found.isEmpty()) {
            blocks.add(Section.of(words.get("project.lessons"), found.toArray(Block[]::new)));
        }
    }

    /** How it stands to other projects, in its own words and in theirs. */
    private void relations() {
        List<ListItem> found = new ArrayList<>();
        data.relations()
                .forEach(relation -> found.add(related(words.term(relation.kind()), relation.name(), relation.note())));
        project.relatedBy()
                .forEach(other -> found.add(related(words.inverse(other.kind()), other.name(), other.note())));
        if (!found.isEmpty()) {
            blocks.add(Section.of(words.get("project.relations"), new BulletList(found)));
        }
    }

    private static ListItem related(String kind, String name, String note) {
        return ListItem.of(Wording.capital(kind) + " " + name + (note.isBlank() ? "" : ": " + note));
    }

    private void decisions() {
        List<Block> found = new ArrayList<>();
        if (data.decisions().isEmpty()) {
            found.add(Paragraph.of(words.get("project.decision.none")));
        }
        data.decisions().forEach(decision -> found.add(decision(decision)));
        blocks.add(Section.of(words.get("project.decision"), found.toArray(Block[]::new)));
    }

    private DefinitionList decision(Decision decision) {
        List<Entry> entries = new ArrayList<>();
        entries.add(
                Entry.of(words.get("decision.what"), new Inline.Strong(Wording.capital(words.term(decision.kind())))));
        var moment = decision.decidedAt();
        entries.add(Entry.of(words.get("decision.when"), moment == null ? words.missing() : moment.format()));
        boolean unexplained = decision.reason().isBlank() && decision.how().isBlank();
        add(entries, "decision.why", unexplained ? words.missing() : decision.reason());
        add(entries, "decision.how", decision.how());
        add(entries, "decision.where", destination(decision));
        add(entries, "decision.followUp", followUp(decision));
        return new DefinitionList(entries);
    }

    private void add(List<Entry> entries, String label, String value) {
        Optional.of(value)
                .filter(Predicate.not(String::isBlank))
                .ifPresent(text -> entries.add(Entry.of(words.get(label), Wording.capital(text))));
    }

    private String destination(Decision decision) {
        var kind = decision.destinationKind();
        return String.join(
                ": ",
                Stream.of(kind == null ? "" : words.term(kind), decision.destination())
                        .filter(text -> !text.isBlank())
                        .toList());
    }

    private String followUp(Decision decision) {
        List<String> parts = new ArrayList<>();
        var day = decision.followUpOn();
        if (day != null) {
            parts.add(BackgroundChapter.day(day, words));
        }
        if (!decision.followUp().isBlank()) {
            parts.add(decision.followUp());
        }
        var done = decision.followUpDoneOn();
        if (done != null) {
            parts.add(words.get("decision.done", BackgroundChapter.day(done, words)));
        }
        return String.join(": ", parts);
    }
}
