package nl.leercirkel.identity;

import java.util.Locale;
import java.util.Optional;
import nl.leercirkel.database.InstallationTransactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds the account of somebody whom the provider knows. Never makes one: who may use this installation is decided by
 * its administrators.
 */
@Service
class OpenIdConnectAccounts {
    private final AccountTable accounts;
    private final InstallationTransactions installation;

    OpenIdConnectAccounts(AccountTable accounts, InstallationTransactions installation) {
        this.accounts = accounts;
        this.installation = installation;
    }

    /**
     * The account bound to this subject. Without one, the account with this e-mail address when the provider has verified
     * it; that account is bound from then on, so that a later holder of the address is somebody else.
     */
    Optional<Person> find(String issuer, String subject, @Nullable String email, boolean emailVerified) {
        return installation.call(
                "sign in through the provider",
                () -> accounts.personBySubject(issuer, subject)
                        .or(() -> bindByEmail(issuer, subject, email, emailVerified)));
    }

    private Optional<Person> bindByEmail(String issuer, String subject, @Nullable String email, boolean verified) {
        if (email == null || !verified) {
            return Optional.empty();
        }
        Optional<Person> person = accounts.personByEmail(email.strip().toLowerCase(Locale.ROOT))
                .filter(found -> found.account().oidcSubject() == null);
        person.ifPresent(found -> accounts.bindSubject(found.account().accountId(), issuer, subject));
        return person;
    }
}
