package nl.leercirkel.standards.ijw.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.definition.MessageKind;
import nl.leercirkel.standards.ijw.definition.MessageType;
import nl.leercirkel.standards.ijw.message.AllocatedClient;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;
import nl.leercirkel.standards.ijw.message.AnswerEnd;
import nl.leercirkel.standards.ijw.message.AnswerHead;
import nl.leercirkel.standards.ijw.message.Bsn;
import nl.leercirkel.standards.ijw.message.ChangeClient;
import nl.leercirkel.standards.ijw.message.ChangeRequest;
import nl.leercirkel.standards.ijw.message.DeclarationClient;
import nl.leercirkel.standards.ijw.message.DeclarationHead;
import nl.leercirkel.standards.ijw.message.DeclarationLine;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.message.MessagePart;
import nl.leercirkel.standards.ijw.message.Relation;
import nl.leercirkel.standards.ijw.message.Reply;
import nl.leercirkel.standards.ijw.message.RequestClient;
import nl.leercirkel.standards.ijw.message.RequestedProduct;
import nl.leercirkel.standards.ijw.message.StartClient;
import nl.leercirkel.standards.ijw.message.StartProduct;
import nl.leercirkel.standards.ijw.message.StopClient;
import nl.leercirkel.standards.ijw.message.StopProduct;
import org.jspecify.annotations.Nullable;

/**
 * A history in memory: for a folder of messages, and for trying rules out. Messages are added in the order in which they were
 * sent, each only when it was not rejected. Not for use by several threads.
 */
public final class MemoryHistory implements History {
    private static final String REJECTED = "1";

    private final Set<List<String>> identifications = new HashSet<>();
    private final Map<ClientKey, Client> clients = new HashMap<>();
    private final Map<AllocationKey, Allocation> allocations = new HashMap<>();
    private final Map<ReferenceKey, Request> requests = new HashMap<>();
    private final Map<ReferenceKey, List<Reply>> replies = new HashMap<>();
    private final Set<ReferenceKey> granted = new HashSet<>();
    private final Map<ReferenceKey, Declaration> declarations = new HashMap<>();
    private final Map<ReferenceKey, Header> declarationMessages = new HashMap<>();
    private final Map<ReferenceKey, Line> lines = new HashMap<>();
    private final Map<AllocationKey, List<Line>> linesByAllocation = new HashMap<>();
    private final Map<Parties, LocalDate> latestPeriod = new HashMap<>();
    private final Map<RelationsKey, Map<String, Relation>> relations = new HashMap<>();

    private record ClientKey(Parties parties, Bsn bsn) {}

    private record AllocationKey(Law law, String municipality, long number) {
        static AllocationKey of(Parties parties, long number) {
            return new AllocationKey(parties.law(), parties.municipality(), number);
        }
    }

    private record ReferenceKey(Law law, String provider, String reference) {
        static ReferenceKey of(Parties parties, String reference) {
            return new ReferenceKey(parties.law(), parties.provider(), reference);
        }
    }

    private record Request(ClientKey client, @Nullable ChangeRequest change) {}

    private record RelationsKey(Law law, String municipality, Bsn bsn) {}

    private static final class Client {
        private final List<StartProduct> starts = new ArrayList<>();
        private final List<StopProduct> stops = new ArrayList<>();
        private final Set<Long> allocations = new HashSet<>();
    }

    private record Declaration(DeclarationHead head, List<Line> lines) {}

    private static final class Line {
        private final Bsn bsn;
        private final DeclarationLine line;
        private boolean approved;
        private boolean credited;
        private boolean rejected;

        Line(Bsn bsn, DeclarationLine line) {
            this.bsn = bsn;
            this.line = line;
        }
    }

    /** Adds a message that was accepted; return messages say nothing new and are passed over. */
    public void add(Message message) {
        Header header = message.header();
        if (header.type().kind().isAnswer() && header.type().kind() != MessageKind.DECLARATION_ANSWER) {
            return;
        }
        Parties parties = Parties.of(header);
        identifications.add(List.of(
                header.type().name(), header.sender(), header.identification().id()));
        Declaration declaration = null;
        Set<String> rejected = new HashSet<>();
        for (MessagePart part : message.parts()) {
            switch (part) {
                case AllocatedClient client -> allocation(parties, client);
                case StartClient client -> starts(parties, client);
                case StopClient client -> stops(parties, client);
                case RequestClient client -> {
                    for (RequestedProduct product : client.products()) {
                        request(parties, client.bsn(), product.providerReference(), null);
                    }
                }
                case ChangeClient client ->
                    request(parties, client.bsn(), client.request().providerReference(), client.request());
                case Reply reply -> {
                    ReferenceKey key = ReferenceKey.of(parties, reply.providerReference());
                    replies.computeIfAbsent(key, any -> new ArrayList<>()).add(reply);
                }
                case DeclarationHead head -> declaration = declaration(parties, header, head);
                case DeclarationClient client -> {
                    if (header.type().kind() == MessageKind.DECLARATION) {
                        declared(parties, client, declaration);
                    } else {
                        client.lines()
                                .forEach(line -> rejected.add(line.reference().number()));
                    }
                }
                case AnswerHead head ->
                    declaration = declarations.get(ReferenceKey.of(parties, head.declarationNumber()));
                case AnswerEnd end -> answered(parties, declaration, rejected);
                case Header other -> throw new IllegalArgumentException("a message has one header");
            }
        }
    }

    private void allocation(Parties parties, AllocatedClient client) {
        Client known = client(parties, client.bsn());
        RelationsKey ofClient = new RelationsKey(parties.law(), parties.municipality(), client.bsn());
        client.relations()
                .forEach(relation -> relations
                        .computeIfAbsent(ofClient, any -> new HashMap<>())
                        .put(relation.number(), relation));
        for (AllocatedProduct product : client.products()) {
            AllocationKey key = AllocationKey.of(parties, product.number());
            Allocation earlier = allocations.get(key);
            // The latest decision counts, whatever the order of arrival (IV013).
            if (earlier == null
                    || !product.date()
                            .atTime(product.time())
                            .isBefore(earlier.product()
                                    .date()
                                    .atTime(earlier.product().time()))) {
                allocations.put(key, new Allocation(parties, client.bsn(), product));
            }
            known.allocations.add(product.number());
            if (product.providerReference() != null) {
                granted.add(ReferenceKey.of(parties, product.providerReference()));
            }
        }
    }

    private void starts(Parties parties, StartClient client) {
        List<StartProduct> starts = client(parties, client.bsn()).starts;
        for (StartProduct product : client.products()) {
            if (product.status().equals(DeliveryRules.REMOVE)) {
                starts.removeIf(start -> Objects.equals(start.allocationNumber(), product.allocationNumber())
                        && Objects.equals(start.product(), product.product())
                        && start.begin().equals(product.begin()));
            } else {
                starts.add(product);
            }
        }
    }

    private void stops(Parties parties, StopClient client) {
        List<StopProduct> stops = client(parties, client.bsn()).stops;
        for (StopProduct product : client.products()) {
            if (product.status().equals(DeliveryRules.REMOVE)) {
                stops.removeIf(stop -> Objects.equals(stop.allocationNumber(), product.allocationNumber())
                        && Objects.equals(stop.product(), product.product())
                        && stop.begin().equals(product.begin())
                        && stop.end().equals(product.end())
                        && stop.reason().equals(product.reason()));
            } else {
                stops.add(product);
            }
        }
    }

    private void request(Parties parties, Bsn bsn, String reference, @Nullable ChangeRequest change) {
        requests.put(ReferenceKey.of(parties, reference), new Request(new ClientKey(parties, bsn), change));
    }

    private Declaration declaration(Parties parties, Header header, DeclarationHead head) {
        Declaration declaration = new Declaration(head, new ArrayList<>());
        declarations.put(ReferenceKey.of(parties, head.number()), declaration);
        declarationMessages.put(ReferenceKey.of(parties, header.identification().id()), header);
        latestPeriod.merge(parties, head.period().begin(), (one, other) -> one.isAfter(other) ? one : other);
        return declaration;
    }

    private void declared(Parties parties, DeclarationClient client, @Nullable Declaration declaration) {
        client(parties, client.bsn());
        for (DeclarationLine line : client.lines()) {
            Line stored = new Line(client.bsn(), line);
            lines.put(ReferenceKey.of(parties, line.reference().number()), stored);
            linesByAllocation
                    .computeIfAbsent(AllocationKey.of(parties, line.allocationNumber()), any -> new ArrayList<>())
                    .add(stored);
            if (declaration != null) {
                declaration.lines().add(stored);
            }
            String previous = line.reference().previous();
            Line debit = previous == null ? null : lines.get(ReferenceKey.of(parties, previous));
            if (debit != null) {
                debit.credited = true;
            }
        }
    }

    private void answered(Parties parties, @Nullable Declaration declaration, Set<String> rejected) {
        if (declaration == null) {
            return;
        }
        for (Line line : declaration.lines()) {
            line.rejected = rejected.contains(line.line.reference().number());
            line.approved = !line.rejected;
            String previous = line.line.reference().previous();
            Line debit = previous == null ? null : lines.get(ReferenceKey.of(parties, previous));
            if (line.rejected && debit != null) {
                debit.credited = false;
            }
        }
    }

    private Client client(Parties parties, Bsn bsn) {
        return clients.computeIfAbsent(new ClientKey(parties, bsn), any -> new Client());
    }

    private Optional<Client> known(Parties parties, Bsn bsn) {
        return Optional.ofNullable(clients.get(new ClientKey(parties, bsn)));
    }

    @Override
    public boolean hasMessage(MessageType type, String sender, String identification) {
        return identifications.contains(List.of(type.name(), sender, identification));
    }

    @Override
    public boolean knowsClient(Parties parties, Bsn bsn) {
        return known(parties, bsn).isPresent();
    }

    @Override
    public Optional<Allocation> allocation(Parties parties, long number) {
        return Optional.ofNullable(allocations.get(AllocationKey.of(parties, number)));
    }

    @Override
    public List<Allocation> allocations(Parties parties, Bsn bsn) {
        return known(parties, bsn).stream()
                .flatMap(client -> client.allocations.stream())
                .flatMap(number -> allocation(parties, number).stream())
                .filter(allocation -> !allocation.product().isRemoval())
                .toList();
    }

    @Override
    public List<StartProduct> starts(Parties parties, Bsn bsn) {
        return known(parties, bsn).map(client -> List.copyOf(client.starts)).orElse(List.of());
    }

    @Override
    public List<StopProduct> stops(Parties parties, Bsn bsn) {
        return known(parties, bsn).map(client -> List.copyOf(client.stops)).orElse(List.of());
    }

    @Override
    public boolean hasRequest(Parties parties, String reference) {
        return requests.containsKey(ReferenceKey.of(parties, reference));
    }

    @Override
    public boolean hasOpenRequest(Parties parties, Bsn bsn) {
        ClientKey client = new ClientKey(parties, bsn);
        return requests.entrySet().stream()
                .filter(request -> request.getValue().client().equals(client))
                .anyMatch(request -> !granted.contains(request.getKey())
                        && replies.getOrDefault(request.getKey(), List.of()).stream()
                                .noneMatch(reply -> reply.answer().equals(REJECTED)));
    }

    @Override
    public List<Reply> replies(Parties parties, String reference) {
        return List.copyOf(replies.getOrDefault(ReferenceKey.of(parties, reference), List.of()));
    }

    @Override
    public boolean isGranted(Parties parties, String reference) {
        return granted.contains(ReferenceKey.of(parties, reference));
    }

    @Override
    public Optional<ChangeRequest> changeRequest(Parties parties, String reference) {
        Request request = requests.get(ReferenceKey.of(parties, reference));
        return request == null ? Optional.empty() : Optional.ofNullable(request.change());
    }

    @Override
    public List<Relation> relations(Parties parties, Bsn bsn) {
        return List.copyOf(relations
                .getOrDefault(new RelationsKey(parties.law(), parties.municipality(), bsn), Map.of())
                .values());
    }

    @Override
    public Optional<DeclarationHead> declaration(Parties parties, String number) {
        return Optional.ofNullable(declarations.get(ReferenceKey.of(parties, number)))
                .map(Declaration::head);
    }

    @Override
    public Optional<Header> declarationMessage(Parties parties, String identification) {
        return Optional.ofNullable(declarationMessages.get(ReferenceKey.of(parties, identification)));
    }

    @Override
    public Optional<LocalDate> latestDeclarationPeriod(Parties parties) {
        return Optional.ofNullable(latestPeriod.get(parties));
    }

    @Override
    public Optional<DeclaredLine> line(Parties parties, String reference) {
        return Optional.ofNullable(lines.get(ReferenceKey.of(parties, reference)))
                .map(MemoryHistory::declared);
    }

    @Override
    public List<DeclaredLine> lines(Parties parties, long allocationNumber) {
        return linesByAllocation.getOrDefault(AllocationKey.of(parties, allocationNumber), List.of()).stream()
                .filter(line -> !line.rejected)
                .map(MemoryHistory::declared)
                .toList();
    }

    private static DeclaredLine declared(Line line) {
        return new DeclaredLine(line.bsn, line.line, line.approved, line.credited);
    }
}
