package nl.leercirkel.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import nl.leercirkel.privacy.SealedFiles;
import nl.leercirkel.spreadsheet.FileContent;
import nl.leercirkel.spreadsheet.RefusedFileException;
import org.springframework.stereotype.Component;

/** The file of an import while it is read: in memory, since it waits encrypted and must not come on a disk otherwise. */
@Component
class ImportFiles {
    private final SealedFiles files;

    ImportFiles(SealedFiles files) {
        this.files = files;
    }

    /**
     * Needs a transaction around it. Empty when it waited too long.
     *
     * @throws nl.leercirkel.privacy.KeysUnavailableException when the keys are not there
     */
    Optional<FileContent> find(Import of) {
        UUID file = of.fileId();
        if (file == null) {
            return Optional.empty();
        }
        try {
            return files.content(file).map(FileContent::of);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static RefusedFileException gone() {
        return new RefusedFileException(
                "Dit bestand is niet meer bewaard: het wachtte te lang. Gooi het weg en breng het opnieuw.");
    }
}
