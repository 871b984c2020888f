package nl.leercirkel.statistics.space;

/** Grows the windows around one centre after another. Holds scratch memory, so one per thread. */
interface Growth {

    /** Puts in the places with mass, nearest first, as long as their mass stays at or below the most allowed. */
    void grow(int centre, Sequence into);

    static Growth of(Windows windows, double[] mass, double most) {
        return switch (windows) {
            case Windows.Circles(Places places) -> new CircleGrowth(places, mass, most);
            case Windows.Rings(Adjacency adjacency) -> new RingGrowth(adjacency, mass, most);
            case Windows.Connected(Places places, Adjacency adjacency) ->
                new ConnectedGrowth(places, adjacency, mass, most);
        };
    }
}
