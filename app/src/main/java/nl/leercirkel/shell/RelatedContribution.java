package nl.leercirkel.shell;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.leercirkel.security.Actor;

/**
 * Where a page about a thing of a lower module leads in a higher one: from a project to its progress. Implement it as a
 * bean; a page shows the links with {@code ~{web/fragments :: related(...)}}. Answers without asking the database.
 */
public interface RelatedContribution {
    /** @param subject what the page is about, as the audit log names it: "project", "programme" */
    List<RelatedLink> related(String subject, UUID id, Actor actor, Locale locale);
}
