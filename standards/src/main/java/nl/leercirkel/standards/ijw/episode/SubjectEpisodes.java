package nl.leercirkel.standards.ijw.episode;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.rule.Parties;
import org.jspecify.annotations.Nullable;

/** The episodes on one allocation: starts with the stops that name their begin, a temporary stop being a pause. */
final class SubjectEpisodes {
    static final String TEMPORARY = "20";

    private final EpisodeRules rules;
    private final Parties parties;
    private final String client;
    private final Allocations.@Nullable Known known;
    private final @Nullable LocalDate requested;

    SubjectEpisodes(
            EpisodeRules rules,
            Parties parties,
            String client,
            Allocations.@Nullable Known known,
            @Nullable LocalDate requested) {
        this.rules = rules;
        this.parties = parties;
        this.client = client;
        this.known = known;
        this.requested = requested;
    }

    /** What is being put together. */
    private static final class Draft {
        private final LocalDate begin;
        private final @Nullable Product product;
        private final boolean restart;
        private final List<Episode.Pause> pauses = new ArrayList<>();
        private @Nullable LocalDate pausedFrom;
        private @Nullable LocalDate end;
        private @Nullable String reason;

        Draft(Fact.Started start, boolean restart) {
            this.begin = start.begin();
            this.product = start.product();
            this.restart = restart;
        }

        void resume(LocalDate again) {
            if (pausedFrom != null) {
                if (again.isAfter(pausedFrom)) {
                    pauses.add(new Episode.Pause(pausedFrom, again.minusDays(1)));
                }
                pausedFrom = null;
            }
        }

        void apply(Fact.Stopped stop) {
            if (stop.reason().equals(TEMPORARY)) {
                pausedFrom = stop.end().plusDays(1);
            } else {
                pausedFrom = null;
                end = stop.end();
                reason = stop.reason();
            }
        }
    }

    /** The episodes; one that is only allocated when there is no start. Starts come in order of begin. */
    List<Episode> of(@Nullable Long allocation, List<Fact.Started> starts, List<Fact.Stopped> stops) {
        List<Long> numbers = allocation == null ? List.of() : List.of(allocation);
        if (starts.isEmpty()) {
            return List.of(notBegun(numbers));
        }
        List<Draft> drafts = new ArrayList<>();
        for (Fact.Started start : starts) {
            Draft last = drafts.isEmpty() ? null : drafts.getLast();
            Draft current;
            if (last != null && last.end == null) {
                // Still open or paused: the start goes on with it. A second start without a stop tells nothing new
                // (TR326).
                last.resume(start.begin());
                current = last;
            } else {
                boolean soon = last != null
                        && last.end != null
                        && ChronoUnit.DAYS.between(last.end, start.begin()) <= rules.restartDays();
                current = new Draft(start, soon);
                drafts.add(current);
            }
            stops.stream()
                    .filter(stop -> stop.begin().equals(start.begin()))
                    .sorted(Comparator.comparing(Fact.Stopped::end)
                            .thenComparing(stop -> !stop.reason().equals(TEMPORARY))
                            .thenComparing(Fact.Stopped::reason))
                    .forEach(current::apply);
        }
        return drafts.stream().map(draft -> begun(draft, numbers)).toList();
    }

    private Episode notBegun(List<Long> numbers) {
        LocalDate until = known == null ? null : known.product().end();
        boolean over = until != null && until.isBefore(rules.asOf());
        Product product = known == null ? null : known.product().product();
        return episode(
                numbers,
                product,
                over ? Episode.State.NEVER_BEGUN : Episode.State.ALLOCATED,
                null,
                null,
                null,
                List.of(),
                false);
    }

    private Episode begun(Draft draft, List<Long> numbers) {
        Product allocated = known == null ? null : known.product().product();
        Product product = allocated == null || allocated.code() == null ? more(draft.product, allocated) : allocated;
        LocalDate until = known == null ? null : known.product().end();
        List<Episode.Pause> pauses = new ArrayList<>(draft.pauses);
        Episode.State state;
        if (draft.end != null) {
            state = Episode.State.ENDED;
        } else if (draft.pausedFrom != null) {
            pauses.add(new Episode.Pause(draft.pausedFrom, null));
            state = Episode.State.PAUSED;
        } else {
            boolean over = until != null && until.isBefore(rules.asOf());
            state = over ? Episode.State.UNKNOWN_END : Episode.State.RUNNING;
        }
        return episode(numbers, product, state, draft.begin, draft.end, draft.reason, pauses, draft.restart);
    }

    /** The start may be more specific than an allocation of a category only. */
    private static @Nullable Product more(@Nullable Product started, @Nullable Product allocated) {
        return started == null ? allocated : started;
    }

    private Episode episode(
            List<Long> numbers,
            @Nullable Product product,
            Episode.State state,
            @Nullable LocalDate begin,
            @Nullable LocalDate end,
            @Nullable String reason,
            List<Episode.Pause> pauses,
            boolean restart) {
        String code = product == null ? null : product.code();
        return new Episode(
                parties,
                client,
                numbers,
                product,
                state,
                requested,
                known == null ? null : known.firstDecided(),
                known == null ? null : known.product().begin(),
                known == null ? null : known.product().end(),
                begin,
                end,
                reason,
                pauses,
                restart,
                code == null ? null : rules.pilots().get(code));
    }
}
