package nl.leercirkel.shell;

/** A link from a page to something about the same thing in another module. */
public record RelatedLink(String label, String path) {}
