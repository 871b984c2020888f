/**
 * Facts on care in the terms of the municipal data model (Gemeentelijk Gegevensmodel, GGM 2.5.1, social domain). What goes where
 * stands in {@link nl.leercirkel.care.ggm.GgmModel} and nowhere else: the queries, the files and docs/ggm.md are made of it.
 */
@NullMarked
package nl.leercirkel.care.ggm;

import org.jspecify.annotations.NullMarked;
