package nl.leercirkel.report.document;

import java.util.List;

/** Text that must not be missed. Its kind is also said in words, not only in colour. */
public record Callout(Kind kind, String title, List<Block.Prose> blocks) implements Block.Flow {

    /** Why it stands out. */
    public enum Kind {
        NOTE,
        WARNING,
        /** Two figures that cannot both be true; shown, never repaired. */
        CONTRADICTION;

        /** The kind in words. */
        public String in(Language language) {
            return switch (this) {
                case NOTE -> language.words().explanation();
                case WARNING -> language.words().warning();
                case CONTRADICTION -> language.words().contradiction();
            };
        }
    }

    public Callout {
        title = Plain.required(title, "De titel van een kader");
        blocks = List.copyOf(blocks);
    }

    public static Callout of(Kind kind, String title, Block.Prose... blocks) {
        return new Callout(kind, title, List.of(blocks));
    }
}
