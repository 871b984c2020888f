package nl.leercirkel.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.OpenToAll;
import nl.leercirkel.security.Requires;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** The gate before each handler: asks for the right that the handler names, and refuses a handler that names none. */
class RightsInterceptor implements HandlerInterceptor {
    private final Doorkeeper doorkeeper;

    RightsInterceptor(Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        if (!(handler instanceof HandlerMethod method)) {
            // No page of ours: the resource handler, which says 404. Only to people who signed in.
            return knownOrAsked(request, response);
        }
        if (method.hasMethodAnnotation(OpenToAll.class)) {
            return true;
        }
        Requires requires = method.getMethodAnnotation(Requires.class);
        if (requires == null) {
            doorkeeper.refuse(request, response);
            return false;
        }
        Optional<Actor> actor = ActorContext.current();
        if (actor.isEmpty()) {
            if (knownOrAsked(request, response)) {
                response.sendRedirect(LocalPath.withParameter("/account/organisatie", LocalPath.of(request)));
            }
            return false;
        }
        if (!actor.get().may(requires.value())) {
            doorkeeper.refuse(request, response);
            return false;
        }
        return true;
    }

    private boolean knownOrAsked(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Sessions.current().isPresent()) {
            return true;
        }
        doorkeeper.askToSignIn(request, response);
        return false;
    }
}
