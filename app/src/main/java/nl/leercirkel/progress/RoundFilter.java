package nl.leercirkel.progress;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What the manager wants to see of a round. */
enum RoundFilter {
    ALL("", EnumSet.allOf(ReportState.class)),
    LATE("te-laat", EnumSet.copyOf(ReportState.AWAITED)),
    NOT_STARTED("niet-begonnen", EnumSet.of(ReportState.NOT_STARTED)),
    DRAFT("concept", EnumSet.of(ReportState.DRAFT)),
    SENT_BACK("teruggestuurd", EnumSet.of(ReportState.SENT_BACK)),
    HANDED_IN("ingeleverd", EnumSet.of(ReportState.HANDED_IN)),
    ACCEPTED("akkoord", EnumSet.of(ReportState.ACCEPTED));

    private final String term;
    private final Set<ReportState> states;

    RoundFilter(String term, Set<ReportState> states) {
        this.term = term;
        this.states = states;
    }

    /** As the address of the page writes it. */
    public String term() {
        return term;
    }

    Set<ReportState> states() {
        return EnumSet.copyOf(states);
    }

    int count(RoundSummary summary) {
        return states.stream().mapToInt(summary::count).sum();
    }

    static RoundFilter of(String term) {
        return Arrays.stream(values())
                .filter(filter -> filter.term.equals(term))
                .findFirst()
                .orElse(ALL);
    }
}
