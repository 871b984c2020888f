package nl.leercirkel.standards.ijw.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a declaration (Prestatie).
 *
 * @param period the calendar month cut to the allocation; says nothing about the days of care
 * @param volume delivered units; cents when the unit is euro (83)
 * @param unit code of WJ756
 * @param tariff in cents; null with unit 83
 */
public record DeclarationLine(
        LineReference reference,
        long allocationNumber,
        String category,
        String code,
        Period period,
        long volume,
        String unit,
        @Nullable Long tariff,
        Amount amount,
        List<String> returnCodes) {
    public DeclarationLine {
        returnCodes = List.copyOf(returnCodes);
    }
}
