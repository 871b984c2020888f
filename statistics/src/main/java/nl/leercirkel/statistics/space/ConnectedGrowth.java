package nl.leercirkel.statistics.space;

import java.util.PriorityQueue;

/** Windows by the nearest area that borders on them. Areas without mass are passed through and not put in. */
final class ConnectedGrowth implements Growth {

    private record Candidate(double square, int area) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            int byDistance = Double.compare(square, other.square);
            return byDistance != 0 ? byDistance : Integer.compare(area, other.area);
        }
    }

    private final Places places;
    private final Adjacency adjacency;
    private final double[] mass;
    private final double most;
    private final boolean[] seen;
    private final int[] visited;
    private final int[] together;

    ConnectedGrowth(Places places, Adjacency adjacency, double[] mass, double most) {
        this.places = places;
        this.adjacency = adjacency;
        this.mass = mass;
        this.most = most;
        seen = new boolean[places.size()];
        visited = new int[places.size()];
        together = new int[places.size()];
    }

    @Override
    public void grow(int centre, Sequence into) {
        into.clear();
        PriorityQueue<Candidate> border = new PriorityQueue<>();
        border.add(new Candidate(0, centre));
        seen[centre] = true;
        int count = 0;
        visited[count++] = centre;
        double sum = 0;
        while (!border.isEmpty() && sum <= most) {
            double square = border.peek().square();
            int withMass = 0;
            for (Candidate next = border.peek(); next != null && next.square() == square; next = border.peek()) {
                border.remove();
                if (mass[next.area()] > 0) {
                    together[withMass++] = next.area();
                    sum += mass[next.area()];
                }
                for (int neighbour : adjacency.neighbours(next.area())) {
                    if (!seen[neighbour]) {
                        seen[neighbour] = true;
                        visited[count++] = neighbour;
                        border.add(new Candidate(places.squared(centre, neighbour), neighbour));
                    }
                }
            }
            if (sum <= most) {
                into.addTogether(together, 0, withMass);
            }
        }
        for (int i = 0; i < count; i++) {
            seen[visited[i]] = false;
        }
    }
}
