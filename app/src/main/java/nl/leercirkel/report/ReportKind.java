package nl.leercirkel.report;

/** What an evaluation report is: a look on the way, or the account at the end. */
public enum ReportKind {
    /** Some projects are still to be decided upon: what they do, cost and yield so far. */
    INTERIM,
    /** Every project has its decision: what they yielded and what became of them. */
    FINAL;

    /**
     * What suits a programme.
     *
     * @param decided on how many of the projects a decision was taken
     */
    static ReportKind of(int projects, int decided) {
        return projects > 0 && decided >= projects ? FINAL : INTERIM;
    }

    public String labelKey() {
        return "report.kind." + name();
    }
}
