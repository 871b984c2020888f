package nl.leercirkel.standards.ijw.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.leercirkel.standards.ijw.definition.MessageType;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;
import nl.leercirkel.standards.ijw.message.Bsn;
import nl.leercirkel.standards.ijw.message.ChangeRequest;
import nl.leercirkel.standards.ijw.message.DeclarationHead;
import nl.leercirkel.standards.ijw.message.DeclarationLine;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.Relation;
import nl.leercirkel.standards.ijw.message.Reply;
import nl.leercirkel.standards.ijw.message.StartProduct;
import nl.leercirkel.standards.ijw.message.StopProduct;

/**
 * What is stored of earlier messages, as the rules that need it ask for it. Only messages that were not rejected count, and
 * the message that is being judged is not among them.
 */
public interface History {
    /** Whether a message of this type with this identification came from the sender before (TR056). */
    boolean hasMessage(MessageType type, String sender, String identification);

    boolean knowsClient(Parties parties, Bsn bsn);

    /** The latest decision on an allocation number of the municipality, also a removal. */
    Optional<Allocation> allocation(Parties parties, long number);

    /** The latest decisions on all allocations of a client to this provider, removed ones left out. */
    List<Allocation> allocations(Parties parties, Bsn bsn);

    /** Starts that were sent and not removed. */
    List<StartProduct> starts(Parties parties, Bsn bsn);

    /** Stops that were sent and not removed. */
    List<StopProduct> stops(Parties parties, Bsn bsn);

    /** Whether the provider asked something under this reference, for this client if one is known. */
    boolean hasRequest(Parties parties, String reference);

    /** Whether a request of this provider for this client is neither granted nor rejected. */
    boolean hasOpenRequest(Parties parties, Bsn bsn);

    /** Answers given to a request. */
    List<Reply> replies(Parties parties, String reference);

    /** Whether an allocation was sent that carries the reference. */
    boolean isGranted(Parties parties, String reference);

    /** The request for change that the provider sent under this reference. */
    Optional<ChangeRequest> changeRequest(Parties parties, String reference);

    /** The relations of a client as the municipality last gave them, to whatever provider. */
    List<Relation> relations(Parties parties, Bsn bsn);

    Optional<DeclarationHead> declaration(Parties parties, String number);

    /** The header of a declaration message with this identification. */
    Optional<Header> declarationMessage(Parties parties, String identification);

    /** First day of the latest declaration period that the provider declared. */
    Optional<LocalDate> latestDeclarationPeriod(Parties parties);

    /** A declaration line by its reference number. */
    Optional<DeclaredLine> line(Parties parties, String reference);

    /** All lines on an allocation, rejected ones left out. */
    List<DeclaredLine> lines(Parties parties, long allocationNumber);

    /** The latest decision on an allocation number. */
    record Allocation(Parties parties, Bsn bsn, AllocatedProduct product) {}

    /**
     * A line with what became of it.
     *
     * @param approved whether the answer came and did not list it
     * @param credited whether a credit line took it back
     */
    record DeclaredLine(Bsn bsn, DeclarationLine line, boolean approved, boolean credited) {}
}
