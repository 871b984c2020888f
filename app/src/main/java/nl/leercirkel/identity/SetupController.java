package nl.leercirkel.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.leercirkel.organisation.AuthorityKind;
import nl.leercirkel.security.OpenToAll;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which an empty installation gets its first authority and administrator. */
@Controller
class SetupController {
    private final Setup setup;
    private final Sessions sessions;
    private final AuthorityForm authorityForm;
    private final Texts texts;

    SetupController(Setup setup, Sessions sessions, AuthorityForm authorityForm, Texts texts) {
        this.setup = setup;
        this.sessions = sessions;
        this.authorityForm = authorityForm;
        this.texts = texts;
    }

    @GetMapping("/inrichten")
    @OpenToAll(why = "een lege installatie heeft nog geen accounts; vraagt een code van de console")
    String page(Model model) {
        return setup.isNeeded() ? form(model, Map.of(), Map.of()) : "redirect:/";
    }

    @PostMapping("/inrichten")
    @OpenToAll(why = "een lege installatie heeft nog geen accounts; vraagt een code van de console")
    String carryOut(
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!setup.isNeeded()) {
            return "redirect:/";
        }
        Map<String, String> errors = new LinkedHashMap<>();
        if (!setup.codeIsRight(form.getOrDefault("setupCode", ""), request.getRemoteAddr())) {
            errors.put("setupCode", texts.text("identity.setup.wrongCode"));
        }
        AuthorityForm.@Nullable Chosen authority =
                authorityForm.read(form, errors).orElse(null);
        AccountForm person = AccountForm.read(form);
        person.check(texts, errors);
        errors.putAll(InvitationController.passwordErrors(
                texts,
                form.getOrDefault("password", ""),
                form.getOrDefault("again", ""),
                person.name(),
                person.email()));
        if (!errors.isEmpty() || authority == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(model, form, errors);
        }
        Optional<Person> administrator = setup.carryOut(new Setup.Request(
                authority.kind(),
                authority.code(),
                authority.name(),
                person.name(),
                person.email(),
                form.getOrDefault("password", "")));
        administrator.ifPresent(made -> sessions.begin(request, response, made, SignedIn.Method.FIRST_ADMINISTRATOR));
        return "redirect:/";
    }

    private String form(Model model, Map<String, String> form, Map<String, String> errors) {
        model.addAttribute("form", AuthorityForm.values(form));
        model.addAttribute("errors", errors);
        model.addAttribute("kinds", authorityForm.kinds());
        model.addAttribute("catalogue", authorityForm.catalogue());
        model.addAttribute("firstKind", AuthorityKind.MUNICIPALITY.name());
        return "identity/setup";
    }
}
