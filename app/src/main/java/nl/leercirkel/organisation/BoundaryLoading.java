package nl.leercirkel.organisation;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import nl.leercirkel.organisation.map.Boundaries;
import nl.leercirkel.organisation.map.BoundaryLimits;
import nl.leercirkel.organisation.map.BoundaryReading;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** From a file that somebody brought to borders that can be looked at. */
@Component
class BoundaryLoading {

    /** Enough for a screen; a whole country then takes about 300 kB. */
    private static final int POINTS = 12_000;

    private final BoundaryTable table;
    private final Set<String> known;
    // The largest file takes some hundreds of megabytes to read: one at a time.
    private final ReentrantLock reading = new ReentrantLock();

    BoundaryLoading(BoundaryTable table, Regions regions) {
        this.table = table;
        this.known = regions.municipalities().stream().map(Municipality::code).collect(Collectors.toSet());
    }

    /** Accepted files are stored to look at; of refused ones nothing is. */
    BoundaryReading load(MultipartFile file, String fileName, String source, String licence) throws IOException {
        reading.lock();
        try (InputStream content = file.getInputStream()) {
            BoundaryReading outcome = Boundaries.parse(content, known, BoundaryLimits.STANDARD);
            switch (outcome) {
                case BoundaryReading.Accepted accepted ->
                    table.preview(
                            accepted.boundaries().simplified(POINTS), fileName, source, licence, accepted.notices());
                case BoundaryReading.Refused _ -> {
                    // Told to the person; nothing to keep.
                }
            }
            return outcome;
        } finally {
            reading.unlock();
        }
    }
}
