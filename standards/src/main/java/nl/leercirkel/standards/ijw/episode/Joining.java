package nl.leercirkel.standards.ijw.episode;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.leercirkel.standards.ijw.message.Product;
import org.jspecify.annotations.Nullable;

/**
 * Joins what only administration parted: an episode stopped because the municipality or a request for change replaced its
 * allocation (reasons 36 and 37) and the one of the same product line that adjoins it on another number.
 */
final class Joining {
    private static final Set<String> ADMINISTRATIVE = Set.of("36", "37");

    private final EpisodeRules rules;

    Joining(EpisodeRules rules) {
        this.rules = rules;
    }

    /** Joins the episodes of one client at one provider, given in order of time. */
    List<Episode> join(List<Episode> episodes) {
        if (episodes.size() < 2) {
            return episodes;
        }
        List<Episode> joined = new ArrayList<>(episodes);
        for (int i = 0; i < joined.size(); i++) {
            int next = follower(joined, i);
            while (next >= 0) {
                joined.set(i, together(joined.get(i), joined.get(next)));
                joined.remove(next);
                next = follower(joined, i);
            }
        }
        return joined;
    }

    private int follower(List<Episode> episodes, int place) {
        Episode episode = episodes.get(place);
        LocalDate end = episode.end();
        if (end == null || episode.endReason() == null || !ADMINISTRATIVE.contains(episode.endReason())) {
            return -1;
        }
        for (int i = place + 1; i < episodes.size(); i++) {
            Episode other = episodes.get(i);
            LocalDate begin = other.begin();
            boolean adjoins = begin != null
                    && !begin.isBefore(end)
                    && ChronoUnit.DAYS.between(end, begin) <= rules.adjoiningDays();
            if (adjoins
                    && !other.allocations().equals(episode.allocations())
                    && sameLine(episode.product(), other.product())) {
                return i;
            }
        }
        return -1;
    }

    /** The same product line: the same category. A change of code is often why the number was replaced. */
    private static boolean sameLine(@Nullable Product one, @Nullable Product other) {
        return one != null && other != null && one.category().equals(other.category());
    }

    private static Episode together(Episode first, Episode second) {
        List<Long> numbers = new ArrayList<>(first.allocations());
        numbers.addAll(second.allocations());
        List<Episode.Pause> pauses = new ArrayList<>(first.pauses());
        pauses.addAll(second.pauses());
        return new Episode(
                first.parties(),
                first.client(),
                numbers,
                first.product(),
                second.state(),
                first.requested(),
                first.decided(),
                first.allocatedFrom(),
                second.allocatedUntil(),
                first.begin(),
                second.end(),
                second.endReason(),
                pauses,
                first.restart(),
                first.pilot() == null ? second.pilot() : first.pilot());
    }
}
