package nl.leercirkel.standards.bij;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.leercirkel.standards.figure.Figure;

/**
 * The national outcome set over the records that ended in a period (protocol, chapter 4): dropout from the reason of ending,
 * usefulness and going on without help from measurements. Answers of the young person and of a parent are never taken
 * together.
 *
 * @param ended records that ended in the period
 * @param reasonUnknown of these, without a reason
 * @param continued of these, followed at once by another form of help of the same person: a change, which is no dropout
 * @param narrow dropout in the narrow sense: ended early by the client alone (03)
 * @param broad ended early for whatever reason (02-05), as CBS publishes it
 */
public record OutcomeSet(
        BijPeriod period,
        int ended,
        int reasonUnknown,
        int continued,
        Share narrow,
        Share broad,
        Map<Informant, Answers> answers) {

    /** Help that starts this many days after the end at most, in another form, is a change of form. */
    private static final int CHANGE_DAYS = 1;

    public OutcomeSet {
        answers = Map.copyOf(answers);
    }

    /**
     * What one kind of informant answered.
     *
     * @param response measured records out of ended records; no answer is not a bad answer
     * @param marks how often each report mark was given
     * @param selfReliance how often each answer was given
     */
    public record Answers(Share response, Map<Integer, Integer> marks, Map<SelfReliance, Integer> selfReliance) {

        public Answers {
            marks = Map.copyOf(marks);
            selfReliance = Map.copyOf(selfReliance);
        }

        /** How many gave a report mark. */
        public int marked() {
            return marks.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** With one decimal; missing where nobody gave a mark. */
        public Figure meanMark() {
            int number = marked();
            if (number == 0) {
                return new Figure.Missing("niemand gaf een rapportcijfer");
            }
            int sum = marks.entrySet().stream()
                    .mapToInt(mark -> mark.getKey() * mark.getValue())
                    .sum();
            return Figure.of(BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(number), 1, RoundingMode.HALF_UP));
        }

        /** Those who expect to go on without help (03 and 04) out of those who answered. */
        public Share withoutHelp() {
            int all = selfReliance.values().stream().mapToInt(Integer::intValue).sum();
            return new Share(
                    selfReliance.getOrDefault(SelfReliance.NOT_NOW, 0)
                            + selfReliance.getOrDefault(SelfReliance.NO_MORE, 0),
                    all);
        }
    }

    /**
     * @param records all trajectories known, also those that did not end: they show what was a change of form
     * @param period the period in which records ended
     */
    public static OutcomeSet of(List<BijRecord.YouthHelp> records, BijPeriod period) {
        List<BijRecord.YouthHelp> ended = records.stream()
                .filter(record -> {
                    LocalDate end = record.end();
                    return end != null && period.contains(end);
                })
                .toList();
        Continuations continuations = new Continuations(records, CHANGE_DAYS);
        int unknown = 0;
        int continued = 0;
        int narrow = 0;
        int broad = 0;
        for (BijRecord.YouthHelp record : ended) {
            EndReason reason = record.reason();
            if (reason == null) {
                unknown++;
            } else if (continuations.inOtherForm(record)) {
                continued++;
            } else {
                narrow += reason == EndReason.EARLY_BY_CLIENT ? 1 : 0;
                broad += reason == EndReason.AS_PLANNED ? 0 : 1;
            }
        }
        Map<Informant, Answers> answers = new EnumMap<>(Informant.class);
        for (Informant informant : Informant.values()) {
            answers.put(informant, answers(ended, informant));
        }
        int known = ended.size() - unknown;
        return new OutcomeSet(
                period, ended.size(), unknown, continued, new Share(narrow, known), new Share(broad, known), answers);
    }

    private static Answers answers(List<BijRecord.YouthHelp> ended, Informant informant) {
        Map<Integer, Integer> marks = new HashMap<>();
        Map<SelfReliance, Integer> selfReliance = new EnumMap<>(SelfReliance.class);
        int measured = 0;
        for (BijRecord.YouthHelp record : ended) {
            for (Measurement measurement : record.measurements()) {
                if (measurement.informant() == informant) {
                    measured++;
                    Integer mark = measurement.usefulness();
                    SelfReliance answer = measurement.selfReliance();
                    if (mark != null) {
                        marks.merge(mark, 1, Integer::sum);
                    }
                    if (answer != null) {
                        selfReliance.merge(answer, 1, Integer::sum);
                    }
                    break;
                }
            }
        }
        return new Answers(new Share(measured, ended.size()), marks, selfReliance);
    }
}
