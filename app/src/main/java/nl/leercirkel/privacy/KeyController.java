package nl.leercirkel.privacy;

import java.util.List;
import nl.leercirkel.job.JobId;
import nl.leercirkel.job.Jobs;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Where the keys of this installation are, whether they fit, and a new one. */
@Controller
class KeyController {
    private static final String PATH = "/beheer/sleutels";
    private static final String SUBJECT = "key";

    private final Keys keys;
    private final KeyRotationJob rotation;
    private final Jobs jobs;
    private final MessageSource messages;

    KeyController(Keys keys, KeyRotationJob rotation, Jobs jobs, MessageSource messages) {
        this.keys = keys;
        this.rotation = rotation;
        this.jobs = jobs;
        this.messages = messages;
    }

    @GetMapping(PATH)
    @Requires(value = Right.INSTALLATION_MANAGE, subject = SUBJECT)
    String page(Model model) {
        model.addAttribute("place", keys.store().name());
        try {
            model.addAttribute("version", keys.ring().current());
        } catch (KeysUnavailableException unavailable) {
            model.addAttribute("problem", unavailable.dutchMessage());
        }
        model.addAttribute("breadcrumbs", List.of(new Crumb(text("privacy.keys.title"), PATH)));
        return "privacy/keys";
    }

    @PostMapping(PATH)
    @Requires(value = Right.INSTALLATION_MANAGE, subject = SUBJECT, action = Action.CHANGE)
    String rotate() {
        JobId job = jobs.start(rotation, "Nieuwe sleutel voor pseudoniemen", new KeyRotationJob.Nothing());
        return "redirect:" + job.path();
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
