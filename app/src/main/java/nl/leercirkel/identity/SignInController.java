package nl.leercirkel.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.security.OpenToAll;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with a password, the second step, and signing out. */
@Controller
class SignInController {
    private static final String PENDING = "identity.pending";
    private static final Duration TIME_FOR_CODE = Duration.ofMinutes(5);

    private final LocalSignIn signIn;
    private final Sessions sessions;
    private final IdentitySettings settings;
    private final ObjectProvider<OpenIdConnect> openIdConnect;
    private final Texts texts;
    private final Clock clock;

    SignInController(
            LocalSignIn signIn,
            Sessions sessions,
            IdentitySettings settings,
            ObjectProvider<OpenIdConnect> openIdConnect,
            Texts texts,
            Clock clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.settings = settings;
        this.openIdConnect = openIdConnect;
        this.texts = texts;
        this.clock = clock;
    }

    /** Somebody whose password was right and whose code is still to come. */
    record Pending(UUID accountId, Instant until, String path) implements Serializable {}

    @GetMapping("/inloggen")
    @OpenToAll(why = "hier meldt iemand zich aan")
    String page(
            @RequestParam(name = LocalPath.PARAMETER, required = false) @Nullable String path,
            @RequestParam(name = "reden", required = false) @Nullable String reason,
            @RequestParam(name = "lokaal", required = false) @Nullable String local,
            Model model) {
        if (Sessions.current().isPresent()) {
            return "redirect:" + LocalPath.orHome(path);
        }
        Arrays.stream(Doorkeeper.Reason.values())
                .filter(known -> known.code.equals(reason))
                .forEach(known -> {
                    model.addAttribute("notice", texts.text(known.messageKey()));
                    model.addAttribute("noticeKind", known.isFine() ? "success" : "warning");
                });
        return form(model, "", LocalPath.orHome(path), local != null);
    }

    @PostMapping("/inloggen")
    @OpenToAll(why = "hier meldt iemand zich aan")
    String signIn(
            @RequestParam(name = "email", defaultValue = "") String email,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = LocalPath.PARAMETER, required = false) @Nullable String path,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String next = LocalPath.orHome(path);
        LocalSignIn.Outcome outcome = signIn.withPassword(email, password, request.getRemoteAddr());
        return switch (outcome) {
            case LocalSignIn.Outcome.Accepted accepted -> begin(request, response, accepted, next);
            case LocalSignIn.Outcome.CodeNeeded(UUID accountId) -> {
                request.changeSessionId();
                request.getSession()
                        .setAttribute(
                                PENDING, new Pending(accountId, clock.instant().plus(TIME_FOR_CODE), next));
                yield "redirect:/inloggen/code";
            }
            case LocalSignIn.Outcome.Refused() ->
                again(response, model, email, next, HttpStatus.UNAUTHORIZED, "identity.signin.refused");
            case LocalSignIn.Outcome.TooOften() ->
                again(response, model, email, next, HttpStatus.TOO_MANY_REQUESTS, "identity.signin.tooOften");
            case LocalSignIn.Outcome.Blocked() ->
                again(response, model, email, next, HttpStatus.UNAUTHORIZED, "identity.signin.reason.BLOCKED");
        };
    }

    @GetMapping("/inloggen/code")
    @OpenToAll(why = "de tweede stap van het aanmelden")
    String codePage(HttpServletRequest request) {
        return pending(request).isPresent() ? "identity/code" : "redirect:/inloggen?reden=verlopen";
    }

    @PostMapping("/inloggen/code")
    @OpenToAll(why = "de tweede stap van het aanmelden")
    String code(
            @RequestParam(name = "code", defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Pending> pending = pending(request);
        if (pending.isEmpty()) {
            return "redirect:/inloggen?reden=verlopen";
        }
        LocalSignIn.Outcome outcome = signIn.withCode(pending.get().accountId(), code, request.getRemoteAddr());
        return switch (outcome) {
            case LocalSignIn.Outcome.Accepted accepted ->
                begin(request, response, accepted, pending.get().path());
            case LocalSignIn.Outcome.TooOften() -> {
                request.getSession().removeAttribute(PENDING);
                yield again(
                        response,
                        model,
                        "",
                        pending.get().path(),
                        HttpStatus.TOO_MANY_REQUESTS,
                        "identity.signin.tooOften");
            }
            case LocalSignIn.Outcome.Refused(), LocalSignIn.Outcome.Blocked(), LocalSignIn.Outcome.CodeNeeded _ -> {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                model.addAttribute("error", texts.text("identity.code.wrong"));
                yield "identity/code";
            }
        };
    }

    @PostMapping("/uitloggen")
    @OpenToAll(why = "uitloggen kan altijd")
    String signOut(HttpServletRequest request) {
        Optional<SignedIn> signedIn = Sessions.current();
        OpenIdConnect provider = openIdConnect.getIfAvailable();
        Optional<URI> atProvider = provider == null ? Optional.empty() : provider.signOutAddress(request);
        sessions.end(request, signedIn.orElse(null), "signed out");
        return "redirect:" + atProvider.map(URI::toString).orElse("/inloggen?reden=uitgelogd");
    }

    private String begin(
            HttpServletRequest request,
            HttpServletResponse response,
            LocalSignIn.Outcome.Accepted accepted,
            String next) {
        if (accepted.person().memberships().isEmpty()) {
            return "redirect:/inloggen?reden=" + Doorkeeper.Reason.NO_ROLE.code;
        }
        SignedIn signedIn = sessions.begin(request, response, accepted.person(), accepted.method());
        return "redirect:"
                + (signedIn.authorityId() == null ? LocalPath.withParameter("/account/organisatie", next) : next);
    }

    private Optional<Pending> pending(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(PENDING) instanceof Pending pending
                        && pending.until().isAfter(clock.instant())
                ? Optional.of(pending)
                : Optional.empty();
    }

    private String again(
            HttpServletResponse response, Model model, String email, String next, HttpStatus status, String key) {
        response.setStatus(status.value());
        model.addAttribute("notice", texts.text(key));
        model.addAttribute("noticeKind", "error");
        return form(model, email, next, true);
    }

    private String form(Model model, String email, String next, boolean askedForLocal) {
        model.addAttribute("email", email);
        model.addAttribute("path", next);
        model.addAttribute(
                "local",
                settings.localSignin() || askedForLocal || settings.provider().isEmpty());
        model.addAttribute(
                "provider",
                settings.provider().map(IdentitySettings.Provider::name).orElse(null));
        return "identity/sign-in";
    }
}
