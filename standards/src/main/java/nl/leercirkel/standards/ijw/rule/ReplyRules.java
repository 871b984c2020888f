package nl.leercirkel.standards.ijw.rule;

import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.definition.MessageType;
import nl.leercirkel.standards.ijw.message.Reply;

/** Rules within the answer to a request. */
final class ReplyRules {
    static final String REPLY = "/Bericht/Antwoord";
    static final String REJECTED = "1";
    static final String INVESTIGATED = "2";
    private static final String OTHER_MUNICIPALITY = "8";

    private final Findings findings;

    ReplyRules(Findings findings) {
        this.findings = findings;
    }

    void check(MessageType type, Reply reply) {
        String rejection = reply.rejection();
        if (reply.answer().equals(REJECTED) && rejection == null) {
            findings.add("CD085", REPLY, "RedenAfwijzingVerzoek", null);
        }
        if (reply.answer().equals(INVESTIGATED) && rejection != null) {
            findings.add("CD086", REPLY, "RedenAfwijzingVerzoek", rejection);
        }
        if (type.law() != Law.YOUTH) {
            return;
        }
        boolean byResidence = OTHER_MUNICIPALITY.equals(rejection);
        if (byResidence && reply.responsible() == null) {
            findings.add("TR377", REPLY, "Woonplaatsbeginsel", null);
        }
        if (!byResidence && reply.responsible() != null) {
            findings.add("TR409", REPLY, "Woonplaatsbeginsel", null);
        }
    }
}
