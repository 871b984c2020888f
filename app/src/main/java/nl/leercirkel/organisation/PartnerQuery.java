package nl.leercirkel.organisation;

import org.jspecify.annotations.Nullable;

/**
 * Which partners to show.
 *
 * @param text part of the name, or an AGB code; empty for all
 * @param page from 1
 */
record PartnerQuery(String text, @Nullable PartnerKind kind, State state, int page) {

    enum State {
        CURRENT("lopend"),
        ENDED("beeindigd"),
        ALL("alle");

        final String code;

        State(String code) {
            this.code = code;
        }

        String labelKey() {
            return "organisation.partner.state." + name();
        }

        static State of(String code) {
            for (State state : values()) {
                if (state.code.equals(code)) {
                    return state;
                }
            }
            return CURRENT;
        }
    }
}
