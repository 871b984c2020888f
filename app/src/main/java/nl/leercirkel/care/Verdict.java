package nl.leercirkel.care;

/** What came of judging a file. */
enum Verdict {
    /** A message that keeps all rules it shows by itself; its facts count. */
    ACCEPTED,
    /** A message that breaks a rule: it counts as never sent. */
    REFUSED,
    /** No message of a standard and version that we know, or not whole. */
    NO_MESSAGE;

    String labelKey() {
        return "care.verdict." + name();
    }
}
