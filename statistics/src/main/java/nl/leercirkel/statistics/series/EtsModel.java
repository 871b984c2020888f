package nl.leercirkel.statistics.series;

import java.util.ArrayList;
import java.util.List;

/**
 * A model of exponential smoothing in the taxonomy of Hyndman, Koehler, Ord and Snyder (2008): error, trend and season, each
 * additive, multiplicative or absent.
 *
 * @param error  how the error enters: added to, or in proportion to the level
 * @param trend  none, a line, or a line that flattens (damped)
 * @param season none, added, or in proportion to the level
 */
public record EtsModel(Error error, Trend trend, Season season) {

    /** How the error enters. */
    public enum Error {
        ADDITIVE,
        MULTIPLICATIVE
    }

    /** The trend; a multiplicative one is left out, it runs away in forecasts. */
    public enum Trend {
        NONE,
        ADDITIVE,
        DAMPED
    }

    /** The season. */
    public enum Season {
        NONE,
        ADDITIVE,
        MULTIPLICATIVE
    }

    /** Refuses an additive error with a multiplicative season: its forecast variance is infinite. */
    public EtsModel {
        if (error == Error.ADDITIVE && season == Season.MULTIPLICATIVE) {
            throw new IllegalArgumentException("additive error with multiplicative season has no finite variance");
        }
    }

    /** The usual code: "ANN", "MAdM". */
    public String code() {
        return letter(error == Error.ADDITIVE)
                + switch (trend) {
                    case NONE -> "N";
                    case ADDITIVE -> "A";
                    case DAMPED -> "Ad";
                }
                + (season == Season.NONE ? "N" : letter(season == Season.ADDITIVE));
    }

    /** @throws IllegalArgumentException where the code is no model of this library */
    public static EtsModel of(String code) {
        return candidates(true, true).stream()
                .filter(model -> model.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no ETS model: " + code));
    }

    /** All models to choose from, simple ones first. */
    static List<EtsModel> candidates(boolean seasonal, boolean positive) {
        List<EtsModel> models = new ArrayList<>();
        for (Error error : Error.values()) {
            for (Trend trend : Trend.values()) {
                for (Season season : Season.values()) {
                    boolean multiplicative = error == Error.MULTIPLICATIVE || season == Season.MULTIPLICATIVE;
                    boolean infinite = error == Error.ADDITIVE && season == Season.MULTIPLICATIVE;
                    if (!infinite && (seasonal || season == Season.NONE) && (positive || !multiplicative)) {
                        models.add(new EtsModel(error, trend, season));
                    }
                }
            }
        }
        return models;
    }

    boolean hasTrend() {
        return trend != Trend.NONE;
    }

    boolean isDamped() {
        return trend == Trend.DAMPED;
    }

    boolean isSeasonal() {
        return season != Season.NONE;
    }

    /** Smoothing parameters, the damping and the starting states; the variance is not among them. */
    int parameters(int period) {
        return 2 + (hasTrend() ? 2 : 0) + (isDamped() ? 1 : 0) + (isSeasonal() ? period : 0);
    }

    private static String letter(boolean additive) {
        return additive ? "A" : "M";
    }
}
