package nl.leercirkel.standards.ijw.stream;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import nl.leercirkel.standards.ijw.definition.Definitions;
import nl.leercirkel.standards.ijw.definition.Parsed;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.message.MessagePart;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message of iJw 3.2 or iWmo 3.2: one pass that checks the structure and hands over typed parts. Which message it is,
 * the file itself tells. May be shared between threads.
 *
 * <p>Structure is what the official definitions demand, and two things more: a document type is refused, and so is a file
 * beyond {@link ReadLimits}. The encoding is that of the byte-order mark or the XML declaration, else UTF-8.
 */
public final class MessageReader {
    private final ReadLimits limits;
    private final Definitions definitions;

    /** The caches of values that runs leave behind for the next: texts and dates come back from file to file. */
    private final ConcurrentLinkedQueue<Parsed> idle = new ConcurrentLinkedQueue<>();

    public MessageReader(ReadLimits limits) {
        this.limits = limits;
        this.definitions = Definitions.release32();
    }

    public MessageReader() {
        this(ReadLimits.DEFAULT);
    }

    /** Reads the stream to its end or to what makes reading on useless, and leaves it open. */
    public ReadResult read(InputStream stream, MessageSink sink) throws IOException {
        PushbackInputStream input = new PushbackInputStream(stream, FileKind.LOOK);
        byte[] start = new byte[FileKind.LOOK];
        int length = input.readNBytes(start, 0, FileKind.LOOK);
        String otherKind = FileKind.notXml(start, length);
        if (otherKind != null) {
            return refused(new Violation(Violation.Kind.NOT_XML, "", Place.FILE, otherKind));
        }
        input.unread(start, 0, length);
        InputGuard guard = new InputGuard(input, limits.token());
        Parsed known = idle.poll();
        Parsed parsed = known == null ? new Parsed() : known;
        try {
            return read(new ReadRun(definitions, limits, guard, sink, parsed), guard);
        } finally {
            idle.offer(parsed);
        }
    }

    private static ReadResult read(ReadRun run, InputGuard guard) throws IOException {
        try {
            XMLStreamReader2 reader = (XMLStreamReader2) factory().createXMLStreamReader(guard);
            return run.read(reader);
        } catch (UncheckedStreamException e) {
            // Values are parsed only when they are looked at, where the interface knows no checked exception.
            return failed(run, (XMLStreamException) Objects.requireNonNull(e.getCause()));
        } catch (XMLStreamException e) {
            return failed(run, e);
        }
    }

    private static ReadResult failed(ReadRun run, XMLStreamException e) throws IOException {
        boolean tooLarge = cause(e, InputGuard.TokenTooLargeException.class) != null;
        IOException broken = tooLarge ? null : ofStream(e);
        if (broken != null) {
            throw broken;
        }
        return run.brokenOff(e, tooLarge);
    }

    /**
     * Reads a whole message into memory; for messages about one client, or declarations known to be small. Empty when the
     * structure is wrong: {@code violations} then holds why.
     */
    public Optional<Message> readWhole(InputStream stream, List<Violation> violations) throws IOException {
        List<MessagePart> parts = new ArrayList<>();
        ReadResult result = read(stream, (part, place) -> parts.add(part));
        violations.addAll(result.violations());
        if (!result.valid()) {
            return Optional.empty();
        }
        return Optional.of(new Message((Header) parts.getFirst(), parts.subList(1, parts.size())));
    }

    private static ReadResult refused(Violation violation) {
        return new ReadResult(null, List.of(violation), false, 0);
    }

    /** A new one per file: a factory keeps all names it ever saw. */
    private static InputFactoryImpl factory() {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** The failure of the stream itself, which is no fault of the file; bad encoding is. */
    private static @Nullable IOException ofStream(XMLStreamException e) {
        IOException cause = cause(e, IOException.class);
        boolean encoding = cause instanceof java.io.CharConversionException
                || cause instanceof java.io.UnsupportedEncodingException
                || cause instanceof java.nio.charset.CharacterCodingException;
        return encoding ? null : cause;
    }

    private static <T extends Throwable> @Nullable T cause(XMLStreamException e, Class<T> type) {
        Throwable nested = e.getNestedException() == null ? e.getCause() : e.getNestedException();
        while (nested != null) {
            if (type.isInstance(nested)) {
                return type.cast(nested);
            }
            nested = nested.getCause();
        }
        return null;
    }

    static Place place(@Nullable Location location) {
        return location == null || location.getLineNumber() < 1
                ? Place.FILE
                : new Place(location.getLineNumber(), Math.max(1, location.getColumnNumber()));
    }
}
