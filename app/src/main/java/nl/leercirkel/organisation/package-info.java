/**
 * Municipalities and youth regions: codes, names, membership, and how municipalities were merged and split since 2015; the
 * authorities that use this installation and the partners they work with; their pages and maps.
 *
 * <p>Owns the schema {@code organisation} and the resources of the same name. Uses only the floors below it. The facts are
 * read once from YAML into {@link nl.leercirkel.organisation.Regions}; the reference tables hold the same facts so that other
 * modules can refer to a municipality by foreign key. Border files and the map are in the sub-package {@code map}.
 *
 * <p>Not its job: figures about municipalities, and which authority a user works for.
 */
@NullMarked
package nl.leercirkel.organisation;

import org.jspecify.annotations.NullMarked;
