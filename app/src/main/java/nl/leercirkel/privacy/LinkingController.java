package nl.leercirkel.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.shell.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which purposes may be put together, on which ground, and which were. */
@Controller
class LinkingController {
    private static final String PATH = "/beheer/koppelingen";
    private static final String SUBJECT = "linking";
    private static final int SHORTEST_GROUND = 20;
    private static final int LONGEST = 2_000;
    private static final int LONGEST_YEARS = 2;
    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    private final Linkings linkings;
    private final List<Purpose> declared;
    private final List<PurposeSource> sources;
    private final MessageSource messages;
    private final Clock clock;

    LinkingController(
            Linkings linkings,
            ObjectProvider<Purpose> purposes,
            ObjectProvider<PurposeSource> sources,
            MessageSource messages,
            Clock clock) {
        this.linkings = linkings;
        this.declared = purposes.stream().toList();
        this.sources = sources.stream().toList();
        this.messages = messages;
        this.clock = clock;
    }

    /** What is typed. */
    record Form(String one, String other, String ground, String basis, String until) {}

    /** A choice in the form. */
    public record Choice(String value, String label) {}

    /** A linking as the page shows it. */
    public record Line(
            UUID id,
            String purposes,
            String ground,
            String basis,
            String made,
            String until,
            @Nullable String ended,
            long pairs) {}

    @GetMapping(PATH)
    @Requires(value = Right.LINKING_MANAGE, subject = SUBJECT)
    String page(Model model) {
        return page(new Form("", "", "", "", ""), Map.of(), model);
    }

    @PostMapping(PATH)
    @Requires(value = Right.LINKING_MANAGE, subject = SUBJECT, action = Action.CREATE)
    String link(
            @RequestParam(name = "one", defaultValue = "") String one,
            @RequestParam(name = "other", defaultValue = "") String other,
            @RequestParam(name = "ground", defaultValue = "") String ground,
            @RequestParam(name = "basis", defaultValue = "") String basis,
            @RequestParam(name = "until", defaultValue = "") String until,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Form form = new Form(one, other, clean(ground), clean(basis), until.strip());
        Map<String, String> errors = errors(form);
        if (errors.isEmpty()) {
            try {
                linkings.link(one, other, form.ground(), form.basis(), LocalDate.parse(form.until()));
                Notice.success(redirect, text("privacy.linking.made"));
                return "redirect:" + PATH;
            } catch (KeysUnavailableException unavailable) {
                errors.put("one", unavailable.dutchMessage());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(form, errors, model);
    }

    @PostMapping(PATH + "/{linkingId}/beeindigen")
    @Requires(value = Right.LINKING_MANAGE, subject = SUBJECT, action = Action.DELETE)
    String end(@PathVariable UUID linkingId, RedirectAttributes redirect) {
        if (!linkings.end(linkingId)) {
            throw new NotFoundException("linking " + linkingId);
        }
        Notice.success(redirect, text("privacy.linking.ended"));
        return "redirect:" + PATH;
    }

    private Map<String, String> errors(Form form) {
        Map<String, String> errors = new LinkedHashMap<>();
        List<Purpose> purposes = purposes();
        if (purpose(form.one(), purposes).isEmpty()) {
            errors.put("one", text("privacy.linking.purpose.missing"));
        }
        if (purpose(form.other(), purposes).isEmpty()) {
            errors.put("other", text("privacy.linking.purpose.missing"));
        } else if (form.other().equals(form.one())) {
            errors.put("other", text("privacy.linking.purpose.same"));
        }
        if (form.ground().length() < SHORTEST_GROUND || form.ground().length() > LONGEST) {
            errors.put("ground", text("privacy.linking.ground.length", SHORTEST_GROUND, LONGEST));
        }
        if (form.basis().isEmpty() || form.basis().length() > LONGEST) {
            errors.put("basis", text("privacy.linking.basis.missing"));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
        boolean sensible = day(form.until())
                .filter(day -> day.isAfter(today) && !day.isAfter(today.plusYears(LONGEST_YEARS)))
                .isPresent();
        if (!sensible) {
            errors.put("until", text("privacy.linking.until.wrong", LONGEST_YEARS));
        }
        return errors;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }

    private String page(Form form, Map<String, String> errors, Model model) {
        List<Purpose> purposes = purposes();
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "choices",
                purposes.stream()
                        .map(purpose -> new Choice(purpose.key(), purpose.name()))
                        .toList());
        model.addAttribute("purposes", purposes);
        List<Linkings.Linking> all = linkings.all();
        model.addAttribute(
                "current",
                all.stream()
                        .filter(Linkings.Linking::isCurrent)
                        .map(linking -> line(linking, purposes))
                        .toList());
        model.addAttribute(
                "past",
                all.stream()
                        .filter(linking -> !linking.isCurrent())
                        .map(linking -> line(linking, purposes))
                        .toList());
        model.addAttribute("breadcrumbs", List.of(new Crumb(text("privacy.linking.title"), PATH)));
        return "privacy/linkings";
    }

    private Line line(Linkings.Linking linking, List<Purpose> purposes) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMMM uuuu", LocaleContextHolder.getLocale());
        return new Line(
                linking.id(),
                name(linking.left(), purposes) + " + " + name(linking.right(), purposes),
                linking.ground(),
                linking.legalBasis(),
                text("privacy.linking.by", day.format(linking.madeAt().atZone(HERE)), linking.madeBy()),
                day.format(linking.endsOn()),
                linking.endedAt() == null
                        ? null
                        : text(
                                "privacy.linking.by",
                                day.format(linking.endedAt().atZone(HERE)),
                                String.valueOf(linking.endedBy())),
                linking.pairs());
    }

    private List<Purpose> purposes() {
        return Stream.concat(declared.stream(), sources.stream().flatMap(source -> source.purposes().stream()))
                .sorted(Comparator.comparing(Purpose::name))
                .toList();
    }

    private static String name(String key, List<Purpose> purposes) {
        return purpose(key, purposes).map(Purpose::name).orElse(key);
    }

    private static Optional<Purpose> purpose(String key, List<Purpose> purposes) {
        return purposes.stream().filter(purpose -> purpose.key().equals(key)).findFirst();
    }

    private static String clean(String typed) {
        return typed.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
