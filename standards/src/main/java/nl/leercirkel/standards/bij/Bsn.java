package nl.leercirkel.standards.bij;

import java.util.Optional;

/**
 * A citizen service number as the protocol writes it. Two of them stand for many people and are never a key: 999999999
 * (none or unknown) and 000000000 (unborn).
 */
public record Bsn(String digits) {

    /** No number, or not known. Shared by everyone of whom that holds. */
    public static final Bsn UNKNOWN = new Bsn("999999999");

    /** A child that is not born yet. */
    public static final Bsn UNBORN = new Bsn("000000000");

    private static final int LENGTH = 9;
    private static final int PRIME = 11;

    public Bsn {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("no citizen service number");
        }
    }

    public static Optional<Bsn> of(String digits) {
        return isValid(digits) ? Optional.of(new Bsn(digits)) : Optional.empty();
    }

    /** Whether it tells one person from another. */
    public boolean identifies() {
        return !equals(UNKNOWN) && !equals(UNBORN);
    }

    /** Nine digits that pass the eleven-test, or one of the two shared numbers. */
    private static boolean isValid(String digits) {
        if (digits.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            sum += (i == LENGTH - 1 ? -1 : LENGTH - i) * (c - '0');
        }
        return digits.equals("999999999") || sum % PRIME == 0;
    }

    /** Without the number: this text ends up in logs. */
    @Override
    public String toString() {
        return identifies() ? "Bsn[*********]" : "Bsn[" + digits + "]";
    }
}
