package nl.leercirkel.source;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may know of a dataset. */
@Service
public class Datasets {
    private final DatasetStore datasets;
    private final VersionStore versions;

    Datasets(DatasetStore datasets, VersionStore versions) {
        this.datasets = datasets;
        this.versions = versions;
    }

    /**
     * The version that figures rest on now.
     *
     * @param sourceNote what stands below a figure of it: the source, the version and the licence
     */
    public record CurrentVersion(
            UUID datasetId, UUID versionId, String dataset, int number, Instant storedAt, String sourceNote) {}

    @Transactional(readOnly = true)
    public Optional<CurrentVersion> current(UUID datasetId) {
        return datasets.find(datasetId)
                .flatMap(dataset -> versions.current(datasetId)
                        .map(version -> new CurrentVersion(
                                datasetId,
                                version.id(),
                                dataset.name(),
                                version.number(),
                                version.storedAt(),
                                SourceNote.of(dataset, version))));
    }
}
