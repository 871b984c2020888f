package nl.leercirkel.standards.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file whose encoding nobody states: UTF-8 (with or without byte order mark), UTF-16 with a mark, or
 * Windows-1252.
 *
 * <p>Bytes below 128 mean the same in UTF-8 and Windows-1252, so the choice is made at the first other byte: it starts a
 * proper UTF-8 sequence or it does not. Later bytes that do not fit the choice are an error with the line, since then the
 * file mixes encodings or is damaged; they are never replaced by a question mark.
 */
final class TextSource extends Reader {

    private static final int SIZE = 1 << 16;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(SIZE).limit(0);
    private @Nullable CharsetDecoder decoder;
    private boolean started;
    private boolean ended;
    private boolean flushed;
    private long newlines;
    private char last = '\n';

    TextSource(InputStream in) {
        this.in = in;
    }

    /** Whether the text read so far ends in a line end; an empty text does. */
    boolean endsWithLineEnd() {
        return last == '\n' || last == '\r';
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        while (!chars.hasRemaining()) {
            if (flushed) {
                return -1;
            }
            fill();
        }
        int given = Math.min(length, chars.remaining());
        chars.get(target, offset, given);
        for (int i = offset; i < offset + given; i++) {
            if (target[i] == '\n') {
                newlines++;
            }
        }
        last = target[offset + given - 1];
        return given;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void fill() throws IOException {
        readBytes();
        if (!started) {
            started = true;
            lookAtStart();
        }
        chars.clear();
        if (decoder == null) {
            ascii();
        } else {
            decode(decoder);
        }
        chars.flip();
        refuseNull();
    }

    private void readBytes() throws IOException {
        bytes.compact();
        while (!ended && bytes.position() < SIZE / 2) {
            int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
            if (got < 0) {
                ended = true;
            } else {
                bytes.position(bytes.position() + got);
            }
        }
        bytes.flip();
    }

    private void lookAtStart() throws UnreadableText {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            bytes.position(3);
            decoder = strict(StandardCharsets.UTF_8);
        } else if (startsWith(0xFF, 0xFE)) {
            bytes.position(2);
            decoder = strict(StandardCharsets.UTF_16LE);
        } else if (startsWith(0xFE, 0xFF)) {
            bytes.position(2);
            decoder = strict(StandardCharsets.UTF_16BE);
        } else if (startsWith('P', 'K', 3, 4)) {
            throw new UnreadableText(
                    "TEKST-ZIP", 0, "Dit is een zip- of Excel-bestand. Pak het uit, of sla het werkblad op als CSV.");
        } else if (startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableText("TEKST-EXCEL", 0, "Dit is een oud Excel-bestand. Sla het werkblad op als CSV.");
        } else if (startsWith(0x1F, 0x8B)) {
            throw new UnreadableText("TEKST-GZIP", 0, "Dit is een ingepakt bestand (gzip). Pak het eerst uit.");
        } else if (startsWith('%', 'P', 'D', 'F')) {
            throw new UnreadableText("TEKST-PDF", 0, "Dit is een pdf. Een tabel wordt gelezen uit CSV of JSON.");
        }
    }

    private boolean startsWith(int... expected) {
        if (bytes.remaining() < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes.get(bytes.position() + i) & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Copies until the first byte that shows the encoding. */
    private void ascii() throws IOException {
        while (bytes.hasRemaining() && chars.hasRemaining()) {
            byte next = bytes.get(bytes.position());
            if (next < 0) {
                if (bytes.remaining() < 4 && !ended) {
                    return;
                }
                decoder = strict(startsUtf8Sequence() ? StandardCharsets.UTF_8 : WINDOWS);
                decode(decoder);
                return;
            }
            chars.put((char) next);
            bytes.get();
        }
        flushed = ended && !bytes.hasRemaining();
    }

    private boolean startsUtf8Sequence() {
        int at = bytes.position();
        int first = bytes.get(at) & 0xFF;
        int length = first >= 0xC2 && first <= 0xDF ? 2 : first >= 0xE0 && first <= 0xEF ? 3 : 4;
        if (first < 0xC2 || first > 0xF4 || bytes.remaining() < length) {
            return false;
        }
        ByteBuffer sequence = bytes.duplicate().limit(at + length);
        return !strict(StandardCharsets.UTF_8)
                .decode(sequence, CharBuffer.allocate(2), true)
                .isError();
    }

    private void decode(CharsetDecoder by) throws UnreadableText {
        CoderResult result = by.decode(bytes, chars, ended);
        if (result.isError()) {
            long line = newlines + 1;
            for (int i = 0; i < chars.position(); i++) {
                if (chars.get(i) == '\n') {
                    line++;
                }
            }
            throw new UnreadableText(
                    "TEKST-TEKENSET",
                    line,
                    "Op regel " + line + " staat een teken dat niet past bij de tekenset van de rest van het bestand ("
                            + by.charset().displayName()
                            + "). Het bestand is beschadigd of samengevoegd uit bestanden met verschillende tekensets."
                            + " Sla het opnieuw op als UTF-8.");
        }
        flushed = ended && result.isUnderflow();
    }

    private void refuseNull() throws UnreadableText {
        long line = newlines + 1;
        for (int i = 0; i < chars.limit(); i++) {
            char c = chars.get(i);
            if (c == 0) {
                throw new UnreadableText(
                        "TEKST-BINAIR", line, "Op regel " + line + " staan nultekens: dit is geen tekstbestand.");
            }
            if (c == '\n') {
                line++;
            }
        }
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
