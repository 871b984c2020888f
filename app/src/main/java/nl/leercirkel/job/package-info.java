/**
 * Background work: started in the transaction that asks for it, done once by one node on behalf of the person who
 * started it, with progress on the page, surviving a restart; and the file that comes of it, for a week. Owns the
 * schema job. Floor 3: may use security, database and shell. What the work does is not its job (the modules bring their
 * own {@link nl.leercirkel.job.JobKind}), nor is keeping documents for good.
 */
@NullMarked
package nl.leercirkel.job;

import org.jspecify.annotations.NullMarked;
