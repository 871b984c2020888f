/**
 * Datasets: what they promise of their fields, files that become versions of them, the quality of a version, and which
 * figure rests on which version. Owns the schema source. Floor 6: may use spreadsheet, security, chart, database, shell,
 * audit, job, organisation, and the libraries standards and statistics. What a figure means for a programme is not its
 * job, nor are the messages of iJw and iWmo.
 *
 * <p>Other modules find a version through {@link nl.leercirkel.source.Datasets} and say that a figure of theirs rests on
 * it through {@link nl.leercirkel.source.SourceUses}.
 */
@NullMarked
package nl.leercirkel.source;

import org.jspecify.annotations.NullMarked;
