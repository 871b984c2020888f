package nl.leercirkel.privacy;

/**
 * What personal data are used for. Somebody has another pseudonym for each purpose, so data of two purposes cannot be put
 * together without a linking. A module declares its purposes as beans.
 *
 * @param key kept with each pseudonym, so it stays the same: lower-case letters, digits and hyphens
 * @param name as people read it, in Dutch
 * @param legalBasis the article that allows it, in Dutch
 * @param birth how much of a date of birth it needs
 */
public record Purpose(String key, String name, String legalBasis, BirthPrecision birth) {
    public Purpose {
        if (!key.matches("[a-z][a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("Not a key of a purpose: " + key);
        }
    }
}
