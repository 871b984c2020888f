package nl.leercirkel.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/**
 * What the provider says about itself, asked for when somebody first needs it: a provider that is down must not keep the
 * application from starting.
 */
class LazyProvider implements ClientRegistrationRepository {
    static final String ID = "organisatie";
    private static final Logger LOG = LoggerFactory.getLogger(LazyProvider.class);

    private final IdentitySettings.Provider provider;
    private volatile @Nullable ClientRegistration known;

    LazyProvider(IdentitySettings.Provider provider) {
        this.provider = provider;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        return registrationId.equals(ID) ? registration().orElse(null) : null;
    }

    /** Empty while the provider cannot be reached. */
    Optional<ClientRegistration> registration() {
        ClientRegistration earlier = known;
        if (earlier != null) {
            return Optional.of(earlier);
        }
        try {
            ClientRegistration discovered = discover();
            known = discovered;
            return Optional.of(discovered);
        } catch (RuntimeException unreachable) {
            LOG.warn(
                    "The OpenID Connect provider {} cannot be reached: {}",
                    provider.issuer(),
                    NestedExceptionUtils.getMostSpecificCause(unreachable).toString());
            return Optional.empty();
        }
    }

    private ClientRegistration discover() {
        return ClientRegistrations.fromOidcIssuerLocation(provider.issuer())
                .registrationId(ID)
                .clientName(provider.name())
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .clientAuthenticationMethod(
                        provider.clientSecret().isBlank()
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL)
                .build();
    }
}
