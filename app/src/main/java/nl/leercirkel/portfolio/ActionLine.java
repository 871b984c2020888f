package nl.leercirkel.portfolio;

/** A line of a national programme that projects contribute to. */
public record ActionLine(int number, String text) {
    /** "2. Meer kinderen groeien thuis op". */
    public String format() {
        return number + ". " + text;
    }
}
