package nl.leercirkel.standards.ijw.message;

/** A telephone number with its country number. */
public record Telephone(String number, String country) {
    @Override
    public String toString() {
        return "Telephone[*]";
    }
}
