package nl.leercirkel.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.stereotype.Component;

/**
 * What somebody gets to see who may not pass: the sign-in page, or a plain refusal. A program that asks for JSON gets a
 * problem document (RFC 9457).
 */
@Component
class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Why somebody has to sign in (again); the sign-in page says it. */
    enum Reason {
        EXPIRED("verlopen"),
        SIGNED_OUT("uitgelogd"),
        ENDED("beeindigd"),
        BLOCKED("geblokkeerd"),
        NO_ROLE("geen-rol"),
        PROVIDER_DOWN("aanbieder-onbereikbaar"),
        PROVIDER_REFUSED("aanbieder-geweigerd"),
        PROVIDER_UNKNOWN("aanbieder-onbekend");

        final String code;

        Reason(String code) {
            this.code = code;
        }

        String messageKey() {
            return "identity.signin.reason." + name();
        }

        /** Whether it is good news. */
        boolean isFine() {
            return this == SIGNED_OUT;
        }
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        askToSignIn(request, response);
    }

    void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (wantsJson(request)) {
            problem(response, 401, "Unauthorized", "Log eerst in.");
        } else {
            response.sendRedirect(LocalPath.withParameter("/inloggen", LocalPath.of(request)));
        }
    }

    void askToSignIn(HttpServletRequest request, HttpServletResponse response, Reason reason) throws IOException {
        if (wantsJson(request)) {
            problem(response, 401, "Unauthorized", "Log eerst in.");
        } else {
            response.sendRedirect(LocalPath.withParameter("/inloggen?reden=" + reason.code, LocalPath.of(request)));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException {
        // Somebody who left the sign-in page open until its session was over should not meet an error page.
        if (exception instanceof MissingCsrfTokenException
                && request.getRequestURI().startsWith("/inloggen")
                && Sessions.current().isEmpty()) {
            askToSignIn(request, response, Reason.EXPIRED);
            return;
        }
        refuse(request, response);
    }

    void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (wantsJson(request)) {
            problem(response, 403, "Forbidden", "U hebt hier geen recht op.");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return request.getRequestURI().startsWith("/api/")
                || (accept != null && accept.contains("json") && !accept.contains("text/html"));
    }

    private static void problem(HttpServletResponse response, int status, String title, String detail)
            throws IOException {
        byte[] body = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(title, status, detail)
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
