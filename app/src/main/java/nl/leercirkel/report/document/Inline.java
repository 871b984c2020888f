package nl.leercirkel.report.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.text.NumberFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A run of text within a paragraph, list item or cell. */
public sealed interface Inline {

    /** The words of the run. */
    String text();

    /** Plain words. */
    record Text(String text) implements Inline {
        public Text {
            text = Plain.clean(text);
        }
    }

    /** Important words. */
    record Strong(String text) implements Inline {
        public Strong {
            text = Plain.required(text, "Een nadruk");
        }
    }

    /** Stressed words, a title or a term. */
    record Emphasis(String text) implements Inline {
        public Emphasis {
            text = Plain.required(text, "Een nadruk");
        }
    }

    /**
     * Words that lead elsewhere.
     *
     * @param target an absolute http, https or mailto address: a document travels, so nothing relative survives
     */
    record Link(String text, String target) implements Inline {
        private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

        public Link {
            text = Plain.required(text, "De tekst van een koppeling");
            target = checked(target);
        }

        static String checked(String target) {
            try {
                var uri = new URI(target.strip());
                if (uri.getScheme() != null && SCHEMES.contains(uri.getScheme())) {
                    return uri.toASCIIString();
                }
            } catch (java.net.URISyntaxException e) {
                throw new IllegalArgumentException("Geen adres: '" + target + "'.", e);
            }
            throw new IllegalArgumentException(
                    "Het adres '" + target + "' begint niet met https://, http:// of mailto:.");
        }
    }

    /** A remark outside the text. The run shows only its number; the text stands with the notes. */
    record Footnote(String text) implements Inline {
        public Footnote {
            text = Plain.required(text, "Een noot");
        }
    }

    /**
     * A figure as it is shown, never broken over two lines.
     *
     * @param text the figure with its unit, already written for the reader
     * @param source where it comes from; becomes a note
     */
    record Amount(String text, @Nullable SourceNote source) implements Inline {
        public Amount {
            text = Plain.required(text, "Een cijfer");
        }

        /** Euro with thousands separated; cents only when there are any. */
        public static Amount euro(BigDecimal euro, Language language) {
            int decimals = euro.stripTrailingZeros().scale() > 0 ? 2 : 0;
            var digits = number(euro.abs(), decimals, language);
            return new Amount((euro.signum() < 0 ? "−€ " : "€ ") + digits, null);
        }

        /** A whole number with thousands separated. */
        public static Amount count(long count, Language language) {
            return new Amount(number(BigDecimal.valueOf(count), 0, language), null);
        }

        public Amount from(SourceNote source) {
            return new Amount(text, source);
        }

        private static String number(BigDecimal value, int decimals, Language language) {
            var format = NumberFormat.getNumberInstance(language.locale());
            format.setMinimumFractionDigits(decimals);
            format.setMaximumFractionDigits(decimals);
            format.setRoundingMode(RoundingMode.HALF_UP);
            return format.format(value);
        }
    }
}
