/**
 * Copy and restore of a whole installation on the embedded database: every table of every module in one ZIP, and back
 * into an empty installation. Owns no tables; reads which ones there are from PostgreSQL's catalog. May use database
 * only. Copying an external database is not its job (docs/beheer.md has the commands for that).
 */
@NullMarked
package nl.leercirkel.backup;

import org.jspecify.annotations.NullMarked;
