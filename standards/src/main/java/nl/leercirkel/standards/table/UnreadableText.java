package nl.leercirkel.standards.table;

import java.io.IOException;
import java.io.Serial;

/** The bytes are no text in an encoding we know. Inside the package; users get a {@link Finding}. */
final class UnreadableText extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long line;
    private final String code;

    UnreadableText(String code, long line, String message) {
        super(message);
        this.code = code;
        this.line = line;
    }

    Finding finding() {
        String message = getMessage();
        return Finding.fatal(code, line == 0 ? Place.FILE : Place.line(line), message == null ? code : message);
    }
}
