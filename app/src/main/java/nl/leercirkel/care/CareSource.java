package nl.leercirkel.care;

import java.util.List;
import java.util.Locale;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.ContributedSource;
import nl.leercirkel.shell.SourceContribution;
import org.springframework.stereotype.Component;

/** Message traffic as a source among the datasets: one for each law, since each has standards and figures of its own. */
@Component
class CareSource implements SourceContribution {
    private final CareLineage lineage;
    private final CareTexts texts;

    CareSource(CareLineage lineage, CareTexts texts) {
        this.lineage = lineage;
        this.texts = texts;
    }

    @Override
    public List<ContributedSource> sources(Actor actor, Locale locale) {
        return actor.may(Right.CARE_READ) || actor.may(Right.MESSAGE_IMPORT)
                ? lineage.resting().stream()
                        .map(resting -> source(resting, actor))
                        .toList()
                : List.of();
    }

    private ContributedSource source(Resting resting, Actor actor) {
        return new ContributedSource(
                texts.text("care.source.name", resting.law().standard(), texts.law(resting.law())),
                texts.text("care.source.supplier"),
                texts.text("care.source.owner"),
                texts.text("care.source.refresh"),
                texts.text("care.source.newest", texts.day(resting.last()), texts.moment(resting.received())),
                resting.messages(),
                texts.remark(resting).strip(),
                actor.may(Right.MESSAGE_IMPORT) ? MessageController.PATH + "#cijfers" : null);
    }
}
