package nl.leercirkel.source;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.privacy.KeysUnavailableException;
import nl.leercirkel.privacy.SealedUpload;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.NotFoundException;
import nl.leercirkel.shell.Notice;
import nl.leercirkel.source.Import.State;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.table.TableFile;
import nl.leercirkel.spreadsheet.RefusedFileException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The refused rows of an import: on the page, as a file, and mended. */
@Controller
class MendingController {
    private static final String PAGE = "/bronnen/{datasetId}/inlezen/{importId}/geweigerd";
    private static final String SUBJECT = "refused rows";
    private static final int ROWS = 10;

    private final DatasetAdministration datasets;
    private final Imports imports;
    private final Mending mending;

    MendingController(DatasetAdministration datasets, Imports imports, Mending mending) {
        this.datasets = datasets;
        this.imports = imports;
        this.mending = mending;
    }

    @GetMapping(PAGE)
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT)
    String show(
            @PathVariable UUID datasetId,
            @PathVariable UUID importId,
            @RequestParam(name = "pagina", defaultValue = "1") int page,
            Model model) {
        return page(find(datasetId, importId), page, Map.of(), model);
    }

    private String page(Import of, int page, Map<String, String> errors, Model model) {
        Dataset dataset = dataset(of.datasetId());
        int pages = (int) Math.max(1, Math.ceilDiv(of.rowsRefused(), (long) ROWS));
        int shown = Math.clamp(page, 1, pages);
        model.addAttribute("dataset", dataset);
        model.addAttribute("of", of);
        model.addAttribute("fields", imports.definition(of).fields());
        model.addAttribute("rows", RefusalLine.of(imports.refusals(of.versionId(), (shown - 1) * ROWS, ROWS)));
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("errors", errors);
        model.addAttribute("breadcrumbs", ImportShell.crumbs(dataset, of.fileName(), of.path()));
        return "source/refused";
    }

    @PostMapping(PAGE)
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT, action = Action.CHANGE)
    String mend(
            @PathVariable UUID datasetId,
            @PathVariable UUID importId,
            @RequestParam Map<String, String> form,
            RedirectAttributes redirect) {
        Import of = find(datasetId, importId);
        Definition definition = imports.definition(of);
        Map<Long, List<String>> rows = new LinkedHashMap<>();
        for (String number : form.getOrDefault("rijen", "").split(",")) {
            if (!number.matches("\\d{1,12}") || rows.size() == ROWS) {
                continue;
            }
            List<String> written = new ArrayList<>();
            for (int at = 0; at < definition.fields().size(); at++) {
                written.add(Typed.line(form, "r" + number + "-" + at));
            }
            rows.put(Long.parseLong(number), written);
        }
        tell(mending.mend(importId, rows), redirect);
        return "redirect:" + after(datasetId, importId, Typed.number(form, "pagina", 1));
    }

    /** Back to the rows that are left, or to the decision when none are. */
    private String after(UUID datasetId, UUID importId, int page) {
        Import now = find(datasetId, importId);
        return now.rowsRefused() == 0 ? now.path() : now.path() + "/geweigerd?pagina=" + page;
    }

    private static void tell(Mending.Mended mended, RedirectAttributes redirect) {
        String good = mended.good() == 1 ? "1 rij is hersteld." : mended.good() + " rijen zijn hersteld.";
        if (mended.wrong() == 0) {
            Notice.success(redirect, good);
        } else {
            Notice.warning(
                    redirect,
                    (mended.good() == 0 ? "" : good + " ")
                            + (mended.wrong() == 1 ? "1 rij klopt" : mended.wrong() + " rijen kloppen")
                            + " nog niet; er staat bij wat er mis is.");
        }
    }

    @PostMapping(PAGE + "/bestand")
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT, action = Action.CHANGE)
    String mendByFile(
            @PathVariable UUID datasetId,
            @PathVariable UUID importId,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Import of = find(datasetId, importId);
        String error = "Kies het bestand met de herstelde rijen.";
        SealedUpload upload = ImportShell.upload(request);
        if (upload != null && upload.size() > 0) {
            try {
                tell(mending.mend(of, TableFile.of(upload)), redirect);
                return "redirect:" + after(datasetId, importId, 1);
            } catch (RefusedFileException refused) {
                error = refused.reason();
            } catch (KeysUnavailableException unavailable) {
                error = unavailable.dutchMessage();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(of, 1, Map.of("bestand", error), model);
    }

    @GetMapping("/bronnen/{datasetId}/inlezen/{importId}/geweigerde-rijen.csv")
    @Requires(value = Right.DATASET_MANAGE, subject = SUBJECT, action = Action.EXPORT)
    ResponseEntity<byte[]> download(@PathVariable UUID datasetId, @PathVariable UUID importId) {
        Import of = find(datasetId, importId);
        return ImportShell.csv(
                "geweigerde-rijen.csv",
                RefusedRowsFile.of(imports.definition(of), imports.refusals(of.versionId(), 0, Intake.MOST_REFUSED)));
    }

    private Dataset dataset(UUID id) {
        return datasets.find(id).orElseThrow(() -> new NotFoundException("dataset " + id));
    }

    /** Only what waits for a decision has rows to mend. */
    private Import find(UUID datasetId, UUID importId) {
        return imports.find(datasetId, importId)
                .filter(of -> of.state() == State.CHECKED)
                .orElseThrow(() -> new NotFoundException("import " + importId));
    }
}
