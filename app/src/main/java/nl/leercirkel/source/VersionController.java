package nl.leercirkel.source;

import java.util.List;
import java.util.UUID;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.shell.Notice;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A stored version: where it came from, its quality, the rows that were refused. */
@Controller
class VersionController {
    private static final String PAGE = "/bronnen/{datasetId}/versies/{versionId}";
    private static final String SUBJECT = "dataset version";
    private static final int SHOWN = 20;

    private final DatasetAdministration datasets;
    private final Imports imports;

    VersionController(DatasetAdministration datasets, Imports imports) {
        this.datasets = datasets;
        this.imports = imports;
    }

    @GetMapping(PAGE)
    @Requires(value = Right.DATASET_READ, subject = SUBJECT)
    String show(@PathVariable UUID datasetId, @PathVariable UUID versionId, Model model) {
        Dataset dataset = dataset(datasetId);
        Version version = version(datasetId, versionId);
        VersionStore.Reading reading = datasets.reading(version);
        model.addAttribute("dataset", dataset);
        model.addAttribute("version", version);
        model.addAttribute("quality", version.quality());
        model.addAttribute("received", SourceNote.moment(version.receivedAt()));
        model.addAttribute("stored", SourceNote.moment(version.storedAt()));
        model.addAttribute("kind", reading.options().kind().label());
        model.addAttribute("columns", reading.mapping().columns());
        model.addAttribute("fields", version.definition().fields());
        boolean mayManage = DatasetController.mayManage();
        model.addAttribute("mayManage", mayManage);
        model.addAttribute("takeable", RowsController.mayTake(version));
        model.addAttribute("refusals", mayManage ? RefusalLine.of(imports.refusals(versionId, 0, SHOWN)) : List.of());
        model.addAttribute("breadcrumbs", ImportShell.crumbs(dataset, "Versie " + version.number(), version.path()));
        return "source/version";
    }

    /** Lets figures rest on this version again. */
    @PostMapping(PAGE + "/geldend")
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT, action = Action.CHANGE)
    String reinstate(@PathVariable UUID datasetId, @PathVariable UUID versionId, RedirectAttributes redirect) {
        Version version = version(datasetId, versionId);
        datasets.reinstate(datasetId, versionId);
        Notice.success(redirect, "Versie " + version.number() + " geldt weer.");
        return "redirect:" + Dataset.path(datasetId);
    }

    /** Opens the refused rows of the current version to be mended. */
    @PostMapping(PAGE + "/herstellen")
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT, action = Action.CHANGE)
    String mend(@PathVariable UUID datasetId, @PathVariable UUID versionId, RedirectAttributes redirect) {
        Version version = version(datasetId, versionId);
        if (!version.current() || version.rowsRefused() == 0) {
            Notice.error(redirect, "Alleen geweigerde rijen van de geldende versie kunnen worden hersteld.");
            return "redirect:" + version.path();
        }
        VersionStore.Reading reading = datasets.reading(version);
        Import opened = imports.mend(datasetId, version, reading.options(), reading.mapping());
        return "redirect:" + opened.path();
    }

    @GetMapping(PAGE + "/geweigerde-rijen.csv")
    @Requires(value = Right.DATASET_MANAGE, subject = "refused rows", action = Action.EXPORT)
    ResponseEntity<byte[]> refused(@PathVariable UUID datasetId, @PathVariable UUID versionId) {
        Version version = version(datasetId, versionId);
        return ImportShell.csv(
                "geweigerde-rijen.csv",
                RefusedRowsFile.of(version.definition(), imports.refusals(versionId, 0, Intake.MOST_REFUSED)));
    }

    private Dataset dataset(UUID id) {
        return datasets.find(id).orElseThrow(() -> new NotFoundException("dataset " + id));
    }

    private Version version(UUID datasetId, UUID versionId) {
        return datasets.version(datasetId, versionId).orElseThrow(() -> new NotFoundException("version " + versionId));
    }
}
