package nl.leercirkel.statistics.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.statistics.Failure;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import nl.leercirkel.statistics.panel.Panel;
import nl.leercirkel.statistics.support.Check;

/**
 * The same question with several specifications beside each other. When they disagree on whether chance alone can give what was
 * found, the answer hangs on a choice of the analyst, and the text must say so.
 *
 * @param rows one per specification, in the order given
 */
public record Sensitivity(List<Row> rows) {

    /** A specification with a name for the table. */
    public record Named(String name, Specification specification) {}

    /**
     * One specification.
     *
     * @param name as given
     * @param placebo its comparison, rank and p-value; or why it could not be made
     */
    public record Row(String name, Outcome<PlaceboInSpace> placebo) {}

    /**
     * Runs all.
     *
     * @param specifications at least two, with different names
     * @return TOO_FEW or DO_NOT_MATCH; a specification that fails has its failure in its row
     */
    public static Outcome<Sensitivity> of(
            Panel panel, List<Named> specifications, DonorPool pool, Randomness randomness) {
        Optional<Failure> failure = Check.first(
                Check.that(specifications.size() >= 2, Reason.TOO_FEW, specifications.size() + " specifications"),
                Check.that(
                        specifications.stream().map(Named::name).distinct().count() == specifications.size(),
                        Reason.DO_NOT_MATCH,
                        "a name is there twice"));
        if (failure.isPresent()) {
            return Outcome.failed(failure.get());
        }
        List<Row> rows = new ArrayList<>();
        for (Named named : specifications) {
            rows.add(new Row(named.name(), PlaceboInSpace.of(panel, named.specification(), pool, randomness)));
        }
        return Outcome.of(new Sensitivity(List.copyOf(rows)));
    }

    /** Whether all specifications that gave an answer are on the same side of this significance. */
    public boolean agree(double significance) {
        return answers().stream()
                        .map(placebo -> placebo.test().pValue() <= significance)
                        .distinct()
                        .count()
                <= 1;
    }

    public List<PlaceboInSpace> answers() {
        return rows.stream()
                .map(Row::placebo)
                .filter(Outcome::isAnswer)
                .map(Outcome::get)
                .toList();
    }
}
