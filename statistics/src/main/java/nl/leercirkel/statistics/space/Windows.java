package nl.leercirkel.statistics.space;

import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;

/**
 * How a scan's windows grow around each place. Places equally near come in together, so numbering them otherwise changes nothing.
 * Which windows there are does not depend on the cases, as the p-value of a scan needs.
 */
public sealed interface Windows {

    /** How many places there are. */
    int size();

    /**
     * Circles of growing radius: the usual choice.
     *
     * @param places one per area, as a point that stands for it
     */
    record Circles(Places places) implements Windows {
        @Override
        public int size() {
            return places.size();
        }
    }

    /**
     * Rings of neighbours: the area itself, with all its neighbours, with all of theirs. Needs no coordinates. Windows are few and coarse.
     *
     * @param adjacency the neighbours
     */
    record Rings(Adjacency adjacency) implements Windows {
        @Override
        public int size() {
            return adjacency.size();
        }
    }

    /**
     * Connected areas: each step takes the area nearest to the centre that borders on what is there. Differs from circles where water or
     * a border lies between.
     *
     * @param places one per area
     * @param adjacency the neighbours
     */
    record Connected(Places places, Adjacency adjacency) implements Windows {
        public Connected {
            if (places.size() != adjacency.size()) {
                throw new IllegalArgumentException(places.size() + " places, " + adjacency.size() + " areas");
            }
        }

        @Override
        public int size() {
            return places.size();
        }
    }

    static Windows circles(Places places) {
        return new Circles(places);
    }

    static Windows rings(Adjacency adjacency) {
        return new Rings(adjacency);
    }

    /** @return DO_NOT_MATCH when there are not as many places as areas */
    static Outcome<Windows> connected(Places places, Adjacency adjacency) {
        return places.size() == adjacency.size()
                ? Outcome.of(new Connected(places, adjacency))
                : Outcome.failed(Reason.DO_NOT_MATCH, places.size() + " places, " + adjacency.size() + " areas");
    }
}
