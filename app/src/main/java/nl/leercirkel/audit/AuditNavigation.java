package nl.leercirkel.audit;

import java.util.List;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.CircleStep;
import nl.leercirkel.shell.NavigationContribution;
import nl.leercirkel.shell.NavigationEntry;
import org.springframework.stereotype.Component;

@Component
class AuditNavigation implements NavigationContribution {
    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                new NavigationEntry(CircleStep.ADMINISTRATION, "audit.title", "/beheer/logboek", Right.AUDIT_READ, 30));
    }
}
