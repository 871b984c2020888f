package nl.leercirkel.chart;

/** Where a chart is shown. */
public enum Theme {
    /** On a page: elements carry classes, {@code chart.css} colours them for light and dark. */
    PAGE,
    /** In a document: fixed colours on white. */
    PRINT
}
