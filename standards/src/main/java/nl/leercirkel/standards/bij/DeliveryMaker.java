package nl.leercirkel.standards.bij;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Place;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records of youth help of one provider over one period out of episodes.
 *
 * <p>What cannot be derived is asked, not guessed: such a record has an end without a reason, and a finding names the episode.
 * Give the answer by the episode's id and make the delivery again.
 */
public final class DeliveryMaker {

    private static final int OF_AGE = 18;

    private final EndReasonMapping mapping;
    private final int followDays;

    /**
     * @param followDays an allocation that starts this many days after one that ended for an administrative reason at most
     *     follows it
     */
    public DeliveryMaker(EndReasonMapping mapping, int followDays) {
        this.mapping = mapping;
        this.followDays = followDays;
    }

    /** The records, and what someone has to answer or to know. */
    public record Made(List<BijRecord.YouthHelp> records, List<Finding> findings) {

        public Made {
            records = List.copyOf(records);
            findings = List.copyOf(findings);
        }
    }

    /**
     * @param episodes of any provider and time; those of the provider that touch the period are used
     * @param answers why an episode ended, by its id, where that was asked
     */
    public Made make(String provider, BijPeriod period, List<CareEpisode> episodes, Map<String, EndReason> answers) {
        Work work = new Work(period, answers);
        List<CareEpisode> own = episodes.stream()
                .filter(episode -> episode.provider().equals(provider))
                .filter(episode -> !episode.start().isAfter(period.end()))
                .toList();
        List<Spell> spells = new ArrayList<>();
        groups(own).values().forEach(group -> spells.addAll(work.join(group)));
        List<BijRecord.YouthHelp> records = work.withoutWhatBelongsToAStay(spells).stream()
                .filter(spell -> spell.end == null || !spell.end.isBefore(period.start()))
                .map(work::record)
                .toList();
        return new Made(records, work.findings);
    }

    private static Map<Object, List<CareEpisode>> groups(List<CareEpisode> episodes) {
        record Who(Bsn bsn, HelpForm form) {}
        record Plan(String plan, HelpForm form) {}
        Map<Object, List<CareEpisode>> groups = new LinkedHashMap<>();
        for (CareEpisode episode : episodes) {
            Object key = episode.id();
            if (episode.person().bsn().identifies()) {
                key = new Who(episode.person().bsn(), episode.form());
            } else if (episode.plan() != null) {
                key = new Plan(episode.plan(), episode.form());
            }
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(episode);
        }
        groups.values()
                .forEach(group -> group.sort(Comparator.comparing(CareEpisode::start)
                        .thenComparing(episode -> Objects.requireNonNullElse(episode.end(), LocalDate.MAX))
                        .thenComparing(CareEpisode::id)));
        return groups;
    }

    /** Episodes that are one record. */
    private static final class Spell {
        private final CareEpisode first;
        private CareEpisode last;
        private @Nullable LocalDate end;
        private final Map<Informant, Measurement> measurements = new EnumMap<>(Informant.class);

        Spell(CareEpisode first, @Nullable LocalDate end) {
            this.first = first;
            this.last = first;
            this.end = end;
            take(first);
        }

        /** What runs on is not ended by a module within it; what was only interrupted is ended by what followed. */
        private void add(CareEpisode next, @Nullable LocalDate nextEnd, boolean interrupted) {
            take(next);
            LocalDate known = end;
            if (nextEnd == null || (known == null ? interrupted : !nextEnd.isBefore(known))) {
                end = nextEnd;
                last = next;
            }
        }

        private void take(CareEpisode episode) {
            episode.measurements().forEach(measurement -> measurements.put(measurement.informant(), measurement));
        }
    }

    /** One delivery in the making. */
    private final class Work {
        private final BijPeriod period;
        private final Map<String, EndReason> answers;
        private final List<Finding> findings = new ArrayList<>();

        Work(BijPeriod period, Map<String, EndReason> answers) {
            this.period = period;
            this.answers = answers;
        }

        List<Spell> join(List<CareEpisode> group) {
            List<Spell> spells = new ArrayList<>();
            for (CareEpisode episode : group) {
                LocalDate end = endOf(episode);
                Spell current = spells.isEmpty() ? null : spells.getLast();
                if (current != null && continues(current, episode)) {
                    current.add(episode, end, effect(current.last) == EndReasonMapping.Effect.GOES_ON);
                } else {
                    spells.add(new Spell(episode, end));
                }
            }
            return spells;
        }

        /** The day as known at the end of the period; a temporary stop is no end. */
        private @Nullable LocalDate endOf(CareEpisode episode) {
            LocalDate end = episode.end();
            return end == null || end.isAfter(period.end()) || effect(episode) == EndReasonMapping.Effect.GOES_ON
                    ? null
                    : end;
        }

        private EndReasonMapping.@Nullable Effect effect(CareEpisode episode) {
            return episode.stop() instanceof CareEpisode.Stop.ByMessage(String code)
                    ? mapping.entry(code).map(EndReasonMapping.Entry::effect).orElse(null)
                    : null;
        }

        private boolean continues(Spell current, CareEpisode next) {
            if (next.start().equals(current.first.start()) || Merging.overlap(next.form(), current.end, next.start())) {
                return true;
            }
            if (next.plan() != null && next.plan().equals(current.last.plan())) {
                return true;
            }
            LocalDate end = Objects.requireNonNull(current.end, "an open end overlaps whatever comes");
            return effect(current.last) == EndReasonMapping.Effect.ADMINISTRATIVE
                    && !next.start().isAfter(end.plusDays(followDays));
        }

        /** Ambulatory help of the provider during a stay with the same provider is part of the stay. */
        List<Spell> withoutWhatBelongsToAStay(List<Spell> spells) {
            List<Spell> kept = new ArrayList<>();
            for (Spell spell : spells) {
                Spell stay = stayAround(spell, spells);
                if (stay == null) {
                    kept.add(spell);
                } else if (covers(stay, spell)) {
                    note(
                            spell,
                            "BIJ-BIJ-VERBLIJF",
                            "Ambulante hulp tijdens verblijf bij dezelfde aanbieder hoort bij het"
                                    + " verblijf en is geen eigen record.");
                } else {
                    kept.add(spell);
                    findings.add(Finding.warning(
                            "BIJ-DEELS-VERBLIJF",
                            place(spell.first),
                            "Deze ambulante hulp valt voor een deel samen met verblijf bij dezelfde aanbieder. Het deel"
                                    + " tijdens het verblijf hoort bij het verblijf; pas de datums zelf aan."));
                }
            }
            return kept;
        }

        private @Nullable Spell stayAround(Spell spell, List<Spell> spells) {
            Bsn bsn = spell.first.person().bsn();
            if (!spell.first.form().isAmbulatory() || !bsn.identifies()) {
                return null;
            }
            Spell partly = null;
            for (Spell other : spells) {
                if (other.first.form().isStay() && other.first.person().bsn().equals(bsn) && touches(other, spell)) {
                    if (covers(other, spell)) {
                        return other;
                    }
                    partly = other;
                }
            }
            return partly;
        }

        private static boolean touches(Spell stay, Spell spell) {
            return (spell.end == null || spell.end.isAfter(stay.first.start()))
                    && (stay.end == null || stay.end.isAfter(spell.first.start()));
        }

        private static boolean covers(Spell stay, Spell spell) {
            LocalDate end = spell.end;
            return !spell.first.start().isBefore(stay.first.start())
                    && (stay.end == null || (end != null && !end.isAfter(stay.end)));
        }

        BijRecord.YouthHelp record(Spell spell) {
            boolean ended = spell.end != null;
            return new BijRecord.YouthHelp(
                    spell.last.person(),
                    spell.first.referrer(),
                    spell.first.form(),
                    spell.first.crisis(),
                    spell.first.start(),
                    spell.end,
                    ended ? reason(spell.last) : null,
                    List.copyOf(spell.measurements.values()));
        }

        private @Nullable EndReason reason(CareEpisode episode) {
            EndReason answered = answers.get(episode.id());
            if (answered != null) {
                return answered;
            }
            return switch (episode.stop()) {
                case null -> ask(episode, "Er is een einde zonder reden.", List.of());
                case CareEpisode.Stop.ByReason(EndReason reason) -> reason;
                case CareEpisode.Stop.ByMessage(String code) -> {
                    EndReasonMapping.Entry entry = mapping.entry(code).orElse(null);
                    yield entry == null
                            ? ask(episode, "Code " + code + " staat niet in de vertaaltabel.", List.of())
                            : byEntry(episode, entry);
                }
            };
        }

        private @Nullable EndReason byEntry(CareEpisode episode, EndReasonMapping.Entry entry) {
            return switch (entry.effect()) {
                case REASON -> entry.reasons().getFirst();
                case QUESTION ->
                    isOfAge(episode) && entry.reasons().equals(List.of(EndReason.AS_PLANNED))
                            ? EndReason.AS_PLANNED
                            : ask(episode, entry.reasoning(), entry.reasons());
                case ADMINISTRATIVE -> ask(episode, entry.reasoning(), entry.reasons());
                case GOES_ON -> throw new IllegalStateException("what goes on has no end: " + episode.id());
            };
        }

        /** Whether the person was certainly eighteen at the end. */
        private static boolean isOfAge(CareEpisode episode) {
            LocalDate end = episode.end();
            return end != null
                    && episode.person()
                            .birth()
                            .latest()
                            .filter(birth -> Period.between(birth, end).getYears() >= OF_AGE)
                            .isPresent();
        }

        private @Nullable EndReason ask(CareEpisode episode, String why, List<EndReason> likely) {
            String choices = likely.isEmpty()
                    ? "01 tot en met 05"
                    : String.join(" of ", likely.stream().map(EndReason::code).toList()) + " ligt voor de hand";
            findings.add(Finding.error(
                    "BIJ-VRAAG-REDEN",
                    place(episode),
                    why + " Kies de reden van beëindiging (" + choices + ") en geef die bij dit traject op."));
            return null;
        }

        private void note(Spell spell, String code, String message) {
            findings.add(Finding.note(code, place(spell.first), message));
        }

        private static Place place(CareEpisode episode) {
            return new Place(0, "traject " + episode.id());
        }
    }
}
