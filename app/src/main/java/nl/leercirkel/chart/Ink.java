package nl.leercirkel.chart;

/** What something is drawn with: by its role on a page (the site's CSS gives the colour), as a fixed colour in print. */
record Ink(String role, String print) {

    static final Ink TEXT = new Ink("chart-text", "#1c2430");
    static final Ink MUTED = new Ink("chart-muted", "#55606c");
    static final Ink AXIS = new Ink("chart-axis", "#767f89");
    static final Ink GRID = new Ink("chart-grid", "#dde2e7");
    static final Ink SURFACE = new Ink("chart-surface", "#ffffff");
    static final Ink REFERENCE = new Ink("chart-reference", "#1c2430");

    /**
     * Eight colours of which the first four stay clearly apart under the three forms of colour blindness (CIE76
     * distance above 25 in the simulation of Machado et al. 2009); shape, dash and hatch keep the rest apart. Each has a contrast of at least 4.5:1 with white, so that it also serves for text.
     */
    private static final String[] SERIES = {
        "#00578a", "#c8500a", "#8f4bd8", "#56171c", "#0b8468", "#2b1a78", "#c2359c", "#56636e"
    };

    static final int SERIES_COUNT = SERIES.length;

    static Ink series(int index) {
        int colour = index % SERIES_COUNT;
        return new Ink("chart-series-" + (colour + 1), SERIES[colour]);
    }
}
