/**
 * Municipalities and youth regions through time: what became of one, what made up another, and what may be added.
 *
 * <p>Counts and amounts of merged municipalities add up. Percentages are merged by their real denominators. What was divided
 * over several municipalities fits none of them: "not comparable", never shared out by inhabitants.
 *
 * <p>Facts: register of government organisations (TOOI, KOOP), reorganisations from 2000 to 1 January 2023, after which the 342
 * municipalities did not change; youth regions by the lists of 2015 and 2026; codes of regions by CBS, 2024. Border
 * corrections without a reorganisation are in none of these.
 */
@NullMarked
package nl.leercirkel.standards.region;

import org.jspecify.annotations.NullMarked;
