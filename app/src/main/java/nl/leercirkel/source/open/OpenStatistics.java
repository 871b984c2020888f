package nl.leercirkel.source.open;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.LongConsumer;
import nl.leercirkel.source.table.TableFile;
import nl.leercirkel.spreadsheet.RefusedFileException;
import nl.leercirkel.standards.cbs.CbsClient;
import nl.leercirkel.standards.cbs.CbsTransport;

/** Takes what is wanted and leaves it as a file that can be read in. */
public final class OpenStatistics {
    /** How the names of temporary files begin. */
    public static final String TEMPORARY = "leercirkel-import-fetch-";

    /** Whoever asked waits no longer than this for a hiccup; what takes longer is tried again another time. */
    private static final int ATTEMPTS = 2;

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PAGE = 10_000;

    private OpenStatistics() {}

    /** Out of a service, over this transport. */
    public static Taken fromService(Wanted wanted, CbsTransport transport, Path target, LongConsumer progress)
            throws IOException, RefusedFileException {
        CbsClient client = new CbsClient(transport, wanted.version(), ATTEMPTS, PAUSE, PAGE);
        return limited(() -> switch (wanted.kind()) {
            case CBS -> CbsReading.take(wanted, client, target, progress);
            case KWB -> withScratch(scratch -> KwbReading.fromService(wanted, client, target, scratch, progress));
            case IV3 -> withScratch(scratch -> Iv3Reading.fromService(wanted, client, target, scratch, progress));
            case AS_IS -> throw new RefusedFileException("Van een dienst komt geen bestand zoals het is.");
        });
    }

    /** Out of a file. */
    public static Taken fromFile(Wanted wanted, Path file, String name, Path target, LongConsumer progress)
            throws IOException, RefusedFileException {
        return limited(() -> switch (wanted.kind()) {
            case CBS -> {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                    yield CbsExport.take(wanted, in, name, target, progress);
                }
            }
            case KWB -> KwbReading.fromFile(wanted, file, name, target, progress);
            case IV3 -> Iv3Reading.fromFile(wanted, file, name, target, progress);
            case AS_IS -> {
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                yield new Taken(name, true, java.util.List.of(), false);
            }
        });
    }

    private interface Work {
        Taken take() throws IOException, RefusedFileException;
    }

    private interface ScratchWork {
        Taken take(Path scratch) throws IOException, RefusedFileException;
    }

    private static Taken limited(Work work) throws IOException, RefusedFileException {
        try {
            return work.take();
        } catch (TableWriter.TooLarge tooLarge) {
            throw new RefusedFileException("Deze keuze geeft meer dan " + (TableFile.LIMITS.file() >> 20)
                    + " MB. Kies bij Wijzigen minder onderwerpen, of een filter.");
        }
    }

    private static Taken withScratch(ScratchWork work) throws IOException, RefusedFileException {
        Path scratch = Files.createTempFile(TEMPORARY, ".tmp");
        try {
            return work.take(scratch);
        } finally {
            Files.deleteIfExists(scratch);
        }
    }
}
