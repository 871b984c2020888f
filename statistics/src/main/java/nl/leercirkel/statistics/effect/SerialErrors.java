package nl.leercirkel.statistics.effect;

/** How a regression on one series deals with errors that hang together over time. */
public sealed interface SerialErrors {

    /** The code of the method in a result. */
    String code();

    /**
     * First-order autoregressive errors, with the autocorrelation not estimated and then taken for known, but integrated out over
     * all values it may have: the answer is a mixture of t distributions, weighted by the restricted likelihood and the
     * reference prior 1/sqrt(1 - rho^2). The default: for short series the other methods are too sure of themselves.
     *
     * @see "Zellner and Tiao (1964), Bayesian analysis of the regression model with autocorrelated errors, JASA 59; Berger and Yang
     *     (1994), Noninformative priors and Bayesian testing for the AR(1) model, Econometric Theory 10"
     */
    record Integrated() implements SerialErrors {
        @Override
        public String code() {
            return "segmented-regression-integrated";
        }
    }

    /**
     * Least squares with Newey and West's error, with the factor n/(n - k) and t with n - k degrees of freedom (as Stata's
     * newey). For long series, some hundred points or more.
     *
     * @param lag up to which errors hang together, at least 0
     * @see "Newey and West (1987), Econometrica 55; Turner et al. (2021), BMC Medical Research Methodology 21, on short series"
     */
    record NeweyWest(int lag) implements SerialErrors {
        @Override
        public String code() {
            return "segmented-regression-newey-west";
        }
    }

    /**
     * First-order autoregressive errors, the autocorrelation estimated from the residuals and the regression repeated until it
     * settles (as Stata's prais).
     *
     * @see "Prais and Winsten (1954), Trend estimators and serial correlation, Cowles Commission 383"
     */
    record PraisWinsten() implements SerialErrors {
        @Override
        public String code() {
            return "segmented-regression-prais-winsten";
        }
    }

    /** Least squares as if errors were independent: to see what autocorrelation does, not to report. */
    record Independent() implements SerialErrors {
        @Override
        public String code() {
            return "segmented-regression-independent";
        }
    }
}
