package nl.leercirkel.care.ggm;

import java.io.IOException;
import java.io.OutputStream;

/** In which form the export is taken along. */
public enum GgmFormat {
    CSV("csv"),
    JSON("json");

    private final String key;

    GgmFormat(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    GgmSink sink(OutputStream output) throws IOException {
        return switch (this) {
            case CSV -> new CsvZip(output);
            case JSON -> new JsonDocument(output);
        };
    }
}
