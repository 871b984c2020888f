package nl.leercirkel.statistics.business;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.leercirkel.statistics.Outcome;
import nl.leercirkel.statistics.Reason;

/**
 * Who pays and who gains: a pilot paid by one law often saves under another (the wrong pocket).
 *
 * @param parties      one per payer, in the order in which they first appear
 * @param costs        all that is paid, euro
 * @param benefits     all that is gained, euro
 * @param elsewhere    share of the benefits that falls beyond what each party paid; absent where nothing is gained
 * @param flows        how many amounts were added
 */
public record WhoPays(
        List<Party> parties, BigDecimal costs, BigDecimal benefits, Optional<Double> elsewhere, int flows) {

    /**
     * An amount.
     *
     * @param party  municipality, health insurer, long-term care, school, client ...
     * @param amount euro, negative where the party pays, positive where it gains
     */
    public record Flow(String party, BigDecimal amount) {}

    /** What a party pays, gains, and the sum of both. */
    public record Party(String name, BigDecimal pays, BigDecimal gains) {
        public BigDecimal net() {
            return gains.subtract(pays);
        }
    }

    public WhoPays {
        parties = List.copyOf(parties);
    }

    /** Net of all parties together. */
    public BigDecimal net() {
        return benefits.subtract(costs);
    }

    /** @return fails without flows, or where a flow names no party */
    public static Outcome<WhoPays> of(List<Flow> flows) {
        if (flows.isEmpty()) {
            return Outcome.failed(Reason.NO_DATA, "no flows");
        }
        Map<String, Party> byName = new LinkedHashMap<>();
        BigDecimal costs = BigDecimal.ZERO;
        BigDecimal benefits = BigDecimal.ZERO;
        for (int i = 0; i < flows.size(); i++) {
            Flow flow = flows.get(i);
            if (flow.party().isBlank()) {
                return Outcome.failed(Reason.DO_NOT_MATCH, "flow " + i + " names no party");
            }
            BigDecimal pays = flow.amount().negate().max(BigDecimal.ZERO);
            BigDecimal gains = flow.amount().max(BigDecimal.ZERO);
            byName.merge(
                    flow.party(),
                    new Party(flow.party(), pays, gains),
                    (a, b) -> new Party(
                            a.name(), a.pays().add(b.pays()), a.gains().add(b.gains())));
            costs = costs.add(pays);
            benefits = benefits.add(gains);
        }
        BigDecimal beyond = BigDecimal.ZERO;
        for (Party party : byName.values()) {
            beyond = beyond.add(party.net().max(BigDecimal.ZERO));
        }
        Optional<Double> elsewhere = benefits.signum() > 0
                ? Optional.of(beyond.divide(benefits, MathContext.DECIMAL64).doubleValue())
                : Optional.empty();
        return Outcome.of(new WhoPays(new ArrayList<>(byName.values()), costs, benefits, elsewhere, flows.size()));
    }
}
