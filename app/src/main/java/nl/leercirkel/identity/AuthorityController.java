package nl.leercirkel.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.organisation.Authorities;
import nl.leercirkel.security.OpenToAll;
import nl.leercirkel.shell.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing for which authority one works, for people with roles at more than one. */
@Controller
class AuthorityController {
    private final Authorities authorities;
    private final Sessions sessions;

    AuthorityController(Authorities authorities, Sessions sessions) {
        this.authorities = authorities;
        this.sessions = sessions;
    }

    @GetMapping("/account/organisatie")
    @OpenToAll(why = "wie rollen bij meer organisaties heeft, kiest er eerst een; alleen na aanmelden")
    String page(
            @RequestParam(name = LocalPath.PARAMETER, required = false) @Nullable String path,
            HttpServletRequest request,
            Model model) {
        Optional<Person> person = ActorFilter.person(request);
        if (person.isEmpty()) {
            return "redirect:/inloggen";
        }
        model.addAttribute("authorities", authorities.find(person.get().authorityIds()));
        model.addAttribute(
                "current", Sessions.current().map(SignedIn::authorityId).orElse(null));
        model.addAttribute("path", LocalPath.orHome(path));
        return "identity/authority";
    }

    @PostMapping("/account/organisatie")
    @OpenToAll(why = "wie rollen bij meer organisaties heeft, kiest er eerst een; alleen na aanmelden")
    String choose(
            @RequestParam("authorityId") UUID authorityId,
            @RequestParam(name = LocalPath.PARAMETER, required = false) @Nullable String path,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Person> person = ActorFilter.person(request);
        Optional<SignedIn> signedIn = Sessions.current();
        if (person.isEmpty() || signedIn.isEmpty()) {
            return "redirect:/inloggen";
        }
        if (!person.get().authorityIds().contains(authorityId)) {
            throw new NotFoundException("authority " + authorityId);
        }
        sessions.choose(request, response, signedIn.get(), authorityId);
        return "redirect:" + LocalPath.orHome(path);
    }
}
