package nl.leercirkel.standards.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Walks through a JSON document token by token; what a caller does not ask for is skipped without being kept. */
public final class JsonReading {

    /** Longer than any text in the documents this reads; descriptions of topics come closest. */
    public static final int MAX_TEXT = 1_000_000;

    private static final int MAX_DEPTH = 50;
    private static final int MAX_NAME = 1_000;
    private static final int MAX_NUMBER = 100;
    private static final int MAX_SCALE = 100;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(MAX_NAME)
                    .maxNumberLength(MAX_NUMBER)
                    .maxStringLength(MAX_TEXT)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonReading(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads something out of a document. */
    public interface Body {
        void read(JsonReading json);
    }

    /**
     * Reads one object to its end.
     *
     * @return whether it was read whole; else a fatal finding says why not
     */
    public static boolean read(InputStream in, Body body, Consumer<? super Finding> findings) {
        Place[] at = {Place.FILE};
        try {
            PushbackInputStream start = new PushbackInputStream(in, 4);
            Finding wrong = lookAt(start);
            if (wrong != null) {
                findings.accept(wrong);
                return false;
            }
            try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), start)) {
                JsonReading json = new JsonReading(parser);
                try {
                    json.document(body);
                } finally {
                    at[0] = json.place();
                }
            }
            return true;
        } catch (UnexpectedJson unexpected) {
            findings.accept(Finding.fatal("JSON-INHOUD", unexpected.place(), String.valueOf(unexpected.getMessage())));
        } catch (JacksonIOException broken) {
            findings.accept(lost(at[0], broken.getCause() == null ? broken : broken.getCause()));
        } catch (JacksonException broken) {
            findings.accept(malformed(at[0], broken));
        } catch (IOException broken) {
            findings.accept(lost(at[0], broken));
        }
        return false;
    }

    private static @Nullable Finding lookAt(PushbackInputStream start) throws IOException {
        byte[] first = start.readNBytes(4);
        start.unread(first);
        if (first.length == 0) {
            return Finding.fatal("BESTAND-LEEG", Place.FILE, "Er staat niets in het bestand of antwoord.");
        }
        if (first.length > 1 && first[0] == 'P' && first[1] == 'K') {
            return Finding.fatal("TEKST-ZIP", Place.FILE, "Dit is een zip-bestand. Pak het eerst uit.");
        }
        if (first[0] == '<') {
            return Finding.fatal(
                    "JSON-WEBPAGINA",
                    Place.FILE,
                    "Dit is een webpagina of XML-bestand, geen JSON. Mogelijk is de bron gestoord.");
        }
        return null;
    }

    private static Finding lost(Place place, Throwable broken) {
        return Finding.fatal(
                "BESTAND-LEZEN", place, "Het lezen is halverwege mislukt: " + String.valueOf(broken.getMessage()));
    }

    private static Finding malformed(Place place, JacksonException broken) {
        Place where = broken.getLocation() == null || broken.getLocation().getLineNr() < 1
                ? place
                : Place.line(broken.getLocation().getLineNr());
        String message = String.valueOf(broken.getOriginalMessage());
        return switch (broken) {
            case UnexpectedEndOfInputException _ ->
                Finding.fatal(
                        "JSON-AFGEBROKEN", where, "De JSON is afgebroken: het einde ontbreekt. Haal hem opnieuw op.");
            case StreamConstraintsException _ ->
                Finding.fatal(
                        "JSON-GRENS",
                        where,
                        "De JSON heeft een tekst van meer dan " + MAX_TEXT + " tekens, een te lange naam of een te lang"
                                + " getal, of is dieper genest dan " + MAX_DEPTH + " lagen.");
            default ->
                message.contains("UTF-8")
                        ? Finding.fatal(
                                "TEKST-TEKENSET",
                                where,
                                "De tekst is geen UTF-8. Sla het bestand opnieuw op als UTF-8.")
                        : Finding.fatal("JSON-FOUT", where, "Dit is geen geldige JSON.");
        };
    }

    private void document(Body body) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw unexpected("Verwacht: een object, tussen accolades.");
        }
        body.read(this);
        if (parser.nextToken() != null) {
            throw unexpected("Achter het einde staat nog iets.");
        }
    }

    /** Where the last token stands. */
    public Place place() {
        return Place.line(Math.max(0, parser.currentTokenLocation().getLineNr()));
    }

    public UnexpectedJson unexpected(String message) {
        return new UnexpectedJson(place(), message);
    }

    /** Visits the fields of the object that was just opened; what the visitor does not read is skipped. */
    public void fields(Consumer<String> visitor) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            if (parser.currentToken() != JsonToken.PROPERTY_NAME) {
                throw unexpected("Verwacht: een veld.");
            }
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            int depth = depth();
            visitor.accept(name == null ? "" : name);
            if (parser.currentToken() == value && value != null && value.isStructStart() && depth == depth()) {
                parser.skipChildren();
            }
        }
    }

    private int depth() {
        return parser.streamReadContext().getNestingDepth();
    }

    /** Visits the objects of the array that is the current value. */
    public void objects(Runnable visitor) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw unexpected("Verwacht: een lijst.");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw unexpected("Verwacht: een lijst van objecten.");
            }
            visitor.run();
        }
    }

    /** The scalar values of the array that is the current value, as text; none where it is null. */
    public void texts(Consumer<String> visitor) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw unexpected("Verwacht: een lijst.");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            visitor.accept(text().orElseThrow(() -> unexpected("Verwacht: een lijst van teksten of getallen.")));
        }
    }

    /** Visits the fields of the object that is the current value; nothing where it is null. */
    public void object(Consumer<String> visitor) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw unexpected("Verwacht: een object.");
        }
        fields(visitor);
    }

    /** The current value as text, whatever it is written as; empty for null, an object or a list. */
    public Optional<String> text() {
        JsonToken token = parser.currentToken();
        return token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL
                ? Optional.empty()
                : Optional.ofNullable(parser.getString());
    }

    public boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    public boolean isNumber() {
        JsonToken token = parser.currentToken();
        return token != null && token.isNumeric();
    }

    /** The current value as a number, also where it is written as text; empty where it is neither. */
    public Optional<BigDecimal> number() {
        return text().flatMap(JsonReading::number);
    }

    /** A number with a decimal point; empty for anything else, and for exponents that no published figure has. */
    public static Optional<BigDecimal> number(String text) {
        String plain = text.strip();
        if (plain.isEmpty() || plain.length() > MAX_NUMBER) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(plain);
            return Math.abs((long) number.scale()) > MAX_SCALE ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
