package nl.leercirkel.standards.ijw.stream;

/**
 * Bounds that keep a hostile file from filling memory. Real messages stay far below them: the standard asks for files of at
 * most 25 MB (OP179).
 *
 * @param text characters in one value
 * @param token bytes between two things that XML can tell apart, such as a comment or an attribute
 * @param partText characters of all values of one client together
 * @param partClasses message classes of one client together
 * @param depth elements inside each other
 * @param violations after so many, reading stops
 */
public record ReadLimits(int text, int token, int partText, int partClasses, int depth, int violations) {
    public static final ReadLimits DEFAULT = new ReadLimits(1_000_000, 4_000_000, 16_000_000, 100_000, 64, 100);
}
