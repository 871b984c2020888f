package nl.leercirkel.standards.ijw.episode;

import java.time.LocalDate;
import java.util.Map;

/**
 * How messages are taken together; choices of ours that a report names.
 *
 * @param asOf the day of looking: an allocation that ended before it without a stop has an unknown end
 * @param adjoiningDays at most so many days lie between an episode ended for an administrative reason (36, 37) and the one on
 *     another allocation number that goes on with it
 * @param restartDays a start at most so many days after a final stop on the same allocation is marked a restart
 * @param pilots product codes that municipalities made for a pilot, with the pilot's name
 */
public record EpisodeRules(LocalDate asOf, int adjoiningDays, int restartDays, Map<String, String> pilots) {
    private static final int ADJOINING = 7;
    private static final int RESTART = 28;

    public EpisodeRules {
        pilots = Map.copyOf(pilots);
    }

    public static EpisodeRules asOf(LocalDate day) {
        return new EpisodeRules(day, ADJOINING, RESTART, Map.of());
    }

    public EpisodeRules withPilots(Map<String, String> codes) {
        return new EpisodeRules(asOf, adjoiningDays, restartDays, codes);
    }
}
