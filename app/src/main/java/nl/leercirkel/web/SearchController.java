package nl.leercirkel.web;

import java.util.List;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.SearchContribution;
import nl.leercirkel.shell.SearchHit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds things in all modules; each module shows only what this person may see. */
@Controller
class SearchController {
    private static final int MOST_PER_KIND = 25;
    private static final int LONGEST_QUERY = 200;

    private final List<SearchContribution> contributions;

    SearchController(List<SearchContribution> contributions) {
        this.contributions = contributions;
    }

    @GetMapping("/zoeken")
    @Requires(value = Right.SEARCH, subject = "search", action = Action.SEARCH)
    String search(@RequestParam(name = "q", defaultValue = "") String query, Model model) {
        String asked = query.strip();
        if (asked.length() > LONGEST_QUERY) {
            asked = asked.substring(0, LONGEST_QUERY);
        }
        model.addAttribute("query", asked);
        model.addAttribute("hits", asked.isEmpty() ? List.of() : hits(asked));
        return "web/search";
    }

    private List<SearchHit> hits(String query) {
        Actor actor = ActorContext.required();
        return contributions.stream()
                .filter(contribution -> actor.may(contribution.right()))
                .flatMap(contribution -> contribution.search(query, MOST_PER_KIND).stream())
                .toList();
    }
}
