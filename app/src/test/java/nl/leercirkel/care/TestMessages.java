package nl.leercirkel.care;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.definition.MessageKind;
import nl.leercirkel.standards.ijw.definition.MessageType;
import nl.leercirkel.standards.ijw.message.Address;
import nl.leercirkel.standards.ijw.message.AllocatedClient;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;
import nl.leercirkel.standards.ijw.message.Amount;
import nl.leercirkel.standards.ijw.message.AnswerEnd;
import nl.leercirkel.standards.ijw.message.AnswerHead;
import nl.leercirkel.standards.ijw.message.AnswerHeader;
import nl.leercirkel.standards.ijw.message.BirthDate;
import nl.leercirkel.standards.ijw.message.Bsn;
import nl.leercirkel.standards.ijw.message.Contact;
import nl.leercirkel.standards.ijw.message.DeclarationClient;
import nl.leercirkel.standards.ijw.message.DeclarationHead;
import nl.leercirkel.standards.ijw.message.DeclarationLine;
import nl.leercirkel.standards.ijw.message.FamilyName;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.HeaderAnswer;
import nl.leercirkel.standards.ijw.message.House;
import nl.leercirkel.standards.ijw.message.Identification;
import nl.leercirkel.standards.ijw.message.LineReference;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.message.MessagePart;
import nl.leercirkel.standards.ijw.message.Period;
import nl.leercirkel.standards.ijw.message.PersonName;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.message.Referrer;
import nl.leercirkel.standards.ijw.message.RequestClient;
import nl.leercirkel.standards.ijw.message.RequestedProduct;
import nl.leercirkel.standards.ijw.message.SchemaVersions;
import nl.leercirkel.standards.ijw.message.StartClient;
import nl.leercirkel.standards.ijw.message.StartProduct;
import nl.leercirkel.standards.ijw.message.StopClient;
import nl.leercirkel.standards.ijw.message.StopProduct;
import nl.leercirkel.standards.ijw.message.Volume;
import nl.leercirkel.standards.ijw.stream.MessageWriter;
import org.jspecify.annotations.Nullable;

/** Messages that keep the rules, of people in the official test range of numbers. */
public final class TestMessages {
    static final List<String> NUMBERS = List.of("999900006", "999900018", "999990019");
    static final String MUNICIPALITY = "0505";
    static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private static final SchemaVersions VERSIONS = new SchemaVersions("1.0.0", "1.0.0");
    private static final BirthDate BIRTH = new BirthDate(LocalDate.of(2012, 5, 17), null);
    private static final int TARIFF = 9_500;

    private TestMessages() {}

    /** The examples of the documentation. */
    public static byte[] example(String name) {
        try {
            return Files.readAllBytes(Path.of("..", "docs", "standaarden", name + ".xml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static byte[] xml(Message message) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            MessageWriter.write(message, bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Header header(
            MessageKind kind, String provider, String identification, LocalDate date, @Nullable HeaderAnswer answer) {
        boolean ofMunicipality = kind == MessageKind.ALLOCATION || kind == MessageKind.DECLARATION_ANSWER;
        return new Header(
                new MessageType(Law.YOUTH, kind),
                ofMunicipality ? MUNICIPALITY : provider,
                ofMunicipality ? provider : MUNICIPALITY,
                new Identification(identification, date),
                VERSIONS,
                answer);
    }

    /** A whole declaration of clients with lines; the total is theirs. */
    static Message declaration(
            String provider, String identification, LocalDate date, Map<String, List<DeclarationLine>> lines) {
        long total = lines.values().stream()
                .flatMap(List::stream)
                .mapToLong(line -> line.amount().signedCents())
                .sum();
        YearMonth april = YearMonth.of(2026, 4);
        List<MessagePart> parts = new ArrayList<>();
        parts.add(new DeclarationHead(
                "N" + identification,
                new Period(april.atDay(1), april.atEndOfMonth()),
                date,
                new Amount(Math.abs(total), total < 0)));
        lines.forEach((number, ofClient) -> parts.add(new DeclarationClient(new Bsn(number), ofClient, List.of())));
        return new Message(header(MessageKind.DECLARATION, provider, identification, date, null), parts);
    }

    static DeclarationLine line(
            String reference, @Nullable String previous, long allocation, String code, int month, int units) {
        YearMonth of = YearMonth.of(2026, month);
        return new DeclarationLine(
                new LineReference(reference, previous),
                allocation,
                "45",
                code,
                new Period(of.atDay(1), of.atEndOfMonth()),
                units,
                "04",
                (long) TARIFF,
                new Amount((long) units * TARIFF, previous != null),
                List.of());
    }

    /** Messages at random that contradict, repeat and take back each other; of some people, providers and allocations. */
    static List<Message> random(Random random, int count) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String provider = random.nextInt(5) == 0 ? "87654321" : "12345678";
            String identification = "M" + i;
            messages.add(
                    switch (random.nextInt(9)) {
                        case 0, 1 -> allocation(random, provider, identification);
                        case 2, 3 -> start(random, provider, identification);
                        case 4 -> stop(random, provider, identification);
                        case 5 -> request(random, provider, identification);
                        case 6, 7 -> randomDeclaration(random, provider, identification);
                        default -> answer(random, provider, identification, count);
                    });
        }
        return messages;
    }

    private static String number(Random random) {
        return NUMBERS.get(random.nextInt(2));
    }

    private static Product product(Random random) {
        return new Product("45", "45A0" + (1 + random.nextInt(2)));
    }

    private static LocalDate begin(Random random) {
        return DAY.plusDays(random.nextInt(4) * 30L);
    }

    private static LocalDate written(Random random) {
        return DAY.plusDays(250 + random.nextInt(4));
    }

    private static PersonName name(boolean allocation) {
        return new PersonName(new FamilyName("Voorbeeld", "van"), null, null, "AB", allocation ? "1" : null);
    }

    private static Message allocation(Random random, String provider, String identification) {
        LocalDate written = written(random);
        LocalDate begin = begin(random);
        boolean removal = random.nextInt(4) == 0;
        long number = 1 + random.nextInt(3);
        AllocatedProduct product = new AllocatedProduct(
                number,
                random.nextInt(2) == 0 ? "R" + number : null,
                product(random),
                written.minusDays(random.nextInt(3)),
                LocalTime.of(random.nextInt(2) + 9, 30),
                begin,
                removal ? begin : begin.plusDays(random.nextInt(120)),
                removal ? "13" : null,
                new Volume(40, "04", "6"),
                null,
                null,
                List.of());
        Contact contact = new Contact(
                "01",
                new Address(new House(7, null, null, null), "331" + random.nextInt(3) + "AA", null, null, "NL"),
                null,
                null,
                null,
                null,
                List.of());
        return new Message(
                header(MessageKind.ALLOCATION, provider, identification, written, null),
                List.of(new AllocatedClient(
                        new Bsn(number(random)),
                        BIRTH,
                        "2",
                        name(true),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(contact),
                        List.of(product),
                        List.of())));
    }

    private static String status(Random random) {
        return random.nextInt(3) == 0 ? "3" : "1";
    }

    private static Message start(Random random, String provider, String identification) {
        LocalDate begin = begin(random);
        return new Message(
                header(MessageKind.START, provider, identification, written(random), null),
                List.of(new StartClient(
                        new Bsn(number(random)),
                        BIRTH,
                        "2",
                        name(false),
                        List.of(new StartProduct(
                                1L + random.nextInt(3), product(random), begin, begin, status(random), List.of())),
                        List.of())));
    }

    private static Message stop(Random random, String provider, String identification) {
        LocalDate begin = begin(random);
        return new Message(
                header(MessageKind.STOP, provider, identification, written(random), null),
                List.of(new StopClient(
                        new Bsn(number(random)),
                        BIRTH,
                        "2",
                        name(false),
                        List.of(new StopProduct(
                                1L + random.nextInt(3),
                                product(random),
                                begin,
                                begin,
                                List.of("20", "31", "36", "37").get(random.nextInt(4)),
                                begin.plusDays(random.nextInt(60)),
                                status(random),
                                List.of())),
                        List.of())));
    }

    private static Message request(Random random, String provider, String identification) {
        LocalDate begin = begin(random);
        return new Message(
                header(MessageKind.REQUEST, provider, identification, written(random), null),
                List.of(new RequestClient(
                        new Bsn(number(random)),
                        BIRTH,
                        "2",
                        name(false),
                        "1",
                        null,
                        List.of(new RequestedProduct(
                                "R" + (1 + random.nextInt(3)),
                                null,
                                product(random),
                                null,
                                begin,
                                begin.plusDays(30),
                                new Volume(40, "04", "6"),
                                null,
                                new Referrer("01", null, null),
                                null,
                                null,
                                List.of())),
                        List.of())));
    }

    private static Message randomDeclaration(Random random, String provider, String identification) {
        Map<String, List<DeclarationLine>> lines = new HashMap<>();
        List<String> references = new ArrayList<>(List.of("L1", "L2", "L3", "L4", "L5"));
        java.util.Collections.shuffle(references, random);
        int clients = 1 + random.nextInt(2);
        for (int client = 0; client < clients; client++) {
            lines.put(
                    NUMBERS.get(client),
                    List.of(
                            line(
                                    references.removeLast(),
                                    null,
                                    1,
                                    "45A01",
                                    3 + random.nextInt(2),
                                    1 + random.nextInt(9)),
                            line(
                                    references.removeLast(),
                                    "C" + identification + client,
                                    2,
                                    "45A02",
                                    4,
                                    1 + random.nextInt(9))));
        }
        return declaration(provider, identification, LocalDate.of(2026, 5, 4).plusDays(random.nextInt(3)), lines);
    }

    private static Message answer(Random random, String provider, String identification, int count) {
        LocalDate written = LocalDate.of(2026, 5, 12).plusDays(random.nextInt(3));
        String about = "M" + random.nextInt(count);
        boolean whole = random.nextInt(4) == 0;
        Identification declared = new Identification(about, LocalDate.of(2026, 5, 4));
        AnswerHeader header = new AnswerHeader(declared, null, VERSIONS, List.of("0200"));
        long submitted = 500_000;
        List<MessagePart> parts = new ArrayList<>();
        DeclarationLine rejected = withCode(line("L" + (1 + random.nextInt(5)), null, 1, "45A01", 4, 2));
        parts.add(new AnswerHead(
                "N" + about,
                new Amount(submitted, false),
                new Amount(whole ? 0 : submitted - rejected.amount().cents(), false)));
        if (!whole) {
            parts.add(new DeclarationClient(new Bsn(number(random)), List.of(rejected), List.of("0200")));
        }
        parts.add(new AnswerEnd(List.of(whole ? "0001" : "0200")));
        return new Message(header(MessageKind.DECLARATION_ANSWER, provider, identification, written, header), parts);
    }

    private static DeclarationLine withCode(DeclarationLine line) {
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
                List.of("9338"));
    }
}
