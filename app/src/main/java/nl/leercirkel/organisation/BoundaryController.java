package nl.leercirkel.organisation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.organisation.map.BoundaryReading;
import nl.leercirkel.security.Action;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator brings a border file, looks at what came of it, and then puts it to use. */
@Controller
class BoundaryController {
    private static final String SUBJECT = "boundary file";
    private static final String PATH = "/beheer/grenzen";
    private static final int LONGEST_LINE = 300;

    private final BoundaryLoading loading;
    private final BoundaryTable table;
    private final RegionMaps maps;
    private final Regions regions;
    private final OrganisationTexts texts;

    BoundaryController(
            BoundaryLoading loading, BoundaryTable table, RegionMaps maps, Regions regions, OrganisationTexts texts) {
        this.loading = loading;
        this.table = table;
        this.maps = maps;
        this.regions = regions;
        this.texts = texts;
    }

    /** What is typed; the file itself has to be chosen again after an error, a browser allows nothing else. */
    record Form(String source, String licence) {}

    /** A file with its map, to show. */
    record FileShown(BoundaryFile file, String loaded, RegionMaps.@Nullable DrawnMap map) {}

    @GetMapping(PATH)
    @Requires(value = Right.SETTINGS_MANAGE, subject = SUBJECT)
    String page(Model model) {
        return page(new Form("", ""), Map.of(), model);
    }

    @PostMapping(PATH)
    @Requires(value = Right.SETTINGS_MANAGE, subject = SUBJECT, action = Action.CREATE)
    String load(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(name = "source", defaultValue = "") String source,
            @RequestParam(name = "licence", defaultValue = "") String licence,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model)
            throws IOException {
        Form form = new Form(OrganisationTexts.line(source), OrganisationTexts.line(licence));
        Map<String, String> errors = new LinkedHashMap<>();
        if (file == null || file.isEmpty() && name(file).isEmpty()) {
            errors.put("file", texts.text("organisation.boundary.file.missing"));
        }
        checkLine("source", form.source(), errors);
        checkLine("licence", form.licence(), errors);
        if (file != null && errors.isEmpty()) {
            switch (loading.load(file, name(file), form.source(), form.licence())) {
                case BoundaryReading.Accepted _ -> {
                    Notice.success(redirect, texts.text("organisation.boundary.read"));
                    return "redirect:" + PATH;
                }
                case BoundaryReading.Refused refused -> errors.put("file", refused.problem());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(form, errors, model);
    }

    @PostMapping(PATH + "/{boundaryId}/gebruiken")
    @Requires(value = Right.SETTINGS_MANAGE, subject = SUBJECT, action = Action.CHANGE)
    String use(@PathVariable("boundaryId") UUID boundaryId, RedirectAttributes redirect) {
        if (!table.use(boundaryId)) {
            throw new NotFoundException("boundary file to look at " + boundaryId);
        }
        Notice.success(redirect, texts.text("organisation.boundary.used"));
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/{boundaryId}/verwijderen")
    @Requires(value = Right.SETTINGS_MANAGE, subject = SUBJECT, action = Action.DELETE)
    String remove(@PathVariable("boundaryId") UUID boundaryId, RedirectAttributes redirect) {
        if (!table.remove(boundaryId)) {
            throw new NotFoundException("boundary file " + boundaryId);
        }
        Notice.success(redirect, texts.text("organisation.boundary.removed"));
        return "redirect:" + PATH;
    }

    private void checkLine(String field, String text, Map<String, String> errors) {
        if (text.isEmpty()) {
            errors.put(field, texts.text("organisation.boundary." + field + ".missing"));
        } else if (text.length() > LONGEST_LINE) {
            errors.put(field, texts.text("organisation.boundary.line.long", LONGEST_LINE));
        }
    }

    private String page(Form form, Map<String, String> errors, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("preview", shown(BoundaryFile.Status.PREVIEW));
        model.addAttribute("inUse", shown(BoundaryFile.Status.IN_USE));
        model.addAttribute("municipalities", regions.municipalities().size());
        model.addAttribute("breadcrumbs", List.of(new Crumb(texts.text("organisation.boundary.title"), PATH)));
        return "organisation/boundaries";
    }

    private @Nullable FileShown shown(BoundaryFile.Status status) {
        return table.file(status)
                .map(file -> new FileShown(
                        file,
                        texts.text("organisation.boundary.loaded", texts.moment(file.loadedAt()), file.loadedBy()),
                        maps.country(file).orElse(null)))
                .orElse(null);
    }

    /** Some browsers send a whole path. */
    private static String name(MultipartFile file) {
        String sent = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String name =
                OrganisationTexts.line(sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1));
        return name.length() > LONGEST_LINE ? name.substring(0, LONGEST_LINE) : name;
    }
}
