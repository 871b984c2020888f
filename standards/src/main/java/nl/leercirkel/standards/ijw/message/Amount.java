package nl.leercirkel.standards.ijw.message;

/** An amount in cents that is due (debit) or is taken back (credit). */
public record Amount(long cents, boolean credit) {
    /** Positive for debit, negative for credit. */
    public long signedCents() {
        return credit ? -cents : cents;
    }
}
