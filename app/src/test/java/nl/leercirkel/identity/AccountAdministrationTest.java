package nl.leercirkel.identity;

import static nl.leercirkel.support.TestPeople.PASSWORD;
import static nl.leercirkeldb.identity.Tables.ACCOUNT;
import static nl.leercirkeldb.identity.Tables.INVITATION;
import static nl.leercirkeldb.identity.Tables.MEMBERSHIP;
import static nl.leercirkeldb.organisation.Tables.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leercirkel.database.InstallationTransactions;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.Browser;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestClock;
import nl.leercirkel.support.TestPeople;
import nl.leercirkel.support.TestPeople.TestPerson;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class AccountAdministrationTest {
    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @Autowired
    private AccountTable accounts;

    @Autowired
    private Accounts api;

    @Autowired
    private InstallationTransactions installation;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private DSLContext database;

    private Browser browser;
    private TestPerson administrator;
    private UUID authority;

    @BeforeEach
    void administratorAtWork() {
        authority = people.authority().authorityId();
        administrator = people.person(authority, Role.ADMINISTRATOR);
        browser = new Browser(port);
        browser.signIn(administrator.email(), PASSWORD);
        browser.get("/beheer/accounts");
    }

    @Test
    void invitesSomebodyWhoThenSignsIn() {
        String path = invite("nieuw-" + administrator.email(), "ANALYST");
        Browser guest = new Browser(port);
        assertThat(guest.get(path).body()).contains("nieuw-" + administrator.email());
        assertThat(guest.submit(path, "password", "Welkom2026!!!!", "again", "Welkom2026!!!!")
                        .statusCode())
                .isEqualTo(422);
        assertThat(guest.submit(path, "password", "koffie fiets regen", "again", "iets anders")
                        .statusCode())
                .isEqualTo(422);
        assertThat(guest.submit(path, "password", "koffie fiets regen", "again", "koffie fiets regen")
                        .statusCode())
                .isEqualTo(302);
        guest.get("/inloggen");
        HttpResponse<String> signedIn =
                guest.submit("/inloggen", "email", "nieuw-" + administrator.email(), "password", "koffie fiets regen");
        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(guest.get("/account").body()).contains("Data-analist");
        assertThat(browser.get("/beheer/accounts").body()).contains("nieuw-" + administrator.email());
    }

    @Test
    void anInvitationWorksOnce() {
        String path = invite("nieuw-" + administrator.email(), "ANALYST");
        Browser guest = new Browser(port);
        guest.get(path);
        guest.submit(path, "password", "koffie fiets regen", "again", "koffie fiets regen");
        assertThat(guest.get(path).statusCode()).isEqualTo(410);
        guest.get("/inloggen");
        assertThat(guest.submit(path, "password", "gekaapt gekaapt nu", "again", "gekaapt gekaapt nu")
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void anInvitationIsOverAfterAWeek() {
        String path = invite("nieuw-" + administrator.email(), "ANALYST");
        clock.advance(Duration.ofDays(7).minusMinutes(1));
        assertThat(new Browser(port).get(path).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(2));
        assertThat(new Browser(port).get(path).statusCode()).isEqualTo(410);
        assertThat(new Browser(port).get("/uitnodiging/verzonnen").statusCode()).isEqualTo(410);
    }

    @Test
    void aNewInvitationWithdrawsTheOldOne() {
        String first = invite("nieuw-" + administrator.email(), "ANALYST");
        UUID invited = api.findByEmail("nieuw-" + administrator.email()).orElseThrow();
        String second = link(browser.submit("/beheer/accounts/" + invited + "/wachtwoord"));
        assertThat(new Browser(port).get(first).statusCode()).isEqualTo(410);
        assertThat(new Browser(port).get(second).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAnIncompleteAccount() {
        HttpResponse<String> response = browser.submit("/beheer/accounts", "name", "", "email", "geen adres");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .contains("Vul een naam in")
                .contains("Vul een e-mailadres in")
                .contains("Kies minstens één rol");
        assertThat(browser.submit("/beheer/accounts", "name", "Jo", "email", administrator.email(), "roles", "ANALYST")
                        .body())
                .contains("Er is al een account");
    }

    @Test
    void aPartnersRoleNeedsAPartnerOfThisAuthority() {
        UUID own = partner(authority);
        UUID foreign = partner(people.authority().authorityId());
        TestPerson person = people.person(authority, Role.ANALYST);
        String path = "/beheer/accounts/" + person.accountId();
        assertThat(browser.submit(path, "seen", seen(path), "name", "Jo", "roles", "PARTNER")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.submit(
                                path,
                                "seen",
                                seen(path),
                                "name",
                                "Jo",
                                "roles",
                                "PARTNER",
                                "partner",
                                foreign.toString())
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.submit(path, "seen", seen(path), "name", "Jo", "roles", "PARTNER", "partner", own.toString())
                        .statusCode())
                .isEqualTo(302);
        assertThat(api.actorFor(person.accountId(), authority).partnerId()).isEqualTo(own);
    }

    @Test
    void noticesThatSomebodyElseWasQuicker() {
        TestPerson person = people.person(authority, Role.ANALYST);
        String path = "/beheer/accounts/" + person.accountId();
        String seen = seen(path);
        api.grant(person.accountId(), authority, Role.RESEARCHER, null);
        browser.submit(path, "seen", seen, "name", "Anders", "roles", "CONTRACT_MANAGER");
        assertThat(browser.get(path).body()).contains("intussen gewijzigd");
        assertThat(api.rolesOf(person.accountId(), authority)).containsExactlyInAnyOrder(Role.ANALYST, Role.RESEARCHER);

        browser.submit(path, "seen", seen(path), "name", "Anders", "roles", "CONTRACT_MANAGER");
        assertThat(api.rolesOf(person.accountId(), authority)).containsExactly(Role.CONTRACT_MANAGER);
        assertThat(load(person).account().name()).isEqualTo("Anders");
    }

    @Test
    void theLastAdministratorStays() {
        String path = "/beheer/accounts/" + administrator.accountId();
        browser.submit(path, "seen", seen(path), "name", "Jo", "roles", "ANALYST");
        assertThat(browser.get(path).body()).contains("laatste beheerder");
        assertThat(api.rolesOf(administrator.accountId(), authority)).containsExactly(Role.ADMINISTRATOR);

        // Somebody who was invited but never came cannot sign in, and so does not count.
        UUID invited = api.createAccount(authority, "gast-" + administrator.email(), "Gast", false);
        api.grant(invited, authority, Role.ADMINISTRATOR, null);
        browser.submit(path, "seen", seen(path), "name", "Jo", "roles", "ANALYST");
        assertThat(api.rolesOf(administrator.accountId(), authority)).containsExactly(Role.ADMINISTRATOR);

        TestPerson second = people.person(authority, Role.ADMINISTRATOR);
        browser.submit(path, "seen", seen(path), "name", "Jo", "roles", "ANALYST");
        assertThat(api.rolesOf(administrator.accountId(), authority)).containsExactly(Role.ANALYST);
        assertThat(api.rolesOf(second.accountId(), authority)).containsExactly(Role.ADMINISTRATOR);
    }

    @Test
    void theLastAdministratorOfAnotherAuthorityIsNotBlockedEither() {
        TestPerson person = people.person(authority, Role.ANALYST);
        UUID other = people.authority().authorityId();
        api.grant(person.accountId(), other, Role.ADMINISTRATOR, null);
        browser.submit("/beheer/accounts/" + person.accountId() + "/blokkeren");
        assertThat(load(person).account().blocked()).isFalse();
        people.person(other, Role.ADMINISTRATOR);
        browser.submit("/beheer/accounts/" + person.accountId() + "/blokkeren");
        assertThat(load(person).account().blocked()).isTrue();
        browser.submit("/beheer/accounts/" + person.accountId() + "/deblokkeren");
        assertThat(load(person).account().blocked()).isFalse();
    }

    @Test
    void nobodyBlocksOrResetsThemselves() {
        people.person(authority, Role.ADMINISTRATOR);
        String path = "/beheer/accounts/" + administrator.accountId();
        browser.submit(path + "/blokkeren");
        browser.submit(path + "/wachtwoord");
        assertThat(load(administrator).account().blocked()).isFalse();
        assertThat(load(administrator).account().passwordHash()).isNotNull();
    }

    @Test
    void unlocksAndResets() {
        TestPerson person = people.person(authority, Role.ANALYST);
        Browser theirs = new Browser(port);
        theirs.signIn(person.email(), PASSWORD);
        installation.run("test", () -> {
            accounts.lock(person.accountId(), clock.instant().plusSeconds(900));
            accounts.setSecondStep(person.accountId(), Totp.newSecret(), null);
        });
        String path = "/beheer/accounts/" + person.accountId();
        assertThat(browser.get(path).body()).contains("Vergrendeld").contains("Tweede stap aan");
        browser.submit(path + "/ontgrendelen");
        assertThat(load(person).account().lockedUntil()).isNull();
        browser.submit(path + "/tweede-stap");
        assertThat(load(person).account().hasSecondStep()).isFalse();
        assertThat(theirs.get("/account").statusCode()).isEqualTo(200);
        link(browser.submit(path + "/wachtwoord"));
        assertThat(theirs.get("/account").statusCode()).isEqualTo(302);
        theirs.get("/inloggen");
        assertThat(theirs.submit("/inloggen", "email", person.email(), "password", PASSWORD)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void anotherAuthoritysAccountIsNotFound() {
        TestPerson foreign = people.person(people.authority().authorityId(), Role.ANALYST);
        String path = "/beheer/accounts/" + foreign.accountId();
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
        assertThat(browser.submit(path, "seen", "1:", "name", "Gekaapt", "roles", "ADMINISTRATOR")
                        .statusCode())
                .isEqualTo(404);
        for (String action : List.of("blokkeren", "deblokkeren", "ontgrendelen", "wachtwoord", "tweede-stap")) {
            assertThat(browser.submit(path + "/" + action).statusCode())
                    .as(action)
                    .isEqualTo(404);
        }
        Person unchanged = load(foreign);
        assertThat(unchanged.account().name()).isEqualTo("Jo Test");
        assertThat(unchanged.account().blocked()).isFalse();
        assertThat(unchanged.account().passwordHash()).isNotNull();
        assertThat(unchanged.memberships()).hasSize(1);
        assertThat(browser.get("/beheer/accounts").body()).doesNotContain(foreign.email());
    }

    @Test
    void somebodyOfAnotherAuthorityOnlyGetsAndLosesRolesHere() {
        TestPerson guest = people.person(people.authority().authorityId(), Role.ANALYST);
        HttpResponse<String> joined =
                browser.submit("/beheer/accounts", "name", "Anders", "email", guest.email(), "roles", "RESEARCHER");
        assertThat(joined.body()).contains("heeft al een account");
        assertThat(api.rolesOf(guest.accountId(), authority)).containsExactly(Role.RESEARCHER);

        String path = "/beheer/accounts/" + guest.accountId();
        browser.submit(path, "seen", seen(path), "name", "Anders", "roles", "COUNCIL_MEMBER");
        assertThat(api.rolesOf(guest.accountId(), authority)).containsExactly(Role.COUNCIL_MEMBER);
        assertThat(api.rolesOf(guest.accountId(), guest.authorityId())).containsExactly(Role.ANALYST);
        for (String action : List.of("blokkeren", "ontgrendelen", "wachtwoord", "tweede-stap")) {
            browser.submit(path + "/" + action);
        }
        Account unchanged = load(guest).account();
        assertThat(unchanged.name()).isEqualTo("Jo Test");
        assertThat(unchanged.blocked()).isFalse();
        assertThat(unchanged.passwordHash()).isNotNull();
        browser.submit(path, "seen", seen(path));
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void theDatabaseItselfKeepsAuthoritiesApart() {
        TestPerson foreign = people.person(people.authority().authorityId(), Role.ANALYST);
        inTransaction(() -> {
            assertThat(database.fetchCount(ACCOUNT, ACCOUNT.ACCOUNT_ID.eq(foreign.accountId())))
                    .isZero();
            assertThat(database.fetchCount(MEMBERSHIP, MEMBERSHIP.AUTHORITY_ID.eq(foreign.authorityId())))
                    .isZero();
            assertThat(database.fetchCount(INVITATION, INVITATION.AUTHORITY_ID.ne(authority)))
                    .isZero();
            assertThat(database.update(ACCOUNT)
                            .set(ACCOUNT.BLOCKED, true)
                            .where(ACCOUNT.ACCOUNT_ID.eq(foreign.accountId()))
                            .execute())
                    .isZero();
            assertThat(database.fetchCount(ACCOUNT)).isEqualTo(1);
        });
        assertThatThrownBy(() -> inTransaction(() -> database.insertInto(MEMBERSHIP)
                        .set(MEMBERSHIP.ACCOUNT_ID, administrator.accountId())
                        .set(MEMBERSHIP.AUTHORITY_ID, foreign.authorityId())
                        .set(MEMBERSHIP.ROLE, Role.ADMINISTRATOR.name())
                        .execute()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThat(database.fetchCount(ACCOUNT)).as("outside a transaction").isZero();
    }

    private void inTransaction(Runnable work) {
        ActorContext.runAs(
                people.actor(administrator),
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> work.run()));
    }

    private UUID partner(UUID ofAuthority) {
        return installation.call(
                "test",
                () -> database.insertInto(PARTNER)
                        .set(PARTNER.AUTHORITY_ID, ofAuthority)
                        .set(PARTNER.NAME, "Partner " + UUID.randomUUID())
                        .set(PARTNER.KIND, "PROVIDER")
                        .returning()
                        .fetchSingle(PARTNER.PARTNER_ID));
    }

    private String invite(String email, String role) {
        return link(browser.submit("/beheer/accounts", "name", "Nieuw", "email", email, "roles", role));
    }

    private String link(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        Matcher link = Pattern.compile("http://127.0.0.1:" + port + "(/uitnodiging/[\\w-]{43})\"")
                .matcher(response.body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String seen(String path) {
        Matcher seen = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"")
                .matcher(browser.get(path).body());
        assertThat(seen.find()).isTrue();
        return seen.group(1);
    }

    private Person load(TestPerson person) {
        return installation
                .call("test", () -> accounts.person(person.accountId()))
                .orElseThrow();
    }
}
