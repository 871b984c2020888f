package nl.leercirkel.standards.ijw.rule;

import java.util.Objects;
import nl.leercirkel.standards.ijw.definition.MessageKind;
import nl.leercirkel.standards.ijw.definition.MessageType;
import nl.leercirkel.standards.ijw.message.AllocatedClient;
import nl.leercirkel.standards.ijw.message.AnswerEnd;
import nl.leercirkel.standards.ijw.message.AnswerHead;
import nl.leercirkel.standards.ijw.message.ChangeClient;
import nl.leercirkel.standards.ijw.message.DeclarationClient;
import nl.leercirkel.standards.ijw.message.DeclarationHead;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.MessagePart;
import nl.leercirkel.standards.ijw.message.Reply;
import nl.leercirkel.standards.ijw.message.RequestClient;
import nl.leercirkel.standards.ijw.message.StartClient;
import nl.leercirkel.standards.ijw.message.StopClient;
import org.jspecify.annotations.Nullable;

/** The rules that one message shows by itself (level 2 of the standard). One per message; takes its parts in order. */
final class ContentRules {
    private final Findings findings;
    private @Nullable Header header;
    private @Nullable DeclarationRules declaration;
    private @Nullable AnswerRules answer;

    ContentRules(Findings findings) {
        this.findings = findings;
    }

    void accept(MessagePart part) {
        if (part instanceof Header given) {
            header = given;
            new HeaderRemarks(findings).check(given);
        } else if (!repeatsAnother()) {
            check(part);
        }
    }

    /** A return message repeats what it rejects, faults and all. */
    private boolean repeatsAnother() {
        return type().kind().isAnswer() && type().kind() != MessageKind.DECLARATION_ANSWER;
    }

    private void check(MessagePart part) {
        switch (part) {
            case Header given -> header = given;
            case AllocatedClient client -> new AllocationRules(findings, header()).check(client);
            case StartClient client -> new DeliveryRules(findings, header()).check(client);
            case StopClient client -> new DeliveryRules(findings, header()).check(client);
            case RequestClient client -> new RequestRules(findings, header()).check(client);
            case ChangeClient client -> new ChangeRules(findings, header()).check(client);
            case Reply reply -> new ReplyRules(findings).check(type(), reply);
            case DeclarationHead head -> {
                declaration = new DeclarationRules(findings, header());
                declaration.begin(head);
            }
            case AnswerHead head -> {
                answer = new AnswerRules(findings, header());
                answer.begin(head);
            }
            case DeclarationClient client -> {
                if (declaration != null) {
                    declaration.check(client);
                } else {
                    Objects.requireNonNull(answer).check(client);
                }
            }
            case AnswerEnd end -> Objects.requireNonNull(answer).end(end);
        }
    }

    /** After the last part: what only the whole message shows. */
    void end() {
        if (declaration != null) {
            declaration.end();
        }
    }

    private Header header() {
        return Objects.requireNonNull(header, "a message begins with its header");
    }

    private MessageType type() {
        return header().type();
    }
}
