package nl.leercirkel.standards.bij;

import java.util.function.Consumer;
import nl.leercirkel.standards.table.Finding;

/** Passes findings on and remembers whether one of them makes the table useless. */
final class WatchedFindings implements Consumer<Finding> {
    private final Consumer<? super Finding> findings;
    private boolean wrong;

    WatchedFindings(Consumer<? super Finding> findings) {
        this.findings = findings;
    }

    @Override
    public void accept(Finding finding) {
        wrong |= finding.level().compareTo(Finding.Level.ERROR) >= 0;
        findings.accept(finding);
    }

    boolean isWrong() {
        return wrong;
    }
}
