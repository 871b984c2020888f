package nl.leercirkel.standards.ijw.rule;

import java.io.IOException;
import java.io.InputStream;
import nl.leercirkel.standards.ijw.stream.MessageReader;
import nl.leercirkel.standards.ijw.stream.MessageSink;
import nl.leercirkel.standards.ijw.stream.ReadResult;

/**
 * Judges a message: structure, then the rules that the message shows by itself. One pass over the file. May be shared between
 * threads.
 */
public final class MessageJudge {
    private final MessageReader reader;

    public MessageJudge() {
        this(new MessageReader());
    }

    public MessageJudge(MessageReader reader) {
        this.reader = reader;
    }

    /** Judges a file, and hands its parts on; what was handed on counts only when the judgement finds nothing that rejects it. */
    public Judgement judge(InputStream stream, MessageSink sink) throws IOException {
        Findings findings = new Findings();
        ContentRules content = new ContentRules(findings);
        ReadResult structure = reader.read(stream, (part, place) -> {
            content.accept(part);
            sink.accept(part, place);
        });
        if (!structure.valid()) {
            return new Judgement(structure, java.util.List.of(), 0);
        }
        content.end();
        return new Judgement(structure, findings.kept(), findings.count());
    }

    public Judgement judge(InputStream stream) throws IOException {
        return judge(stream, (part, place) -> {});
    }
}
