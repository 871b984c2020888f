package nl.leercirkel.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.database.InstallationTransactions;
import nl.leercirkel.organisation.Authorities;
import nl.leercirkel.organisation.Authority;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The authorities on this installation, and adding one with its first administrator. */
@Controller
class InstallationController {
    private final Authorities authorities;
    private final Accounts accounts;
    private final Invitations invitations;
    private final InstallationTransactions installation;
    private final AuthorityForm authorityForm;
    private final Texts texts;

    InstallationController(
            Authorities authorities,
            Accounts accounts,
            Invitations invitations,
            InstallationTransactions installation,
            AuthorityForm authorityForm,
            Texts texts) {
        this.authorities = authorities;
        this.accounts = accounts;
        this.invitations = invitations;
        this.installation = installation;
        this.authorityForm = authorityForm;
        this.texts = texts;
    }

    @GetMapping("/beheer/installatie")
    @Requires(value = Right.INSTALLATION_MANAGE, subject = "installation")
    String page(Model model) {
        return form(model, Map.of(), Map.of());
    }

    @PostMapping("/beheer/installatie")
    @Requires(value = Right.INSTALLATION_MANAGE, subject = "installation", action = Action.CREATE)
    String add(@RequestParam Map<String, String> form, HttpServletResponse response, Model model) {
        Map<String, String> errors = new LinkedHashMap<>();
        AuthorityForm.@Nullable Chosen chosen = authorityForm.read(form, errors).orElse(null);
        AccountForm person = AccountForm.read(form);
        person.check(texts, errors);
        if (!errors.isEmpty() || chosen == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(model, form, errors);
        }
        String path = installation.call("add an authority with its administrator", () -> {
            Authority authority = authorities.create(chosen.kind(), chosen.code(), chosen.name());
            return administrator(authority.authorityId(), person);
        });
        model.addAttribute("name", person.name());
        model.addAttribute("authority", chosen.name());
        if (path.isEmpty()) {
            return "identity/joined";
        }
        model.addAttribute("link", link(path));
        return "identity/invited";
    }

    /** An empty path when this person can sign in already and only got a role more. */
    private String administrator(UUID authorityId, AccountForm person) {
        UUID known = accounts.findByEmail(person.email()).orElse(null);
        UUID accountId =
                known != null ? known : accounts.createAccount(authorityId, person.email(), person.name(), false);
        accounts.grant(accountId, authorityId, Role.ADMINISTRATOR, null);
        return known != null ? "" : invitations.invite(authorityId, accountId);
    }

    static String link(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }

    private String form(Model model, Map<String, String> form, Map<String, String> errors) {
        model.addAttribute("authorities", authorities.all());
        model.addAttribute("form", AuthorityForm.values(form));
        model.addAttribute("errors", errors);
        model.addAttribute("kinds", authorityForm.kinds());
        model.addAttribute("catalogue", authorityForm.catalogue());
        return "identity/installation";
    }
}
