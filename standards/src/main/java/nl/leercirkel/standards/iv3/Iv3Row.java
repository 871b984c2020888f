package nl.leercirkel.standards.iv3;

import nl.leercirkel.standards.figure.Figure;

/**
 * One amount out of a table of many municipalities.
 *
 * @param municipality code of four digits
 * @param report in the words of the table ("Begroting", "2023X005")
 * @param section costs or income
 * @param euros whole euros, whatever unit the table has; missing where the cell is empty
 */
public record Iv3Row(
        String municipality,
        int year,
        String report,
        Iv3Section section,
        String taskField,
        String category,
        Figure euros) {}
