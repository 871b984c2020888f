package nl.leercirkel.statistics.effect;

/** How a cluster-robust error is computed. */
public enum Errors {
    /**
     * The sandwich with the usual factor G/(G-1) x (N-1)/(N-k) and t with G-1 degrees of freedom: for many clusters, some forty
     * or more.
     *
     * @see "Cameron and Miller (2015), A practitioner's guide to cluster-robust inference, J. Human Resources 50"
     */
    CR1,
    /**
     * The bias-reduced sandwich with Satterthwaite's degrees of freedom under a working model of independent, equally spread
     * errors: for few clusters, or few that were treated. With every unit its own cluster and no covariates this is Welch's error.
     *
     * @see "Bell and McCaffrey (2002), Bias reduction in standard errors for linear regression with multi-stage samples, Survey
     *     Methodology 28; Pustejovsky and Tipton (2018), Small-sample methods for cluster-robust variance estimation, JBES 36"
     */
    CR2
}
