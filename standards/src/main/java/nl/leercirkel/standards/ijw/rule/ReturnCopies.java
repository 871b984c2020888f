package nl.leercirkel.standards.ijw.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.leercirkel.standards.ijw.message.AllocatedClient;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;
import nl.leercirkel.standards.ijw.message.ChangeClient;
import nl.leercirkel.standards.ijw.message.ChangeRequest;
import nl.leercirkel.standards.ijw.message.ChangedProduct;
import nl.leercirkel.standards.ijw.message.Contact;
import nl.leercirkel.standards.ijw.message.DeclarationLine;
import nl.leercirkel.standards.ijw.message.MessagePart;
import nl.leercirkel.standards.ijw.message.NewProduct;
import nl.leercirkel.standards.ijw.message.Relation;
import nl.leercirkel.standards.ijw.message.Reply;
import nl.leercirkel.standards.ijw.message.RequestClient;
import nl.leercirkel.standards.ijw.message.RequestedProduct;
import nl.leercirkel.standards.ijw.message.ResponsibleMunicipality;
import nl.leercirkel.standards.ijw.message.StartClient;
import nl.leercirkel.standards.ijw.message.StartProduct;
import nl.leercirkel.standards.ijw.message.StopClient;
import nl.leercirkel.standards.ijw.message.StopProduct;
import nl.leercirkel.standards.ijw.message.UnchangedProduct;

/** Copies of what is rejected, every class with its return codes. */
final class ReturnCopies {
    private static final String CLIENT = "/Bericht/Client";

    private final Function<String, List<String>> codes;

    /** Prepares copying; {@code codes} gives the codes of a class by its path, at least one. */
    ReturnCopies(Function<String, List<String>> codes) {
        this.codes = codes;
    }

    MessagePart of(MessagePart part) {
        return switch (part) {
            case AllocatedClient client -> of(client);
            case StartClient client ->
                new StartClient(
                        client.bsn(),
                        client.birthDate(),
                        client.gender(),
                        client.name(),
                        each(client.products(), DeliveryRules::start, ReturnCopies::of),
                        codes.apply(CLIENT));
            case StopClient client ->
                new StopClient(
                        client.bsn(),
                        client.birthDate(),
                        client.gender(),
                        client.name(),
                        each(client.products(), DeliveryRules::stop, ReturnCopies::of),
                        codes.apply(CLIENT));
            case RequestClient client ->
                new RequestClient(
                        client.bsn(),
                        client.birthDate(),
                        client.gender(),
                        client.name(),
                        client.authorityHolderKnown(),
                        client.remark(),
                        each(client.products(), RequestRules::product, ReturnCopies::of),
                        codes.apply(CLIENT));
            case ChangeClient client -> of(client);
            case Reply reply -> of(reply);
            default -> throw new IllegalArgumentException(part.getClass() + " is not returned");
        };
    }

    private AllocatedClient of(AllocatedClient client) {
        return new AllocatedClient(
                client.bsn(),
                client.birthDate(),
                client.gender(),
                client.name(),
                client.communication(),
                client.legalStatus(),
                client.representation(),
                client.remark(),
                each(
                        client.relations(),
                        AllocationRules::relation,
                        (relation, found) -> new Relation(
                                relation.number(),
                                relation.order(),
                                relation.kind(),
                                relation.birthDate(),
                                relation.gender(),
                                relation.name(),
                                of(relation.contact(), List.of(ReturnBuilder.NO_REMARK)),
                                found)),
                each(client.contacts(), AllocationRules::contact, ReturnCopies::of),
                each(client.products(), AllocationRules::product, ReturnCopies::of),
                codes.apply(CLIENT));
    }

    private ChangeClient of(ChangeClient client) {
        ChangeRequest request = client.request();
        return new ChangeClient(
                client.bsn(),
                new ChangeRequest(
                        request.providerReference(),
                        request.reason(),
                        each(
                                request.unchanged(),
                                ChangeRules::unchanged,
                                (product, found) -> new UnchangedProduct(product.allocationNumber(), found)),
                        each(
                                request.changed(),
                                ChangeRules::changed,
                                (product, found) -> new ChangedProduct(
                                        product.allocationNumber(),
                                        product.begin(),
                                        product.end(),
                                        product.volume(),
                                        product.budget(),
                                        found)),
                        each(
                                request.added(),
                                ChangeRules::added,
                                (product, found) -> new NewProduct(
                                        product.product(),
                                        product.begin(),
                                        product.end(),
                                        product.volume(),
                                        product.budget(),
                                        found)),
                        codes.apply(ChangeRules.REQUEST)),
                codes.apply(CLIENT));
    }

    private Reply of(Reply reply) {
        ResponsibleMunicipality responsible = reply.responsible();
        return new Reply(
                reply.providerReference(),
                reply.answer(),
                reply.rejection(),
                responsible == null
                        ? null
                        : new ResponsibleMunicipality(
                                responsible.code(), codes.apply(ReplyRules.REPLY + "/Woonplaatsbeginsel")),
                codes.apply(ReplyRules.REPLY));
    }

    private <T> List<T> each(List<T> classes, Function<Integer, String> path, BiFunction<T, List<String>, T> copy) {
        List<T> copies = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            copies.add(copy.apply(classes.get(i), codes.apply(path.apply(i + 1))));
        }
        return copies;
    }

    static DeclarationLine of(DeclarationLine line, List<String> codes) {
        return new DeclarationLine(
                line.reference(),
                line.allocationNumber(),
                line.category(),
                line.code(),
                line.period(),
                line.volume(),
                line.unit(),
                line.tariff(),
                line.amount(),
                codes);
    }

    private static StartProduct of(StartProduct product, List<String> codes) {
        return new StartProduct(
                product.allocationNumber(),
                product.product(),
                product.allocationBegin(),
                product.begin(),
                product.status(),
                codes);
    }

    private static StopProduct of(StopProduct product, List<String> codes) {
        return new StopProduct(
                product.allocationNumber(),
                product.product(),
                product.allocationBegin(),
                product.begin(),
                product.reason(),
                product.end(),
                product.status(),
                codes);
    }

    private static Contact of(Contact contact, List<String> codes) {
        return new Contact(
                contact.kind(),
                contact.address(),
                contact.organisation(),
                contact.telephones(),
                contact.email(),
                contact.period(),
                codes);
    }

    private static AllocatedProduct of(AllocatedProduct product, List<String> codes) {
        return new AllocatedProduct(
                product.number(),
                product.providerReference(),
                product.product(),
                product.date(),
                product.time(),
                product.begin(),
                product.end(),
                product.changeReason(),
                product.volume(),
                product.budget(),
                product.remark(),
                codes);
    }

    private static RequestedProduct of(RequestedProduct product, List<String> codes) {
        return new RequestedProduct(
                product.providerReference(),
                product.decisionNumber(),
                product.product(),
                product.decisionBegin(),
                product.begin(),
                product.end(),
                product.volume(),
                product.budget(),
                product.referrer(),
                product.frameworkContract(),
                product.remark(),
                codes);
    }
}
