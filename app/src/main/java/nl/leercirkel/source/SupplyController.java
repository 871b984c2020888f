package nl.leercirkel.source;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.job.JobId;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.shell.Notice;
import nl.leercirkel.source.open.Wanted;
import nl.leercirkel.standards.cbs.CbsTables;
import nl.leercirkel.standards.cbs.CbsVersion;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a dataset gets its rows by itself: from where, now, or no more. */
@Controller
class SupplyController {
    private static final String PAGE = "/bronnen/{datasetId}/ophalen";
    private static final String SUBJECT = "dataset supply";

    private final DatasetAdministration datasets;
    private final Supplies supplies;

    SupplyController(DatasetAdministration datasets, Supplies supplies) {
        this.datasets = datasets;
        this.supplies = supplies;
    }

    @GetMapping(PAGE)
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT)
    String form(@PathVariable UUID datasetId, Model model) {
        Dataset dataset = dataset(datasetId);
        SupplyForm form = supplies.find(datasetId)
                .map(supply -> SupplyForm.of(supply.wanted()))
                .orElseGet(SupplyForm::empty);
        return form(dataset, form, Map.of(), model);
    }

    private String form(Dataset dataset, SupplyForm form, Map<String, String> errors, Model model) {
        model.addAttribute("dataset", dataset);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("kinds", Wanted.Kind.values());
        model.addAttribute("places", Wanted.Place.values());
        model.addAttribute(
                "services",
                List.of(
                        new Choice(CbsVersion.V3.name(), "de bestaande (OData 3)"),
                        new Choice(CbsVersion.V4.name(), "de nieuwe (OData 4)")));
        model.addAttribute("known", CbsTables.all());
        model.addAttribute("breadcrumbs", ImportShell.crumbs(dataset, "Vanzelf ophalen", dataset.path() + "/ophalen"));
        return "source/supply";
    }

    @PostMapping(PAGE)
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT, action = Action.CHANGE)
    String set(
            @PathVariable UUID datasetId,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Dataset dataset = dataset(datasetId);
        SupplyForm form = SupplyForm.read(fields);
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(dataset, form, errors, model);
        }
        supplies.set(datasetId, form.wanted());
        Notice.success(redirect, "Bewaard. De gegevens worden nu voor het eerst opgehaald.");
        return "redirect:" + dataset.path();
    }

    @PostMapping(PAGE + "/nu")
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT, action = Action.CHANGE)
    String now(@PathVariable UUID datasetId, RedirectAttributes redirect) {
        Dataset dataset = dataset(datasetId);
        Optional<JobId> job = supplies.now(datasetId);
        if (job.isEmpty()) {
            Notice.warning(redirect, "De gegevens worden al opgehaald.");
            return "redirect:" + dataset.path();
        }
        return "redirect:" + job.get().path();
    }

    @PostMapping(PAGE + "/stop")
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT, action = Action.CHANGE)
    String stop(@PathVariable UUID datasetId, RedirectAttributes redirect) {
        Dataset dataset = dataset(datasetId);
        supplies.stop(datasetId);
        Notice.success(redirect, "Deze bron wordt niet meer vanzelf opgehaald. Wat er is, blijft.");
        return "redirect:" + dataset.path();
    }

    private Dataset dataset(UUID id) {
        return datasets.find(id).orElseThrow(() -> new NotFoundException("dataset " + id));
    }
}
