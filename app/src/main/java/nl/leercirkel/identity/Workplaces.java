package nl.leercirkel.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.leercirkel.organisation.Authority;

/** At which authorities the person of a request can work, for the shell around the pages. */
public final class Workplaces {
    private static final String ATTRIBUTE = Workplaces.class.getName();

    private Workplaces() {}

    /** In order of name; empty for somebody who is not signed in. */
    public static List<Authority> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof List<?> places
                ? places.stream().map(Authority.class::cast).toList()
                : List.of();
    }

    static void remember(HttpServletRequest request, List<Authority> places) {
        request.setAttribute(ATTRIBUTE, places);
    }
}
