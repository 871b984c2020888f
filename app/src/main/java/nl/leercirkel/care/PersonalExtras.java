package nl.leercirkel.care;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.leercirkel.privacy.Purpose;
import nl.leercirkel.standards.ijw.message.Address;
import nl.leercirkel.standards.ijw.message.AllocatedClient;
import nl.leercirkel.standards.ijw.message.AnswerEnd;
import nl.leercirkel.standards.ijw.message.AnswerHead;
import nl.leercirkel.standards.ijw.message.BirthDate;
import nl.leercirkel.standards.ijw.message.ChangeClient;
import nl.leercirkel.standards.ijw.message.Contact;
import nl.leercirkel.standards.ijw.message.DeclarationClient;
import nl.leercirkel.standards.ijw.message.DeclarationHead;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.MessagePart;
import nl.leercirkel.standards.ijw.message.Reply;
import nl.leercirkel.standards.ijw.message.RequestClient;
import nl.leercirkel.standards.ijw.message.StartClient;
import nl.leercirkel.standards.ijw.message.StopClient;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a person beside the facts, cut before it goes anywhere: the year of birth, the four digits of the postcode, and
 * what sort of referrer. Names, addresses, days of birth and the referrer's own number are dropped here.
 *
 * @param referrers sort of referrer (COD327) by the reference of the request
 */
record PersonalExtras(@Nullable Integer birthYear, @Nullable String area, Map<String, String> referrers) {
    private static final PersonalExtras NONE = new PersonalExtras(null, null, Map.of());
    private static final String REGISTERED = "01";
    private static final String UNKNOWN_DATE = "3";
    private static final String DUTCH_POSTCODE = "[1-9][0-9]{3} ?[A-Z]{2}";
    private static final int AREA_DIGITS = 4;

    PersonalExtras {
        referrers = Map.copyOf(referrers);
    }

    /** Of one part of a message that was written on this day. */
    static PersonalExtras of(MessagePart part, Purpose purpose, LocalDate written) {
        return switch (part) {
            case AllocatedClient client ->
                new PersonalExtras(birth(client.birthDate(), purpose, written), area(client.contacts()), Map.of());
            case StartClient client -> new PersonalExtras(birth(client.birthDate(), purpose, written), null, Map.of());
            case StopClient client -> new PersonalExtras(birth(client.birthDate(), purpose, written), null, Map.of());
            case RequestClient client ->
                new PersonalExtras(birth(client.birthDate(), purpose, written), null, referrers(client));
            case Header _, ChangeClient _, Reply _, DeclarationHead _, DeclarationClient _, AnswerHead _, AnswerEnd _ ->
                NONE;
        };
    }

    private static @Nullable Integer birth(BirthDate birth, Purpose purpose, LocalDate written) {
        if (UNKNOWN_DATE.equals(birth.use())) {
            return null;
        }
        String cut = purpose.birth().cut(birth.date(), written);
        return cut == null ? null : Integer.valueOf(cut);
    }

    /** Four digits of the postcode where somebody is registered; nothing of an address elsewhere. */
    private static @Nullable String area(List<Contact> contacts) {
        return contacts.stream()
                .filter(contact -> contact.kind().equals(REGISTERED))
                .map(Contact::address)
                .filter(address -> address != null)
                .map(Address::postcode)
                .filter(postcode -> postcode != null && postcode.matches(DUTCH_POSTCODE))
                .map(postcode -> postcode.substring(0, AREA_DIGITS))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> referrers(RequestClient client) {
        Map<String, String> referrers = new HashMap<>();
        client.products()
                .forEach(product -> referrers.put(
                        product.providerReference(), product.referrer().type()));
        return referrers;
    }
}
