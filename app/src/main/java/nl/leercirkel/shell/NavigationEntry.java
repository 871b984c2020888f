package nl.leercirkel.shell;

import nl.leercirkel.security.Right;

/**
 * One entry in the navigation.
 *
 * @param order position within its step, low first
 */
public record NavigationEntry(CircleStep step, String labelKey, String path, Right right, int order) {}
