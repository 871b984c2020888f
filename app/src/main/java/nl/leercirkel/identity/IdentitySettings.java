package nl.leercirkel.identity;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in at this installation.
 *
 * @param localSignin whether everybody may sign in with a password; administrators always may, so that a provider that
 *     fails never locks the installation
 * @param oidc the provider for OpenID Connect; without an issuer there is none
 * @param attemptsPerAddress wrong attempts from one network address within a quarter of an hour; a whole town hall can
 *     sit behind one address
 * @param behindProxy whether a reverse proxy of our own tells the client's address and protocol
 */
@ConfigurationProperties("leercirkel")
record IdentitySettings(
        @DefaultValue("true") boolean localSignin,
        @DefaultValue Oidc oidc,
        @DefaultValue("100") int attemptsPerAddress,
        @DefaultValue("false") boolean behindProxy) {

    /**
     * The provider.
     *
     * @param name how the button names it, for example the municipality's own account
     */
    record Oidc(
            @Nullable String issuer,
            @Nullable String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue("uw organisatie") String name) {

        /** Never shows the secret. */
        @Override
        public String toString() {
            return "Oidc[issuer=" + issuer + ", clientId=" + clientId + "]";
        }
    }

    Optional<Provider> provider() {
        if (oidc.issuer() == null
                || oidc.issuer().isBlank()
                || oidc.clientId() == null
                || oidc.clientId().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Provider(oidc.issuer(), oidc.clientId(), oidc.clientSecret(), oidc.name()));
    }

    /** A provider that is wholly configured. */
    record Provider(String issuer, String clientId, String clientSecret, String name) {
        /** Scheme, host and port, as a content security policy names them. */
        String origin() {
            URI uri = URI.create(issuer);
            return uri.getScheme() + "://" + uri.getAuthority();
        }

        /** Never shows the secret. */
        @Override
        public String toString() {
            return "Provider[" + issuer + ", " + clientId + "]";
        }
    }
}
