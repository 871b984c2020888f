package nl.leercirkel.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The page to go back to after signing in: only ever a path of our own. */
final class LocalPath {
    static final String PARAMETER = "naar";

    private LocalPath() {}

    /** The path as asked, or the home page when it is not a path of ours. */
    static String orHome(@Nullable String path) {
        boolean ours = path != null
                && path.length() <= 1000
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl)
                && !path.startsWith("/inloggen")
                && !path.startsWith("/uitloggen");
        return ours && path != null ? path : "/";
    }

    /** What was asked for, when asking for it again makes sense. */
    static String of(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return "/";
        }
        String query = request.getQueryString();
        return orHome(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    static String withParameter(String page, String path) {
        return path.equals("/")
                ? page
                : page + (page.contains("?") ? "&" : "?") + PARAMETER + "="
                        + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
