package nl.leercirkel.spreadsheet;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** What is in a file, read more than once: on disk, or in memory where it may not come on a disk. */
public sealed interface FileContent {

    /** In bytes. */
    long size() throws IOException;

    /** From its beginning. */
    InputStream open() throws IOException;

    SeekableByteChannel channel() throws IOException;

    /** The same as a package of files. */
    default ZipFile zip() throws IOException {
        return ZipFile.builder().setSeekableByteChannel(channel()).get();
    }

    static FileContent of(Path file) {
        return new OnDisk(file);
    }

    /** The bytes are not copied: nobody may change them afterwards. */
    static FileContent of(byte[] bytes) {
        return new InMemory(bytes);
    }

    /** A file somewhere. */
    record OnDisk(Path file) implements FileContent {
        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public InputStream open() throws IOException {
            return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        }

        @Override
        public SeekableByteChannel channel() throws IOException {
            return Files.newByteChannel(file);
        }
    }

    /** Says nothing of what is in it. */
    @SuppressWarnings("ArrayRecordComponent") // two of them are never compared
    record InMemory(byte[] bytes) implements FileContent {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public SeekableByteChannel channel() {
            return new SeekableInMemoryByteChannel(bytes);
        }

        @Override
        public String toString() {
            return "InMemory[" + bytes.length + " bytes]";
        }
    }
}
