/**
 * The portfolio of an authority: programmes, lines, projects with partners, money, results and decisions, the history of
 * each project, and the checks that show where the figures contradict each other. Owns the schema portfolio. Floor 5:
 * may use security, chart, database, shell, audit and organisation. Writing reports is not its job (report), nor is the
 * registration of single trajectories, nor estimating effects.
 */
@NullMarked
package nl.leercirkel.portfolio;

import org.jspecify.annotations.NullMarked;
