package nl.leercirkel.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.leercirkel.security.OpenToAll;
import nl.leercirkel.shell.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Setting a password with an invitation. */
@Controller
class InvitationController {
    private final Invitations invitations;
    private final Texts texts;

    InvitationController(Invitations invitations, Texts texts) {
        this.invitations = invitations;
        this.texts = texts;
    }

    @GetMapping("/uitnodiging/{token}")
    @OpenToAll(why = "wie is uitgenodigd, heeft nog geen wachtwoord")
    String page(@PathVariable("token") String token, HttpServletResponse response, Model model) {
        Optional<Account> account = invitations.invited(token);
        return account.isPresent() ? form(token, account.get(), Map.of(), model) : over(response);
    }

    @PostMapping("/uitnodiging/{token}")
    @OpenToAll(why = "wie is uitgenodigd, heeft nog geen wachtwoord")
    String accept(
            @PathVariable("token") String token,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "again", defaultValue = "") String again,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Optional<Account> account = invitations.invited(token);
        if (account.isEmpty()) {
            return over(response);
        }
        Map<String, String> errors = passwordErrors(
                texts, password, again, account.get().name(), account.get().email());
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(token, account.get(), errors, model);
        }
        if (!invitations.accept(token, account.get(), password)) {
            return over(response);
        }
        Notice.success(redirect, texts.text("identity.invitation.accepted"));
        return "redirect:/inloggen";
    }

    static Map<String, String> passwordErrors(Texts texts, String password, String again, String name, String email) {
        Map<String, String> errors = new LinkedHashMap<>();
        PasswordPolicy.problem(password, name, email)
                .ifPresent(problem -> errors.put("password", texts.text(problem.messageKey())));
        if (errors.isEmpty() && !password.equals(again)) {
            errors.put("again", texts.text("identity.password.problem.DIFFERENT"));
        }
        return errors;
    }

    private static String form(String token, Account account, Map<String, String> errors, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("name", account.name());
        model.addAttribute("email", account.email());
        model.addAttribute("errors", errors);
        return "identity/invitation";
    }

    private static String over(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "identity/invitation-over";
    }
}
