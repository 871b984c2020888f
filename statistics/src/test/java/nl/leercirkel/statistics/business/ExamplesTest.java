package nl.leercirkel.statistics.business;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import nl.leercirkel.statistics.Caveat;
import nl.leercirkel.statistics.Randomness;
import org.junit.jupiter.api.Test;

/** One example per method of docs/methoden-reeksen.md; all amounts are made up. */
class ExamplesTest {

    private final PilotCase pilot = new PilotCase(
            new Distribution.Poisson(40),
            new Distribution.Beta(22, 8),
            new Distribution.Gamma(60_000, 16),
            new Distribution.Gamma(35_000, 16),
            new Distribution.Normal(450_000, 40_000));

    @Test
    void costPerCase() {
        // example: Kosten per casus, voor en na
        double[] before = {48_000, 61_000, 72_000, 39_000, 55_000, 90_000};
        double[] after = {31_000, 22_000, 45_000, 38_000, 27_000};
        CostPerCase result =
                CostPerCase.unpaired(before, after, .95, Randomness.of(2024)).get();
        // end
        assertThat(result.difference().value()).isLessThan(-20_000);
        assertThat(result.pValue()).isLessThan(.05);
        assertThat(result.difference().caveats()).contains(Caveat.FEW_OBSERVATIONS);
    }

    @Test
    void avoidedCost() {
        // example: Vermeden kosten uit "wat had u anders ingezet?"
        List<AvoidedCost.Case> cases = List.of(
                new AvoidedCost.Case(90, 180, 365, 250, .8, 12_000),
                new AvoidedCost.Case(30, 60, 120, 250, .5, 9_000),
                new AvoidedCost.Case(180, 270, 365, 310, .9, 15_000));
        AvoidedCost result = AvoidedCost.of(cases, .95, Randomness.of(2024)).get();
        // end
        assertThat(result.avoided()).isPositive();
        assertThat(result.together().width()).isGreaterThan(result.independent().width());
    }

    @Test
    void simulation() {
        // example: Simulatie met opgegeven verdelingen
        PilotCase pilot = new PilotCase(
                new Distribution.Poisson(40),
                new Distribution.Beta(22, 8),
                new Distribution.Gamma(60_000, 16),
                new Distribution.Gamma(35_000, 16),
                new Distribution.Normal(450_000, 40_000));
        Simulation simulation =
                pilot.simulate(100_000, .95, Randomness.of(2024)).get();
        // end
        assertThat(simulation.positive()).isBetween(.67, .71);
    }

    @Test
    void breakEven() {
        // example: Omslagpunt
        PilotCase.BreakEven breakEven =
                pilot.breakEven(.6, 100_000, Randomness.of(2024)).get();
        // end
        assertThat(breakEven.expected()).isEqualTo(25);
        assertThat(breakEven.withChance()).isGreaterThan(25);
    }

    @Test
    void tornado() {
        // example: Gevoeligheid (tornado)
        Tornado tornado = pilot.tornado().get();
        // end
        assertThat(tornado.bars().getFirst().input()).isEqualTo("before");
    }

    @Test
    void presentValue() {
        // example: Contante waarde
        Discounting result = Discounting.of(new double[] {-450_000, 180_000, 180_000, 180_000}, .0225)
                .get();
        // end
        assertThat(result.presentValue()).isBetween(60_000.0, 70_000.0);
        assertThat(result.paybackYear()).contains(3);
    }

    @Test
    void whoPays() {
        // example: Wie betaalt en wie wint
        WhoPays result = WhoPays.of(List.of(
                        new WhoPays.Flow("gemeente", new BigDecimal("-450000")),
                        new WhoPays.Flow("gemeente", new BigDecimal("300000")),
                        new WhoPays.Flow("zorgverzekeraar", new BigDecimal("250000"))))
                .get();
        // end
        assertThat(result.net()).isEqualByComparingTo("100000");
        assertThat(result.parties().getFirst().net()).isEqualByComparingTo("-150000");
    }

    @Test
    void socialReturn() {
        // example: Maatschappelijk rendement per euro
        SocialReturn.Claim claim = new SocialReturn.Claim(
                new Distribution.Gamma(300_000, 9),
                4,
                new Distribution.Beta(6, 14),
                new Distribution.Beta(4, 16),
                new Distribution.Fixed(.2),
                new Distribution.Fixed(450_000),
                .0225);
        SocialReturn result =
                SocialReturn.of(claim, 50_000, .9, Randomness.of(2024)).get();
        // end
        assertThat(result.ratio()).isBetween(.9, 1.2);
        assertThat(result.interval().contains(1)).isTrue();
    }

    @Test
    void priceList() {
        // example: Prijslijst met index
        PriceList list = PriceList.of(
                        List.of(new PriceList.Price(
                                "verblijf", "etmaal", new BigDecimal("310.00"), 2022, "contract 2022")),
                        Map.of(2022, new BigDecimal("100.0"), 2025, new BigDecimal("113.4")),
                        "indexbesluit gemeente")
                .get();
        PriceList.Indexed price = list.price("verblijf", 2025).get();
        // end
        assertThat(price.amount()).isEqualTo(new BigDecimal("351.54"));
    }
}
