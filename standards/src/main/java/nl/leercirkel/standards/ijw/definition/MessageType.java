package nl.leercirkel.standards.ijw.definition;

/** A message of one law: JW301, WMO323. */
public record MessageType(Law law, MessageKind kind) {

    /** The official name, as JW301. */
    public String name() {
        return law.prefix() + kind.number();
    }

    /** The same message, judged: JW301 gives JW302. */
    public MessageType answer() {
        return new MessageType(
                law, kind.answeredBy().orElseThrow(() -> new IllegalStateException(name() + " is itself an answer")));
    }

    @Override
    public String toString() {
        return name();
    }
}
