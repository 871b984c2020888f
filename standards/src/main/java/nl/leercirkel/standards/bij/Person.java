package nl.leercirkel.standards.bij;

/**
 * A young person as a record describes them.
 *
 * @param residence postcode ("5911AA") of the address that decides which municipality is responsible, or where that is
 *     unknown the municipality's code of four digits
 */
public record Person(Bsn bsn, PartialDate birth, Sex sex, String residence) {

    /** Without what identifies someone: this text ends up in logs. */
    @Override
    public String toString() {
        return "Person[" + bsn + "]";
    }
}
