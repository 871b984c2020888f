package nl.leercirkel.organisation;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.shell.NotFoundException;
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

/** The organisations that the authority works with. */
@Controller
class PartnerController {
    private static final String SUBJECT = "partner";
    private static final int PAGE_SIZE = 50;
    private static final int MOST_PAGES = 10_000;
    private static final LocalDate EARLIEST_END = LocalDate.of(2000, 1, 1);

    private final Partners partners;
    private final OrganisationTexts texts;
    private final Clock clock;

    PartnerController(Partners partners, OrganisationTexts texts, Clock clock) {
        this.partners = partners;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/partners")
    @Requires(value = Right.ORGANISATION_READ, subject = SUBJECT, action = Action.SEARCH)
    String list(
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(name = "soort", defaultValue = "") String kindName,
            @RequestParam(name = "stand", defaultValue = "") String stateCode,
            @RequestParam(name = "pagina", defaultValue = "1") int page,
            Model model) {
        String text = OrganisationTexts.line(typed);
        PartnerQuery.State state = PartnerQuery.State.of(stateCode);
        PartnerQuery query = new PartnerQuery(text, PartnerForm.kind(kindName), state, Math.clamp(page, 1, MOST_PAGES));
        int count = partners.count(query);
        model.addAttribute("partners", partners.search(query, PAGE_SIZE));
        model.addAttribute("count", count);
        model.addAttribute("query", query);
        model.addAttribute("narrowed", !text.isEmpty() || query.kind() != null || state != PartnerQuery.State.CURRENT);
        model.addAttribute("kind", query.kind() == null ? "" : query.kind().name());
        model.addAttribute("state", state.code);
        model.addAttribute("kinds", kinds());
        model.addAttribute(
                "states",
                Arrays.stream(PartnerQuery.State.values())
                        .map(each -> new OrganisationTexts.Choice(each.code, texts.text(each.labelKey())))
                        .toList());
        model.addAttribute("pages", Math.ceilDiv(count, PAGE_SIZE));
        model.addAttribute(
                "address", "/partners?q=" + encoded(text) + "&soort=" + encoded(kindName) + "&stand=" + state.code);
        model.addAttribute("mayEdit", mayEdit());
        return "organisation/partners";
    }

    @GetMapping("/partners/{partnerId}")
    @Requires(value = Right.ORGANISATION_READ, subject = SUBJECT)
    String partner(@PathVariable("partnerId") UUID partnerId, Model model) {
        return partnerPage(known(partnerId), today().toString(), Map.of(), model);
    }

    @GetMapping("/partners/nieuw")
    @Requires(value = Right.ORGANISATION_EDIT, subject = SUBJECT)
    String newPartner(Model model) {
        return form(PartnerForm.empty(), null, Map.of(), model);
    }

    @PostMapping("/partners")
    @Requires(value = Right.ORGANISATION_EDIT, subject = SUBJECT, action = Action.CREATE)
    String create(
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        PartnerForm form = PartnerForm.read(fields);
        Map<String, String> errors = form.errors(texts);
        if (errors.isEmpty()) {
            switch (partners.create(form.draft())) {
                case PartnerOutcome.Saved saved -> {
                    return saved(saved.partner(), "organisation.partner.added", redirect);
                }
                case PartnerOutcome.NameTaken taken -> errors.put("name", nameTaken(taken));
                case PartnerOutcome.ChangedMeanwhile _, PartnerOutcome.Unknown() ->
                    throw new IllegalStateException("not an outcome of creating");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(form, null, errors, model);
    }

    @GetMapping("/partners/{partnerId}/bewerken")
    @Requires(value = Right.ORGANISATION_EDIT, subject = SUBJECT)
    String edit(@PathVariable("partnerId") UUID partnerId, Model model) {
        Partner partner = known(partnerId);
        return form(PartnerForm.of(partner), partner, Map.of(), model);
    }

    @PostMapping("/partners/{partnerId}")
    @Requires(value = Right.ORGANISATION_EDIT, subject = SUBJECT, action = Action.CHANGE)
    String change(
            @PathVariable("partnerId") UUID partnerId,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Partner stored = known(partnerId);
        PartnerForm form = PartnerForm.read(fields);
        Map<String, String> errors = form.errors(texts);
        if (errors.isEmpty()) {
            switch (partners.update(partnerId, form.version(), form.draft())) {
                case PartnerOutcome.Saved saved -> {
                    return saved(saved.partner(), "organisation.partner.changed", redirect);
                }
                case PartnerOutcome.NameTaken taken -> errors.put("name", nameTaken(taken));
                case PartnerOutcome.ChangedMeanwhile changed -> {
                    response.setStatus(HttpStatus.CONFLICT.value());
                    model.addAttribute("now", changed.now());
                    // Who saves again has seen what is stored now, and overwrites it knowingly.
                    return form(form.withVersion(changed.now().version()), changed.now(), Map.of(), model);
                }
                case PartnerOutcome.Unknown() -> throw unknown(partnerId);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(form, stored, errors, model);
    }

    @PostMapping("/partners/{partnerId}/beeindigen")
    @Requires(value = Right.ORGANISATION_EDIT, subject = SUBJECT, action = Action.CHANGE)
    String end(
            @PathVariable("partnerId") UUID partnerId,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        String typed = OrganisationTexts.line(fields.getOrDefault("endedOn", ""));
        LocalDate lastDay = day(typed);
        if (lastDay == null || lastDay.isAfter(today()) || lastDay.isBefore(EARLIEST_END)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Map<String, String> errors = new LinkedHashMap<>();
            errors.put("endedOn", texts.text("organisation.partner.end.wrong"));
            return partnerPage(known(partnerId), typed, errors, model);
        }
        return after(
                partners.end(partnerId, PartnerForm.version(fields), lastDay),
                partnerId,
                "organisation.partner.ended",
                redirect);
    }

    @PostMapping("/partners/{partnerId}/hervatten")
    @Requires(value = Right.ORGANISATION_EDIT, subject = SUBJECT, action = Action.CHANGE)
    String resume(
            @PathVariable("partnerId") UUID partnerId,
            @RequestParam Map<String, String> fields,
            RedirectAttributes redirect) {
        return after(
                partners.end(partnerId, PartnerForm.version(fields), null),
                partnerId,
                "organisation.partner.resumed",
                redirect);
    }

    private String after(PartnerOutcome outcome, UUID partnerId, String doneKey, RedirectAttributes redirect) {
        switch (outcome) {
            case PartnerOutcome.Saved saved -> {
                return saved(saved.partner(), doneKey, redirect);
            }
            case PartnerOutcome.ChangedMeanwhile changed ->
                Notice.error(
                        redirect,
                        texts.text(
                                "organisation.partner.end.conflict",
                                changed.now().name()));
            case PartnerOutcome.Unknown() -> throw unknown(partnerId);
            case PartnerOutcome.NameTaken _ -> throw new IllegalStateException("ending changes no name");
        }
        return "redirect:/partners/" + partnerId;
    }

    private String saved(Partner partner, String key, RedirectAttributes redirect) {
        Notice.success(redirect, texts.text(key, partner.name()));
        return "redirect:" + partner.path();
    }

    private String nameTaken(PartnerOutcome.NameTaken taken) {
        String key =
                taken.other().isEnded() ? "organisation.partner.name.taken.ended" : "organisation.partner.name.taken";
        return texts.text(key, taken.other().name());
    }

    private String partnerPage(Partner partner, String lastDay, Map<String, String> errors, Model model) {
        model.addAttribute("partner", partner);
        model.addAttribute("endedOn", partner.endedOn() == null ? null : texts.date(partner.endedOn()));
        model.addAttribute("lastDay", lastDay);
        model.addAttribute("errors", errors);
        model.addAttribute("mayEdit", mayEdit());
        model.addAttribute("breadcrumbs", List.of(list(), new Crumb(partner.name(), partner.path())));
        return "organisation/partner";
    }

    private String form(PartnerForm form, @Nullable Partner stored, Map<String, String> errors, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("stored", stored);
        model.addAttribute("errors", errors);
        model.addAttribute("kinds", kinds());
        model.addAttribute(
                "breadcrumbs",
                stored == null
                        ? List.of(list(), new Crumb(texts.text("organisation.partner.new"), "/partners/nieuw"))
                        : List.of(
                                list(),
                                new Crumb(stored.name(), stored.path()),
                                new Crumb(texts.text("organisation.partner.edit"), stored.path() + "/bewerken")));
        return "organisation/partner-form";
    }

    private Crumb list() {
        return new Crumb(texts.text("organisation.partners.title"), "/partners");
    }

    /** By their name in the language of the page, "other" last. */
    private List<OrganisationTexts.Choice> kinds() {
        Comparator<OrganisationTexts.Choice> otherLast =
                Comparator.comparing(choice -> choice.value().equals(PartnerKind.OTHER.name()));
        return Arrays.stream(PartnerKind.values())
                .map(kind -> new OrganisationTexts.Choice(kind.name(), texts.text(kind.labelKey())))
                .sorted(otherLast.thenComparing(OrganisationTexts.Choice::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private Partner known(UUID partnerId) {
        return partners.find(partnerId).orElseThrow(() -> unknown(partnerId));
    }

    private static NotFoundException unknown(UUID partnerId) {
        return new NotFoundException("partner " + partnerId);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OrganisationTexts.HERE);
    }

    private static boolean mayEdit() {
        return ActorContext.required().may(Right.ORGANISATION_EDIT);
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
