package nl.leercirkel.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.WaitingContribution;
import nl.leercirkel.shell.WaitingItem;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page: what waits for this person, and the way in for each role. */
@Controller
class HomeController {
    private final List<WaitingContribution> contributions;
    private final TransactionTemplate reading;

    HomeController(List<WaitingContribution> contributions, PlatformTransactionManager transactions) {
        this.contributions = contributions;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    @GetMapping("/")
    @Requires(value = Right.OWN_ACCOUNT, subject = "home")
    String home(Model model, Locale locale) {
        Actor actor = ActorContext.required();
        model.addAttribute("waiting", waiting(actor, locale));
        model.addAttribute("roles", actor.roles().stream().sorted().toList());
        return "web/home";
    }

    /** Several modules look things up in one transaction; one alone does as it sees fit. */
    private List<WaitingItem> waiting(Actor actor, Locale locale) {
        List<WaitingContribution> asked = contributions.stream()
                .filter(contribution -> contribution.concerns(actor))
                .toList();
        return asked.size() > 1
                ? reading.execute(status -> waiting(asked, actor, locale))
                : waiting(asked, actor, locale);
    }

    private static List<WaitingItem> waiting(List<WaitingContribution> asked, Actor actor, Locale locale) {
        return asked.stream()
                .flatMap(contribution -> contribution.waitingFor(actor, locale).stream())
                .sorted(Comparator.comparing(WaitingItem::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}
