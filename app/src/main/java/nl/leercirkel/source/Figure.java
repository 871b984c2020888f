package nl.leercirkel.source;

import java.util.List;
import java.util.UUID;

/**
 * A figure that somebody wants of a dataset: one field for some municipalities through time, on their territory of today.
 *
 * @param municipalities codes of today
 */
record Figure(UUID id, UUID datasetId, String title, String field, List<String> municipalities, String createdBy) {

    public String path() {
        return Dataset.path(datasetId) + "/cijfers/" + id;
    }
}
