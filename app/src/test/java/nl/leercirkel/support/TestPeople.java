package nl.leercirkel.support;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.leercirkel.identity.Accounts;
import nl.leercirkel.organisation.Authorities;
import nl.leercirkel.organisation.Authority;
import nl.leercirkel.organisation.AuthorityKind;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.Role;
import org.springframework.boot.test.context.TestComponent;

/** Makes authorities and people that only one test knows. */
@TestComponent
public class TestPeople {
    public static final String PASSWORD = "vier losse woorden samen";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Authorities authorities;
    private final Accounts accounts;

    TestPeople(Authorities authorities, Accounts accounts) {
        this.authorities = authorities;
        this.accounts = accounts;
    }

    /** Somebody with a password. */
    public record TestPerson(UUID accountId, UUID authorityId, String email) {}

    public Authority authority() {
        int number = NUMBER.incrementAndGet();
        return authorities.create(AuthorityKind.MUNICIPALITY, "T" + number, "Proefgemeente " + number);
    }

    public TestPerson person(UUID authorityId, Role... roles) {
        return person(authorityId, false, roles);
    }

    public TestPerson person(UUID authorityId, boolean installationManager, Role... roles) {
        String email = "persoon" + NUMBER.incrementAndGet() + "@voorbeeld.nl";
        UUID account = accounts.createAccount(authorityId, email, "Jo Test", installationManager);
        accounts.setPassword(account, PASSWORD);
        for (Role role : roles) {
            accounts.grant(account, authorityId, role, null);
        }
        return new TestPerson(account, authorityId, email);
    }

    public Actor actor(TestPerson person) {
        return accounts.actorFor(person.accountId(), person.authorityId());
    }
}
