/**
 * Pseudonyms in the place of citizen service numbers, the keys that make them, files that have to wait encrypted, and the
 * linking of purposes on a stated ground. Owns the schema privacy and the key file. Floor 4: may use security, database,
 * shell, audit and job. What the facts about a person are is not its job, nor is which small numbers may be shown.
 */
@NullMarked
package nl.leercirkel.privacy;

import org.jspecify.annotations.NullMarked;
