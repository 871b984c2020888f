package nl.leercirkel.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.securityContext;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import nl.leercirkel.security.OpenToAll;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.security.Rights;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.Endpoint;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestPeople;
import nl.leercirkel.support.TestPeople.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every endpoint with every role, and without signing in. */
@IntegrationTest
class EndpointRightsTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestPeople people;

    @Autowired
    private Sessions sessions;

    private List<Endpoint> endpoints = List.of();

    @BeforeEach
    void findEndpoints() {
        endpoints = Endpoint.all(mapping);
        assertThat(endpoints).hasSizeGreaterThan(25);
        // An installation without anybody sends every page to the set-up.
        people.person(people.authority().authorityId(), true);
    }

    @Test
    void everyHandlerSaysWhoMayUseIt() {
        TreeSet<String> without = new TreeSet<>();
        for (Endpoint endpoint : endpoints) {
            boolean requires = endpoint.handler().hasMethodAnnotation(Requires.class);
            boolean open = endpoint.handler().hasMethodAnnotation(OpenToAll.class);
            if (requires == open) {
                without.add(endpoint + " -> " + endpoint.handler());
            }
        }
        assertThat(without).isEmpty();
    }

    @Test
    void whoDidNotSignInGetsOnlyOpenPages() throws Exception {
        // An installation without any account leads everybody to setting it up.
        people.person(people.authority().authorityId(), Role.RESEARCHER);
        TreeSet<String> wrong = new TreeSet<>();
        for (Endpoint endpoint : endpoints) {
            MvcResult result = perform(endpoint, Optional.empty());
            boolean open = endpoint.handler().hasMethodAnnotation(OpenToAll.class);
            if (open == isRefused(result) || result.getResponse().getStatus() >= 500) {
                wrong.add(describe(endpoint, "nobody", result));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void eachRoleGetsExactlyWhatTheRightsTableSays() throws Exception {
        UUID authority = people.authority().authorityId();
        Map<String, TestPerson> persons = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            persons.put(role.name(), people.person(authority, role));
        }
        persons.put("installation", people.person(authority, true, Role.RESEARCHER));
        TreeSet<String> wrong = new TreeSet<>();
        for (Endpoint endpoint : endpoints) {
            Requires requires = endpoint.handler().getMethodAnnotation(Requires.class);
            for (Map.Entry<String, TestPerson> entry : persons.entrySet()) {
                MvcResult result = perform(endpoint, Optional.of(entry.getValue()));
                boolean allowed = requires == null || mayByTable(entry.getKey(), requires.value());
                if (allowed == isRefused(result) || result.getResponse().getStatus() >= 500) {
                    wrong.add(describe(endpoint, entry.getKey(), result));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean mayByTable(String who, Right right) {
        if (who.equals("installation")) {
            return right == Right.INSTALLATION_MANAGE
                    || Rights.of(Role.RESEARCHER).contains(right);
        }
        return Rights.of(Role.valueOf(who)).contains(right);
    }

    private MvcResult perform(Endpoint endpoint, Optional<TestPerson> person) throws Exception {
        String path = endpoint.path()
                .replaceAll("\\{\\*[^}]+}", "x")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        MockHttpServletRequestBuilder request = request(HttpMethod.valueOf(endpoint.method()), path)
                .with(csrf())
                .accept("text/html", "*/*");
        person.ifPresent(somebody -> {
            SignedIn signedIn = new SignedIn(
                    somebody.accountId(), somebody.authorityId(), sessions.now(), SignedIn.Method.PASSWORD);
            request.with(securityContext(new SecurityContextImpl(
                    UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of()))));
        });
        return mvc.perform(request).andReturn();
    }

    /**
     * Stopped before the handler: by a 403, by a 401 (which only the API gives), or sent to the sign-in page without a
     * handler having been looked for.
     */
    private static boolean isRefused(MvcResult result) {
        String location = result.getResponse().getHeader("Location");
        boolean asked = location != null && location.startsWith("/inloggen") && result.getHandler() == null;
        int status = result.getResponse().getStatus();
        return status == 403 || (status == 401 && result.getHandler() == null) || asked;
    }

    private static String describe(Endpoint endpoint, String who, MvcResult result) {
        MockHttpServletResponse response = result.getResponse();
        return endpoint + " as " + who + " gave " + response.getStatus() + " " + response.getHeader("Location");
    }
}
