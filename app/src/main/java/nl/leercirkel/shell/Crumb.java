package nl.leercirkel.shell;

/** One step of the breadcrumb; pages put a list of these in the model under {@code breadcrumbs}. */
public record Crumb(String label, String path) {}
