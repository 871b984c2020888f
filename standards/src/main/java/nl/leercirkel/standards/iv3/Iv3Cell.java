package nl.leercirkel.standards.iv3;

import java.math.BigDecimal;

/**
 * One cell of a data file.
 *
 * @param row task field, balance code or ratio; text, since 6.2 and 6.20 differ
 * @param column category, moment or reporting period
 * @param value euros in the sections of money
 */
public record Iv3Cell(Iv3Section section, String row, String column, BigDecimal value) {}
