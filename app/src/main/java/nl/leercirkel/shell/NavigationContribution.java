package nl.leercirkel.shell;

import java.util.List;

/** A module's entries in the navigation; implement it as a bean. */
public interface NavigationContribution {
    List<NavigationEntry> entries();
}
