/** Estimators for pilots, comparisons and series; see {@link nl.leercirkel.statistics}. */
module nl.leercirkel.statistics {
    requires static transitive org.jspecify;

    exports nl.leercirkel.statistics;
}
