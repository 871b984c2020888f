package nl.leercirkel.standards.iv3;

/**
 * Whose file it is and about when.
 *
 * @param layer of government ("Gemeente")
 * @param number municipality code of four digits
 * @param period 0 budget, 1 to 4 the year up to that quarter, 5 annual account
 * @param status as the sender writes it ("Realisatie"); empty where it does not
 */
public record Iv3Metadata(String layer, String number, String name, int year, int period, String status) {

    private static final int BUDGET = 0;
    private static final int ACCOUNT = 5;

    /** What the amounts are. */
    public enum Report {
        BUDGET("begroting"),
        QUARTER("kwartaal"),
        ACCOUNT("jaarrekening");

        private final String label;

        Report(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Report report() {
        return period == BUDGET ? Report.BUDGET : period == ACCOUNT ? Report.ACCOUNT : Report.QUARTER;
    }
}
