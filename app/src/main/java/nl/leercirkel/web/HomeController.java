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
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page: what waits for this person, and the way in for each role. */
@Controller
class HomeController {
    private final List<WaitingContribution> contributions;

    HomeController(List<WaitingContribution> contributions) {
        this.contributions = contributions;
    }

    @GetMapping("/")
    @Requires(value = Right.OWN_ACCOUNT, subject = "home")
    @Transactional(readOnly = true) // one for all that modules look up
    String home(Model model, Locale locale) {
        Actor actor = ActorContext.required();
        List<WaitingItem> waiting = contributions.stream()
                .flatMap(contribution -> contribution.waitingFor(actor, locale).stream())
                .sorted(Comparator.comparing(WaitingItem::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        model.addAttribute("waiting", waiting);
        model.addAttribute("roles", actor.roles().stream().sorted().toList());
        return "web/home";
    }
}
