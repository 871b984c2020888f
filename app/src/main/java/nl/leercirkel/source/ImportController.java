package nl.leercirkel.source;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.job.Job;
import nl.leercirkel.privacy.KeysUnavailableException;
import nl.leercirkel.privacy.SealedUpload;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.shell.Notice;
import nl.leercirkel.source.Import.State;
import nl.leercirkel.source.check.Mapping;
import nl.leercirkel.source.table.Preview;
import nl.leercirkel.source.table.TableOptions;
import nl.leercirkel.spreadsheet.RefusedFileException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A file on its way into a dataset: bringing it, choosing its columns, checking it and deciding. */
@Controller
class ImportController {
    private static final String ALL = "/bronnen/{datasetId}/inlezen";
    private static final String ONE = ALL + "/{importId}";
    private static final String SUBJECT = "dataset import";
    private static final int SHOWN_ROWS = 10;
    private static final int SHOWN_REFUSALS = 10;

    private final DatasetAdministration datasets;
    private final Imports imports;

    ImportController(DatasetAdministration datasets, Imports imports) {
        this.datasets = datasets;
        this.imports = imports;
    }

    @GetMapping(ALL)
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT)
    String upload(@PathVariable UUID datasetId, Model model) {
        return upload(dataset(datasetId), Map.of(), null, model);
    }

    private String upload(Dataset dataset, Map<String, String> errors, @Nullable Version known, Model model) {
        model.addAttribute("dataset", dataset);
        model.addAttribute("errors", errors);
        model.addAttribute("known", known);
        model.addAttribute("imports", imports.ofDataset(dataset.id()));
        model.addAttribute("breadcrumbs", ImportShell.crumbs(dataset, "Inlezen", dataset.path() + "/inlezen"));
        return "source/upload";
    }

    @PostMapping(ALL)
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT, action = Action.CREATE)
    String bring(
            @PathVariable UUID datasetId,
            @RequestParam(name = "opnieuw", defaultValue = "false") boolean again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Dataset dataset = dataset(datasetId);
        SealedUpload upload = ImportShell.upload(request);
        if (upload == null || upload.size() == 0) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String error = upload == null
                    ? "Kies een bestand: CSV, Excel (.xlsx), LibreOffice (.ods) of JSON."
                    : "Het bestand is leeg.";
            return upload(dataset, Map.of("bestand", error), null, model);
        }
        try {
            return switch (imports.bring(datasetId, upload.name(), upload, again)) {
                case Imports.Brought.Kept(Import kept) -> "redirect:" + kept.path();
                case Imports.Brought.Known(Version version) -> upload(dataset, Map.of(), version, model);
            };
        } catch (RefusedFileException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return upload(dataset, Map.of("bestand", refused.reason()), null, model);
        } catch (KeysUnavailableException unavailable) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return upload(dataset, Map.of("bestand", unavailable.dutchMessage()), null, model);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @GetMapping(ONE)
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT)
    String show(@PathVariable UUID datasetId, @PathVariable UUID importId, Model model) {
        Dataset dataset = dataset(datasetId);
        Import of = find(datasetId, importId);
        return switch (of.state()) {
            case LOOKED_AT, REFUSED -> mapping(dataset, of, of.options(), of.mapping(), Map.of(), model);
            case CHECKING -> checking(dataset, of, model);
            case CHECKED -> checked(dataset, of, "", model);
        };
    }

    private String mapping(
            Dataset dataset,
            Import of,
            TableOptions options,
            Mapping mapping,
            Map<String, String> errors,
            Model model) {
        Map<String, String> shown = new LinkedHashMap<>(errors);
        if (of.state() == State.REFUSED) {
            shown.putIfAbsent("blad", of.message() + " Er is niets opgeslagen.");
        }
        head(dataset, of, model);
        model.addAttribute("options", options);
        model.addAttribute("separators", MappingForm.separators());
        model.addAttribute("separator", MappingForm.shownSeparator(options));
        model.addAttribute("decimals", MappingForm.decimals());
        model.addAttribute("lines", MappingForm.lines(dataset.definition(), mapping));
        try {
            model.addAttribute(
                    "sheets",
                    imports.sheets(of).stream()
                            .map(sheet -> new Choice(sheet, sheet))
                            .toList());
            Preview preview = imports.preview(of, options);
            model.addAttribute("columns", preview.columns());
            model.addAttribute("rows", ShownRows.of(preview, dataset.definition(), mapping, SHOWN_ROWS));
            model.addAttribute("notes", preview.notes());
            model.addAttribute("leftOut", FieldProposal.leftOut(preview));
            model.addAttribute(
                    "proposal",
                    dataset.definition().fields().isEmpty()
                            ? FieldProposal.of(preview).fields()
                            : List.of());
        } catch (RefusedFileException refused) {
            shown.putIfAbsent("blad", refused.reason());
            model.addAttribute("columns", List.of());
            model.addAttribute("rows", List.of());
            model.addAttribute("notes", List.of());
            model.addAttribute("proposal", List.of());
            model.addAttribute("leftOut", List.of());
            model.asMap().putIfAbsent("sheets", List.of());
        }
        model.addAttribute("errors", shown);
        return "source/mapping";
    }

    private String checking(Dataset dataset, Import of, Model model) {
        head(dataset, of, model);
        Optional<Job> job = imports.job(of);
        model.addAttribute("job", job.orElse(null));
        model.addAttribute(
                "running", job.map(found -> !found.status().isFinal()).orElse(true));
        return "source/checking";
    }

    private String checked(Dataset dataset, Import of, String warning, Model model) {
        head(dataset, of, model);
        model.addAttribute("warning", warning);
        model.addAttribute("refusals", RefusalLine.of(imports.refusals(of.versionId(), 0, SHOWN_REFUSALS)));
        model.addAttribute("quality", imports.quality(of).orElse(null));
        return "source/checked";
    }

    private static void head(Dataset dataset, Import of, Model model) {
        model.addAttribute("dataset", dataset);
        model.addAttribute("of", of);
        model.addAttribute("breadcrumbs", ImportShell.crumbs(dataset, of.fileName(), of.path()));
    }

    @PostMapping(ONE + "/koppelen")
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT, action = Action.CHANGE)
    String map(
            @PathVariable UUID datasetId,
            @PathVariable UUID importId,
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            Model model) {
        Dataset dataset = dataset(datasetId);
        Import of = find(datasetId, importId);
        if (of.state() == State.CHECKING || of.mendsVersionId() != null) {
            return "redirect:" + of.path();
        }
        TableOptions options = MappingForm.options(form, of.options());
        Mapping mapping = MappingForm.mapping(form, dataset.definition());
        try {
            if (!options.sheet().equals(of.options().sheet())) {
                options = imports.guess(of, options.sheet());
            }
            Preview preview = imports.preview(of, options);
            if ("bekijk".equals(form.get("actie"))) {
                imports.choose(
                        of, options, Mapping.proposed(dataset.definition(), preview.columns(), dataset.mapping()));
                return "redirect:" + of.path();
            }
            List<String> wrong = new ArrayList<>(mapping.errors(dataset.definition(), preview.columns()));
            wrong.addAll(MappingForm.unprotected(dataset.definition(), mapping, preview));
            if (wrong.isEmpty()) {
                imports.choose(of, options, mapping);
                return "redirect:" + imports.start(of).path();
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return mapping(dataset, of, options, mapping, Map.of("kolom0", String.join(" ", wrong)), model);
        } catch (RefusedFileException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return mapping(dataset, of, options, mapping, Map.of("blad", refused.reason()), model);
        }
    }

    /** Takes over the fields that were proposed by the file, for a dataset that has none. */
    @PostMapping(ONE + "/velden")
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT, action = Action.CHANGE)
    String adopt(@PathVariable UUID datasetId, @PathVariable UUID importId, RedirectAttributes redirect)
            throws RefusedFileException {
        Dataset dataset = dataset(datasetId);
        Import of = find(datasetId, importId);
        if (dataset.definition().fields().isEmpty()) {
            Preview preview = imports.preview(of, of.options());
            var definition = FieldProposal.of(preview);
            datasets.change(datasetId, dataset.revision(), dataset.about(), definition);
            imports.choose(of, of.options(), Mapping.proposed(definition, preview.columns(), Mapping.NONE));
            Notice.success(
                    redirect, "De velden zijn overgenomen. Kijk na of hun soort klopt, en of de sleutel de goede is.");
        }
        return "redirect:" + of.path();
    }

    /** Goes on with a check that was stopped or broken off. */
    @PostMapping(ONE + "/hervatten")
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT, action = Action.CHANGE)
    String resume(@PathVariable UUID datasetId, @PathVariable UUID importId) {
        Import of = find(datasetId, importId);
        boolean stopped = of.state() == State.CHECKING
                && imports.job(of).map(job -> job.status().isFinal()).orElse(true);
        return "redirect:" + (stopped ? imports.start(of).path() : of.path());
    }

    @PostMapping(ONE + "/besluit")
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT, action = Action.CHANGE)
    String decide(
            @PathVariable UUID datasetId,
            @PathVariable UUID importId,
            @RequestParam(defaultValue = "") String besluit,
            RedirectAttributes redirect) {
        Dataset dataset = dataset(datasetId);
        Import of = find(datasetId, importId);
        if (besluit.equals("weg")) {
            imports.discard(of);
            Notice.success(redirect, "Het bestand " + of.fileName() + " is weggegooid. Er is niets veranderd.");
            return "redirect:" + dataset.path();
        }
        if (!besluit.equals("alles") && !besluit.equals("goede")) {
            return "redirect:" + of.path();
        }
        return switch (imports.decide(datasetId, importId, besluit.equals("alles"))) {
            case Imports.Decided.Stored(int number, long rows, long refused) -> {
                Notice.success(
                        redirect,
                        "Opgeslagen als versie " + number + ": " + rows + (rows == 1 ? " rij" : " rijen")
                                + (refused == 0
                                        ? "."
                                        : ". " + refused + " geweigerde rijen zijn bewaard om te herstellen."));
                yield "redirect:" + dataset.path();
            }
            case Imports.Decided.Same(Version version) -> {
                Notice.warning(
                        redirect,
                        "Dit bestand was al opgeslagen als versie " + version.number() + ". Er is niets veranderd.");
                yield "redirect:" + dataset.path();
            }
            case Imports.Decided.Overtaken(Version by) -> {
                Notice.warning(
                        redirect,
                        "Intussen heeft " + by.storedBy() + " versie " + by.number()
                                + " opgeslagen. De vergelijking hieronder is opnieuw gemaakt. Besluit opnieuw.");
                yield "redirect:" + of.path();
            }
            case Imports.Decided.NotAllGood() -> {
                Notice.error(redirect, "Niet alle rijen zijn goed. Herstel ze, of sla alleen de goede rijen op.");
                yield "redirect:" + of.path();
            }
            case Imports.Decided.NotReady() -> {
                Notice.error(redirect, "Er is niets opgeslagen: er zijn nog geen gecontroleerde, goede rijen.");
                yield "redirect:" + of.path();
            }
        };
    }

    private Dataset dataset(UUID id) {
        return datasets.find(id).orElseThrow(() -> new NotFoundException("dataset " + id));
    }

    private Import find(UUID datasetId, UUID importId) {
        return imports.find(datasetId, importId).orElseThrow(() -> new NotFoundException("import " + importId));
    }
}
