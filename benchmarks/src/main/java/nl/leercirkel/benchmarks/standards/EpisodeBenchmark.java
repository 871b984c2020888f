package nl.leercirkel.benchmarks.standards;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.definition.MessageKind;
import nl.leercirkel.standards.ijw.definition.MessageType;
import nl.leercirkel.standards.ijw.episode.EpisodeBuilder;
import nl.leercirkel.standards.ijw.episode.EpisodeRules;
import nl.leercirkel.standards.ijw.episode.Fact;
import nl.leercirkel.standards.ijw.episode.FactReader;
import nl.leercirkel.standards.ijw.message.AllocatedClient;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;
import nl.leercirkel.standards.ijw.message.BirthDate;
import nl.leercirkel.standards.ijw.message.Bsn;
import nl.leercirkel.standards.ijw.message.Contact;
import nl.leercirkel.standards.ijw.message.FamilyName;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.Identification;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.message.MessagePart;
import nl.leercirkel.standards.ijw.message.PersonName;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.message.SchemaVersions;
import nl.leercirkel.standards.ijw.message.StartClient;
import nl.leercirkel.standards.ijw.message.StartProduct;
import nl.leercirkel.standards.ijw.message.StopClient;
import nl.leercirkel.standards.ijw.message.StopProduct;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Episodes from three messages per client (allocation, start, stop), in batches of whole clients. The time is of all messages,
 * making them included: divide the number of messages by it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx256m")
public class EpisodeBenchmark {
    private static final int BATCH = 5_000;
    private static final int FIRST = 100_000_000;
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final PersonName NAME = new PersonName(new FamilyName("Voorbeeld", null), null, null, null, null);
    private static final BirthDate BIRTH = new BirthDate(LocalDate.of(2012, 5, 17), null);
    private static final SchemaVersions VERSIONS = new SchemaVersions("1.0.0", "1.0.0");
    private static final Product PRODUCT = new Product("45", "45A01");

    /** Messages in all; a third of them clients. */
    @Param({"10000", "100000", "1000000", "3000000"})
    int messages;

    @Benchmark
    public long episodes() {
        return episodes(messages);
    }

    /** Makes so many messages and the episodes of them. */
    static long episodes(int messages) {
        EpisodeBuilder builder = new EpisodeBuilder(EpisodeRules.asOf(LocalDate.of(2026, 11, 26)));
        long episodes = 0;
        int clients = messages / 3;
        for (int from = 0; from < clients; from += BATCH) {
            List<Fact> facts = new ArrayList<>();
            for (int client = from; client < Math.min(clients, from + BATCH); client++) {
                for (Message message : messages(client)) {
                    FactReader.read(message, Bsn::digits, facts::add);
                }
            }
            episodes += builder.episodes(facts).size();
        }
        if (episodes != clients) {
            throw new IllegalStateException(episodes + " episodes of " + clients + " clients");
        }
        return episodes;
    }

    private static List<Message> messages(int client) {
        Bsn bsn = new Bsn(Integer.toString(FIRST + client));
        LocalDate begin = DAY.plusDays(client % 100);
        AllocatedProduct allocated = new AllocatedProduct(
                client,
                null,
                PRODUCT,
                begin,
                LocalTime.NOON,
                begin,
                begin.plusDays(180),
                null,
                null,
                null,
                null,
                List.of());
        Contact contact = new Contact("01", null, null, null, null, null, List.of());
        return List.of(
                message(
                        MessageKind.ALLOCATION,
                        client,
                        begin,
                        new AllocatedClient(
                                bsn,
                                BIRTH,
                                "1",
                                NAME,
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(contact),
                                List.of(allocated),
                                List.of())),
                message(
                        MessageKind.START,
                        client,
                        begin.plusDays(20),
                        new StartClient(
                                bsn,
                                BIRTH,
                                "1",
                                NAME,
                                List.of(new StartProduct(
                                        (long) client, PRODUCT, begin, begin.plusDays(14), "1", List.of())),
                                List.of())),
                message(
                        MessageKind.STOP,
                        client,
                        begin.plusDays(150),
                        new StopClient(
                                bsn,
                                BIRTH,
                                "1",
                                NAME,
                                List.of(new StopProduct(
                                        (long) client,
                                        PRODUCT,
                                        begin,
                                        begin.plusDays(14),
                                        "31",
                                        begin.plusDays(140),
                                        "1",
                                        List.of())),
                                List.of())));
    }

    private static Message message(MessageKind kind, int client, LocalDate date, MessagePart part) {
        boolean ofMunicipality = kind == MessageKind.ALLOCATION;
        Header header = new Header(
                new MessageType(Law.YOUTH, kind),
                ofMunicipality ? "0505" : "12345678",
                ofMunicipality ? "12345678" : "0505",
                new Identification("M" + client, date),
                VERSIONS,
                null);
        return new Message(header, List.of(part));
    }
}
