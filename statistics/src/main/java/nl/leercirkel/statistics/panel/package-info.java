/**
 * The same units followed over the same periods, with who was treated from when: what the estimators of effects read.
 *
 * <p>Not here: estimators, covariates, and filling of gaps. A panel with a missing cell is refused.
 */
@NullMarked
package nl.leercirkel.statistics.panel;

import org.jspecify.annotations.NullMarked;
