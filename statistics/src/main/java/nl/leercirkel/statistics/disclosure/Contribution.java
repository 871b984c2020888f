package nl.leercirkel.statistics.disclosure;

import java.util.List;

/**
 * What one contributor adds to one leaf cell: the turnover of a provider in a neighbourhood.
 *
 * @param codes one per dimension, in the order of the dimensions, each a leaf
 * @param contributor who; more lines of one contributor are added together
 * @param amount at least 0
 */
public record Contribution(List<String> codes, String contributor, double amount) {

    public Contribution {
        codes = List.copyOf(codes);
    }
}
