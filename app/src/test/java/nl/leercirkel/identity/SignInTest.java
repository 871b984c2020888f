package nl.leercirkel.identity;

import static nl.leercirkel.support.TestPeople.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import nl.leercirkel.database.InstallationTransactions;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.Browser;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestClock;
import nl.leercirkel.support.TestPeople;
import nl.leercirkel.support.TestPeople.TestPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class SignInTest {
    private static final String REFUSED = "horen niet bij elkaar";
    private static final String TOO_OFTEN = "Te vaak onjuist";

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

    private Browser browser;
    private TestPerson person;

    @BeforeEach
    void somebody() {
        browser = new Browser(port);
        person = people.person(people.authority().authorityId(), Role.ANALYST);
    }

    /** Failures of one test must not lock the address that all tests come from. */
    @AfterEach
    void forgetFailures() {
        clock.advance(Duration.ofMinutes(16));
    }

    @Test
    void signsInWithTheRightPasswordAndShowsThePageAskedFor() {
        HttpResponse<String> refused = browser.get("/account?x=1");
        assertThat(browser.location(refused)).hasValue("/inloggen?naar=%2Faccount%3Fx%3D1");

        HttpResponse<String> page = browser.get("/inloggen?naar=%2Faccount%3Fx%3D1");
        assertThat(page.body()).contains("value=\"/account?x=1\"").contains("autocomplete=\"current-password\"");
        HttpResponse<String> signedIn = submitPassword(PASSWORD, "/account?x=1");

        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(browser.location(signedIn)).hasValue("/account?x=1");
        HttpResponse<String> account = browser.get("/account?x=1");
        assertThat(account.statusCode()).isEqualTo(200);
        assertThat(account.body()).contains(person.email()).contains("Data-analist");
        assertThat(load().account().lastSignInAt()).isNotNull();
    }

    @Test
    void neverLeadsToAnotherSiteAfterSigningIn() {
        browser.get("/inloggen");
        assertThat(browser.location(submitPassword(PASSWORD, "//elders.nl/"))).hasValue("/");
    }

    @Test
    void acceptsTheEmailAddressInAnyCase() {
        browser.get("/inloggen");
        HttpResponse<String> signedIn = browser.submit(
                "/inloggen", "email", " " + person.email().toUpperCase(java.util.Locale.ROOT), "password", PASSWORD);
        assertThat(signedIn.statusCode()).isEqualTo(302);
    }

    @Test
    void saysTheSameOfAWrongPasswordAndAnUnknownAccount() {
        browser.get("/inloggen");
        HttpResponse<String> wrong = submitPassword("onjuist wachtwoord", "/");
        HttpResponse<String> unknown = browser.submit(
                "/inloggen", "email", "niemand-" + person.email(), "password", "onjuist wachtwoord", "naar", "/");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains(REFUSED);
        assertThat(withoutDifferences(unknown)).isEqualTo(withoutDifferences(wrong));
    }

    @Test
    void locksAnAccountAfterTenWrongPasswordsAndOpensItAfterAQuarter() {
        browser.get("/inloggen");
        for (int attempt = 1; attempt < 10; attempt++) {
            assertThat(submitPassword("onjuist wachtwoord", "/").body()).contains(REFUSED);
        }
        HttpResponse<String> tenth = submitPassword("onjuist wachtwoord", "/");
        assertThat(tenth.statusCode()).isEqualTo(429);
        assertThat(tenth.body()).contains(TOO_OFTEN);
        assertThat(submitPassword(PASSWORD, "/").body()).contains(TOO_OFTEN);

        clock.advance(Duration.ofMinutes(14));
        assertThat(submitPassword(PASSWORD, "/").body()).contains(TOO_OFTEN);
        clock.advance(Duration.ofMinutes(2));
        assertThat(submitPassword(PASSWORD, "/").statusCode()).isEqualTo(302);
    }

    @Test
    void locksAnUnknownAddressJustTheSame() {
        browser.get("/inloggen");
        String unknown = "onbekend-" + person.email();
        for (int attempt = 1; attempt <= 11; attempt++) {
            HttpResponse<String> response =
                    browser.submit("/inloggen", "email", unknown, "password", "onjuist wachtwoord");
            assertThat(response.statusCode()).as("attempt %d", attempt).isEqualTo(attempt < 10 ? 401 : 429);
            assertThat(response.body()).contains(attempt < 10 ? REFUSED : TOO_OFTEN);
        }
    }

    @Test
    void aRightPasswordForgivesEarlierMistakes() {
        browser.get("/inloggen");
        for (int attempt = 1; attempt < 10; attempt++) {
            submitPassword("onjuist wachtwoord", "/");
        }
        assertThat(submitPassword(PASSWORD, "/").statusCode()).isEqualTo(302);
        Browser other = new Browser(port);
        other.get("/inloggen");
        assertThat(other.submit("/inloggen", "email", person.email(), "password", "onjuist wachtwoord")
                        .body())
                .contains(REFUSED);
    }

    @Test
    void stopsAnAddressThatTriesManyAccounts() {
        browser.get("/inloggen");
        int status = 0;
        int attempts = 0;
        while (status != 429 && attempts < 100) {
            attempts++;
            status = browser.submit(
                            "/inloggen", "email", "veel" + attempts + "@voorbeeld.nl", "password", "onjuist wachtwoord")
                    .statusCode();
        }
        assertThat(attempts).isEqualTo(31);
        assertThat(submitPassword(PASSWORD, "/").statusCode()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(16));
        assertThat(submitPassword(PASSWORD, "/").statusCode()).isEqualTo(302);
    }

    @Test
    void asksForACodeAndTakesEachCodeOnce() {
        String secret = Totp.newSecret();
        installation.run("test", () -> accounts.setSecondStep(person.accountId(), secret, null));
        browser.get("/inloggen");
        HttpResponse<String> first = submitPassword(PASSWORD, "/account");
        assertThat(browser.location(first)).hasValue("/inloggen/code");
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);

        browser.get("/inloggen/code");
        assertThat(browser.submit("/inloggen/code", "code", "000000").statusCode())
                .isEqualTo(401);
        String code = Totp.codeAt(secret, clock.instant());
        HttpResponse<String> signedIn = browser.submit("/inloggen/code", "code", code);
        assertThat(browser.location(signedIn)).hasValue("/account");
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);

        Browser thief = new Browser(port);
        thief.get("/inloggen");
        thief.submit("/inloggen", "email", person.email(), "password", PASSWORD);
        thief.get("/inloggen/code");
        assertThat(thief.submit("/inloggen/code", "code", code).statusCode()).isEqualTo(401);
    }

    @Test
    void tenWrongCodesLockTheAccount() {
        installation.run("test", () -> accounts.setSecondStep(person.accountId(), Totp.newSecret(), null));
        browser.get("/inloggen");
        submitPassword(PASSWORD, "/");
        browser.get("/inloggen/code");
        for (int attempt = 1; attempt < 10; attempt++) {
            assertThat(browser.submit("/inloggen/code", "code", "abc").statusCode())
                    .isEqualTo(401);
        }
        assertThat(browser.submit("/inloggen/code", "code", "abc").statusCode()).isEqualTo(429);
        assertThat(load().account().lockedAt(clock.instant())).isTrue();
    }

    @Test
    void theTimeForACodeIsLimited() {
        String secret = Totp.newSecret();
        installation.run("test", () -> accounts.setSecondStep(person.accountId(), secret, null));
        browser.get("/inloggen");
        submitPassword(PASSWORD, "/");
        clock.advance(Duration.ofMinutes(6));
        HttpResponse<String> late = browser.submit("/inloggen/code", "code", Totp.codeAt(secret, clock.instant()));
        assertThat(browser.location(late)).hasValue("/inloggen?reden=verlopen");
    }

    @Test
    void givesANewSessionWhenSigningIn() {
        browser.get("/inloggen");
        String planted = browser.cookie("leercirkel").orElseThrow();
        submitPassword(PASSWORD, "/");
        String own = browser.cookie("leercirkel").orElseThrow();
        assertThat(own).isNotEqualTo(planted);

        Browser attacker = new Browser(port);
        attacker.setCookie("leercirkel", planted);
        assertThat(attacker.location(attacker.get("/account"))).hasValue("/inloggen?naar=%2Faccount");
    }

    @Test
    void refusesAForgedSession() {
        browser.setCookie("leercirkel", "MTIzNDU2NzgtMTIzNC0xMjM0LTEyMzQtMTIzNDU2Nzg5MDEy");
        assertThat(browser.location(browser.get("/account"))).hasValue("/inloggen?naar=%2Faccount");
        browser.setCookie("leercirkel", "' or 1=1 --");
        assertThat(browser.location(browser.get("/account"))).hasValue("/inloggen?naar=%2Faccount");
    }

    @Test
    void refusesAFormWithoutCsrfToken() {
        browser.signIn(person.email(), PASSWORD);
        HttpResponse<String> response = browser.submitWithoutToken("/account", "name", "Gekaapt");
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(load().account().name()).isEqualTo("Jo Test");
        assertThat(browser.submitWithoutToken("/account", "name", "Gekaapt", "_csrf", "verzonnen")
                        .statusCode())
                .isEqualTo(403);
        browser.get("/account");
        assertThat(browser.submit("/account", "name", "Jo Nieuw").statusCode()).isEqualTo(302);
        assertThat(load().account().name()).isEqualTo("Jo Nieuw");
    }

    @Test
    void aSignInPageLeftOpenTooLongIsNoErrorPage() {
        HttpResponse<String> response =
                browser.submitWithoutToken("/inloggen", "email", person.email(), "password", PASSWORD);
        assertThat(browser.location(response)).hasValue("/inloggen?reden=verlopen");
        assertThat(browser.get("/inloggen?reden=verlopen").body()).contains("U was te lang weg");
    }

    @Test
    void signingOutEndsTheSession() {
        browser.signIn(person.email(), PASSWORD);
        String session = browser.cookie("leercirkel").orElseThrow();
        HttpResponse<String> out = browser.submit("/uitloggen");
        assertThat(browser.location(out)).hasValue("/inloggen?reden=uitgelogd");
        Browser other = new Browser(port);
        other.setCookie("leercirkel", session);
        assertThat(other.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void aRoleTakenAwayCountsAtOnce() {
        TestPerson administrator = people.person(person.authorityId(), Role.ADMINISTRATOR, Role.ANALYST);
        browser.signIn(administrator.email(), PASSWORD);
        assertThat(browser.get("/beheer/accounts").statusCode()).isEqualTo(200);
        installation.run(
                "test",
                () -> accounts.revoke(
                        administrator.accountId(), administrator.authorityId(), java.util.Set.of(Role.ADMINISTRATOR)));
        assertThat(browser.get("/beheer/accounts").statusCode()).isEqualTo(403);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void aBlockedAccountIsOutAtOnceAndCannotComeBack() {
        browser.signIn(person.email(), PASSWORD);
        installation.run("test", () -> accounts.setBlocked(person.accountId(), true));
        assertThat(browser.location(browser.get("/account"))).hasValue("/inloggen?reden=geblokkeerd&naar=%2Faccount");
        browser.get("/inloggen");
        HttpResponse<String> again = submitPassword(PASSWORD, "/");
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(again.body()).contains("geblokkeerd");
        assertThat(submitPassword("onjuist wachtwoord", "/").body())
                .contains(REFUSED)
                .doesNotContain("geblokkeerd");
    }

    @Test
    void aNewPasswordEndsOtherSessions() {
        browser.signIn(person.email(), PASSWORD);
        Browser other = new Browser(port);
        other.signIn(person.email(), PASSWORD);
        other.get("/account");
        String fresh = "andere losse woorden samen";
        assertThat(other.submit("/account/wachtwoord", "old", "onjuist", "password", fresh, "again", fresh)
                        .statusCode())
                .isEqualTo(422);
        assertThat(other.submit("/account/wachtwoord", "old", PASSWORD, "password", fresh, "again", fresh)
                        .statusCode())
                .isEqualTo(302);
        assertThat(other.get("/account").statusCode()).isEqualTo(200);
        assertThat(browser.location(browser.get("/account"))).hasValue("/inloggen?reden=beeindigd&naar=%2Faccount");
    }

    @Test
    void signsOutEverywhere() {
        browser.signIn(person.email(), PASSWORD);
        Browser other = new Browser(port);
        other.signIn(person.email(), PASSWORD);
        other.get("/account");
        assertThat(other.submit("/account/overal-uitloggen").statusCode()).isEqualTo(302);
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
        assertThat(other.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void setsUpTheSecondStep() {
        browser.signIn(person.email(), PASSWORD);
        browser.get("/account");
        assertThat(browser.location(browser.submit("/account/tweede-stap"))).hasValue("/account/tweede-stap");
        String page = browser.get("/account/tweede-stap").body();
        String secret =
                page.replaceAll("(?s).*<code>([A-Z2-7 ]+)</code>.*", "$1").replace(" ", "");
        assertThat(secret).hasSize(32);
        assertThat(QrCodeReader.read(page.substring(page.indexOf("<svg xmlns"))))
                .contains("secret=" + secret);
        assertThat(browser.submit("/account/tweede-stap/aan", "code", "000000").statusCode())
                .isEqualTo(422);
        String code = Totp.codeAt(secret, clock.instant());
        assertThat(browser.submit("/account/tweede-stap/aan", "code", code).statusCode())
                .isEqualTo(302);
        assertThat(load().account().totpSecret()).isEqualTo(secret);

        browser.get("/account");
        assertThat(browser.submit("/account/tweede-stap/uit", "current", "onjuist")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.submit("/account/tweede-stap/uit", "current", PASSWORD)
                        .statusCode())
                .isEqualTo(302);
        assertThat(load().account().hasSecondStep()).isFalse();
    }

    @Test
    void somebodyWithSeveralAuthoritiesChoosesOneAndCanSwitch() {
        UUID second = people.authority().authorityId();
        UUID foreign = people.authority().authorityId();
        api.grant(person.accountId(), second, Role.ADMINISTRATOR, null);
        browser.get("/inloggen");
        HttpResponse<String> signedIn = submitPassword(PASSWORD, "/account");
        assertThat(browser.location(signedIn)).hasValue("/account/organisatie?naar=%2Faccount");
        assertThat(browser.location(browser.get("/account"))).hasValue("/account/organisatie?naar=%2Faccount");

        assertThat(browser.get("/account/organisatie").body())
                .contains(second.toString())
                .doesNotContain(foreign.toString());
        assertThat(browser.submit("/account/organisatie", "authorityId", foreign.toString())
                        .statusCode())
                .isEqualTo(404);
        browser.get("/account/organisatie");
        browser.submit("/account/organisatie", "authorityId", second.toString());
        assertThat(browser.get("/beheer/accounts").statusCode()).isEqualTo(200);
        browser.get("/account/organisatie");
        browser.submit(
                "/account/organisatie", "authorityId", person.authorityId().toString());
        assertThat(browser.get("/beheer/accounts").statusCode()).isEqualTo(403);
    }

    @Test
    void somebodyWithoutARoleIsTold() {
        TestPerson nobody = people.person(person.authorityId());
        browser.get("/inloggen");
        HttpResponse<String> response = browser.submit("/inloggen", "email", nobody.email(), "password", PASSWORD);
        assertThat(browser.location(response)).hasValue("/inloggen?reden=geen-rol");
    }

    @Test
    void revealsNothingToPeopleWhoDidNotSignIn() {
        String existing = browser.location(browser.get("/beheer/accounts")).orElseThrow();
        String missing = browser.location(browser.get("/bestaat/niet")).orElseThrow();
        assertThat(existing).isEqualTo("/inloggen?naar=%2Fbeheer%2Faccounts");
        assertThat(missing).isEqualTo("/inloggen?naar=%2Fbestaat%2Fniet");

        HttpResponse<String> api = browser.get("/api/iets");
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(browser.get("/account", "Accept", "application/json").statusCode())
                .isEqualTo(401);

        browser.signIn(person.email(), PASSWORD);
        assertThat(browser.get("/bestaat/niet").statusCode()).isEqualTo(404);
        assertThat(browser.get("/beheer/accounts", "Accept", "application/json").statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> submitPassword(String password, String path) {
        return browser.submit("/inloggen", "email", person.email(), "password", password, "naar", path);
    }

    private Person load() {
        return installation
                .call("test", () -> accounts.person(person.accountId()))
                .orElseThrow();
    }

    /** The page without what has to differ: the token and the address that was typed. */
    private static String withoutDifferences(HttpResponse<String> response) {
        return response.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                .replaceAll("value=\"[^\"]*@voorbeeld.nl\"", "");
    }
}
