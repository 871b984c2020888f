package nl.leercirkel.statistics.space;

/** Windows ring by ring of neighbours. Areas without mass are passed through and not put in. */
final class RingGrowth implements Growth {

    private final Adjacency adjacency;
    private final double[] mass;
    private final double most;
    private final int[] queue;
    private final int[] together;
    private final boolean[] seen;

    RingGrowth(Adjacency adjacency, double[] mass, double most) {
        this.adjacency = adjacency;
        this.mass = mass;
        this.most = most;
        int n = adjacency.size();
        queue = new int[n];
        together = new int[n];
        seen = new boolean[n];
    }

    @Override
    public void grow(int centre, Sequence into) {
        into.clear();
        queue[0] = centre;
        seen[centre] = true;
        int end = 1;
        double sum = 0;
        for (int from = 0; from < end; ) {
            int ringEnd = end;
            int count = 0;
            for (int i = from; i < ringEnd; i++) {
                int area = queue[i];
                if (mass[area] > 0) {
                    together[count++] = area;
                    sum += mass[area];
                }
                for (int neighbour : adjacency.neighbours(area)) {
                    if (!seen[neighbour]) {
                        seen[neighbour] = true;
                        queue[end++] = neighbour;
                    }
                }
            }
            if (sum > most) {
                break;
            }
            into.addTogether(together, 0, count);
            from = ringEnd;
        }
        for (int i = 0; i < end; i++) {
            seen[queue[i]] = false;
        }
    }
}
