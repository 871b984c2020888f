/**
 * Progress rounds: the programme manager opens a round on a programme, partners answer its questions per project and hand
 * in, the manager sends back, accepts and closes. Owns the schema progress: rounds, their questions, working copies, and
 * every version that was handed in. Floor 7: may use security, database, shell, audit, organisation, identity and
 * portfolio. What a project is, its money and its results are not its job (portfolio), nor is writing the evaluation
 * (report). It sends no e-mail: a reminder waits on the home page.
 */
@NullMarked
package nl.leercirkel.progress;

import org.jspecify.annotations.NullMarked;
