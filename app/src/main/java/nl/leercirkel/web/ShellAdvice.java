package nl.leercirkel.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.leercirkel.identity.Workplaces;
import nl.leercirkel.security.Actor;
import nl.leercirkel.shell.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/** Gives every page what the layout needs. */
@ControllerAdvice(annotations = Controller.class)
class ShellAdvice {
    private final Navigation navigation;
    private final Related related;
    private final String version;

    ShellAdvice(Navigation navigation, Related related, ObjectProvider<BuildProperties> build) {
        this.navigation = navigation;
        this.related = related;
        BuildProperties properties = build.getIfAvailable();
        String built = properties == null ? null : properties.getVersion();
        this.version = built == null ? "ontwikkelversie" : built;
    }

    @ModelAttribute("shell")
    Shell shell(HttpServletRequest request, Locale locale) {
        // The actor as the request knows it, not as the thread does: an error page has the first and not the second.
        Actor actor = (Actor) request.getAttribute(Actor.class.getName());
        String path = request.getRequestURI();
        List<Shell.AuthorityChoice> choices = actor == null ? List.of() : choices(request, actor);
        return new Shell(
                actor != null,
                locale.getLanguage(),
                theme(request),
                choices.stream()
                        .filter(Shell.AuthorityChoice::current)
                        .map(Shell.AuthorityChoice::name)
                        .findFirst()
                        .orElse(null),
                actor == null ? null : actor.name(),
                choices,
                actor == null ? List.of() : navigation.of(actor, path),
                notices(request),
                version,
                path);
    }

    @ModelAttribute("related")
    Related related() {
        return related;
    }

    private static List<Shell.AuthorityChoice> choices(HttpServletRequest request, Actor actor) {
        return Workplaces.of(request).stream()
                .map(authority -> new Shell.AuthorityChoice(
                        authority.authorityId(),
                        authority.name(),
                        authority.authorityId().equals(actor.authorityId())))
                .toList();
    }

    private static @Nullable String theme(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, PreferencesController.THEME_COOKIE);
        String value = cookie == null ? "" : cookie.getValue();
        return value.equals("light") || value.equals("dark") ? value : null;
    }

    private static List<Notice> notices(HttpServletRequest request) {
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        if (flash != null && flash.get(Notice.ATTRIBUTE) instanceof List<?> list) {
            return list.stream().map(Notice.class::cast).toList();
        }
        return List.of();
    }
}
