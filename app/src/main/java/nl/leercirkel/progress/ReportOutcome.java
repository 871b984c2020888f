package nl.leercirkel.progress;

import java.util.Map;

/** What came of saving, handing in or judging a report. */
public sealed interface ReportOutcome {
    record Done() implements ReportOutcome {}

    /** Somebody else stored a version in the meantime; nothing was stored. */
    record Conflict() implements ReportOutcome {}

    /** It can no longer be written on: handed in, accepted or the round closed. Nothing was stored. */
    record Shut() implements ReportOutcome {}

    /** Something is missing or wrong; {@code stored} says whether the text was kept as a draft. */
    record Incomplete(Map<String, String> errors, boolean stored) implements ReportOutcome {}
}
