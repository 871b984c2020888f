package nl.leercirkel.standards.ijw.episode;

import java.time.LocalDate;
import java.util.Set;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;
import nl.leercirkel.standards.ijw.message.Amount;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.rule.Parties;
import org.jspecify.annotations.Nullable;

/**
 * One thing a message says, loose from its file. Two facts of one message seen twice are equal; {@code source} tells apart two
 * messages that say the same.
 */
public sealed interface Fact {
    Parties parties();

    /** The message it came from. */
    Source source();

    /**
     * A message: its identification is unique per sender and type.
     *
     * @param date the date written on the message
     */
    record Source(String type, String sender, String identification, LocalDate date) {}

    /** A decision on an allocation. */
    record Allocated(Source source, Parties parties, String client, AllocatedProduct product) implements Fact {}

    /** A request for allocation; {@code reference} comes back in the allocation that grants it. */
    record Requested(Source source, Parties parties, String client, String reference) implements Fact {}

    /**
     * A start, or the removal of one.
     *
     * @param allocation null under task-based contracting
     */
    record Started(
            Source source,
            Parties parties,
            String client,
            @Nullable Long allocation,
            @Nullable Product product,
            LocalDate begin,
            boolean removal)
            implements Fact {}

    /** A stop, or the removal of one. */
    record Stopped(
            Source source,
            Parties parties,
            String client,
            @Nullable Long allocation,
            @Nullable Product product,
            LocalDate begin,
            LocalDate end,
            String reason,
            boolean removal)
            implements Fact {}

    /** A declaration as a whole. */
    record Declared(Source source, Parties parties, String number, Amount total) implements Fact {}

    /**
     * A declaration line.
     *
     * @param declaration number of the declaration
     * @param reference number of the line
     * @param previous number of the line that a credit takes back
     * @param periodBegin begin of the product period, the calendar month cut to the allocation
     */
    record Line(
            Source source,
            Parties parties,
            String client,
            String declaration,
            String reference,
            @Nullable String previous,
            long allocation,
            Product product,
            LocalDate periodBegin,
            Amount amount)
            implements Fact {}

    /**
     * The answer to a declaration.
     *
     * @param message identification of the declaration message
     * @param declaration its number; null when the message was rejected on its header
     * @param whole whether all of it is rejected
     * @param granted the total granted; null as {@code declaration}
     * @param rejected reference numbers of the rejected lines
     */
    record Answered(
            Source source,
            Parties parties,
            String message,
            @Nullable String declaration,
            boolean whole,
            @Nullable Amount granted,
            Set<String> rejected)
            implements Fact {
        public Answered {
            rejected = Set.copyOf(rejected);
        }
    }
}
