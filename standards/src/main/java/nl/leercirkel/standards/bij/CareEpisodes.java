package nl.leercirkel.standards.bij;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.episode.Episode;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Place;
import org.jspecify.annotations.Nullable;

/**
 * Makes care episodes, of which a delivery is made, out of the episodes that messages tell. What messages do not tell is either
 * derived by a rule that a finding names, or asked; nothing is guessed in silence.
 */
public final class CareEpisodes {

    private static final String CRISIS = "46";
    private static final String STANDARD_NUMBER = "\\d{9}";

    private final HelpFormTable forms;
    private final Map<String, List<Measurement>> measurements;

    /** @param forms which form of help a product is */
    public CareEpisodes(HelpFormTable forms) {
        this(forms, Map.of());
    }

    /** @param measurements answers of young people and parents, by the id of the episode */
    public CareEpisodes(HelpFormTable forms, Map<String, List<Measurement>> measurements) {
        this.forms = forms;
        this.measurements = Map.copyOf(measurements);
    }

    /** The episodes, and what someone has to answer or to know. */
    public record Made(List<CareEpisode> episodes, List<Finding> findings) {

        public Made {
            episodes = List.copyOf(episodes);
            findings = List.copyOf(findings);
        }
    }

    /**
     * By which questions and answers point at an episode: municipality, allocation numbers and first day, or without an
     * allocation the caller's key of the client. That key ends up in findings, so it may not be a citizen service number.
     *
     * @throws IllegalArgumentException where there is no allocation and the key is nine digits
     */
    public static String id(Episode episode) {
        String subject = episode.allocations().stream().map(Object::toString).collect(Collectors.joining("+"));
        if (subject.isEmpty()) {
            if (episode.client().matches(STANDARD_NUMBER)) {
                throw new IllegalArgumentException("a client key of nine digits may be a citizen service number");
            }
            Product product = episode.product();
            subject = episode.parties().provider() + "-" + episode.client()
                    + (product == null
                            ? ""
                            : "-" + product.category() + Objects.requireNonNullElse(product.code(), ""));
        }
        LocalDate first = episode.begin() == null ? episode.allocatedFrom() : episode.begin();
        return episode.parties().municipality() + "-" + subject + "-" + first;
    }

    /**
     * The episodes under the Jeugdwet in which care began.
     *
     * @param people what the same messages say of the clients, by the same keys
     * @param answers the form of help of an episode, by its id, where that was asked
     */
    public Made make(Collection<Episode> episodes, MessagePeople people, Map<String, HelpForm> answers) {
        Work work = new Work(people, answers);
        episodes.stream()
                .filter(episode -> episode.parties().law() == Law.YOUTH)
                .forEach(work::take);
        return new Made(work.made, work.findings);
    }

    private final class Work {
        private final MessagePeople people;
        private final Map<String, HelpForm> answers;
        private final List<CareEpisode> made = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private final Map<String, Integer> ids = new HashMap<>();

        Work(MessagePeople people, Map<String, HelpForm> answers) {
            this.people = people;
            this.answers = answers;
        }

        void take(Episode episode) {
            LocalDate begin = episode.begin();
            if (begin == null) {
                return;
            }
            // Two starts of one product on one day without an allocation are two episodes.
            int times = ids.merge(id(episode), 1, Integer::sum);
            String id = id(episode) + (times == 1 ? "" : "-" + times);
            LocalDate last = episode.end();
            if (last != null && last.isBefore(begin)) {
                findings.add(Finding.error(
                        "BIJ-EINDE", place(id), "Het einde ligt voor het begin. Er is geen record gemaakt."));
                return;
            }
            HelpForm form = form(episode, id);
            if (form == null) {
                return;
            }
            Optional<Person> person = people.person(episode);
            if (person.isEmpty()) {
                findings.add(Finding.error(
                        "BIJ-PERSOON",
                        place(id),
                        "Van deze jeugdige is geen geboortedatum bekend uit een toewijzing, start of stop. Er is geen record"
                                + " gemaakt; vul de gegevens aan."));
                return;
            }
            made.add(new CareEpisode(
                    id,
                    episode.parties().provider(),
                    person.get(),
                    form,
                    referrer(episode, form, id),
                    crisis(episode),
                    begin,
                    end(episode, id),
                    stop(episode),
                    null,
                    measurements.getOrDefault(id, List.of())));
        }

        private @Nullable HelpForm form(Episode episode, String id) {
            HelpForm answered = answers.get(id);
            if (answered != null) {
                return answered;
            }
            Product product = episode.product();
            HelpFormTable.Entry entry =
                    product == null ? null : forms.entry(product).orElse(null);
            if (entry == null) {
                return ask(id, "Dit product staat niet in de tabel van hulpvormen.");
            }
            return switch (entry.effect()) {
                case FORM -> entry.form();
                case QUESTION -> ask(id, entry.reasoning() + ".");
                case NO_HELP -> {
                    findings.add(Finding.note(
                            "BIJ-GEEN-JEUGDHULP", place(id), "Geen record jeugdhulp. " + entry.reasoning() + "."));
                    yield null;
                }
            };
        }

        private @Nullable HelpForm ask(String id, String why) {
            findings.add(
                    Finding.error(
                            "BIJ-VRAAG-HULPVORM",
                            place(id),
                            why
                                    + " Er is geen record gemaakt. Geef bij dit traject de hulpvorm op, of zet het product in de tabel."));
            return null;
        }

        /** Neighbourhood-team help is always without referrer; without a request the municipality let in. */
        private Referrer referrer(Episode episode, HelpForm form, String id) {
            if (form == HelpForm.TEAM) {
                return Referrer.NONE;
            }
            return people.referrer(episode).orElseGet(() -> {
                findings.add(
                        Finding.note(
                                "BIJ-VERWIJZER",
                                place(id),
                                "Er is geen verzoek om toewijzing (JW315) bij dit traject; als verwijzer is de gemeente ingevuld."));
                return Referrer.MUNICIPALITY;
            });
        }

        private static YesNo crisis(Episode episode) {
            Product product = episode.product();
            return product != null && product.category().equals(CRISIS) ? YesNo.YES : YesNo.NO;
        }

        private @Nullable LocalDate end(Episode episode, String id) {
            if (episode.state() == Episode.State.UNKNOWN_END) {
                findings.add(
                        Finding.warning(
                                "BIJ-EINDE-ONBEKEND",
                                place(id),
                                "De toewijzing liep af op " + episode.allocatedUntil()
                                        + " en er kwam geen stop. Het record blijft open; vraag de aanbieder om een stopbericht."));
            }
            return episode.end();
        }

        private static CareEpisode.@Nullable Stop stop(Episode episode) {
            String reason = episode.endReason();
            return reason == null ? null : new CareEpisode.Stop.ByMessage(reason);
        }

        private static Place place(String id) {
            return new Place(0, "traject " + id);
        }
    }
}
