package nl.leercirkel.standards.cbs;

import java.io.IOException;
import java.io.InputStream;

/**
 * What came back.
 *
 * @param more whether there may be a page after this one, beside what the body says about that
 */
public record CbsAnswer(InputStream body, boolean more) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        body.close();
    }
}
