package nl.leercirkel.standards.ijw.rule;

import java.time.LocalDate;
import java.util.Set;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.ReturnHeader;

/** What the header and the size of a file show of working together: versions, terms, size. No reason to reject. */
final class HeaderRemarks {
    private static final String HEADER = "/Bericht/Header";
    private static final int TERM = 3;
    private static final long MEGABYTE = 1024L * 1024;
    private static final long LARGEST = 25 * MEGABYTE;

    /** Definitions of release 3.2 call themselves 0.1.0, those of iWmo 1.0.0, as official examples do. */
    private static final Set<String> VERSIONS = Set.of("0.1.0", "1.0.0");

    private final Findings findings;

    HeaderRemarks(Findings findings) {
        this.findings = findings;
    }

    void check(Header header) {
        if (!VERSIONS.contains(header.versions().base())) {
            findings.remark(
                    "IV034",
                    HEADER,
                    "XsdVersie/BasisschemaXsdVersie",
                    header.versions().base());
        }
        if (!VERSIONS.contains(header.versions().message())) {
            findings.remark(
                    "IV034",
                    HEADER,
                    "XsdVersie/BerichtXsdVersie",
                    header.versions().message());
        }
        if (header.answer() instanceof ReturnHeader answer) {
            // When the message was received is not in it, so the term is counted from the day it was written.
            LocalDate last = WorkingDays.after(header.identification().date(), TERM);
            if (answer.date().isAfter(last)) {
                findings.remark("OP090", HEADER, "DagtekeningRetour", answer.date());
            }
        }
    }

    void size(long bytes) {
        if (bytes > LARGEST) {
            findings.remark("OP179", "/Bericht", "", bytes / MEGABYTE + " MB");
        }
    }
}
