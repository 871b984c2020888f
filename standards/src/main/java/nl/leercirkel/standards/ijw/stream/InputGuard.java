package nl.leercirkel.standards.ijw.stream;

import java.io.IOException;
import java.io.InputStream;

/**
 * Counts bytes, and stops when too many pass between two events of the parser: one comment, attribute or name of gigabytes
 * would be gathered in memory otherwise.
 */
final class InputGuard extends InputStream {
    private final InputStream in;
    private final int token;
    private long read;
    private long allowed;

    InputGuard(InputStream in, int token) {
        this.in = in;
        this.token = token;
        this.allowed = token;
    }

    /** Thrown through the parser when a token is too large. */
    static final class TokenTooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TokenTooLargeException() {
            super("token too large");
        }
    }

    /** An event was reached: the next one may take as much again. */
    void event() {
        allowed = read + token;
    }

    /** How many bytes were taken so far. */
    long bytes() {
        return read;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        if (b >= 0) {
            count(1);
        }
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (count > 0) {
            count(count);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void count(int bytes) throws TokenTooLargeException {
        read += bytes;
        if (read > allowed) {
            throw new TokenTooLargeException();
        }
    }
}
