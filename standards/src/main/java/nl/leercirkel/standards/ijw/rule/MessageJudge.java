package nl.leercirkel.standards.ijw.rule;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.stream.MessageReader;
import nl.leercirkel.standards.ijw.stream.MessageSink;
import nl.leercirkel.standards.ijw.stream.ReadResult;
import org.jspecify.annotations.Nullable;

/**
 * Judges a message in one pass over the file: structure, then the rules it shows by itself, then, when a history is given, the
 * rules against what is stored. May be shared between threads as far as history and reference data may.
 */
public final class MessageJudge {
    private final MessageReader reader;
    private final @Nullable History history;
    private final @Nullable ReferenceData reference;

    private MessageJudge(MessageReader reader, @Nullable History history, @Nullable ReferenceData reference) {
        this.reader = reader;
        this.history = history;
        this.reference = reference;
    }

    /** Judges structure and content only. */
    public static MessageJudge ofContent() {
        return new MessageJudge(new MessageReader(), null, null);
    }

    /** Judges against stored messages and reference data as well. */
    public static MessageJudge withHistory(History history, ReferenceData reference) {
        return new MessageJudge(new MessageReader(), history, reference);
    }

    public Judgement judge(InputStream stream) throws IOException {
        return judge(stream, null, (part, place) -> {});
    }

    /**
     * Judges a file, hands its parts on and makes the answer.
     *
     * @param identity for the return message; null when none is wanted
     * @param sink receives the parts; they count only when the judgement finds nothing that rejects the message
     */
    public Judgement judge(InputStream stream, @Nullable AnswerIdentity identity, MessageSink sink) throws IOException {
        Findings findings = new Findings();
        ContentRules content = new ContentRules(findings);
        StoredRules stored =
                history == null || reference == null ? null : new StoredRules(findings, history, reference);
        ReturnBuilder answer = identity == null ? null : new ReturnBuilder(identity, findings);
        ReadResult structure = reader.read(stream, (part, place) -> {
            content.accept(part);
            if (stored != null) {
                stored.accept(part);
            }
            if (answer != null) {
                answer.accept(part);
            }
            sink.accept(part, place);
        });
        if (!structure.valid()) {
            // A message that is wrong in structure gets no return message (IV032).
            return new Judgement(structure, List.of(), 0, List.of(), 0, null);
        }
        content.end();
        new HeaderRemarks(findings).size(structure.bytes());
        Optional<Message> made = answer == null ? Optional.empty() : answer.build();
        return new Judgement(
                structure,
                findings.kept(),
                findings.count(),
                findings.remarks(),
                findings.remarkCount(),
                made.orElse(null));
    }
}
