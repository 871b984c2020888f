/** Estimators for pilots, comparisons and series; see {@link nl.leercirkel.statistics}. */
module nl.leercirkel.statistics {
    requires static transitive org.jspecify;
    requires transitive org.apache.commons.rng.api;
    requires org.apache.commons.rng.simple;
    requires org.apache.commons.rng.sampling;
    requires org.apache.commons.statistics.distribution;
    requires org.apache.commons.numbers.arrays;
    requires hipparchus.core;
    requires GeographicLib.Java;
    requires ojalgo;

    exports nl.leercirkel.statistics;
    exports nl.leercirkel.statistics.business;
    exports nl.leercirkel.statistics.comparison;
    exports nl.leercirkel.statistics.disclosure;
    exports nl.leercirkel.statistics.duration;
    exports nl.leercirkel.statistics.effect;
    exports nl.leercirkel.statistics.linear;
    exports nl.leercirkel.statistics.panel;
    exports nl.leercirkel.statistics.sample;
    exports nl.leercirkel.statistics.series;
    exports nl.leercirkel.statistics.space;
    exports nl.leercirkel.statistics.synthetic;
}
