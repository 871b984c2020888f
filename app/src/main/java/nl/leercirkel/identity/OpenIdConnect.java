package nl.leercirkel.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Signing in and out at the provider that the installation is configured with, by the code flow with PKCE. */
@Component
@ConditionalOnExpression("!'${leercirkel.oidc.issuer:}'.isBlank() and !'${leercirkel.oidc.client-id:}'.isBlank()")
class OpenIdConnect {
    private static final String NEXT = "identity.oidc.next";
    private static final String ID_TOKEN = "identity.oidc.idToken";

    private final LazyProvider provider;
    private final OpenIdConnectAccounts accounts;
    private final Sessions sessions;
    private final SignInEvents events;

    OpenIdConnect(IdentitySettings settings, OpenIdConnectAccounts accounts, Sessions sessions, SignInEvents events) {
        this.provider = new LazyProvider(settings.provider().orElseThrow());
        this.accounts = accounts;
        this.sessions = sessions;
        this.events = events;
    }

    void addTo(HttpSecurity http) {
        http.oauth2Login(login -> login.loginPage("/inloggen")
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new NoTokensKept())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(new WithPkce(provider)))
                .successHandler(this::signedIn)
                .failureHandler((request, response, exception) ->
                        response.sendRedirect(reason(Doorkeeper.Reason.PROVIDER_REFUSED))));
    }

    /** Where to go to sign in; empty while the provider cannot be reached. */
    Optional<String> begin(HttpServletRequest request, String next) {
        if (provider.registration().isEmpty()) {
            return Optional.empty();
        }
        request.getSession().setAttribute(NEXT, next);
        return Optional.of("/oauth2/authorization/" + LazyProvider.ID);
    }

    /** Where to end the provider's own session; empty for somebody who did not sign in there. */
    Optional<URI> signOutAddress(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ID_TOKEN) instanceof String idToken)) {
            return Optional.empty();
        }
        return provider.registration()
                .map(known ->
                        known.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"))
                .map(endpoint -> UriComponentsBuilder.fromUriString(endpoint.toString())
                        .queryParam("id_token_hint", idToken)
                        .queryParam(
                                "post_logout_redirect_uri",
                                ServletUriComponentsBuilder.fromCurrentContextPath()
                                        .path("/inloggen")
                                        .toUriString())
                        .encode()
                        .build()
                        .toUri());
    }

    private void signedIn(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        if (!(authentication.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalStateException("Only OpenID Connect is configured, not plain OAuth 2");
        }
        String next = request.getSession().getAttribute(NEXT) instanceof String path ? path : "/";
        // The token was validated: OpenID Connect Core, section 3.1.3.7, asks for both.
        String issuer = Objects.requireNonNull(user.getIdToken().getIssuer()).toString();
        String subject = Objects.requireNonNull(user.getIdToken().getSubject());
        Optional<Person> person =
                accounts.find(issuer, subject, user.getEmail(), Boolean.TRUE.equals(user.getEmailVerified()));
        Optional<Doorkeeper.Reason> refused = whyRefused(person);
        if (refused.isPresent()) {
            sessions.end(request, null, "refused");
            events.record(new SignInEvents.Event(
                    SignInEvents.Kind.REFUSED,
                    person.map(found -> found.account().accountId()).orElse(null),
                    person.map(found -> found.account().homeAuthorityId()).orElse(null),
                    Objects.requireNonNullElse(user.getEmail(), subject),
                    request.getRemoteAddr(),
                    "OpenID Connect: " + refused.get().name()));
            response.sendRedirect(reason(refused.get()));
            return;
        }
        SignedIn signedIn = sessions.begin(request, response, person.orElseThrow(), SignedIn.Method.OPENID_CONNECT);
        request.getSession().setAttribute(ID_TOKEN, user.getIdToken().getTokenValue());
        response.sendRedirect(
                signedIn.authorityId() == null ? LocalPath.withParameter("/account/organisatie", next) : next);
    }

    private static Optional<Doorkeeper.Reason> whyRefused(Optional<Person> person) {
        if (person.isEmpty()) {
            return Optional.of(Doorkeeper.Reason.PROVIDER_UNKNOWN);
        }
        if (person.get().account().blocked()) {
            return Optional.of(Doorkeeper.Reason.BLOCKED);
        }
        return person.get().memberships().isEmpty() ? Optional.of(Doorkeeper.Reason.NO_ROLE) : Optional.empty();
    }

    private static String reason(Doorkeeper.Reason reason) {
        return "/inloggen?reden=" + reason.code;
    }

    /** Asks for PKCE, and for nothing at all while the provider is down. */
    private static final class WithPkce implements OAuth2AuthorizationRequestResolver {
        private final DefaultOAuth2AuthorizationRequestResolver usual;

        WithPkce(LazyProvider provider) {
            this.usual = new DefaultOAuth2AuthorizationRequestResolver(provider, "/oauth2/authorization");
            usual.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return request.getRequestURI().equals("/oauth2/authorization/" + LazyProvider.ID)
                    ? usual.resolve(request)
                    : null;
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
            return usual.resolve(request, registrationId);
        }
    }

    /** The provider's access token is of no use here, so it is not kept anywhere. */
    private static final class NoTokensKept implements OAuth2AuthorizedClientRepository {
        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registrationId, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // see the class
        }

        @Override
        public void removeAuthorizedClient(
                String registrationId,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // nothing was kept
        }
    }
}
