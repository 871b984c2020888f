package nl.leercirkel.web;

import java.util.List;
import java.util.UUID;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.shell.RelatedContribution;
import nl.leercirkel.shell.RelatedLink;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The links that higher modules add to a page of a lower one; pages ask for them under the name {@code related}. */
@Component
class Related {
    private final List<RelatedContribution> contributions;

    Related(List<RelatedContribution> contributions) {
        this.contributions = contributions;
    }

    public List<RelatedLink> of(String subject, UUID id) {
        return ActorContext.current().stream()
                .flatMap(actor -> contributions.stream()
                        .flatMap(contribution ->
                                contribution.related(subject, id, actor, LocaleContextHolder.getLocale()).stream()))
                .toList();
    }
}
