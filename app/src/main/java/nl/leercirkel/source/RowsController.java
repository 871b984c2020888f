package nl.leercirkel.source;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import nl.leercirkel.security.Action;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Requires;
import nl.leercirkel.security.Right;
import nl.leercirkel.shell.NotFoundException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The stored rows of a version, current or former, to take along. */
@Controller
class RowsController {
    private static final String PAGE = "/bronnen/{datasetId}/versies/{versionId}";
    private static final String SUBJECT = "dataset rows";

    private final DatasetAdministration datasets;
    private final RowsFile rows;

    RowsController(DatasetAdministration datasets, RowsFile rows) {
        this.datasets = datasets;
        this.rows = rows;
    }

    @GetMapping(PAGE + "/rijen.csv")
    @Requires(value = Right.DATASET_READ, subject = SUBJECT, action = Action.EXPORT)
    void csv(@PathVariable UUID datasetId, @PathVariable UUID versionId, HttpServletResponse response)
            throws IOException {
        Dataset dataset = dataset(datasetId);
        Version version = version(datasetId, versionId);
        headers(response, "text/csv;charset=UTF-8", dataset, version, "csv");
        rows.writeCsv(dataset, version, response.getOutputStream());
    }

    @GetMapping(PAGE + "/rijen.json")
    @Requires(value = Right.DATASET_READ, subject = SUBJECT, action = Action.EXPORT)
    void json(@PathVariable UUID datasetId, @PathVariable UUID versionId, HttpServletResponse response)
            throws IOException {
        Dataset dataset = dataset(datasetId);
        Version version = version(datasetId, versionId);
        headers(response, MediaType.APPLICATION_JSON_VALUE, dataset, version, "json");
        rows.writeJson(dataset, version, response.getOutputStream());
    }

    /** Whether the acting person may take rows along: those about single people only with the right to look after datasets. */
    static boolean mayTake(Version version) {
        boolean people = PersonFields.any(version.definition());
        return ActorContext.required().may(people ? Right.DATASET_MANAGE : Right.DATASET_READ);
    }

    private static void headers(
            HttpServletResponse response, String type, Dataset dataset, Version version, String extension) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String name = dataset.name().replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(java.util.Locale.ROOT);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "-versie-" + version.number() + "." + extension)
                        .build()
                        .toString());
    }

    private Dataset dataset(UUID id) {
        return datasets.find(id).orElseThrow(() -> new NotFoundException("dataset " + id));
    }

    private Version version(UUID datasetId, UUID versionId) {
        Version version =
                datasets.version(datasetId, versionId).orElseThrow(() -> new NotFoundException("version " + versionId));
        if (!mayTake(version)) {
            throw new AccessDeniedException("May not take rows about single people along");
        }
        return version;
    }
}
