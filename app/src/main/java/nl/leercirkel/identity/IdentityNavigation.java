package nl.leercirkel.identity;

import java.util.List;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.CircleStep;
import nl.leercirkel.shell.NavigationContribution;
import nl.leercirkel.shell.NavigationEntry;
import org.springframework.stereotype.Component;

@Component
class IdentityNavigation implements NavigationContribution {
    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                new NavigationEntry(
                        CircleStep.ADMINISTRATION,
                        "identity.accounts.title",
                        "/beheer/accounts",
                        Right.ACCOUNT_MANAGE,
                        10),
                new NavigationEntry(
                        CircleStep.ADMINISTRATION,
                        "identity.installation.title",
                        "/beheer/installatie",
                        Right.INSTALLATION_MANAGE,
                        90));
    }
}
