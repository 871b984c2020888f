package nl.leercirkel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import nl.leercirkel.security.OpenToAll;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Language and light or dark: kept in two cookies that say nothing else about a person. */
@Controller
class PreferencesController {
    static final String LANGUAGE_COOKIE = "taal";
    static final String THEME_COOKIE = "thema";

    private static final Map<String, String> THEMES = Map.of("licht", "light", "donker", "dark");
    private static final Set<String> LANGUAGES = Set.of("nl", "en");
    private static final Duration A_YEAR = Duration.ofDays(365);

    @PostMapping("/voorkeuren")
    @OpenToAll(why = "de aanmeldpagina moet ook in de eigen taal en weergave te lezen zijn")
    String keep(
            @RequestParam(name = "taal", required = false) @Nullable String language,
            @RequestParam(name = "thema", required = false) @Nullable String theme,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (language != null && LANGUAGES.contains(language)) {
            add(response, request, LANGUAGE_COOKIE, language, A_YEAR);
        }
        if (theme != null) {
            String chosen = THEMES.get(theme);
            add(response, request, THEME_COOKIE, chosen == null ? "" : chosen, chosen == null ? Duration.ZERO : A_YEAR);
        }
        return "redirect:" + pathBack(request);
    }

    private static void add(
            HttpServletResponse response, HttpServletRequest request, String name, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .maxAge(age)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    /** The page the person came from, and only its path: never a way to another site. */
    private static String pathBack(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null) {
            return "/";
        }
        try {
            URI uri = URI.create(referer);
            String path = uri.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
                return "/";
            }
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException malformed) {
            return "/";
        }
    }
}
