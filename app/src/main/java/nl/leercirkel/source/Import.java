package nl.leercirkel.source;

import java.time.Instant;
import java.util.TreeMap;
import java.util.UUID;
import nl.leercirkel.job.JobId;
import nl.leercirkel.security.Sha256;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Mapping;
import nl.leercirkel.source.table.TableOptions;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way into a dataset, or a stored version whose refused rows are being mended.
 *
 * @param fileId where the file waits; null where there is none
 */
record Import(
        UUID id,
        UUID authorityId,
        UUID datasetId,
        @Nullable UUID versionId,
        @Nullable UUID baseVersionId,
        @Nullable UUID mendsVersionId,
        @Nullable UUID fileId,
        UUID accountId,
        String personName,
        String fileName,
        String fileHash,
        long fileSize,
        TableOptions options,
        Mapping mapping,
        State state,
        String message,
        @Nullable JobId job,
        long rowReached,
        long rowsGood,
        long rowsRefused,
        Instant createdAt) {

    enum State {
        /** The file is there; the columns are being chosen. */
        LOOKED_AT,
        /** All rows are being checked, or that was broken off. */
        CHECKING,
        /** Waits for the decision. */
        CHECKED,
        /** The file cannot be read to its end; the message says why. */
        REFUSED
    }

    public String path() {
        return Dataset.path(datasetId) + "/inlezen/" + id;
    }

    /** The same file, read the same way, for the same promises, makes the same version. */
    String fingerprint(Definition definition) {
        return mendsVersionId == null
                ? Sha256.hexOf(fileHash
                        + '\n'
                        + Json.text(options)
                        + '\n'
                        + Json.text(new TreeMap<>(mapping.columns()))
                        + '\n'
                        + Json.text(definition))
                : Sha256.hexOf("mends " + mendsVersionId);
    }
}
