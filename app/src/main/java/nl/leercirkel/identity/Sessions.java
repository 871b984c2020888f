package nl.leercirkel.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.database.InstallationTransactions;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Begins, changes and ends the session of somebody who signed in. */
@Component
class Sessions {
    private final AccountTable accounts;
    private final InstallationTransactions installation;
    private final SecurityContextRepository contexts;
    private final SignInEvents events;
    private final Clock clock;

    Sessions(
            AccountTable accounts,
            InstallationTransactions installation,
            SecurityContextRepository contexts,
            SignInEvents events,
            Clock clock) {
        this.accounts = accounts;
        this.installation = installation;
        this.contexts = contexts;
        this.events = events;
        this.clock = clock;
    }

    /** Who signed in on this session, if anybody. */
    static Optional<SignedIn> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    /** PostgreSQL keeps microseconds; a finer moment would compare as later than the one it is stored as. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Begins a wholly new session: nothing that was planted in the one before survives, its id and its CSRF token
     * included.
     */
    SignedIn begin(HttpServletRequest request, HttpServletResponse response, Person person, SignedIn.Method method) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        if (!request.getSession(true).isNew()) {
            throw new IllegalStateException("The session from before signing in came back");
        }
        Account account = person.account();
        SignedIn signedIn =
                new SignedIn(account.accountId(), person.onlyAuthority().orElse(null), now(), method);
        installation.run("note a sign-in", () -> accounts.signedIn(account.accountId(), signedIn.signedInAt()));
        save(request, response, signedIn);
        events.record(new SignInEvents.Event(
                SignInEvents.Kind.SIGNED_IN,
                account.accountId(),
                signedIn.authorityId(),
                account.name(),
                request.getRemoteAddr(),
                method.name()));
        return signedIn;
    }

    /** Keeps the session and works for this authority from now on. */
    void choose(HttpServletRequest request, HttpServletResponse response, SignedIn signedIn, UUID authorityId) {
        request.changeSessionId();
        save(request, response, signedIn.at(authorityId));
    }

    /** Keeps this session alive after all earlier ones were ended, as when the password was changed here. */
    void renew(HttpServletRequest request, HttpServletResponse response, SignedIn signedIn, Instant validFrom) {
        request.changeSessionId();
        save(
                request,
                response,
                new SignedIn(signedIn.accountId(), signedIn.authorityId(), validFrom, signedIn.method()));
    }

    void end(HttpServletRequest request, @Nullable SignedIn signedIn, String why) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        if (signedIn != null) {
            events.record(new SignInEvents.Event(
                    SignInEvents.Kind.SIGNED_OUT,
                    signedIn.accountId(),
                    signedIn.authorityId(),
                    signedIn.getName(),
                    request.getRemoteAddr(),
                    why));
        }
    }

    private void save(HttpServletRequest request, HttpServletResponse response, SignedIn signedIn) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
