package nl.leercirkel.standards.ijw.message;

/** A citizen service number: nine digits. Its text never shows in {@code toString}, so that it cannot reach a log. */
public record Bsn(String digits) {
    private static final int LENGTH = 9;

    public Bsn {
        if (digits.length() != LENGTH || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("a BSN has nine digits");
        }
    }

    /** Whether the number passes the eleven-test: weights 9 to 2 and -1, sum divisible by 11 (rule CS002). */
    public boolean passesElevenTest() {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int weight = i == LENGTH - 1 ? -1 : LENGTH - i;
            sum += (digits.charAt(i) - '0') * weight;
        }
        return sum % 11 == 0;
    }

    @Override
    public String toString() {
        return "Bsn[*********]";
    }
}
