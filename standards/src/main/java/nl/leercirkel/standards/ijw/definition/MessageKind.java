package nl.leercirkel.standards.ijw.definition;

import java.util.Optional;

/** The fourteen messages of release 3.2; both laws have them all. */
public enum MessageKind {
    ALLOCATION(301, "toewijzing"),
    ALLOCATION_RETURN(302, "retour op toewijzing"),
    START(305, "start van de levering"),
    START_RETURN(306, "retour op start"),
    STOP(307, "einde van de levering"),
    STOP_RETURN(308, "retour op stop"),
    REQUEST(315, "verzoek om toewijzing"),
    REQUEST_RETURN(316, "retour op verzoek om toewijzing"),
    CHANGE(317, "verzoek om wijziging"),
    CHANGE_RETURN(318, "retour op verzoek om wijziging"),
    REPLY(319, "antwoord op een verzoek"),
    REPLY_RETURN(320, "retour op antwoord"),
    DECLARATION(323, "declaratie"),
    DECLARATION_ANSWER(325, "antwoord op een declaratie");

    private final int number;
    private final String dutch;

    MessageKind(int number, String dutch) {
        this.number = number;
        this.dutch = dutch;
    }

    public int number() {
        return number;
    }

    /** What the message is, in Dutch. */
    public String dutch() {
        return dutch;
    }

    /** Whether this message judges another one: a return message or the answer to a declaration. */
    public boolean isAnswer() {
        return number % 2 == 0 || this == DECLARATION_ANSWER;
    }

    /** The message that judges this one; absent for a message that is itself a judgement. */
    public Optional<MessageKind> answeredBy() {
        if (isAnswer()) {
            return Optional.empty();
        }
        return of(this == DECLARATION ? 325 : number + 1);
    }

    static Optional<MessageKind> of(int number) {
        for (MessageKind kind : values()) {
            if (kind.number == number) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
