package nl.leercirkel.standards.ijw.episode;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.leercirkel.standards.ijw.definition.MessageKind;
import nl.leercirkel.standards.ijw.message.AllocatedClient;
import nl.leercirkel.standards.ijw.message.AnswerEnd;
import nl.leercirkel.standards.ijw.message.AnswerHead;
import nl.leercirkel.standards.ijw.message.AnswerHeader;
import nl.leercirkel.standards.ijw.message.Bsn;
import nl.leercirkel.standards.ijw.message.ChangeClient;
import nl.leercirkel.standards.ijw.message.DeclarationClient;
import nl.leercirkel.standards.ijw.message.DeclarationHead;
import nl.leercirkel.standards.ijw.message.DeclarationLine;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.message.MessagePart;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.message.Reply;
import nl.leercirkel.standards.ijw.message.RequestClient;
import nl.leercirkel.standards.ijw.message.StartClient;
import nl.leercirkel.standards.ijw.message.StopClient;
import nl.leercirkel.standards.ijw.rule.Parties;
import nl.leercirkel.standards.ijw.stream.MessageSink;
import nl.leercirkel.standards.ijw.stream.Place;
import org.jspecify.annotations.Nullable;

/**
 * Takes facts from the parts of one message. Only of messages that were accepted: what is rejected counts as never sent. A
 * return message says nothing new and gives no facts.
 */
public final class FactReader implements MessageSink {
    private static final String REMOVE = "3";
    private static final Set<String> NO_REJECTION = Set.of("0200", "0233", "8001");

    private final Function<Bsn, String> clientKey;
    private final Consumer<Fact> facts;
    private final Set<String> rejected = new HashSet<>();
    private Fact.@Nullable Source source;
    private @Nullable Header header;
    private @Nullable Parties parties;
    private @Nullable DeclarationHead declaration;
    private @Nullable AnswerHead answer;

    /** Prepares for one message; {@code clientKey} names a client, for instance by a pseudonym. */
    public FactReader(Function<Bsn, String> clientKey, Consumer<Fact> facts) {
        this.clientKey = clientKey;
        this.facts = facts;
    }

    /** Takes the facts of a message in memory. */
    public static void read(Message message, Function<Bsn, String> clientKey, Consumer<Fact> facts) {
        FactReader reader = new FactReader(clientKey, facts);
        reader.accept(message.header(), Place.FILE);
        message.parts().forEach(part -> reader.accept(part, Place.FILE));
    }

    @Override
    public void accept(MessagePart part, Place place) {
        if (part instanceof Header given) {
            begin(given);
            return;
        }
        MessageKind kind = Objects.requireNonNull(header).type().kind();
        if (!kind.isAnswer() || kind == MessageKind.DECLARATION_ANSWER) {
            take(part, Objects.requireNonNull(source), Objects.requireNonNull(parties));
        }
    }

    private void begin(Header given) {
        header = given;
        parties = Parties.of(given);
        source = new Fact.Source(
                given.type().name(),
                given.sender(),
                given.identification().id(),
                given.identification().date());
        // An answer that rejects a declaration on its header may have no body at all.
        if (given.answer() instanceof AnswerHeader rejection && isRejection(rejection.returnCodes())) {
            facts.accept(
                    new Fact.Answered(source, parties, rejection.declaration().id(), null, true, null, Set.of()));
        }
    }

    private void take(MessagePart part, Fact.Source from, Parties between) {
        switch (part) {
            case AllocatedClient client -> {
                String key = clientKey.apply(client.bsn());
                client.products().forEach(product -> facts.accept(new Fact.Allocated(from, between, key, product)));
            }
            case StartClient client -> {
                String key = clientKey.apply(client.bsn());
                client.products()
                        .forEach(product -> facts.accept(new Fact.Started(
                                from,
                                between,
                                key,
                                product.allocationNumber(),
                                product.product(),
                                product.begin(),
                                product.status().equals(REMOVE))));
            }
            case StopClient client -> {
                String key = clientKey.apply(client.bsn());
                client.products()
                        .forEach(product -> facts.accept(new Fact.Stopped(
                                from,
                                between,
                                key,
                                product.allocationNumber(),
                                product.product(),
                                product.begin(),
                                product.end(),
                                product.reason(),
                                product.status().equals(REMOVE))));
            }
            case RequestClient client -> {
                String key = clientKey.apply(client.bsn());
                client.products()
                        .forEach(product ->
                                facts.accept(new Fact.Requested(from, between, key, product.providerReference())));
            }
            case ChangeClient client ->
                facts.accept(new Fact.Requested(
                        from,
                        between,
                        clientKey.apply(client.bsn()),
                        client.request().providerReference()));
            case DeclarationHead head -> {
                declaration = head;
                facts.accept(new Fact.Declared(from, between, head.number(), head.total()));
            }
            case AnswerHead head -> answer = head;
            case DeclarationClient client -> lines(client, from, between);
            case AnswerEnd end -> answered(end, from, between);
            case Reply reply -> {}
            case Header other -> throw new IllegalArgumentException("a message has one header");
        }
    }

    private void lines(DeclarationClient client, Fact.Source from, Parties between) {
        DeclarationHead head = declaration;
        if (head == null) {
            client.lines().forEach(line -> rejected.add(line.reference().number()));
            return;
        }
        String key = clientKey.apply(client.bsn());
        for (DeclarationLine line : client.lines()) {
            facts.accept(new Fact.Line(
                    from,
                    between,
                    key,
                    head.number(),
                    line.reference().number(),
                    line.reference().previous(),
                    line.allocationNumber(),
                    new Product(line.category(), line.code()),
                    line.period().begin(),
                    line.amount()));
        }
    }

    private void answered(AnswerEnd end, Fact.Source from, Parties between) {
        AnswerHead head = Objects.requireNonNull(answer);
        AnswerHeader given = (AnswerHeader)
                Objects.requireNonNull(Objects.requireNonNull(header).answer());
        facts.accept(new Fact.Answered(
                from,
                between,
                given.declaration().id(),
                head.declarationNumber(),
                isRejection(end.returnCodes()) || isRejection(given.returnCodes()),
                head.granted(),
                rejected));
    }

    private static boolean isRejection(List<String> codes) {
        return codes.stream().anyMatch(code -> !NO_REJECTION.contains(code));
    }
}
