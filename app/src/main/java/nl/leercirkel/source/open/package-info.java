/**
 * Open statistics as a table that can be read in like a file somebody brought: out of the services of CBS, or out of a file
 * in the folder of the administrator. Codes and figures stay as published; beside a figure that is not there, or that may
 * not stand in one line with the others, stands the reason. Versions, and when to fetch, are not its job.
 */
@NullMarked
package nl.leercirkel.source.open;

import org.jspecify.annotations.NullMarked;
