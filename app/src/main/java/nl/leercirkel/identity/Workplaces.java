package nl.leercirkel.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;

/** At which authorities the person of a request can work, for the shell around the pages. */
public final class Workplaces {
    private Workplaces() {}

    public static Set<UUID> of(HttpServletRequest request) {
        return ActorFilter.person(request).map(Person::authorityIds).orElse(Set.of());
    }
}
