package nl.leercirkel.source;

/** A choice in a form. */
record Choice(String value, String label) {}
