package nl.leercirkel.standards.ijw.stream;

import java.util.ArrayList;
import java.util.List;

/** Gathers violations until there are enough of them. */
final class Violations {
    private final int most;
    private final List<Violation> found = new ArrayList<>();

    Violations(int most) {
        this.most = most;
    }

    void add(Violation violation) {
        if (found.size() < most) {
            found.add(violation);
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    boolean enough() {
        return found.size() >= most;
    }

    List<Violation> all() {
        return found;
    }
}
