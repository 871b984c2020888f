/**
 * The rules of iJw and iWmo that look at more than one value: within a message, against what is stored, against contract,
 * clock and lists of others. Findings become the return message.
 *
 * <p>What a rule asks stands in the library's own words in {@link nl.leercirkel.standards.ijw.rule.RuleCatalogue}; the code of a
 * rule is that of the standard. Not here: structure ({@code stream}) and storage, which the user of the library has behind
 * {@link nl.leercirkel.standards.ijw.rule.History}.
 */
@NullMarked
package nl.leercirkel.standards.ijw.rule;

import org.jspecify.annotations.NullMarked;
