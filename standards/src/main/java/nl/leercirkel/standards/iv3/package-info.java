/**
 * What municipalities spend (Iv3, informatie voor derden) from 2017 to 2026: the definition of a year, the data file of a
 * municipality, tables of many municipalities, and what of it is the cost of youth care in which year.
 *
 * <p>Task fields changed in 2023 and 2025. {@link YouthCost} adds the codes of the year and {@link Transitions} says what may
 * be set side by side; neither translates amounts of one year into codes of another, because nobody can.
 *
 * <p>Source: CBS, definition files (repository statistiekcbs/iv3_definities), CC BY 4.0. What a task field contains rests on
 * municipal budgets that quote the regulation; it is ours and marked so.
 */
@NullMarked
package nl.leercirkel.standards.iv3;

import org.jspecify.annotations.NullMarked;
