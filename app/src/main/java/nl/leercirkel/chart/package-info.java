/**
 * The chart model and its drawing: a chart is a value (line, bar, dot with interval) from which the picture, its
 * description and the table behind it are derived, so that page, PDF and DOCX can never show different figures.
 *
 * <p>Owns: the model ({@link nl.leercirkel.chart.Chart}), number formatting on charts and in their tables, the SVG and
 * PNG renderings, and {@code static/css/chart.css}. Uses: nothing but the JDK and Batik (PNG only); no Spring.
 *
 * <p>Not its job: computing figures or intervals, deciding what must be suppressed (a point arrives as
 * {@link nl.leercirkel.chart.Point.Suppressed}), page templates, and document layout.
 */
@NullMarked
package nl.leercirkel.chart;

import org.jspecify.annotations.NullMarked;
