/**
 * What a pilot costs and brings: cost per case, avoided cost, simulation with stated distributions, discounting, who pays and
 * who gains, break-even, sensitivity, social return, indexed prices.
 *
 * <p>Amounts in the price lists are exact decimals; amounts in estimates are doubles in euro, because their uncertainty is many
 * orders above a cent. Prices and indices are data of the user, with year and source: no figure of this kind is built in. What
 * would have happened without the pilot is an input here; estimating it from other municipalities is not this package's job.
 */
@NullMarked
package nl.leercirkel.statistics.business;

import org.jspecify.annotations.NullMarked;
