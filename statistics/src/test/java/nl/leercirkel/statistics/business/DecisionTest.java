package nl.leercirkel.statistics.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import nl.leercirkel.statistics.Randomness;
import nl.leercirkel.statistics.Reason;
import org.junit.jupiter.api.Test;

/** Break-even, tornado, discounting, parties, prices and social return: expected numbers by hand unless stated. */
class DecisionTest {

    private static Distribution fixed(double value) {
        return new Distribution.Fixed(value);
    }

    @Test
    void breakEvenOfKnownInputs() {
        PilotCase known = new PilotCase(fixed(40), fixed(.5), fixed(60_000), fixed(40_000), fixed(400_000));
        PilotCase.BreakEven result = known.breakEven(.8, 1000, Randomness.of(1)).get();
        // 400,000 / 10,000 = 40 cases give exactly zero, so the first above zero is 41
        assertThat(result.expected()).isEqualTo(41);
        assertThat(result.withChance()).isEqualTo(41);
        assertThat(result.never()).isZero();
        assertThat(result.interval().lower()).isEqualTo(40);
        assertThat(result.interval().upper()).isEqualTo(40);
        assertThat(result.chance()).isEqualTo(.8);
    }

    /** With a uniform saving of 5,000 to 15,000 per case and 100,000 invested, needed = 100,000 / saving. */
    @Test
    void breakEvenWithAChance() {
        PilotCase pilot =
                new PilotCase(fixed(1), fixed(1), new Distribution.Uniform(5_000, 15_000), fixed(0), fixed(100_000));
        PilotCase.BreakEven result =
                pilot.breakEven(.8, 400_000, Randomness.of(2)).get();
        // 80% of savings are above 7,000: 100,000 / 7,000 = 14.29 cases
        assertThat(result.withChance()).isEqualTo(15);
        assertThat(result.expected()).isEqualTo(11);
        assertThat(result.interval().lower()).isCloseTo(100_000 / 14_000.0, within(.03));
        assertThat(result.interval().upper()).isCloseTo(100_000 / 6_000.0, within(.1));
        assertThat(result.seed()).isEqualTo(2);
    }

    @Test
    void breakEvenThatIsNeverReached() {
        PilotCase dearer = new PilotCase(fixed(1), fixed(1), fixed(10), fixed(20), fixed(5));
        assertThat(dearer.breakEven(.8, 1000, Randomness.of(1)).failure().reason())
                .isEqualTo(Reason.NOT_REACHED);
        PilotCase unsure = new PilotCase(fixed(1), fixed(1), new Distribution.Uniform(5, 20), fixed(10), fixed(5));
        // a third of the draws saves nothing: 60% can be reached, 80% cannot
        assertThat(unsure.breakEven(.8, 20_000, Randomness.of(1)).failure().reason())
                .isEqualTo(Reason.NOT_REACHED);
        PilotCase.BreakEven reached =
                unsure.breakEven(.6, 20_000, Randomness.of(1)).get();
        assertThat(reached.never()).isCloseTo(1 / 3.0, within(.02));
        assertThat(reached.interval().upper()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(unsure.breakEven(1, 20_000, Randomness.of(1)).failure().reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(unsure.breakEven(.6, 10, Randomness.of(1)).failure().reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        PilotCase free = new PilotCase(fixed(1), fixed(1), fixed(20), fixed(10), fixed(-5));
        assertThat(free.breakEven(.8, 1000, Randomness.of(1)).get().withChance())
                .isEqualTo(1);
    }

    @Test
    void tornadoSortsByWhatAnInputCanDo() {
        List<Input> inputs = List.of(
                new Input("small", new Distribution.Uniform(0, 10)),
                new Input("large", new Distribution.Uniform(0, 100)),
                new Input("known", fixed(5)));
        Tornado tornado =
                Tornado.of(inputs, v -> v[0] - v[1] + v[2] + 10, .1, .9).get();
        assertThat(tornado.atMeans()).isEqualTo(-30);
        assertThat(tornado.bars()).extracting(Tornado.Bar::input).containsExactly("large", "small", "known");
        Tornado.Bar large = tornado.bars().getFirst();
        assertThat(large.lowValue()).isCloseTo(10, within(1e-9));
        assertThat(large.highValue()).isCloseTo(90, within(1e-9));
        assertThat(large.atLow()).isCloseTo(10, within(1e-9));
        assertThat(large.atHigh()).isCloseTo(-70, within(1e-9));
        assertThat(large.swing()).isCloseTo(80, within(1e-9));
        assertThat(large.changesSign()).isTrue();
        assertThat(tornado.bars().get(1).changesSign()).isFalse();
        assertThat(tornado.bars().get(2).swing()).isZero();
        PilotCase pilot = new PilotCase(fixed(2), fixed(1), new Distribution.Uniform(10, 20), fixed(5), fixed(1));
        assertThat(pilot.tornado().get().bars().getFirst().input()).isEqualTo("before");
        assertThat(pilot.tornado().get().atMeans()).isEqualTo(19);
    }

    @Test
    void tornadoWithBadInput() {
        List<Input> one = List.of(new Input("a", fixed(-1)));
        assertThat(Tornado.of(List.of(), v -> 0, .1, .9).failure().reason()).isEqualTo(Reason.NO_DATA);
        assertThat(Tornado.of(one, v -> 0, .9, .1).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Tornado.of(one, v -> 0, 0, .9).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Tornado.of(one, v -> 0, .1, 1).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Tornado.of(one, v -> Math.sqrt(v[0]), .1, .9).failure().reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
    }

    /** The examples of NPV and IRR in the manual of Microsoft Excel: 1,188.44 and 8.7% (8.66%). */
    @Test
    void discountingReachesTheManualsExamples() {
        Discounting npv = Discounting.of(new double[] {0, -10_000, 3_000, 4_200, 6_800}, .1)
                .get();
        assertThat(npv.presentValue()).isCloseTo(1188.44, within(.005));
        assertThat(npv.undiscounted()).isEqualTo(4000);
        assertThat(npv.paybackYear()).contains(4);
        assertThat(npv.years()).isEqualTo(5);
        Discounting irr = Discounting.of(new double[] {-70_000, 12_000, 15_000, 18_000, 21_000, 26_000}, .0225)
                .get();
        assertThat(irr.internalRate().orElseThrow()).isCloseTo(.0866, within(5e-5));
        assertThat(Discounting.presentValue(
                        new double[] {-70_000, 12_000, 15_000, 18_000, 21_000, 26_000},
                        irr.internalRate().orElseThrow()))
                .isCloseTo(0, within(1e-6));
    }

    @Test
    void discountingWithoutPaybackOrWithSeveralRates() {
        assertThat(Discounting.of(new double[] {-10, 1, 1}, 0).get().paybackYear())
                .isEmpty();
        assertThat(Discounting.of(new double[] {-10, 10, -1, 2}, 0).get().paybackYear())
                .contains(3);
        assertThat(Discounting.of(new double[] {-10, 25, -15.6}, 0).get().internalRate())
                .isEmpty();
        assertThat(Discounting.of(new double[] {5, 5}, .03).get().internalRate())
                .isEmpty();
        assertThat(Discounting.of(new double[] {-1, 100}, .03).get().internalRate())
                .isEmpty();
        assertThat(Discounting.of(new double[] {5, 5}, .25).get().presentValue())
                .isEqualTo(9);
        assertThat(Discounting.of(new double[0], .03).failure().reason()).isEqualTo(Reason.NO_DATA);
        assertThat(Discounting.of(new double[] {1}, -1).failure().reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Discounting.of(new double[] {1}, Double.POSITIVE_INFINITY)
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(Discounting.of(new double[] {1, Double.NaN}, .03).failure().reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(Discounting.realRate(.05, .02).get()).isCloseTo(.0294118, within(1e-7));
    }

    private static WhoPays.Flow flow(String party, String amount) {
        return new WhoPays.Flow(party, new BigDecimal(amount));
    }

    @Test
    void whoPaysAndWhoGains() {
        WhoPays result = WhoPays.of(List.of(
                        flow("municipality", "-100000.00"),
                        flow("insurer", "-20000.00"),
                        flow("municipality", "40000.00"),
                        flow("insurer", "110000.50"),
                        flow("school", "10000")))
                .get();
        assertThat(result.parties())
                .extracting(WhoPays.Party::name)
                .containsExactly("municipality", "insurer", "school");
        assertThat(result.parties().getFirst().net()).isEqualByComparingTo("-60000");
        assertThat(result.parties().get(1).net()).isEqualByComparingTo("90000.50");
        assertThat(result.costs()).isEqualByComparingTo("120000");
        assertThat(result.benefits()).isEqualByComparingTo("160000.50");
        assertThat(result.net()).isEqualByComparingTo("40000.50");
        assertThat(result.flows()).isEqualTo(5);
        // 90,000.50 and 10,000 fall with parties beyond what they paid
        assertThat(result.elsewhere().orElseThrow()).isCloseTo(100_000.5 / 160_000.5, within(1e-12));
        assertThat(WhoPays.of(List.of(flow("a", "-1"))).get().elsewhere()).isEmpty();
        assertThat(WhoPays.of(List.of()).failure().reason()).isEqualTo(Reason.NO_DATA);
        assertThat(WhoPays.of(List.of(flow(" ", "1"))).failure().reason()).isEqualTo(Reason.DO_NOT_MATCH);
    }

    private static PriceList.Price price(String code, String amount, int year, String source) {
        return new PriceList.Price(code, "day", new BigDecimal(amount), year, source);
    }

    @Test
    void pricesAreIndexedWithTheirSource() {
        PriceList list = PriceList.of(
                        List.of(price("residential", "250.00", 2020, "tariff decision")),
                        Map.of(2020, new BigDecimal("105.2"), 2023, new BigDecimal("121.0")),
                        "price index of the statistics office")
                .get();
        PriceList.Indexed indexed = list.price("residential", 2023).get();
        // 250 x 121.0 / 105.2 = 287.5475...
        assertThat(indexed.amount()).isEqualTo(new BigDecimal("287.55"));
        assertThat(indexed.factor()).isEqualTo(new BigDecimal("1.150190"));
        assertThat(indexed.price().source()).isEqualTo("tariff decision");
        assertThat(indexed.indexSource()).isEqualTo("price index of the statistics office");
        assertThat(list.price("residential", 2020).get().amount()).isEqualTo(new BigDecimal("250.00"));
        assertThat(list.price("residential", 2024).failure().reason()).isEqualTo(Reason.NOT_REACHED);
        assertThat(list.price("other", 2020).failure().reason()).isEqualTo(Reason.DO_NOT_MATCH);
    }

    @Test
    void pricesWithBadInput() {
        Map<Integer, BigDecimal> none = Map.of();
        assertThat(PriceList.of(List.of(), none, "").failure().reason()).isEqualTo(Reason.NO_DATA);
        assertThat(PriceList.of(List.of(price("a", "-1", 2020, "s")), none, "")
                        .failure()
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(PriceList.of(List.of(price("a", "1", 2020, " ")), none, "")
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(PriceList.of(List.of(price("a", "1", 2020, "s"), price("a", "2", 2020, "s")), none, "")
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(PriceList.of(List.of(price("a", "1", 2020, "s")), Map.of(2020, BigDecimal.ZERO), "i")
                        .failure()
                        .reason())
                .isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
        assertThat(PriceList.of(List.of(price("a", "1", 2020, "s")), Map.of(2020, BigDecimal.ONE), "")
                        .failure()
                        .reason())
                .isEqualTo(Reason.DO_NOT_MATCH);
        assertThat(PriceList.of(List.of(price("a", "0", 2020, "s")), none, "").isAnswer())
                .isTrue();
    }

    /** 100 a year for 2 years, half of it anyway, a fifth by others, a tenth fades: 40 and 36 at 10% = 66.1157 on 50. */
    @Test
    void socialReturnOfKnownInputs() {
        SocialReturn.Claim claim =
                new SocialReturn.Claim(fixed(100), 2, fixed(.5), fixed(.2), fixed(.1), fixed(50), .1);
        SocialReturn result =
                SocialReturn.of(claim, 1000, .95, Randomness.of(1)).get();
        assertThat(result.ratio()).isCloseTo(1.322314, within(1e-6));
        assertThat(result.interval().lower()).isCloseTo(1.322314, within(1e-6));
        assertThat(result.aboveOne()).isEqualTo(1);
        assertThat(result.benefits()).isCloseTo(66.115702, within(1e-6));
        assertThat(result.invested()).isEqualTo(50);
    }

    /** A uniform benefit of 0 to 200 on an investment of 50, no corrections: ratio U(0, 4) at a rate of zero. */
    @Test
    void socialReturnWithMargin() {
        SocialReturn.Claim claim =
                new SocialReturn.Claim(new Distribution.Uniform(0, 200), 1, fixed(0), fixed(0), fixed(0), fixed(50), 0);
        SocialReturn result =
                SocialReturn.of(claim, 200_000, .8, Randomness.of(4)).get();
        assertThat(result.ratio()).isCloseTo(2, within(.015));
        assertThat(result.interval().lower()).isCloseTo(.4, within(.02));
        assertThat(result.interval().upper()).isCloseTo(3.6, within(.02));
        assertThat(result.aboveOne()).isCloseTo(.75, within(.005));
    }

    @Test
    void socialReturnWithBadInput() {
        assertThat(reason(new SocialReturn.Claim(fixed(1), 0, fixed(0), fixed(0), fixed(0), fixed(1), 0)))
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(new SocialReturn.Claim(fixed(1), 51, fixed(0), fixed(0), fixed(0), fixed(1), 0)))
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(new SocialReturn.Claim(fixed(1), 1, fixed(0), fixed(0), fixed(0), fixed(1), -1)))
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(new SocialReturn.Claim(fixed(1), 1, fixed(1.1), fixed(0), fixed(0), fixed(1), 0)))
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(new SocialReturn.Claim(fixed(1), 1, fixed(0), fixed(-.1), fixed(0), fixed(1), 0)))
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(new SocialReturn.Claim(
                        fixed(1), 1, fixed(0), fixed(0), new Distribution.Normal(.5, .5), fixed(1), 0)))
                .isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(reason(new SocialReturn.Claim(fixed(1), 1, fixed(0), fixed(0), fixed(0), fixed(0), 0)))
                .isEqualTo(Reason.NOTHING_TO_DIVIDE_BY);
    }

    private static Reason reason(SocialReturn.Claim claim) {
        return SocialReturn.of(claim, 1000, .95, Randomness.of(1)).failure().reason();
    }
}
