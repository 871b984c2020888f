package nl.leercirkel.organisation;

import static nl.leercirkel.support.TestPeople.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import nl.leercirkel.security.Rights;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.Browser;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestPeople;
import nl.leercirkel.support.TestPeople.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class PartnerPagesTest {
    private static final String HOSTILE = "<script>alert('x')</script> & \"Zonen\"";

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private Partners partners;

    private UUID authority;
    private Actor manager;
    private Browser browser;

    @BeforeEach
    void signIn() {
        authority = people.authority().authorityId();
        TestPerson person = people.person(authority, Role.PROGRAMME_MANAGER);
        manager = people.actor(person);
        browser = as(person);
    }

    private Browser as(TestPerson person) {
        Browser other = new Browser(port);
        other.signIn(person.email(), PASSWORD);
        return other;
    }

    @Test
    void addsAPartnerAndShowsIt() {
        browser.get("/partners/nieuw");
        HttpResponse<String> saved = submit(
                "/partners",
                "name",
                "  Yulius ",
                "kind",
                "PROVIDER",
                "agbCode",
                "12 34 56-78",
                "website",
                "www.voorbeeld.nl",
                "note",
                "Regel een\r\nRegel twee");
        assertThat(saved.statusCode()).isEqualTo(302);
        Partner partner = named("Yulius");
        assertThat(browser.location(saved)).hasValue(partner.path());
        assertThat(partner)
                .isEqualTo(new Partner(
                        partner.partnerId(),
                        "Yulius",
                        PartnerKind.PROVIDER,
                        "12345678",
                        "https://www.voorbeeld.nl",
                        "Regel een\nRegel twee",
                        1,
                        null));
        assertThat(page(partner.path()))
                .contains(
                        "Yulius is toegevoegd.", "Aanbieder van hulp", "12345678", "href=\"https://www.voorbeeld.nl\"");
        assertThat(page("/partners")).contains(partner.path(), "1 partner");
    }

    @Test
    void saysAtTheFieldWhatIsWrongAndLosesNothing() {
        browser.get("/partners/nieuw");
        HttpResponse<String> refused = submit(
                "/partners",
                "name",
                "",
                "kind",
                "ONZIN",
                "agbCode",
                "1234",
                "website",
                "javascript:alert(1)",
                "note",
                "Blijft staan");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "Er zijn 4 dingen die niet kloppen",
                        "Vul de naam van de organisatie in.",
                        "Kies wat voor organisatie dit is.",
                        "Een AGB-code heeft acht cijfers.",
                        "Dit is geen adres van een website.",
                        "value=\"1234\"",
                        "value=\"javascript:alert(1)\"",
                        "Blijft staan")
                .doesNotContain("href=\"javascript:", "??organisation");
        assertThat(all()).isEmpty();
    }

    @Test
    void aNameIsUniqueWhateverItsCapitals() {
        Partner enver = make("Enver");
        Partner careyn = make("Careyn");
        browser.get("/partners/nieuw");
        HttpResponse<String> again = submit("/partners", "name", "ENVER", "kind", "WELFARE", "note", "Blijft");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Er is al een partner met deze naam: Enver.", "value=\"ENVER\"", "Blijft");

        browser.get(careyn.path() + "/bewerken");
        HttpResponse<String> renamed = submit(careyn.path(), "name", "enver", "kind", "PROVIDER", "version", "1");
        assertThat(renamed.statusCode()).isEqualTo(422);
        assertThat(renamed.body()).contains("Er is al een partner met deze naam: Enver.", "value=\"enver\"");

        browser.get(enver.path() + "/bewerken");
        assertThat(submit(enver.path(), "name", "ENVER", "kind", "PROVIDER", "version", "1")
                        .statusCode())
                .as("its own name with other capitals")
                .isEqualTo(302);
        assertThat(all()).extracting(Partner::name).containsExactly("Careyn", "ENVER");
    }

    @Test
    void theSameNameMayExistAtAnotherAuthority() {
        make("Enver");
        Actor elsewhere = people.actor(people.person(people.authority().authorityId(), Role.PROGRAMME_MANAGER));
        assertThat(ActorContext.<PartnerOutcome, RuntimeException>callAs(
                        elsewhere, () -> partners.create(PartnerDraft.of("Enver", PartnerKind.PROVIDER))))
                .isInstanceOf(PartnerOutcome.Saved.class);
    }

    @Test
    void whoSavesWhatSomebodyElseChangedIsWarnedAndCanThenOverwrite() {
        Partner partner = make("Buurtwerk");
        browser.get(partner.path() + "/bewerken");
        ActorContext.runAs(
                manager,
                () -> partners.update(
                        partner.partnerId(), 1, PartnerDraft.of("Buurtwerk Dordrecht", PartnerKind.WELFARE)));

        HttpResponse<String> conflict =
                submit(partner.path(), "name", "Buurtwerk BV", "kind", "COMPANY", "version", "1");
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body())
                .contains("Iemand anders wijzigde deze partner", "Buurtwerk Dordrecht", "value=\"Buurtwerk BV\"")
                .contains("name=\"version\" value=\"2\"");
        assertThat(named("Buurtwerk Dordrecht").version()).isEqualTo(2);

        assertThat(submit(partner.path(), "name", "Buurtwerk BV", "kind", "COMPANY", "version", "2")
                        .statusCode())
                .isEqualTo(302);
        assertThat(named("Buurtwerk BV").version()).isEqualTo(3);
    }

    @Test
    void endsAndResumesInsteadOfDeleting() {
        Partner partner = make("R-Newt");
        browser.get(partner.path());
        HttpResponse<String> future = submit(partner.path() + "/beeindigen", "version", "1", "endedOn", "2999-01-01");
        assertThat(future.statusCode()).isEqualTo(422);
        assertThat(future.body()).contains("Vul de laatste dag in.", "value=\"2999-01-01\"");
        assertThat(submit(partner.path() + "/beeindigen", "version", "1", "endedOn", "morgen")
                        .statusCode())
                .isEqualTo(422);

        submit(partner.path() + "/beeindigen", "version", "1", "endedOn", "2025-12-31");
        assertThat(named("R-Newt").endedOn()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(page(partner.path())).contains("De laatste dag was 31 december 2025.");
        assertThat(page("/partners")).doesNotContain(partner.path());
        assertThat(page("/partners?stand=beeindigd")).contains(partner.path(), "Beëindigd</span>");
        assertThat(ActorContext.<List<Partner>, RuntimeException>callAs(manager, partners::list))
                .isEmpty();

        browser.get(partner.path());
        submit(partner.path() + "/hervatten", "version", "1");
        assertThat(named("R-Newt").isEnded())
                .as("an old version changes nothing")
                .isTrue();
        assertThat(page(partner.path())).contains("Iemand anders wijzigde R-Newt terwijl u keek.");
        submit(partner.path() + "/hervatten", "version", "2");
        assertThat(named("R-Newt").isEnded()).isFalse();
    }

    @Test
    void searchesByPartOfTheNameAndByKind() {
        Partner school = make("Ikra_100%", PartnerKind.SCHOOL);
        Partner team = make("Wijkteam West", PartnerKind.DISTRICT_TEAM);
        assertThat(page("/partners?q=KTEAM")).contains(team.path()).doesNotContain(school.path());
        assertThat(page("/partners?soort=SCHOOL")).contains(school.path()).doesNotContain(team.path());
        assertThat(page("/partners?q=%25"))
                .as("a percent sign is no wildcard")
                .contains(school.path())
                .doesNotContain(team.path());
        assertThat(page("/partners?q=bestaatniet")).contains("Geen partners gevonden");
        assertThat(page("/partners?q=%00&soort=x&stand=y&pagina=-3")).contains(team.path());
        assertThat(browser.get("/partners?pagina=999999999").statusCode()).isEqualTo(200);
        assertThat(page("/zoeken?q=wijkteam")).contains(team.path(), "Wijkteam of jeugdteam");
    }

    @Test
    void manyPartnersComeInPages() {
        ActorContext.runAs(manager, () -> {
            for (int i = 100; i < 160; i++) {
                partners.create(PartnerDraft.of("Partner " + i, PartnerKind.OTHER));
            }
        });
        assertThat(page("/partners"))
                .contains("60 partners", "Partner 149", "pagina=2")
                .doesNotContain("Partner 150");
        assertThat(page("/partners?pagina=2")).contains("Partner 150").doesNotContain("Partner 149");
    }

    @Test
    void namesAreText() {
        Partner partner = make(HOSTILE);
        for (String path : List.of("/partners", partner.path(), partner.path() + "/bewerken", "/zoeken?q=Zonen")) {
            assertThat(page(path)).as(path).contains("&lt;script&gt;alert(").doesNotContain("<script>alert(");
        }
    }

    @Test
    void anotherAuthoritysPartnerDoesNotExist() {
        Partner partner = make("Geheim");
        Browser elsewhere = as(people.person(people.authority().authorityId(), Role.PROGRAMME_MANAGER));
        assertThat(elsewhere.get("/partners").body()).doesNotContain("Geheim");
        assertThat(elsewhere.get("/zoeken?q=Geheim").body()).doesNotContain(partner.path());
        assertThat(elsewhere.get(partner.path()).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get(partner.path() + "/bewerken").statusCode()).isEqualTo(404);
        elsewhere.get("/partners/nieuw");
        assertThat(elsewhere
                        .submit(partner.path(), "name", "Gekaapt", "kind", "OTHER", "version", "1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(elsewhere
                        .submit(partner.path() + "/beeindigen", "version", "1", "endedOn", "2025-01-01")
                        .statusCode())
                .isEqualTo(404);
        assertThat(elsewhere
                        .submit(partner.path() + "/hervatten", "version", "1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(named("Geheim")).isEqualTo(partner);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleReadsAndOnlyThoseWithTheRightEdit(Role role) {
        Partner partner = make("Trivire");
        Browser someone = as(people.person(authority, role));
        boolean edits = Rights.of(role).contains(Right.ORGANISATION_EDIT);
        assertThat(someone.get(partner.path()).statusCode()).isEqualTo(200);
        assertThat(someone.get("/partners").body().contains("/partners/nieuw")).isEqualTo(edits);
        int status =
                someone.submit("/partners", "name", "Nieuw", "kind", "OTHER").statusCode();
        assertThat(status).isEqualTo(edits ? 302 : 403);
        assertThat(someone.get(partner.path() + "/bewerken").statusCode()).isEqualTo(edits ? 200 : 403);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        browser.get("/partners/nieuw");
        assertThat(browser.submitWithoutToken("/partners", "name", "Vals", "kind", "OTHER")
                        .statusCode())
                .isEqualTo(403);
        assertThat(all()).isEmpty();
    }

    @Test
    void obtainGivesThePartnerThatIsThere() {
        Partner enver = make("Enver");
        assertThat(ActorContext.<Partner, RuntimeException>callAs(
                        manager, () -> partners.obtain(PartnerDraft.of("enver", PartnerKind.OTHER))))
                .isEqualTo(enver);
    }

    private HttpResponse<String> submit(String path, String... fields) {
        return browser.submit(path, fields);
    }

    private Partner make(String name) {
        return make(name, PartnerKind.PROVIDER);
    }

    private Partner make(String name, PartnerKind kind) {
        return ActorContext.callAs(manager, () -> partners.obtain(PartnerDraft.of(name, kind)));
    }

    private Partner named(String name) {
        return ActorContext.<Partner, RuntimeException>callAs(
                manager, () -> partners.findByName(name).orElseThrow());
    }

    private List<Partner> all() {
        return ActorContext.callAs(manager, partners::listWithEnded);
    }

    private String page(String path) {
        HttpResponse<String> response = browser.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.body()).doesNotContain("??organisation");
        return response.body();
    }
}
