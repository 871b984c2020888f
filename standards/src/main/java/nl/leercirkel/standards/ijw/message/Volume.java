package nl.leercirkel.standards.ijw.message;

/**
 * How much care (Omvang).
 *
 * @param amount number of units; cents when the unit is euro (83)
 * @param unit code of WJ756
 * @param frequency code of WMO757: per day, week, month, or in all
 */
public record Volume(long amount, String unit, String frequency) {}
