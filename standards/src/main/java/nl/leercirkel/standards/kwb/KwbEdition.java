package nl.leercirkel.standards.kwb;

import nl.leercirkel.standards.figure.Provenance;

/**
 * Which yearly edition a file is of; files do not say it themselves.
 *
 * @param year of the division in districts and neighbourhoods
 * @param table of CBS ("84799NED"); empty where the file is the yearly file
 */
public record KwbEdition(int year, String table) {

    /** The first edition with neighbourhoods in the codes of today. */
    public static final int FIRST = 2003;

    private static final int LAST = 2100;

    public KwbEdition {
        if (year < FIRST || year > LAST) {
            throw new IllegalArgumentException("no edition of " + year);
        }
    }

    public Provenance provenance() {
        String name = table.isEmpty() ? "Kerncijfers wijken en buurten " + year : table;
        return Provenance.cbs(name, Integer.toString(year), "");
    }
}
