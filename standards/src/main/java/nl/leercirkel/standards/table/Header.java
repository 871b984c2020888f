package nl.leercirkel.standards.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the header of a kind of table.
 *
 * @param <H> what the columns turn out to mean
 */
public interface Header<H> {

    /** What these cells mean, or null when they are not the header of this kind of table. */
    @Nullable
    H recognise(List<String> cells);

    /** Which columns such a table has at least, in Dutch: "een kolom gwb_code_10 en ...". */
    String expected();
}
