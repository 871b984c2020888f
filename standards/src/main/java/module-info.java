/** Formats of Dutch youth care and social support; see {@link nl.leercirkel.standards}. */
module nl.leercirkel.standards {
    requires static transitive org.jspecify;
}
