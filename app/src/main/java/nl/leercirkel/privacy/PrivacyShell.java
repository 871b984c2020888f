package nl.leercirkel.privacy;

import java.util.List;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.CircleStep;
import nl.leercirkel.shell.NavigationContribution;
import nl.leercirkel.shell.NavigationEntry;
import org.springframework.stereotype.Component;

/** Linkings and keys in the navigation. */
@Component
class PrivacyShell implements NavigationContribution {
    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                new NavigationEntry(
                        CircleStep.ADMINISTRATION,
                        "privacy.linking.title",
                        "/beheer/koppelingen",
                        Right.LINKING_MANAGE,
                        45),
                new NavigationEntry(
                        CircleStep.ADMINISTRATION,
                        "privacy.keys.title",
                        "/beheer/sleutels",
                        Right.INSTALLATION_MANAGE,
                        46));
    }
}
