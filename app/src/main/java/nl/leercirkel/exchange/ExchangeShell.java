package nl.leercirkel.exchange;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.RelatedContribution;
import nl.leercirkel.shell.RelatedLink;
import org.springframework.stereotype.Component;

/** Leads from a programme to its workbook. */
@Component
class ExchangeShell implements RelatedContribution {
    @Override
    public List<RelatedLink> related(String subject, UUID id, Actor actor, Locale locale) {
        return subject.equals("programme") && actor.may(Right.REPORT_EXPORT)
                ? List.of(new RelatedLink("Excel", "/portfolio/" + id + "/excel"))
                : List.of();
    }
}
