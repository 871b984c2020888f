package nl.leercirkel.report;

import java.util.Arrays;
import java.util.Optional;

/** The reports that a programme has, with what each is called in addresses. */
enum ReportOfProgramme {
    EVALUATION("evaluatie", ""),
    PLAN("plan", "/plan"),
    COUNCIL("raad", "/raad");

    private final String term;
    private final String path;

    ReportOfProgramme(String term, String path) {
        this.term = term;
        this.path = path;
    }

    String term() {
        return term;
    }

    /** Behind the address of the programme's reports. */
    String path() {
        return path;
    }

    static Optional<ReportOfProgramme> of(String term) {
        return Arrays.stream(values())
                .filter(report -> report.term.equals(term))
                .findFirst();
    }
}
