package nl.leercirkel.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One entry per request of somebody who is signed in, and one per refused request of somebody who is not. It stands
 * outside Spring Security, so that a refusal (missing CSRF token, forged session, missing right) is seen as well.
 */
@Component
@Order(AuditFilter.ORDER)
class AuditFilter extends OncePerRequestFilter {
    /** After the session (Integer.MIN_VALUE + 50), before Spring Security (-100). */
    static final int ORDER = -110;

    private final AuditLog log;

    AuditFilter(AuditLog log) {
        this.log = log;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/gezondheid");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        AuditedResponse audited = new AuditedResponse(response, status -> write(request, status));
        try {
            chain.doFilter(request, audited);
        } catch (ServletException | IOException | RuntimeException | Error fault) {
            audited.finish(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            throw fault;
        }
        if (!request.isAsyncStarted()) {
            audited.finish();
        }
    }

    private void write(HttpServletRequest request, int status) {
        if (request.getAttribute(AuditEvent.class.getName()) instanceof AuditEvent told) {
            log.record(told.answered(status));
            return;
        }
        Object handler = request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        if (handler != null && !(handler instanceof HandlerMethod) && status < 400) {
            return; // a file of the site itself; one that does not exist may be somebody trying addresses
        }
        Actor actor = (Actor) request.getAttribute(Actor.class.getName());
        Requires requires = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Requires.class) : null;
        boolean openPage = handler != null && requires == null;
        if (actor == null ? !isRefusedAttempt(request, handler, status) : openPage && status < 400) {
            return;
        }
        Outcome outcome = actor == null ? Outcome.REFUSED : Outcome.ofStatus(status);
        Action action = requires == null ? actionOf(request) : requires.action();
        log.record(new AuditEvent(
                actor == null ? null : actor.authorityId(),
                actor == null ? null : actor.accountId(),
                actor == null ? "" : actor.name(),
                action,
                requires == null ? "page" : requires.subject(),
                objectId(request),
                outcome,
                request.getMethod(),
                request.getRequestURI(),
                status,
                request.getRemoteAddr(),
                action == Action.SEARCH ? request.getParameter("q") : null));
    }

    /**
     * Somebody without a session who merely opens a page is sent to the sign-in page and is no news. A cookie that is
     * not (or no longer) a session, or sending something in without one, is.
     */
    private static boolean isRefusedAttempt(HttpServletRequest request, @Nullable Object handler, int status) {
        boolean stopped = handler == null || status == 401 || status == 403;
        boolean attempt = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid()
                || !"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod());
        return stopped && attempt && status != 404;
    }

    private static Action actionOf(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS" -> Action.READ;
            case "DELETE" -> Action.DELETE;
            default -> Action.CHANGE;
        };
    }

    private static @Nullable String objectId(HttpServletRequest request) {
        if (AuditedObject.isNamed(request)) {
            return AuditedObject.of(request);
        }
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (variables instanceof Map<?, ?> map && !map.isEmpty()) {
            return String.join("/", map.values().stream().map(String::valueOf).toList());
        }
        return null;
    }
}
