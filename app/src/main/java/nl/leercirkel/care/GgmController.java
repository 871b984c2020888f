package nl.leercirkel.care;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.leercirkel.audit.AuditedObject;
import nl.leercirkel.care.ggm.GgmFormat;
import nl.leercirkel.care.ggm.GgmModel;
import nl.leercirkel.job.Jobs;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.Crumb;
import nl.leercirkel.standards.ijw.definition.Law;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Taking the facts along for the municipality's own data warehouse, in the terms of the municipal data model. */
@Controller
class GgmController {
    static final String PATH = MessageController.PATH + "/ggm";

    private static final String SUBJECT = "care export";

    private final CareLineage lineage;
    private final CareTexts texts;
    private final Jobs jobs;
    private final GgmExportJob job;

    GgmController(CareLineage lineage, CareTexts texts, Jobs jobs, GgmExportJob job) {
        this.lineage = lineage;
        this.texts = texts;
        this.jobs = jobs;
        this.job = job;
    }

    @GetMapping(PATH)
    @Requires(value = Right.MESSAGE_IMPORT, subject = SUBJECT)
    String page(Model model) {
        return page("", "", Map.of(), model);
    }

    /** The log says who took it along, and under which purpose. */
    @PostMapping(PATH)
    @Requires(value = Right.MESSAGE_IMPORT, subject = SUBJECT, action = Action.EXPORT)
    String start(
            @RequestParam(name = "wet", defaultValue = "") String law,
            @RequestParam(name = "vorm", defaultValue = "") String format,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Law> ofLaw =
                Arrays.stream(Law.values()).filter(one -> one.key().equals(law)).findFirst();
        Optional<GgmFormat> ofFormat = Arrays.stream(GgmFormat.values())
                .filter(one -> one.key().equals(format))
                .findFirst();
        if (ofLaw.isPresent() && ofFormat.isPresent()) {
            AuditedObject.name(request, CareConfiguration.purpose(ofLaw.get()).key());
            String title = "GGM-bestand " + (ofLaw.get() == Law.YOUTH ? "Jeugdwet" : "Wmo") + " als "
                    + ofFormat.get().name();
            return "redirect:"
                    + jobs.start(job, title, new GgmExportJob.Wanted(ofLaw.get(), ofFormat.get()))
                            .path();
        }
        Map<String, String> errors = new LinkedHashMap<>();
        if (ofLaw.isEmpty()) {
            errors.put("wet", texts.text("care.ggm.law.missing"));
        }
        if (ofFormat.isEmpty()) {
            errors.put("vorm", texts.text("care.ggm.format.missing"));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(law, format, errors, model);
    }

    private String page(String law, String format, Map<String, String> errors, Model model) {
        model.addAttribute("errors", errors);
        model.addAttribute("law", law);
        model.addAttribute("format", format);
        model.addAttribute(
                "laws",
                Arrays.stream(Law.values())
                        .map(one -> new CareController.Option(one.key(), texts.law(one)))
                        .toList());
        model.addAttribute(
                "formats",
                Arrays.stream(GgmFormat.values())
                        .map(one -> new CareController.Option(one.key(), texts.text("care.ggm.format." + one.key())))
                        .toList());
        model.addAttribute(
                "sources", lineage.resting().stream().map(texts::source).toList());
        model.addAttribute("entities", GgmModel.of(Law.YOUTH));
        model.addAttribute(
                "breadcrumbs",
                List.of(
                        new Crumb(texts.text("care.messages.title"), MessageController.PATH),
                        new Crumb(texts.text("care.ggm.title"), PATH)));
        return "care/ggm";
    }
}
