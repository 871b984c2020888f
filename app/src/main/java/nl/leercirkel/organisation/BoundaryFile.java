package nl.leercirkel.organisation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A border file that an authority loaded, without its borders.
 *
 * @param boundaryId another for each file, so it stands for the version
 * @param source who made the borders, as the administrator wrote it
 * @param notices what was left out on reading, in Dutch
 */
record BoundaryFile(
        UUID boundaryId,
        Status status,
        int municipalities,
        String fileName,
        String source,
        String licence,
        List<String> notices,
        String loadedBy,
        Instant loadedAt) {

    enum Status {
        /** To look at; the pages do not use it yet. */
        PREVIEW,
        IN_USE
    }

    BoundaryFile {
        notices = List.copyOf(notices);
    }
}
