package nl.leercirkel.standards.bij;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.episode.Episode;
import nl.leercirkel.standards.ijw.message.Address;
import nl.leercirkel.standards.ijw.message.AllocatedClient;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;
import nl.leercirkel.standards.ijw.message.AnswerEnd;
import nl.leercirkel.standards.ijw.message.AnswerHead;
import nl.leercirkel.standards.ijw.message.BirthDate;
import nl.leercirkel.standards.ijw.message.ChangeClient;
import nl.leercirkel.standards.ijw.message.Contact;
import nl.leercirkel.standards.ijw.message.DeclarationClient;
import nl.leercirkel.standards.ijw.message.DeclarationHead;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.message.MessagePart;
import nl.leercirkel.standards.ijw.message.Reply;
import nl.leercirkel.standards.ijw.message.RequestClient;
import nl.leercirkel.standards.ijw.message.RequestedProduct;
import nl.leercirkel.standards.ijw.message.StartClient;
import nl.leercirkel.standards.ijw.message.StopClient;
import nl.leercirkel.standards.ijw.rule.Parties;
import org.jspecify.annotations.Nullable;

/**
 * Who the episodes are about and who referred them, as the messages say: what a delivery asks beside the episodes. Takes only
 * messages that were accepted, in any order; of what changes between messages the last by date holds.
 *
 * <p>These are personal data. They live as long as this object does, and no text of it shows them.
 */
public final class MessagePeople {

    private static final String REGISTERED = "01";
    private static final String RESIDENCE = "03";
    private static final Map<String, Sex> SEXES = Map.of("0", Sex.UNKNOWN, "1", Sex.MALE, "2", Sex.FEMALE);

    private final Function<nl.leercirkel.standards.ijw.message.Bsn, String> clientKey;
    private final Map<String, Dated<Identity>> identities = new HashMap<>();
    private final Map<String, Dated<String>> residences = new HashMap<>();
    private final Map<Request, Dated<Referrer>> referrers = new HashMap<>();
    private final Map<Allocation, Dated<String>> references = new HashMap<>();

    /** @param clientKey the key of a client, the same as was given for the episodes */
    public MessagePeople(Function<nl.leercirkel.standards.ijw.message.Bsn, String> clientKey) {
        this.clientKey = clientKey;
    }

    private record Identity(String bsn, BirthDate birth, Sex sex) {}

    private record Request(Law law, String provider, String reference) {}

    private record Allocation(Law law, String municipality, long number) {}

    /** A value with the message it came from, so that the last one can be told whatever the order of arrival. */
    private record Dated<T>(LocalDate date, String message, T value) {
        private static final Comparator<Dated<?>> ORDER = Comparator.<Dated<?>, LocalDate>comparing(Dated::date)
                .thenComparing(Dated::message)
                .thenComparing(dated -> String.valueOf(dated.value()));

        static <T> Dated<T> later(Dated<T> one, Dated<T> other) {
            return ORDER.compare(one, other) >= 0 ? one : other;
        }
    }

    /** Takes what a message says of people; messages of the Wmo are passed over. */
    public void add(Message message) {
        Header header = message.header();
        if (header.type().law() != Law.YOUTH || header.type().kind().isAnswer()) {
            return;
        }
        for (MessagePart part : message.parts()) {
            switch (part) {
                case AllocatedClient client -> {
                    identity(header, client.bsn(), client.birthDate(), client.gender());
                    residence(header, client);
                    client.products().forEach(product -> allocation(header, product));
                }
                case StartClient client -> identity(header, client.bsn(), client.birthDate(), client.gender());
                case StopClient client -> identity(header, client.bsn(), client.birthDate(), client.gender());
                case RequestClient client -> {
                    identity(header, client.bsn(), client.birthDate(), client.gender());
                    client.products().forEach(product -> request(header, product));
                }
                // Declarations, changes and answers say nothing of who someone is.
                case ChangeClient _,
                        Reply _,
                        DeclarationHead _,
                        DeclarationClient _,
                        AnswerHead _,
                        AnswerEnd _,
                        Header _ -> {}
            }
        }
    }

    private static <T> Dated<T> dated(Header header, T value) {
        return new Dated<>(
                header.identification().date(),
                header.sender() + " " + header.identification().id(),
                value);
    }

    private void identity(Header header, nl.leercirkel.standards.ijw.message.Bsn bsn, BirthDate birth, String gender) {
        Identity identity = new Identity(bsn.digits(), birth, SEXES.getOrDefault(gender, Sex.UNKNOWN));
        identities.merge(clientKey.apply(bsn), dated(header, identity), Dated::later);
    }

    private void residence(Header header, AllocatedClient client) {
        String postcode = postcode(client.contacts(), REGISTERED);
        if (postcode == null) {
            postcode = postcode(client.contacts(), RESIDENCE);
        }
        if (postcode != null) {
            residences.merge(clientKey.apply(client.bsn()), dated(header, postcode), Dated::later);
        }
    }

    private static @Nullable String postcode(List<Contact> contacts, String kind) {
        for (Contact contact : contacts) {
            Address address = contact.address();
            if (contact.kind().equals(kind) && address != null && address.postcode() != null) {
                return address.postcode();
            }
        }
        return null;
    }

    private void allocation(Header header, AllocatedProduct product) {
        String reference = product.providerReference();
        if (reference != null) {
            Parties parties = Parties.of(header);
            references.merge(
                    new Allocation(parties.law(), parties.municipality(), product.number()),
                    dated(header, reference),
                    Dated::later);
        }
    }

    private void request(Header header, RequestedProduct product) {
        Parties parties = Parties.of(header);
        Coded.of(Referrer.class, product.referrer().type())
                .ifPresent(referrer -> referrers.merge(
                        new Request(parties.law(), parties.provider(), product.providerReference()),
                        dated(header, referrer),
                        Dated::later));
    }

    /** The person of an episode; empty where no message told, or where nothing of the birth date is known. */
    Optional<Person> person(Episode episode) {
        Dated<Identity> known = identities.get(episode.client());
        if (known == null) {
            return Optional.empty();
        }
        Identity identity = known.value();
        Dated<String> residence = residences.get(episode.client());
        // The protocol asks for the code of the municipality where the postcode is not known.
        String place = residence == null ? episode.parties().municipality() : residence.value();
        return birth(identity.birth())
                .map(birth -> new Person(Bsn.of(identity.bsn()).orElse(Bsn.UNKNOWN), birth, identity.sex(), place));
    }

    /** iJw writes 01 or 1900 for what is not known of a date, the protocol writes zeros. */
    private static Optional<PartialDate> birth(BirthDate birth) {
        LocalDate date = birth.date();
        return switch (birth.use()) {
            case null -> Optional.of(PartialDate.of(date));
            case "1" -> Optional.of(new PartialDate(date.getYear(), date.getMonthValue(), 0));
            case "2" -> Optional.of(new PartialDate(date.getYear(), 0, 0));
            default -> Optional.empty();
        };
    }

    /** Who referred, by the request that the first allocation of the episode granted; empty where there was no request. */
    Optional<Referrer> referrer(Episode episode) {
        Parties parties = episode.parties();
        for (Long number : episode.allocations()) {
            Dated<String> reference = references.get(new Allocation(parties.law(), parties.municipality(), number));
            Dated<Referrer> referrer = reference == null
                    ? null
                    : referrers.get(new Request(parties.law(), parties.provider(), reference.value()));
            if (referrer != null) {
                return Optional.of(referrer.value());
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "MessagePeople[" + identities.size() + "]";
    }
}
