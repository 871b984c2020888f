package nl.leercirkel.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leercirkel.organisation.Partner;
import nl.leercirkel.organisation.Partners;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.security.Role;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.shell.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's pages of the accounts of the own authority. */
@Controller
class AccountAdministrationController {
    private static final String SUBJECT = "account";
    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    private final AccountAdministration administration;
    private final Partners partners;
    private final Texts texts;
    private final Clock clock;

    AccountAdministrationController(AccountAdministration administration, Partners partners, Texts texts, Clock clock) {
        this.administration = administration;
        this.partners = partners;
        this.texts = texts;
        this.clock = clock;
    }

    /** A line of the list. */
    record AccountShown(
            UUID accountId,
            String name,
            String email,
            List<String> roles,
            @Nullable ZonedDateTime lastSignInAt,
            boolean blocked,
            boolean locked,
            boolean invited,
            boolean secondStep,
            boolean home) {}

    @GetMapping("/beheer/accounts")
    @Requires(value = Right.ACCOUNT_MANAGE, subject = SUBJECT)
    String list(Model model) {
        model.addAttribute(
                "accounts", administration.all().stream().map(this::shown).toList());
        return "identity/accounts";
    }

    @GetMapping("/beheer/accounts/nieuw")
    @Requires(value = Right.ACCOUNT_MANAGE, subject = SUBJECT)
    String newAccount(Model model) {
        return newForm(model, new AccountForm("", ""), Set.of(), null, Map.of());
    }

    @PostMapping("/beheer/accounts")
    @Requires(value = Right.ACCOUNT_MANAGE, subject = SUBJECT, action = Action.CREATE)
    String create(
            @RequestParam Map<String, String> form,
            @RequestParam(name = "roles", defaultValue = "") Set<String> roleNames,
            HttpServletResponse response,
            Model model) {
        AccountForm person = AccountForm.read(form);
        Set<Role> roles = roles(roleNames);
        UUID partnerId = partner(form);
        Map<String, String> errors = new LinkedHashMap<>();
        person.check(texts, errors);
        if (roles.isEmpty()) {
            errors.put("roles", texts.text("identity.roles.missing"));
        }
        if (errors.isEmpty()) {
            switch (administration.create(person.email(), person.name(), roles, partnerId)) {
                case AccountAdministration.Outcome.Invited invited -> {
                    return invited(invited, model);
                }
                case AccountAdministration.Outcome.Joined joined -> {
                    model.addAttribute("name", joined.account().name());
                    return "identity/joined";
                }
                case AccountAdministration.Outcome.Exists() -> errors.put("email", texts.text("identity.email.exists"));
                case AccountAdministration.Outcome.PartnerMissing() ->
                    errors.put("partner", texts.text("identity.partner.missing"));
                case AccountAdministration.Outcome.Done(),
                        AccountAdministration.Outcome.Changed(),
                        AccountAdministration.Outcome.LastAdministrator(),
                        AccountAdministration.Outcome.NotYours() ->
                    throw new IllegalStateException("Not an outcome of creating");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return newForm(model, person, roles, partnerId, errors);
    }

    @GetMapping("/beheer/accounts/{accountId}")
    @Requires(value = Right.ACCOUNT_MANAGE, subject = SUBJECT)
    String account(@PathVariable("accountId") UUID accountId, Model model) {
        return editForm(model, administration.find(accountId), Map.of());
    }

    @PostMapping("/beheer/accounts/{accountId}")
    @Requires(value = Right.ACCOUNT_MANAGE, subject = SUBJECT, action = Action.CHANGE)
    String change(
            @PathVariable("accountId") UUID accountId,
            @RequestParam Map<String, String> form,
            @RequestParam(name = "roles", defaultValue = "") Set<String> roleNames,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        AccountAdministration.Outcome outcome = administration.change(
                accountId, form.getOrDefault("seen", ""), form.get("name"), roles(roleNames), partner(form));
        if (outcome instanceof AccountAdministration.Outcome.PartnerMissing) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return editForm(
                    model, administration.find(accountId), Map.of("partner", texts.text("identity.partner.missing")));
        }
        return after(outcome, accountId, "identity.accounts.changed", redirect, model);
    }

    @PostMapping("/beheer/accounts/{accountId}/blokkeren")
    @Requires(value = Right.ACCOUNT_MANAGE, subject = SUBJECT, action = Action.CHANGE)
    String block(@PathVariable("accountId") UUID accountId, RedirectAttributes redirect, Model model) {
        return after(administration.block(accountId, true), accountId, "identity.accounts.nowBlocked", redirect, model);
    }

    @PostMapping("/beheer/accounts/{accountId}/deblokkeren")
    @Requires(value = Right.ACCOUNT_MANAGE, subject = SUBJECT, action = Action.CHANGE)
    String unblock(@PathVariable("accountId") UUID accountId, RedirectAttributes redirect, Model model) {
        return after(
                administration.block(accountId, false), accountId, "identity.accounts.nowUnblocked", redirect, model);
    }

    @PostMapping("/beheer/accounts/{accountId}/ontgrendelen")
    @Requires(value = Right.ACCOUNT_MANAGE, subject = SUBJECT, action = Action.CHANGE)
    String unlock(@PathVariable("accountId") UUID accountId, RedirectAttributes redirect, Model model) {
        return after(administration.unlock(accountId), accountId, "identity.accounts.nowUnlocked", redirect, model);
    }

    @PostMapping("/beheer/accounts/{accountId}/wachtwoord")
    @Requires(value = Right.ACCOUNT_MANAGE, subject = SUBJECT, action = Action.CHANGE)
    String resetPassword(@PathVariable("accountId") UUID accountId, RedirectAttributes redirect, Model model) {
        return after(administration.resetPassword(accountId), accountId, "identity.accounts.changed", redirect, model);
    }

    @PostMapping("/beheer/accounts/{accountId}/tweede-stap")
    @Requires(value = Right.ACCOUNT_MANAGE, subject = SUBJECT, action = Action.CHANGE)
    String resetSecondStep(@PathVariable("accountId") UUID accountId, RedirectAttributes redirect, Model model) {
        return after(
                administration.resetSecondStep(accountId),
                accountId,
                "identity.accounts.secondStepOff",
                redirect,
                model);
    }

    private String after(
            AccountAdministration.Outcome outcome,
            UUID accountId,
            String doneKey,
            RedirectAttributes redirect,
            Model model) {
        switch (outcome) {
            case AccountAdministration.Outcome.Invited invited -> {
                return invited(invited, model);
            }
            case AccountAdministration.Outcome.Done() -> Notice.success(redirect, texts.text(doneKey));
            case AccountAdministration.Outcome.Changed() ->
                Notice.error(redirect, texts.text("identity.accounts.conflict"));
            case AccountAdministration.Outcome.LastAdministrator() ->
                Notice.error(redirect, texts.text("identity.accounts.lastAdministrator"));
            case AccountAdministration.Outcome.NotYours() ->
                Notice.error(redirect, texts.text("identity.accounts.notYours"));
            case AccountAdministration.Outcome.PartnerMissing() ->
                Notice.error(redirect, texts.text("identity.partner.missing"));
            case AccountAdministration.Outcome.Joined _, AccountAdministration.Outcome.Exists() ->
                throw new IllegalStateException("Only an outcome of creating");
        }
        return "redirect:/beheer/accounts/" + accountId;
    }

    /** Shown at once and never kept: after this page only the hash of the link exists. */
    private static String invited(AccountAdministration.Outcome.Invited invited, Model model) {
        model.addAttribute("name", invited.account().name());
        model.addAttribute("link", InstallationController.link(invited.path()));
        return "identity/invited";
    }

    private String newForm(
            Model model, AccountForm person, Set<Role> roles, @Nullable UUID partnerId, Map<String, String> errors) {
        model.addAttribute("form", person);
        choices(model, roles, partnerId, errors);
        model.addAttribute("breadcrumbs", crumbs(texts.text("identity.accounts.new"), "/beheer/accounts/nieuw"));
        return "identity/account-new";
    }

    private String editForm(Model model, Person person, Map<String, String> errors) {
        Account account = person.account();
        Set<Role> roles = person.memberships().stream().map(Membership::role).collect(Collectors.toSet());
        UUID partnerId = person.memberships().stream()
                .filter(membership -> membership.partnerId() != null)
                .findFirst()
                .map(Membership::partnerId)
                .orElse(null);
        model.addAttribute("account", shown(person));
        model.addAttribute("seen", AccountAdministration.seen(person));
        model.addAttribute(
                "self", account.accountId().equals(ActorContext.required().accountId()));
        choices(model, roles, partnerId, errors);
        model.addAttribute("breadcrumbs", crumbs(account.name(), "/beheer/accounts/" + account.accountId()));
        return "identity/account-edit";
    }

    private void choices(Model model, Set<Role> roles, @Nullable UUID partnerId, Map<String, String> errors) {
        model.addAttribute(
                "allRoles",
                Arrays.stream(Role.values())
                        .map(role -> new Texts.Choice(role.name(), texts.text(role.labelKey())))
                        .toList());
        model.addAttribute("roles", roles.stream().map(Role::name).collect(Collectors.toSet()));
        model.addAttribute(
                "partners",
                partners.list().stream()
                        .map(partner -> new Texts.Choice(partner.partnerId().toString(), partner.name()))
                        .toList());
        model.addAttribute("partner", partnerId);
        model.addAttribute("errors", errors);
    }

    private List<Crumb> crumbs(String label, String path) {
        return List.of(new Crumb(texts.text("identity.accounts.title"), "/beheer/accounts"), new Crumb(label, path));
    }

    private AccountShown shown(Person person) {
        Account account = person.account();
        return new AccountShown(
                account.accountId(),
                account.name(),
                account.email(),
                person.memberships().stream()
                        .map(membership -> texts.text(membership.role().labelKey()))
                        .sorted()
                        .toList(),
                account.lastSignInAt() == null ? null : account.lastSignInAt().atZone(HERE),
                account.blocked(),
                account.lockedAt(clock.instant()),
                account.passwordHash() == null && account.oidcSubject() == null,
                account.hasSecondStep(),
                administration.isHome(account));
    }

    /** Names that are no role come from a forged form; they are no reason for an error page. */
    private static Set<Role> roles(Set<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values()).filter(role -> names.contains(role.name())).forEach(roles::add);
        return roles;
    }

    /** Another authority's partner, or none at all, is refused by its foreign key or missing here. */
    private @Nullable UUID partner(Map<String, String> form) {
        String chosen = form.getOrDefault("partner", "");
        return partners.list().stream()
                .map(Partner::partnerId)
                .filter(partner -> partner.toString().equals(chosen))
                .findFirst()
                .orElse(null);
    }
}
