package nl.leercirkel.standards.ijw.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.standards.ijw.definition.MessageKind;
import nl.leercirkel.standards.ijw.message.Amount;
import nl.leercirkel.standards.ijw.message.AnswerEnd;
import nl.leercirkel.standards.ijw.message.AnswerHead;
import nl.leercirkel.standards.ijw.message.AnswerHeader;
import nl.leercirkel.standards.ijw.message.DeclarationClient;
import nl.leercirkel.standards.ijw.message.DeclarationHead;
import nl.leercirkel.standards.ijw.message.DeclarationLine;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.message.MessagePart;
import nl.leercirkel.standards.ijw.message.ReturnHeader;
import org.jspecify.annotations.Nullable;

/**
 * Makes the return message or declaration answer while a message is judged (IV028, IV032, IV087, IV088): a fault in the content
 * rejects the whole by a header with 0001; a fault against other messages puts its code at the class concerned. Of a
 * declaration only the rejected lines are kept.
 */
final class ReturnBuilder {
    static final String NO_REMARK = "0200";
    private static final String NOT_JUDGED = "0233";
    private static final String GRANTED = "8001";
    private static final int MOST_REJECTED = 100_000;

    private final AnswerIdentity identity;
    private final Findings findings;
    private final Map<String, Set<String>> codes = new HashMap<>();
    private final List<DeclarationClient> rejected = new ArrayList<>();
    private @Nullable Header header;
    private @Nullable MessagePart body;
    private @Nullable DeclarationHead declaration;
    private int client;
    private long rejectedCents;
    private int rejectedLines;

    ReturnBuilder(AnswerIdentity identity, Findings findings) {
        this.identity = identity;
        this.findings = findings;
        findings.hear((classPath, code) ->
                codes.computeIfAbsent(classPath, any -> new LinkedHashSet<>()).add(code));
    }

    /** Takes a part after its rules were judged. */
    void accept(MessagePart part) {
        switch (part) {
            case Header given -> header = given;
            case DeclarationHead head -> declaration = head;
            case DeclarationClient given -> line(given);
            default -> body = part;
        }
    }

    private void line(DeclarationClient given) {
        client++;
        if (findings.contentFault()) {
            rejected.clear();
            return;
        }
        List<String> ofClient = codesAt(DeclarationRules.client(client));
        List<DeclarationLine> lines = new ArrayList<>();
        for (int i = 0; i < given.lines().size(); i++) {
            List<String> ofLine = codesAt(DeclarationRules.line(client, i + 1));
            if (!ofLine.isEmpty() || !ofClient.isEmpty()) {
                DeclarationLine line = given.lines().get(i);
                rejectedCents += line.amount().signedCents();
                rejectedLines++;
                lines.add(ReturnCopies.of(line, ofLine.isEmpty() ? List.of(NOT_JUDGED) : ofLine));
            }
        }
        if (!lines.isEmpty()) {
            rejected.add(new DeclarationClient(given.bsn(), lines, orNoRemark(ofClient)));
        }
        if (rejectedLines > MOST_REJECTED) {
            rejected.clear();
        }
        if (!codes.isEmpty()) {
            String path = DeclarationRules.client(client);
            codes.keySet().removeIf(at -> at.startsWith(path));
        }
    }

    /**
     * The answer; empty for a message that is not answered (325, and return messages themselves), and for a declaration with
     * more rejected lines than fit in memory.
     */
    Optional<Message> build() {
        Header given = Objects.requireNonNull(header);
        boolean tooMany = rejectedLines > MOST_REJECTED && headerCodes().isEmpty();
        if (given.type().kind().isAnswer() || tooMany) {
            return Optional.empty();
        }
        return Optional.of(given.type().kind() == MessageKind.DECLARATION ? declarationAnswer(given) : returned(given));
    }

    private Message returned(Header given) {
        List<String> ofHeader = headerCodes();
        boolean whole = !ofHeader.isEmpty() || codes.isEmpty();
        Header answer = new Header(
                given.type().answer(),
                given.sender(),
                given.receiver(),
                given.identification(),
                given.versions(),
                new ReturnHeader(
                        identity.identification(), identity.date(), null, identity.versions(), orNoRemark(ofHeader)));
        return new Message(
                answer,
                whole ? List.of() : List.of(new ReturnCopies(this::codesOrNoRemark).of(Objects.requireNonNull(body))));
    }

    private Message declarationAnswer(Header given) {
        List<String> ofHeader = headerCodes();
        Header answer = new Header(
                given.type().answer(),
                given.receiver(),
                given.sender(),
                new nl.leercirkel.standards.ijw.message.Identification(identity.identification(), identity.date()),
                identity.versions(),
                new AnswerHeader(given.identification(), null, given.versions(), orNoRemark(ofHeader)));
        if (!ofHeader.isEmpty()) {
            return new Message(answer, List.of());
        }
        DeclarationHead head = Objects.requireNonNull(declaration);
        List<String> ofDeclaration = codesAt(DeclarationRules.DECLARATION);
        List<MessagePart> parts = new ArrayList<>();
        if (!ofDeclaration.isEmpty()) {
            parts.add(new AnswerHead(head.number(), head.total(), new Amount(0, false)));
            parts.add(new AnswerEnd(ofDeclaration));
        } else {
            long granted = head.total().signedCents() - rejectedCents;
            parts.add(new AnswerHead(head.number(), head.total(), new Amount(Math.abs(granted), granted < 0)));
            parts.addAll(rejected);
            parts.add(new AnswerEnd(List.of(rejected.isEmpty() ? GRANTED : NO_REMARK)));
        }
        return new Message(answer, parts);
    }

    private List<String> headerCodes() {
        return findings.contentFault() ? List.of(RuleCatalogue.CONTENT_FAULT) : codesAt("/Bericht/Header");
    }

    private List<String> codesAt(String path) {
        return List.copyOf(codes.getOrDefault(path, Set.of()));
    }

    private List<String> codesOrNoRemark(String path) {
        return orNoRemark(codesAt(path));
    }

    private static List<String> orNoRemark(List<String> given) {
        return given.isEmpty() ? List.of(NO_REMARK) : given;
    }
}
