package nl.leercirkel.web;

import java.util.List;
import java.util.UUID;
import nl.leercirkel.shell.Notice;
import org.jspecify.annotations.Nullable;

/**
 * What the layout shows around a page.
 *
 * @param theme light or dark when the person chose one, otherwise what the device prefers
 */
record Shell(
        boolean signedIn,
        String language,
        @Nullable String theme,
        @Nullable String authorityName,
        @Nullable String personName,
        List<AuthorityChoice> authorities,
        List<NavigationGroup> navigation,
        List<Notice> notices,
        String version,
        String path) {

    /** What the parts of the layout that are kept may read: the same on page after page of one person. */
    public Frame frame() {
        return new Frame(
                signedIn,
                language,
                theme,
                authorityName,
                personName,
                authorities,
                navigation,
                version,
                path.equals("/"));
    }

    record Frame(
            boolean signedIn,
            String language,
            @Nullable String theme,
            @Nullable String authorityName,
            @Nullable String personName,
            List<AuthorityChoice> authorities,
            List<NavigationGroup> navigation,
            String version,
            boolean home) {}

    record AuthorityChoice(UUID id, String name, boolean current) {}

    /** One step of the circle, or the administration. */
    record NavigationGroup(String key, String labelKey, List<NavigationLink> entries) {}

    record NavigationLink(String labelKey, String path, boolean current) {}
}
