/**
 * The shell around all pages: layout, navigation along the circle, the home page, searching, preferences and error
 * pages. Top floor but for demo: collects what other modules contribute through shell. Owns no table.
 */
@NullMarked
package nl.leercirkel.web;

import org.jspecify.annotations.NullMarked;
