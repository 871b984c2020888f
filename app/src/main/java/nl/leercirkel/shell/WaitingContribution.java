package nl.leercirkel.shell;

import java.util.List;
import java.util.Locale;
import nl.leercirkel.security.Actor;

/** What of a module waits for somebody; implement it as a bean. */
public interface WaitingContribution {
    List<WaitingItem> waitingFor(Actor actor, Locale locale);
}
