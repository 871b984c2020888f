package nl.leercirkel.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.leercirkel.organisation.Authorities;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.security.Rights;
import nl.leercirkel.security.Role;
import nl.leercirkel.shell.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: name, password, second step, sessions, and what one's roles allow. */
@Controller
class AccountController {
    private static final String NEW_SECRET = "identity.totp.secret";
    private static final String ISSUER = "Leercirkel";

    private final OwnAccount own;
    private final Sessions sessions;
    private final Authorities authorities;
    private final Texts texts;

    AccountController(OwnAccount own, Sessions sessions, Authorities authorities, Texts texts) {
        this.own = own;
        this.sessions = sessions;
        this.authorities = authorities;
        this.texts = texts;
    }

    /** A role with what it allows, in words. */
    record RoleShown(String role, List<String> rights) {}

    @GetMapping("/account")
    @Requires(value = Right.OWN_ACCOUNT, subject = "own account")
    String page(HttpServletRequest request, Model model) {
        return page(request, Map.of(), model);
    }

    @PostMapping("/account")
    @Requires(value = Right.OWN_ACCOUNT, subject = "own account", action = Action.CHANGE)
    String rename(
            @RequestParam(name = "name", defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        if (name.isBlank() || name.strip().length() > 100) {
            return invalid(request, response, Map.of("name", texts.text("identity.name.missing")), model);
        }
        own.rename(account(request), name);
        return done(redirect, "identity.account.renamed");
    }

    @PostMapping("/account/wachtwoord")
    @Requires(value = Right.OWN_ACCOUNT, subject = "own account", action = Action.CHANGE)
    String changePassword(
            @RequestParam(name = "old", defaultValue = "") String old,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "again", defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Account account = account(request);
        Map<String, String> errors = new LinkedHashMap<>();
        if (!own.passwordIsRight(account, old)) {
            errors.put("old", texts.text("identity.account.oldWrong"));
        }
        errors.putAll(InvitationController.passwordErrors(texts, password, again, account.name(), account.email()));
        if (!errors.isEmpty()) {
            return invalid(request, response, errors, model);
        }
        var validFrom = own.changePassword(account, password);
        sessions.renew(request, response, Sessions.current().orElseThrow(), validFrom);
        return done(redirect, "identity.account.passwordChanged");
    }

    @PostMapping("/account/overal-uitloggen")
    @Requires(value = Right.OWN_ACCOUNT, subject = "own account", action = Action.SIGN_OUT)
    String signOutEverywhere(HttpServletRequest request) {
        own.endAllSessions(account(request));
        sessions.end(request, Sessions.current().orElse(null), "signed out everywhere");
        return "redirect:/inloggen?reden=uitgelogd";
    }

    @PostMapping("/account/tweede-stap")
    @Requires(value = Right.OWN_ACCOUNT, subject = "own account", action = Action.READ)
    String beginSecondStep(HttpServletRequest request) {
        if (account(request).hasSecondStep()) {
            return "redirect:/account";
        }
        request.getSession().setAttribute(NEW_SECRET, Totp.newSecret());
        return "redirect:/account/tweede-stap";
    }

    @GetMapping("/account/tweede-stap")
    @Requires(value = Right.OWN_ACCOUNT, subject = "own account")
    String secondStepPage(HttpServletRequest request, Model model) {
        Optional<String> secret = newSecret(request);
        return secret.isPresent() ? secondStep(request, secret.get(), model) : "redirect:/account";
    }

    @PostMapping("/account/tweede-stap/aan")
    @Requires(value = Right.OWN_ACCOUNT, subject = "own account", action = Action.CHANGE)
    String turnSecondStepOn(
            @RequestParam(name = "code", defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Optional<String> secret = newSecret(request);
        if (secret.isEmpty()) {
            return "redirect:/account";
        }
        if (!own.turnSecondStepOn(account(request), secret.get(), code)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("error", texts.text("identity.code.wrong"));
            return secondStep(request, secret.get(), model);
        }
        request.getSession().removeAttribute(NEW_SECRET);
        return done(redirect, "identity.totp.on");
    }

    @PostMapping("/account/tweede-stap/uit")
    @Requires(value = Right.OWN_ACCOUNT, subject = "own account", action = Action.CHANGE)
    String turnSecondStepOff(
            @RequestParam(name = "current", defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        if (!own.passwordIsRight(account(request), password)) {
            return invalid(request, response, Map.of("current", texts.text("identity.account.oldWrong")), model);
        }
        own.turnSecondStepOff(account(request));
        return done(redirect, "identity.totp.off");
    }

    private String page(HttpServletRequest request, Map<String, String> errors, Model model) {
        Actor actor = ActorContext.required();
        Account account = account(request);
        model.addAttribute("name", account.name());
        model.addAttribute("email", account.email());
        model.addAttribute("hasPassword", account.passwordHash() != null);
        model.addAttribute("hasSecondStep", account.hasSecondStep());
        model.addAttribute("authority", authorities.current().name());
        model.addAttribute(
                "several",
                ActorFilter.person(request).orElseThrow().authorityIds().size() > 1);
        model.addAttribute(
                "roles", actor.roles().stream().sorted().map(this::shown).toList());
        model.addAttribute("installationManager", actor.installationManager());
        model.addAttribute("errors", errors);
        return "identity/account";
    }

    private RoleShown shown(Role role) {
        List<String> rights = Arrays.stream(Right.values())
                .filter(Rights.of(role)::contains)
                .map(right -> texts.text(right.labelKey()))
                .toList();
        return new RoleShown(texts.text(role.labelKey()), rights);
    }

    private String secondStep(HttpServletRequest request, String secret, Model model) {
        String address = Totp.address(secret, ISSUER, account(request).email());
        model.addAttribute("secret", secret.replaceAll("(.{4})(?=.)", "$1 "));
        model.addAttribute("address", address);
        model.addAttribute("drawing", QrCode.svg(address, texts.text("identity.totp.drawing")));
        return "identity/second-step";
    }

    private String invalid(
            HttpServletRequest request, HttpServletResponse response, Map<String, String> errors, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(request, errors, model);
    }

    private String done(RedirectAttributes redirect, String key) {
        Notice.success(redirect, texts.text(key));
        return "redirect:/account";
    }

    private static Optional<String> newSecret(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(NEW_SECRET) instanceof String secret
                ? Optional.of(secret)
                : Optional.empty();
    }

    private static Account account(HttpServletRequest request) {
        return ActorFilter.person(request).orElseThrow().account();
    }
}
