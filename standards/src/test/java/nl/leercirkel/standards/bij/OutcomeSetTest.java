package nl.leercirkel.standards.bij;

import static nl.leercirkel.standards.bij.BijData.ANNA;
import static nl.leercirkel.standards.bij.BijData.BRAM;
import static nl.leercirkel.standards.bij.BijData.FIRST_HALF;
import static nl.leercirkel.standards.bij.BijData.day;
import static nl.leercirkel.standards.bij.BijData.help;
import static nl.leercirkel.standards.bij.BijData.measured;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Map;
import nl.leercirkel.standards.figure.Figure;
import org.junit.jupiter.api.Test;

class OutcomeSetTest {

    private static final Bsn CARL = new Bsn("999990032");
    private static final Bsn DAAN = new Bsn("999990044");

    @Test
    void dropoutNarrowAndBroad() {
        OutcomeSet set = OutcomeSet.of(
                List.of(
                        help(ANNA, HelpForm.AT_PROVIDER, "2024-01-01", "2025-02-01", EndReason.EARLY_BY_CLIENT),
                        help(BRAM, HelpForm.AT_PROVIDER, "2024-01-01", "2025-02-01", EndReason.EARLY_OUTSIDE),
                        help(CARL, HelpForm.AT_PROVIDER, "2024-01-01", "2025-02-01", EndReason.AS_PLANNED),
                        help(DAAN, HelpForm.AT_PROVIDER, "2024-01-01", "2025-02-01", null),
                        help(DAAN, HelpForm.DAY_HELP, "2024-01-01", "2024-12-31", EndReason.EARLY_BY_CLIENT),
                        help(Bsn.UNKNOWN, HelpForm.AT_PROVIDER, "2024-01-01", null, null)),
                FIRST_HALF);
        assertThat(set.ended()).isEqualTo(4);
        assertThat(set.reasonUnknown()).isEqualTo(1);
        assertThat(set.narrow()).isEqualTo(new Share(1, 3));
        assertThat(set.broad()).isEqualTo(new Share(2, 3));
        assertThat(set.broad().percentage()).isEqualTo(Figure.of(new BigDecimal("66.7")));
    }

    @Test
    void aChangeOfFormIsNoDropout() {
        OutcomeSet set = OutcomeSet.of(
                List.of(
                        help(ANNA, HelpForm.AT_PROVIDER, "2024-01-01", "2025-02-01", EndReason.EARLY_BY_CLIENT),
                        help(ANNA, HelpForm.DAY_HELP, "2025-02-02", null, null)),
                FIRST_HALF);
        assertThat(set.continued()).isEqualTo(1);
        assertThat(set.narrow()).isEqualTo(new Share(0, 1));
    }

    @Test
    void informantsAreKeptApart() {
        BijRecord.YouthHelp ended = help(ANNA, HelpForm.AT_PROVIDER, "2024-01-01", "2025-02-01", EndReason.AS_PLANNED);
        OutcomeSet set = OutcomeSet.of(
                List.of(
                        measured(
                                ended,
                                new Measurement(Informant.YOUNG_PERSON, 4, SelfReliance.LIGHTER),
                                new Measurement(Informant.PARENT, 8, SelfReliance.NO_MORE)),
                        measured(
                                help(BRAM, HelpForm.AT_PROVIDER, "2024-01-01", "2025-02-01", EndReason.AS_PLANNED),
                                new Measurement(Informant.PARENT, 7, null)),
                        help(CARL, HelpForm.AT_PROVIDER, "2024-01-01", "2025-02-01", EndReason.AS_PLANNED)),
                FIRST_HALF);
        OutcomeSet.Answers child = set.answers().get(Informant.YOUNG_PERSON);
        OutcomeSet.Answers parent = set.answers().get(Informant.PARENT);
        assertThat(child.response()).isEqualTo(new Share(1, 3));
        assertThat(parent.response()).isEqualTo(new Share(2, 3));
        assertThat(child.meanMark()).isEqualTo(Figure.of(new BigDecimal("4.0")));
        assertThat(parent.meanMark()).isEqualTo(Figure.of(new BigDecimal("7.5")));
        assertThat(parent.marks()).isEqualTo(Map.of(7, 1, 8, 1));
        assertThat(child.withoutHelp()).isEqualTo(new Share(0, 1));
        assertThat(parent.withoutHelp()).isEqualTo(new Share(1, 1));
        assertThat(OutcomeSet.of(List.of(), FIRST_HALF)
                        .answers()
                        .get(Informant.PARENT)
                        .meanMark())
                .isInstanceOf(Figure.Missing.class);
    }

    @Test
    void noNewStart() {
        List<BijRecord.YouthHelp> records = List.of(
                // again after five months
                help(ANNA, HelpForm.AT_PROVIDER, "2024-01-01", "2025-01-31", EndReason.AS_PLANNED),
                help(ANNA, HelpForm.AT_PROVIDER, "2025-07-01", null, null),
                // a change of form, then an end for good
                help(BRAM, HelpForm.AT_PROVIDER, "2024-01-01", "2025-01-31", EndReason.AS_PLANNED),
                help(BRAM, HelpForm.DAY_HELP, "2025-02-01", "2025-03-31", EndReason.AS_PLANNED),
                // the window of this one is not over on the last day known
                help(CARL, HelpForm.AT_PROVIDER, "2024-01-01", "2025-06-30", EndReason.AS_PLANNED),
                // two at the same time: help ended when the last one did, outside the period
                help(DAAN, HelpForm.AT_PROVIDER, "2024-01-01", "2025-03-01", EndReason.AS_PLANNED),
                help(DAAN, HelpForm.FOSTER_CARE, "2024-06-01", null, null),
                help(Bsn.UNKNOWN, HelpForm.AT_PROVIDER, "2024-01-01", "2025-03-01", EndReason.AS_PLANNED));
        NewStarts half = NewStarts.of(records, FIRST_HALF, Period.ofMonths(6), 1, day("2025-12-01"));
        assertThat(half.withoutNewStart()).isEqualTo(new Share(1, 2));
        assertThat(half.windowNotOver()).isEqualTo(1);
        assertThat(half.notLinkable()).isEqualTo(1);
        NewStarts quarter = NewStarts.of(records, FIRST_HALF, Period.ofMonths(3), 1, day("2025-12-01"));
        assertThat(quarter.withoutNewStart()).isEqualTo(new Share(3, 3));
    }
}
