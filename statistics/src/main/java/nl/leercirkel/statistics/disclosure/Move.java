package nl.leercirkel.statistics.disclosure;

/**
 * A change of a table by whole units that leaves all equations right.
 *
 * @param cells that change
 * @param changes per cell, by how many times the amount
 * @param price of suppressing those of the cells that are not suppressed yet
 */
@SuppressWarnings("ArrayRecordComponent") // inside this package only; nobody changes or compares it
record Move(int[] cells, int[] changes, double price) {}
