package nl.leercirkel.standards.ijw.rule;

import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.standards.ijw.message.SafeText;
import org.jspecify.annotations.Nullable;

/** Gathers findings; keeps the first so many and counts the rest, so that a bad file of any size stays bounded. */
final class Findings {
    private static final int MOST = 10_000;

    private final RuleCatalogue rules = RuleCatalogue.release32();
    private final List<Finding> kept = new ArrayList<>();
    private FindingSink sink = (classPath, returnCode) -> {};
    private long count;
    private boolean contentFault;

    /** Hears of every finding, also of those that are not kept. */
    @FunctionalInterface
    interface FindingSink {
        void found(String classPath, String returnCode);
    }

    void hear(FindingSink given) {
        sink = given;
    }

    void add(String rule, String classPath, String element, @Nullable Object value) {
        RuleCatalogue.Rule entry = rules.get(rule);
        count++;
        contentFault |= RuleCatalogue.CONTENT_FAULT.equals(entry.returnCode());
        if (entry.returnCode() != null) {
            sink.found(classPath, entry.returnCode());
        }
        if (kept.size() < MOST) {
            kept.add(new Finding(
                    rule,
                    entry.returnCode(),
                    classPath,
                    element,
                    value == null ? null : SafeText.of(value),
                    entry.text()));
        }
    }

    List<Finding> kept() {
        return kept;
    }

    long count() {
        return count;
    }

    /** Whether a rule of the message's content is broken, for which the whole message is rejected. */
    boolean contentFault() {
        return contentFault;
    }
}
