package nl.leercirkel.standards.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.message.ReturnHeader;
import nl.leercirkel.standards.ijw.rule.MemoryHistory;
import nl.leercirkel.standards.ijw.stream.MessageReader;
import nl.leercirkel.standards.ijw.stream.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The messages in a folder that came before the one that is judged: right in structure, not later by date, not the same file,
 * and not rejected as a whole by a return message that lies in the folder as well.
 */
final class EarlierMessages {
    private static final Set<String> NO_REJECTION = Set.of("0200", "0233");

    private final PrintStream out;
    private final List<Message> messages = new ArrayList<>();

    /** By sender and identification: who sends numbers its messages, and a return message repeats both. */
    private record Identity(String sender, String identification) {
        static Identity of(Header header) {
            return new Identity(header.sender(), header.identification().id());
        }
    }

    private EarlierMessages(PrintStream out) {
        this.out = out;
    }

    static MemoryHistory history(Path folder, Path judged, PrintStream out) throws IOException {
        EarlierMessages earlier = new EarlierMessages(out);
        earlier.read(folder, judged);
        return earlier.history(date(judged));
    }

    private void read(Path folder, Path judged) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            if (Files.mismatch(file, judged) < 0) {
                out.println("Overgeslagen, is het bestand zelf: " + file.getFileName());
                continue;
            }
            List<Violation> violations = new ArrayList<>();
            try (InputStream stream = Files.newInputStream(file)) {
                Optional<Message> message = new MessageReader().readWhole(stream, violations);
                message.ifPresentOrElse(
                        messages::add, () -> out.println("Overgeslagen, geen goed bericht: " + file.getFileName()));
            }
        }
    }

    private MemoryHistory history(@Nullable LocalDate until) {
        Set<Identity> rejected = new HashSet<>();
        for (Message message : messages) {
            if (message.header().answer() instanceof ReturnHeader answer
                    && !NO_REJECTION.containsAll(answer.returnCodes())) {
                rejected.add(Identity.of(message.header()));
            }
        }
        MemoryHistory history = new MemoryHistory();
        List<Message> earlier = messages.stream()
                .filter(message -> !rejected.contains(Identity.of(message.header())))
                .filter(message -> until == null || !date(message).isAfter(until))
                .sorted(Comparator.comparing(EarlierMessages::date))
                .toList();
        earlier.forEach(history::add);
        out.println("Eerdere berichten gelezen: " + earlier.size() + ".");
        int left = messages.size() - earlier.size();
        if (left > 0) {
            out.println("Niet meegeteld, want later verstuurd of als geheel afgekeurd: " + left + ".");
        }
        return history;
    }

    private static LocalDate date(Message message) {
        return message.header().identification().date();
    }

    /** Ends reading as soon as the header is known. */
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Header header;

        Found(Header header) {
            super(null, null, false, false);
            this.header = header;
        }
    }

    private static @Nullable LocalDate date(Path judged) throws IOException {
        try (InputStream stream = Files.newInputStream(judged)) {
            new MessageReader().read(stream, (part, place) -> {
                if (part instanceof Header header) {
                    throw new Found(header);
                }
            });
            return null;
        } catch (Found found) {
            return found.header.identification().date();
        }
    }
}
