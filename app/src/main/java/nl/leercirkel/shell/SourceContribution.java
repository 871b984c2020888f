package nl.leercirkel.shell;

import java.util.List;
import java.util.Locale;
import nl.leercirkel.security.Actor;

/**
 * What figures of a module rest on that is no dataset: facts that it keeps itself. They stand between the datasets, so that the list
 * of sources is whole. Implement it as a bean.
 */
public interface SourceContribution {
    List<ContributedSource> sources(Actor actor, Locale locale);
}
