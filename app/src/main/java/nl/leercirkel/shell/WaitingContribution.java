package nl.leercirkel.shell;

import java.util.List;
import java.util.Locale;
import nl.leercirkel.security.Actor;

/** What of a module waits for somebody; implement it as a bean. */
public interface WaitingContribution {
    /** Whether anything of this module can ever wait for this person; said without looking in the database. */
    boolean concerns(Actor actor);

    /** Asked only of whom it concerns. */
    List<WaitingItem> waitingFor(Actor actor, Locale locale);
}
