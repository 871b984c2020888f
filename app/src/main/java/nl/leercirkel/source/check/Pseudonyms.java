package nl.leercirkel.source.check;

/**
 * Makes a pseudonym of a citizen service number at reading, so that the number reaches no table. The module that keeps the
 * keys implements it; without one a field of numbers cannot be read.
 */
public interface Pseudonyms {

    /**
     * The pseudonym of a number that passed the eleven-test and stands for one person.
     *
     * @param purpose of the dataset: the same number has another pseudonym for another purpose
     */
    String of(String digits, String purpose);
}
