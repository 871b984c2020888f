package nl.leercirkel.shell;

/**
 * One result of searching.
 *
 * @param kindKey message key of the kind of thing found ("project", "partner")
 */
public record SearchHit(String kindKey, String title, String summary, String path) {}
