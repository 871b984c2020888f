package nl.leercirkel.care.ggm;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form in which the rows of the export are written, entity by entity. */
interface GgmSink {
    void about(About about) throws IOException;

    void begin(Entity entity) throws IOException;

    /** @param values in the order of the columns of the entity: texts, numbers and dates */
    void row(Entity entity, List<? extends @Nullable Object> values) throws IOException;

    void end(Entity entity) throws IOException;

    /** Completes the file; what it was written to stays open. */
    void finish() throws IOException;
}
