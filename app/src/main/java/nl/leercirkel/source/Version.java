package nl.leercirkel.source;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.quality.QualityReport;
import org.jspecify.annotations.Nullable;

/** A version of a dataset as it was stored, which never changes. */
record Version(
        UUID id,
        UUID datasetId,
        int number,
        boolean current,
        String fileName,
        String fileHash,
        long fileSize,
        Definition definition,
        int revision,
        long rowsStored,
        long rowsRefused,
        List<String> notes,
        @Nullable QualityReport quality,
        Instant receivedAt,
        String receivedBy,
        Instant storedAt,
        String storedBy) {

    public String path() {
        return Dataset.path(datasetId) + "/versies/" + id;
    }

    /** The beginning of the hash, enough to compare by eye. */
    /** Whether only who has the keys can make the fingerprint. */
    public boolean isHashKeyed() {
        return FileHash.isKeyed(fileHash);
    }

    public String shortHash() {
        return FileHash.shown(fileHash);
    }
}
