/**
 * The demonstration: real portfolios of two municipalities, loaded into an empty installation, and people of each role to
 * look at them. Owns no table. Top floor: may use every module, none may use it. Does nothing unless leercirkel.demo is
 * true.
 */
@NullMarked
package nl.leercirkel.demo;

import org.jspecify.annotations.NullMarked;
