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
    private final List<Finding> remarks = new ArrayList<>();
    private long count;
    private long remarkCount;
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
            kept.add(finding(entry, classPath, element, value));
        }
    }

    /** Adds what is no reason to reject: a rule on working together that has no return code. */
    void remark(String rule, String classPath, String element, @Nullable Object value) {
        remarkCount++;
        if (remarks.size() < MOST) {
            remarks.add(finding(rules.get(rule), classPath, element, value));
        }
    }

    private static Finding finding(RuleCatalogue.Rule rule, String classPath, String element, @Nullable Object value) {
        return new Finding(
                rule.code(),
                rule.returnCode(),
                classPath,
                element,
                value == null ? null : SafeText.of(value),
                rule.text());
    }

    List<Finding> kept() {
        return kept;
    }

    long count() {
        return count;
    }

    List<Finding> remarks() {
        return remarks;
    }

    long remarkCount() {
        return remarkCount;
    }

    /** Whether a rule of the message's content is broken, for which the whole message is rejected. */
    boolean contentFault() {
        return contentFault;
    }
}
