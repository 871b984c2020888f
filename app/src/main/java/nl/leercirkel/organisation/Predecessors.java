package nl.leercirkel.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The municipalities that ended since 2015, by the one of today that holds their territory or a part of it. */
@Component
class Predecessors {
    private final Map<String, List<Predecessor>> bySuccessor = new HashMap<>();

    /**
     * A municipality that is gone.
     *
     * @param partly whether other parts of its territory went elsewhere
     */
    record Predecessor(Municipality municipality, boolean partly) {
        LocalDate lastDay() {
            return Objects.requireNonNull(municipality.validity().to(), "a predecessor has ended");
        }
    }

    Predecessors(Regions regions) {
        for (Municipality former : regions.formerMunicipalities()) {
            switch (regions.succession(former.code())) {
                case Succession.Exists _ -> throw new IllegalStateException(former.code() + " ended and exists");
                case Succession.ContinuedIn(Municipality successor) -> add(successor, new Predecessor(former, false));
                case Succession.DividedOver(List<Municipality> successors) ->
                    successors.forEach(successor -> add(successor, new Predecessor(former, true)));
            }
        }
        bySuccessor
                .values()
                .forEach(list -> list.sort(Comparator.comparing(Predecessor::lastDay)
                        .thenComparing(predecessor -> predecessor.municipality().name())));
    }

    /** In the order in which they ended. */
    List<Predecessor> of(Municipality municipality) {
        return List.copyOf(bySuccessor.getOrDefault(municipality.code(), List.of()));
    }

    private void add(Municipality successor, Predecessor predecessor) {
        bySuccessor.computeIfAbsent(successor.code(), code -> new ArrayList<>()).add(predecessor);
    }
}
