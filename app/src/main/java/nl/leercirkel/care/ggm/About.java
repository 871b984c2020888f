package nl.leercirkel.care.ggm;

import java.util.List;

/**
 * What somebody must know of an export, in Dutch; it stands in the file itself.
 *
 * @param purpose of the pseudonyms in it
 * @param legalBasis on which the data are kept
 * @param law as the model writes it
 * @param source on which messages it rests
 * @param madeOn day and time
 */
public record About(
        String purpose, String legalBasis, String law, String source, String madeOn, List<Entity> entities) {
    static final String WARNING =
            "Gegevens per mens, onder pseudoniem: het blijven persoonsgegevens. Alleen voor het genoemde doel; niet publiceren en niet"
                    + " met andere gegevens combineren tot iemand herkenbaar is.";

    public About {
        entities = List.copyOf(entities);
    }
}
