package nl.leercirkel.standards.figure;

/**
 * Where a figure comes from; it stays with the figure wherever that goes.
 *
 * @param dataset the publisher's name of the table or file ("85098NED")
 * @param period the period or edition as the publisher writes it ("2023JJ00", "2020"); empty where the source has none
 * @param status whether the publisher calls it provisional, in its words; empty where the source says nothing
 * @param attribution the line that has to stand beside the figure ("Bron: CBS, 85098NED (CC BY 4.0)")
 */
public record Provenance(String publisher, String dataset, String period, String status, String attribution) {

    /** Open data of Statistics Netherlands, which are CC BY 4.0 and ask for the source line. */
    public static Provenance cbs(String table, String period, String status) {
        return new Provenance("CBS", table, period, status, "Bron: CBS, " + table + " (CC BY 4.0)");
    }
}
