package nl.leercirkel.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.leercirkel.organisation.Authorities;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads anew for each request who is at work and with which roles, and binds that person for the length of the request.
 * So a role that was taken away, or an account that was blocked, counts from the next click on.
 */
class ActorFilter extends OncePerRequestFilter {
    private final PersonAtWork people;
    private final Authorities authorities;
    private final Sessions sessions;
    private final Doorkeeper doorkeeper;

    ActorFilter(PersonAtWork people, Authorities authorities, Sessions sessions, Doorkeeper doorkeeper) {
        this.people = people;
        this.authorities = authorities;
        this.sessions = sessions;
        this.doorkeeper = doorkeeper;
    }

    /** The person who signed in on this request, with all their roles at all authorities. */
    static Optional<Person> person(HttpServletRequest request) {
        return request.getAttribute(Person.class.getName()) instanceof Person person
                ? Optional.of(person)
                : Optional.empty();
    }

    // Error pages and continued requests are shown to the same person.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedIn> signedIn = Sessions.current();
        if (signedIn.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Person> person = load(request, signedIn.get());
        Optional<Doorkeeper.Reason> ended = whyEnded(signedIn.get(), person);
        if (ended.isPresent()) {
            sessions.end(request, signedIn.get(), ended.get().name());
            doorkeeper.askToSignIn(request, response, ended.get());
            return;
        }
        request.setAttribute(Person.class.getName(), person.orElseThrow());
        Optional<Actor> actor = person.get().actor(signedIn.get().authorityId());
        if (actor.isPresent()) {
            // The audit log wraps the whole request and so is outside the binding below.
            request.setAttribute(Actor.class.getName(), actor.get());
            RestOfChain.run(call -> ActorContext.callAs(actor.get(), call), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The person, and what the page around everything calls their places of work. */
    private Optional<Person> load(HttpServletRequest request, SignedIn signedIn) {
        Optional<Person> person = people.read(signedIn.accountId());
        person.ifPresent(found -> Workplaces.remember(request, authorities.find(found.authorityIds())));
        return person;
    }

    private static Optional<Doorkeeper.Reason> whyEnded(SignedIn signedIn, Optional<Person> person) {
        if (person.isEmpty()) {
            return Optional.of(Doorkeeper.Reason.ENDED);
        }
        Account account = person.get().account();
        if (account.blocked()) {
            return Optional.of(Doorkeeper.Reason.BLOCKED);
        }
        if (account.sessionsValidFrom().isAfter(signedIn.signedInAt())) {
            return Optional.of(Doorkeeper.Reason.ENDED);
        }
        return person.get().memberships().isEmpty() ? Optional.of(Doorkeeper.Reason.NO_ROLE) : Optional.empty();
    }
}
