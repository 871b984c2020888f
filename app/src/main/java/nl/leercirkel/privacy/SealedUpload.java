package nl.leercirkel.privacy;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import nl.leercirkel.security.Sha256;

/**
 * A file that somebody sent, during the request: encrypted on disk with a key that is in memory only. When the application dies
 * meanwhile, nobody can read what is left of it.
 */
public final class SealedUpload implements AutoCloseable {
    static final int PIECE = 1 << 20;
    private static final String PREFIX = "leercirkel-";
    private static final String SUFFIX = ".verzegeld";
    /** The names of the files on disk. */
    static final String FILES = PREFIX + "*" + SUFFIX;

    private final String name;
    private final Path file;
    private final byte[] key;
    private final byte[] digest;
    private final long size;

    private SealedUpload(String name, Path file, byte[] key, byte[] digest, long size) {
        this.name = name;
        this.file = file;
        this.key = key;
        this.digest = digest;
        this.size = size;
    }

    /** Takes a stream to its end. */
    public static SealedUpload of(String name, InputStream content) throws IOException {
        byte[] key = Sealing.freshKey();
        MessageDigest sha256 = Sha256.digest();
        long size = 0;
        Path file = Files.createTempFile(PREFIX, SUFFIX);
        try (DataOutputStream output = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            byte[] piece = new byte[PIECE];
            int number = 0;
            for (int length = content.readNBytes(piece, 0, PIECE);
                    length > 0;
                    length = content.readNBytes(piece, 0, PIECE)) {
                sha256.update(piece, 0, length);
                size += length;
                byte[] sealed = Sealing.sealPiece(key, number++, piece, length);
                output.writeInt(sealed.length);
                output.write(sealed);
            }
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
        return new SealedUpload(FileNames.safe(name), file, key, sha256.digest(), size);
    }

    /** The name as it was sent, without folders and without rows of digits that may be somebody's number. */
    public String name() {
        return name;
    }

    public long size() {
        return size;
    }

    byte[] key() {
        return key;
    }

    byte[] digest() {
        return digest;
    }

    /** All of it, in memory: for who has to go back and forth in it. */
    public byte[] content() throws IOException {
        byte[] content = new byte[Math.toIntExact(size)];
        int[] filled = {0};
        pieces((number, encrypted) -> {
            byte[] piece = Sealing.openPiece(key, number, encrypted);
            System.arraycopy(piece, 0, content, filled[0], piece.length);
            filled[0] += piece.length;
        });
        return content;
    }

    /** SHA-256 of the content. */
    public String hash() {
        return HexFormat.of().formatHex(digest);
    }

    /** Receives the encrypted pieces. */
    interface Pieces {
        void accept(int number, byte[] sealed);
    }

    void pieces(Pieces pieces) throws IOException {
        try (DataInputStream input = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            long left = size;
            for (int number = 0; left > 0; number++) {
                pieces.accept(number, input.readNBytes(input.readInt()));
                left -= PIECE;
            }
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
