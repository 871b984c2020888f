package nl.leercirkel.standards.ijw.episode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.rule.Parties;
import org.jspecify.annotations.Nullable;

/**
 * Makes episodes of facts. The facts may hold several clients, but of each client all that is known: give whole clients, in
 * batches as large as memory likes.
 */
public final class EpisodeBuilder {
    private static final Comparator<Episode> BY_TIME = Comparator.comparing(
                    EpisodeBuilder::firstDay, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(episode -> episode.allocations().toString())
            .thenComparing(Episode::toString);

    private final EpisodeRules rules;

    public EpisodeBuilder(EpisodeRules rules) {
        this.rules = rules;
    }

    /** The episodes of all clients in the facts, in the order of client, provider and time. */
    public List<Episode> episodes(Collection<? extends Fact> facts) {
        Map<Dossier, Gathered> dossiers = new HashMap<>();
        for (Fact fact : facts) {
            switch (fact) {
                case Fact.Allocated allocated ->
                    dossier(dossiers, fact, allocated.client()).allocated.add(allocated);
                case Fact.Started started ->
                    dossier(dossiers, fact, started.client()).started.add(started);
                case Fact.Stopped stopped ->
                    dossier(dossiers, fact, stopped.client()).stopped.add(stopped);
                case Fact.Requested requested ->
                    dossier(dossiers, fact, requested.client()).requested.add(requested);
                case Fact.Declared declared -> {}
                case Fact.Line line -> {}
                case Fact.Answered answered -> {}
            }
        }
        List<Episode> episodes = new ArrayList<>();
        dossiers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Dossier.ORDER))
                .forEach(entry -> episodes.addAll(episodes(entry.getKey(), entry.getValue())));
        return episodes;
    }

    /** A client at a provider. */
    private record Dossier(Parties parties, String client) {
        private static final Comparator<Dossier> ORDER = Comparator.comparing(Dossier::client)
                .thenComparing(dossier -> dossier.parties().law())
                .thenComparing(dossier -> dossier.parties().municipality())
                .thenComparing(dossier -> dossier.parties().provider());
    }

    private static final class Gathered {
        private final List<Fact.Allocated> allocated = new ArrayList<>(2);
        private final List<Fact.Started> started = new ArrayList<>(2);
        private final List<Fact.Stopped> stopped = new ArrayList<>(2);
        private final List<Fact.Requested> requested = new ArrayList<>(0);
    }

    private static Gathered dossier(Map<Dossier, Gathered> dossiers, Fact fact, String client) {
        return dossiers.computeIfAbsent(new Dossier(fact.parties(), client), any -> new Gathered());
    }

    /** What deliveries are grouped by: the allocation number or, under task-based contracting, the product. */
    private record Subject(
            @Nullable Long allocation, @Nullable Product product) {
        static Subject of(@Nullable Long allocation, @Nullable Product product) {
            return allocation == null ? new Subject(null, product) : new Subject(allocation, null);
        }
    }

    private List<Episode> episodes(Dossier dossier, Gathered gathered) {
        Allocations allocations = new Allocations(gathered.allocated);
        Map<String, LocalDate> requests = new HashMap<>();
        gathered.requested.forEach(fact -> requests.merge(
                fact.reference(), fact.source().date(), (one, other) -> one.isBefore(other) ? one : other));
        List<Fact.Started> starts = Deliveries.holding(
                gathered.started,
                Fact.Started::removal,
                start -> Arrays.asList(start.allocation(), start.product(), start.begin()));
        List<Fact.Stopped> stops = Deliveries.holding(
                gathered.stopped,
                Fact.Stopped::removal,
                stop -> Arrays.asList(stop.allocation(), stop.product(), stop.begin(), stop.end(), stop.reason()));
        Set<Subject> subjects = new LinkedHashSet<>();
        allocations.numbers().forEach(number -> subjects.add(new Subject(number, null)));
        starts.forEach(start -> subjects.add(Subject.of(start.allocation(), start.product())));
        List<Episode> episodes = new ArrayList<>();
        for (Subject subject : subjects) {
            Allocations.Known known = subject.allocation() == null ? null : allocations.get(subject.allocation());
            List<Fact.Started> ofSubject = starts.stream()
                    .filter(start ->
                            Subject.of(start.allocation(), start.product()).equals(subject))
                    .sorted(Comparator.comparing(Fact.Started::begin))
                    .toList();
            if (known != null && known.removed() && ofSubject.isEmpty()) {
                continue;
            }
            List<Fact.Stopped> stopsOfSubject = stops.stream()
                    .filter(stop ->
                            Subject.of(stop.allocation(), stop.product()).equals(subject))
                    .toList();
            LocalDate requested = known == null || known.reference() == null ? null : requests.get(known.reference());
            episodes.addAll(new SubjectEpisodes(rules, dossier.parties(), dossier.client(), known, requested)
                    .of(subject.allocation(), ofSubject, stopsOfSubject));
        }
        episodes.sort(BY_TIME);
        return new Joining(rules).join(episodes);
    }

    static @Nullable LocalDate firstDay(Episode episode) {
        return episode.begin() == null ? episode.allocatedFrom() : episode.begin();
    }

    /** The episodes per client, for callers that look at one client at a time. */
    public Map<String, List<Episode>> byClient(Collection<? extends Fact> facts) {
        Map<String, List<Episode>> byClient = new LinkedHashMap<>();
        episodes(facts)
                .forEach(episode -> byClient.computeIfAbsent(
                                Objects.requireNonNull(episode.client()), any -> new ArrayList<>())
                        .add(episode));
        return byClient;
    }
}
