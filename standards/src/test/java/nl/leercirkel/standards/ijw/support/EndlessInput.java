package nl.leercirkel.standards.ijw.support;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;

/** A file of gigabytes that exists only while it is read: a beginning, a part that repeats, an end. */
public final class EndlessInput extends InputStream {
    private final byte[] end;
    private final LongFunction<String> repeated;
    private final long size;
    private byte[] current;
    private int place;
    private long given;
    private long count;
    private boolean ended;

    /**
     * Prepares the file.
     *
     * @param repeated the n-th repetition, from 0
     * @param size after so many bytes the end comes
     */
    public EndlessInput(String beginning, LongFunction<String> repeated, String end, long size) {
        this.current = beginning.getBytes(StandardCharsets.UTF_8);
        this.repeated = repeated;
        this.end = end.getBytes(StandardCharsets.UTF_8);
        this.size = size;
    }

    public long given() {
        return given;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (place == current.length && !advance()) {
            return -1;
        }
        int part = Math.min(length, current.length - place);
        System.arraycopy(current, place, buffer, offset, part);
        place += part;
        given += part;
        return part;
    }

    private boolean advance() {
        if (ended) {
            return false;
        }
        place = 0;
        if (given < size) {
            current = repeated.apply(count++).getBytes(StandardCharsets.UTF_8);
        } else {
            current = end;
            ended = true;
        }
        return current.length > 0;
    }
}
