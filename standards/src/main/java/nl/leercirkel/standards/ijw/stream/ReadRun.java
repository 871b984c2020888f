package nl.leercirkel.standards.ijw.stream;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import nl.leercirkel.standards.ijw.definition.Definitions;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.definition.MessageDefinition;
import nl.leercirkel.standards.ijw.definition.MessageType;
import nl.leercirkel.standards.ijw.definition.Node;
import nl.leercirkel.standards.ijw.definition.Parsed;
import nl.leercirkel.standards.ijw.message.SafeText;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** One reading of one file: from the first byte to the end or to where it makes no sense to go on. */
final class ReadRun {
    private static final Pattern OTHER_VERSION = Pattern.compile(
            "http://www\\.istandaarden\\.nl/(ijw|iwmo|iwlz|ieb)/([0-9]{1,2})_([0-9]{1,2})/([a-z]{2,6}[0-9]{3})/schema");
    private static final int MOST_PREFIXES = 64;
    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private final Definitions definitions;
    private final ReadLimits limits;
    private final InputGuard guard;
    private final MessageSink sink;
    private final Parsed parsed;
    private final Violations violations;
    private final Set<String> prefixes = new HashSet<>();
    private @Nullable MessageType type;
    private @Nullable ElementRun elements;
    private @Nullable XMLStreamReader2 reader;

    ReadRun(Definitions definitions, ReadLimits limits, InputGuard guard, MessageSink sink, Parsed parsed) {
        this.parsed = parsed;
        this.definitions = definitions;
        this.limits = limits;
        this.guard = guard;
        this.sink = sink;
        this.violations = new Violations(limits.violations());
    }

    /** Thrown when reading on is useless; the violation stands already. */
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stop() {
            super(null, null, false, false);
        }
    }

    ReadResult read(XMLStreamReader2 stream) throws XMLStreamException {
        reader = stream;
        try {
            prolog(stream);
            MessageDefinition definition = definition(stream);
            type = definition.type();
            elements = new ElementRun(definition, stream, this, sink, parsed);
            elements.read();
            while (stream.hasNext()) {
                next();
            }
            return result(true);
        } catch (Stop e) {
            return result(false);
        }
    }

    ReadResult brokenOff(Exception e, boolean tooLarge) {
        Place place = e instanceof XMLStreamException xml && xml.getLocation() != null
                ? MessageReader.place(xml.getLocation())
                : here();
        if (tooLarge) {
            record(
                    Violation.Kind.REFUSED,
                    place,
                    "Hier begint een stuk van meer dan " + limits.token()
                            + " bytes zonder element; zo groot is het nooit in een bericht. Lezen is gestopt.");
        } else {
            record(Violation.Kind.NOT_XML, place, NotXml.explain(e));
        }
        return result(false);
    }

    private ReadResult result(boolean complete) {
        return new ReadResult(type, violations.all(), complete, guard.bytes());
    }

    private void prolog(XMLStreamReader2 stream) throws XMLStreamException {
        while (stream.getEventType() != XMLStreamConstants.START_ELEMENT) {
            next();
        }
    }

    private MessageDefinition definition(XMLStreamReader2 stream) {
        String namespace = Objects.requireNonNullElse(stream.getNamespaceURI(), "");
        MessageDefinition definition = definitions.byNamespace(namespace).orElse(null);
        Node root = definition == null ? null : definition.root();
        if (definition == null
                || !stream.getLocalName().equals(Objects.requireNonNull(root).name())) {
            violations.add(new Violation(
                    Violation.Kind.UNKNOWN_MESSAGE,
                    "/" + SafeText.name(stream.getLocalName()),
                    here(),
                    unknown(namespace, definition != null)));
            throw new Stop();
        }
        attributes();
        return definition;
    }

    private static String unknown(String namespace, boolean knownNamespace) {
        if (knownNamespace) {
            return "Een bericht begint met het element Bericht.";
        }
        Matcher other = OTHER_VERSION.matcher(namespace);
        if (other.matches()) {
            String standard = other.group(1).equals("ijw")
                    ? Law.YOUTH.standard()
                    : other.group(1).equals("iwmo") ? Law.SOCIAL_SUPPORT.standard() : other.group(1);
            return "Dit is bericht " + SafeText.name(other.group(4)) + " van " + standard + " " + other.group(2) + "."
                    + other.group(3) + ". Leercirkel leest de berichten van iJw 3.2 en iWmo 3.2.";
        }
        return namespace.isEmpty()
                ? "Het eerste element heeft geen naamruimte; dit is geen bericht van iJw of iWmo."
                : "De naamruimte van het eerste element is niet van een bericht van iJw 3.2 of iWmo 3.2.";
    }

    /** Goes to the next event; refuses what no message may hold. */
    int next() throws XMLStreamException {
        XMLStreamReader2 stream = Objects.requireNonNull(reader);
        int event = stream.next();
        guard.event();
        if (event == XMLStreamConstants.START_ELEMENT) {
            return event;
        }
        if (event == XMLStreamConstants.DTD) {
            add(
                    Violation.Kind.REFUSED,
                    MessageReader.place(stream.getLocation()),
                    "Het bestand bevat een DOCTYPE. Dat mag niet in een bericht: het kan ander werk laten doen of andere bestanden laten openen.");
            throw new Stop();
        }
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            add(Violation.Kind.REFUSED, here(), "Het bestand verwijst naar een entiteit; dat mag niet in een bericht.");
            throw new Stop();
        }
        return event;
    }

    /** Attributes are not part of any message; those that tell where a schema is are harmless. */
    void attributes() {
        XMLStreamReader2 stream = Objects.requireNonNull(reader);
        for (int i = 0; i < stream.getNamespaceCount(); i++) {
            // Each new prefix takes memory; the same ones may come back as often as they like.
            if (prefixes.add(Objects.requireNonNullElse(stream.getNamespacePrefix(i), ""))
                    && prefixes.size() > MOST_PREFIXES) {
                add(
                        Violation.Kind.REFUSED,
                        here(),
                        "Het bestand heeft meer dan " + MOST_PREFIXES + " namen voor naamruimtes. Lezen is gestopt.");
                throw new Stop();
            }
        }
        for (int i = 0; i < stream.getAttributeCount(); i++) {
            String name = stream.getAttributeLocalName(i);
            boolean schemaPlace = SCHEMA_INSTANCE.equals(stream.getAttributeNamespace(i))
                    && (name.equals("schemaLocation") || name.equals("noNamespaceSchemaLocation"));
            if (!schemaPlace) {
                add(Violation.Kind.CONTENT, here(), "Het attribuut " + SafeText.name(name) + " hoort hier niet.");
            }
        }
    }

    private void record(Violation.Kind kind, Place place, String text) {
        violations.add(new Violation(kind, path(), place, text));
    }

    void add(Violation.Kind kind, Place place, String text) {
        record(kind, place, text);
        if (violations.enough()) {
            throw new Stop();
        }
    }

    boolean faultless() {
        return violations.none();
    }

    ReadLimits limits() {
        return limits;
    }

    Place here() {
        return reader == null
                ? Place.FILE
                : MessageReader.place(reader.getLocationInfo().getStartLocation());
    }

    private String path() {
        return elements == null ? "" : elements.path();
    }
}
