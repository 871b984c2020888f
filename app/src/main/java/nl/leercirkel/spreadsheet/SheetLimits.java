package nl.leercirkel.spreadsheet;

/**
 * How large a file may be before it is turned away.
 *
 * @param file bytes as it was brought
 * @param unpacked bytes of everything in it
 * @param texts bytes of the texts that an XLSX keeps apart from its cells, which are held in memory
 * @param rows per sheet, with or without content
 * @param columns per sheet, with content
 * @param cells in the whole file, with content
 */
public record SheetLimits(long file, long unpacked, long texts, int rows, int columns, long cells) {

    /** For a workbook that a page reads while somebody waits. */
    public static final SheetLimits SMALL = new SheetLimits(10L << 20, 40L << 20, 40L << 20, 20_000, 100, 1_000_000);

    /** For a table of figures, read in the background. A sheet can have no more rows than this. */
    public static final SheetLimits LARGE =
            new SheetLimits(60L << 20, 1L << 30, 200L << 20, 1_048_576, 500, 50_000_000);

    /** 40 MB, or 1 GB. */
    static String size(long bytes) {
        return bytes >= 1L << 30 ? (bytes >> 30) + " GB" : (bytes >> 20) + " MB";
    }

    /** 20.000, as Dutch writes it. */
    static String count(long number) {
        return String.format(java.util.Locale.of("nl", "NL"), "%,d", number);
    }
}
