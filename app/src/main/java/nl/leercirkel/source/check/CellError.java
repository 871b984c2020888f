package nl.leercirkel.source.check;

/**
 * What is wrong with a row.
 *
 * @param field the position of the field, from 0; -1 where it concerns the whole row
 * @param place "blad Cijfers, rij 12, cel C12"
 * @param message what is wrong and how to mend it, in Dutch
 */
public record CellError(int field, String place, String message) {

    @Override
    public String toString() {
        return place + ": " + message;
    }
}
