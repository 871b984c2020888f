package nl.leercirkel.standards.ijw.rule;

import java.util.Objects;
import nl.leercirkel.standards.ijw.definition.MessageKind;
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

/** The rules that need earlier messages, a contract, a list of others or the clock (levels 3 and 4). One per message. */
final class StoredRules {
    private final Findings findings;
    private final History history;
    private final ReferenceData reference;
    private @Nullable StoredContext context;
    private @Nullable StoredDeclarationRules declaration;
    private @Nullable StoredAnswerRules answer;

    StoredRules(Findings findings, History history, ReferenceData reference) {
        this.findings = findings;
        this.history = history;
        this.reference = reference;
    }

    void accept(MessagePart part) {
        if (part instanceof Header header) {
            begin(header);
        } else if (!isReturn()) {
            check(part, context());
        }
    }

    private void begin(Header header) {
        context = StoredContext.of(findings, header, history, reference);
        if (isReturn()) {
            return;
        }
        context.headerRules();
        declaration = new StoredDeclarationRules(context);
        answer = new StoredAnswerRules(context);
        answer.header();
    }

    private boolean isReturn() {
        MessageKind kind = context().header().type().kind();
        return kind.isAnswer() && kind != MessageKind.DECLARATION_ANSWER;
    }

    private void check(MessagePart part, StoredContext given) {
        switch (part) {
            case Header header -> begin(header);
            case AllocatedClient client -> {
                new StoredAllocationRules(given).check(client);
                new StoredAllocationRemarks(given, client).check();
            }
            case StartClient client -> {
                new StoredDeliveryRules(given).check(client);
                new StoredDeliveryRemarks(given).check(client);
            }
            case StopClient client -> {
                new StoredDeliveryRules(given).check(client);
                new StoredDeliveryRemarks(given).check(client);
            }
            case RequestClient client -> new StoredRequestRules(given).check(client);
            case ChangeClient client -> new StoredRequestRules(given).check(client);
            case Reply reply -> new StoredRequestRules(given).check(reply);
            case DeclarationHead head -> Objects.requireNonNull(declaration).begin(head);
            case AnswerHead head -> Objects.requireNonNull(answer).begin(head);
            case DeclarationClient client -> {
                if (given.header().type().kind() == MessageKind.DECLARATION) {
                    Objects.requireNonNull(declaration).check(client);
                } else {
                    Objects.requireNonNull(answer).check(client);
                }
            }
            case AnswerEnd end -> {}
        }
    }

    private StoredContext context() {
        return Objects.requireNonNull(context, "a message begins with its header");
    }
}
