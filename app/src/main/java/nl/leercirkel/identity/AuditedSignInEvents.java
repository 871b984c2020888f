package nl.leercirkel.identity;

import jakarta.servlet.http.HttpServletRequest;
import nl.leercirkel.audit.AuditEvent;
import nl.leercirkel.audit.Outcome;
import nl.leercirkel.security.Action;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Tells the audit log what the request meant. The entry is written when the request is answered; the last event of a
 * request is the one that counts.
 */
@Component
class AuditedSignInEvents implements SignInEvents {
    @Override
    public void record(Event event) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            throw new IllegalStateException("People sign in by a request");
        }
        HttpServletRequest request = attributes.getRequest();
        request.setAttribute(
                AuditEvent.class.getName(),
                new AuditEvent(
                        event.authorityId(),
                        event.accountId(),
                        event.person(),
                        actionOf(event.kind()),
                        "session",
                        null,
                        outcomeOf(event.kind()),
                        request.getMethod(),
                        request.getRequestURI(),
                        0,
                        event.clientAddress(),
                        event.detail()));
    }

    private static Action actionOf(Kind kind) {
        return switch (kind) {
            case SIGNED_IN, REFUSED, LOCKED -> Action.SIGN_IN;
            case SIGNED_OUT -> Action.SIGN_OUT;
        };
    }

    private static Outcome outcomeOf(Kind kind) {
        return switch (kind) {
            case SIGNED_IN, SIGNED_OUT -> Outcome.SUCCEEDED;
            case REFUSED, LOCKED -> Outcome.REFUSED;
        };
    }
}
