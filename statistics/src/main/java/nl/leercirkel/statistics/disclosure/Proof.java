package nl.leercirkel.statistics.disclosure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was shown about a published table. It exists only where everything held; else there is a named failure and no published table.
 *
 * <p>For every secret there are other tables of whole numbers, with the same published values and totals that add up and nothing below
 * 0, in which the secret has another value. An attacker with the published table alone cannot tell them from the true one. Each was
 * checked against the table and its equations.
 *
 * @param against the attackers reckoned with
 * @param secrets what is protected, each with what an attacker must think possible
 * @param cells of the table
 * @param equations between them
 * @param cost of the secondary suppression in the unit of the policy
 * @param optimal whether it was proven that no pattern with less cost protects the same
 */
public record Proof(
        Set<Attacker> against, List<Secret> secrets, int cells, int equations, double cost, boolean optimal) {

    /** Who tries to work out a secret. */
    public enum Attacker {
        /** Knows what is published, the hierarchy, and that nothing is below 0; reckons with whole numbers. */
        OUTSIDER,
        /** Moreover knows every cell that has one contributor who is not the one behind the secret, all of them together. */
        SOLE_CONTRIBUTORS,
        /** Is after the sum of all cells that are suppressed below one published total. */
        SUM_OF_SUPPRESSED,
        /** Moreover has an earlier publication of the same table. */
        EARLIER_VERSION
    }

    /**
     * A secret, and what an attacker must think possible. Not for publication: it says which cells are secret themselves.
     *
     * @param cells the codes of the cell, or of the cells whose sum is secret
     * @param below the attacker must think at least this much less than the true value possible: shown by a table
     * @param above and this much more
     * @param least how much less was asked for
     * @param most how much more was asked for
     * @param width how far apart the two ends had to be
     * @param feasible the exact ends of what the outsider thinks possible by linear programming, as differences from the true value;
     *     empty where the table is too large for it or the solver gave up
     */
    public record Secret(
            List<List<String>> cells,
            BigDecimal below,
            BigDecimal above,
            BigDecimal least,
            BigDecimal most,
            BigDecimal width,
            Optional<Feasible> feasible) {

        public Secret {
            cells = List.copyOf(cells);
        }
    }

    /**
     * The ends of what is feasible, as differences from the true value.
     *
     * @param below how much less, at least 0
     * @param above how much more, at least 0; infinite when there is no bound
     */
    public record Feasible(double below, double above) {}

    public Proof {
        against = Set.copyOf(against);
        secrets = List.copyOf(secrets);
    }

    /** The secret that is this one cell; empty when the cell is none. */
    public Optional<Secret> of(List<String> codes) {
        return secrets.stream()
                .filter(secret ->
                        secret.cells().size() == 1 && secret.cells().getFirst().equals(codes))
                .findFirst();
    }
}
