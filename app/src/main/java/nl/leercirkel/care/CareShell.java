package nl.leercirkel.care;

import java.util.List;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.CircleStep;
import nl.leercirkel.shell.NavigationContribution;
import nl.leercirkel.shell.NavigationEntry;
import org.springframework.stereotype.Component;

/** Messages and the use of care in the navigation. */
@Component
class CareShell implements NavigationContribution {
    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                new NavigationEntry(CircleStep.OBSERVE, "care.use.title", CareController.PATH, Right.CARE_READ, 30),
                new NavigationEntry(
                        CircleStep.FOLLOW, "care.messages.title", MessageController.PATH, Right.MESSAGE_IMPORT, 40));
    }
}
