package nl.leercirkel.standards.check;

import java.util.Optional;
import nl.leercirkel.standards.bij.BijLayout;
import nl.leercirkel.standards.bij.BijPeriod;
import nl.leercirkel.standards.iv3.Iv3Definition;

/**
 * What a file does not say about itself.
 *
 * @param period of a delivery to CBS; without it the rules about the period are left out
 * @param year of the edition or the amounts; 0 where not given
 * @param layout of a delivery to CBS, where it is not one of our own
 * @param definition of Iv3 of the year; without it the task fields alone are checked
 */
public record CheckOptions(
        Optional<BijPeriod> period, int year, Optional<BijLayout> layout, Optional<Iv3Definition> definition) {

    public static final CheckOptions NONE = new CheckOptions(Optional.empty(), 0, Optional.empty(), Optional.empty());
}
