package nl.leercirkel.chart;

import java.util.Locale;

/** The languages a chart speaks; anything but English is answered in Dutch, the language of the product. */
public enum Language {
    DUTCH("nl", '.', ','),
    ENGLISH("en", ',', '.');

    private final String code;
    private final char grouping;
    private final char decimal;

    Language(String code, char grouping, char decimal) {
        this.code = code;
        this.grouping = grouping;
        this.decimal = decimal;
    }

    public static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : DUTCH;
    }

    /** The BCP 47 code, for {@code lang} attributes. */
    public String code() {
        return code;
    }

    char grouping() {
        return grouping;
    }

    char decimal() {
        return decimal;
    }
}
