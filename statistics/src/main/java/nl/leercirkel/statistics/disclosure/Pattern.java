package nl.leercirkel.statistics.disclosure;

import java.util.List;

/**
 * Which cells are suppressed, and what shows that this protects.
 *
 * @param suppressed per cell
 * @param targets what is protected
 * @param witnesses per target
 * @param optimal whether no cheaper pattern protects the same
 */
@SuppressWarnings("ArrayRecordComponent") // inside this package only; nobody changes or compares it
record Pattern(boolean[] suppressed, List<Target> targets, List<List<Witness>> witnesses, boolean optimal) {}
