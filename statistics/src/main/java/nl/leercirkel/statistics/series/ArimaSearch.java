package nl.leercirkel.statistics.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stepwise choice of Hyndman and Khandakar (2008), Automatic time series forecasting: begin at four orders, look at the
 * neighbours of the best, move as soon as one is better by AICc. Orders with a root near the unit circle are passed over.
 */
final class ArimaSearch {
    private static final int LARGEST_SUM = 5;
    private static final int MOST_MODELS = 94;
    private static final double NEAREST_ROOT = 1.01;
    private static final double TOLERANCE = 1e-7;
    /** p, q, P, Q in the order in which neighbours are tried. */
    private static final int[][] MOVES = {
        {0, 0, -1, 0},
        {0, 0, 0, -1},
        {0, 0, 1, 0},
        {0, 0, 0, 1},
        {0, 0, -1, -1},
        {0, 0, -1, 1},
        {0, 0, 1, -1},
        {0, 0, 1, 1},
        {-1, 0, 0, 0},
        {0, -1, 0, 0},
        {1, 0, 0, 0},
        {0, 1, 0, 0},
        {-1, -1, 0, 0},
        {-1, 1, 0, 0},
        {1, -1, 0, 0},
        {1, 1, 0, 0}
    };

    private final double[] y;
    private final int period;
    private final Regressors regressors;
    private final int d;
    private final int seasonalD;
    private final int mostP;
    private final int mostSeasonal;
    private final Map<ArimaOrder, Optional<Tried>> tried = new HashMap<>();

    private record Tried(ArimaModel model, Bfgs.Minimum minimum, double aicc) {}

    ArimaSearch(double[] y, int period, Regressors regressors) {
        this.y = y;
        this.period = period;
        this.regressors = regressors;
        double[] left = new ArimaModel(ArimaOrder.of(0, 0, 0), y, regressors)
                .likelihood()
                .plainResiduals();
        this.seasonalD = Differencing.seasonal(left, period);
        double[] deseasoned = seasonalD == 1 ? ArimaOrder.difference(left, period) : left;
        this.d = Differencing.regular(deseasoned);
        this.mostP = Math.min(5, y.length / 3);
        this.mostSeasonal = period > 1 ? Math.min(2, y.length / 3 / period) : 0;
    }

    @Nullable
    ArimaFit best() {
        boolean constant = d + seasonalD <= 1;
        int s = Math.min(1, mostSeasonal);
        Tried best = better(null, order(2, 2, s, s, constant));
        best = better(best, order(0, 0, 0, 0, constant));
        best = better(best, order(1, 0, s, 0, constant));
        best = better(best, order(0, 1, 0, s, constant));
        best = better(best, order(0, 0, 0, 0, false));
        boolean moved = best != null;
        while (best != null && moved && tried.size() < MOST_MODELS) {
            Tried before = best;
            ArimaOrder at = best.model().order();
            for (int[] move : MOVES) {
                best = better(best, neighbour(at, move));
                if (best != before) {
                    break;
                }
            }
            if (best == before && constant) {
                best = better(best, order(at.p(), at.q(), at.seasonalP(), at.seasonalQ(), !at.hasConstant()));
            }
            moved = best != before;
        }
        return best == null ? null : finish(best);
    }

    private @Nullable ArimaFit finish(Tried best) {
        List<ArimaFit.Candidate> compared = new ArrayList<>();
        tried.values()
                .forEach(each -> each.ifPresent(found ->
                        compared.add(new ArimaFit.Candidate(found.model().order(), found.aicc()))));
        compared.sort(Comparator.comparingDouble(ArimaFit.Candidate::aicc)
                .thenComparing(c -> c.order().toString()));
        return ArimaFit.from(best.model(), best.model().refine(best.minimum().at()), compared);
    }

    private @Nullable Tried better(@Nullable Tried best, @Nullable ArimaOrder order) {
        if (order == null) {
            return best;
        }
        Tried other = tried.computeIfAbsent(order, this::tried).orElse(null);
        return other != null && (best == null || other.aicc() < best.aicc()) ? other : best;
    }

    private Optional<Tried> tried(ArimaOrder order) {
        ArimaModel model = new ArimaModel(order, y, regressors);
        if (model.unsuited().isPresent() || model.used() - order.dynamic() - model.columns().length < 3) {
            return Optional.empty();
        }
        Bfgs.Minimum minimum = model.search(TOLERANCE);
        double aicc = model.aicc(minimum.value());
        boolean safe = ArmaPolynomials.of(order, ArmaPolynomials.natural(order, minimum.at()))
                .rootsBeyond(NEAREST_ROOT);
        return safe && Double.isFinite(aicc) ? Optional.of(new Tried(model, minimum, aicc)) : Optional.empty();
    }

    private @Nullable ArimaOrder neighbour(ArimaOrder at, int[] move) {
        return order(
                at.p() + move[0],
                at.q() + move[1],
                at.seasonalP() + move[2],
                at.seasonalQ() + move[3],
                at.hasConstant());
    }

    private @Nullable ArimaOrder order(int p, int q, int seasonalP, int seasonalQ, boolean constant) {
        boolean within = Math.min(Math.min(p, q), Math.min(seasonalP, seasonalQ)) >= 0
                && Math.max(p, q) <= mostP
                && Math.max(seasonalP, seasonalQ) <= mostSeasonal
                && p + q + seasonalP + seasonalQ <= LARGEST_SUM + 1;
        return within ? new ArimaOrder(p, d, q, seasonalP, seasonalD, seasonalQ, period, constant) : null;
    }
}
