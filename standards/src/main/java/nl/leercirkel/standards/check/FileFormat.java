package nl.leercirkel.standards.check;

import java.io.InputStream;
import java.util.function.Consumer;
import nl.leercirkel.standards.table.Finding;

/** A kind of file that can be checked. */
public interface FileFormat {

    /** In Dutch, for the person who hands in the file. */
    String name();

    boolean recognises(FileStart start, CheckOptions options);

    /**
     * Reads the whole file.
     *
     * @return how many records, rows or figures were read, and whether the end was reached
     */
    Checked check(InputStream in, CheckOptions options, Consumer<? super Finding> findings);

    /** How far it came. */
    record Checked(long records, boolean complete) {}
}
