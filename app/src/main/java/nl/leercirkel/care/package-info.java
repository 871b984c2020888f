/**
 * Care as the message traffic of iJw and iWmo tells it: reading messages, the facts in them, and what follows from all facts
 * together: episodes of care and spending; figures of these in totals, on which messages they rest, and the facts to take along
 * in the terms of the municipal data model. Owns the schema care. Floor 5: may use privacy, organisation, job and below. Who
 * somebody is, is not its job (privacy), nor are indicators made of these facts, or tables from other sources.
 */
@NullMarked
package nl.leercirkel.care;

import org.jspecify.annotations.NullMarked;
