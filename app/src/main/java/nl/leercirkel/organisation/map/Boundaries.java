package nl.leercirkel.organisation.map;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads a file with borders of municipalities: GeoJSON (RFC 7946, or in the Dutch grid) or TopoJSON. */
public final class Boundaries {

    private Boundaries() {}

    /**
     * Reads the file. Whatever it holds, the outcome is a result or a problem in Dutch.
     *
     * @param known codes (four digits) of the municipalities that exist
     * @throws IOException when the stream itself fails
     */
    public static BoundaryReading parse(InputStream in, Set<String> known, BoundaryLimits limits) throws IOException {
        try {
            BufferedInputStream buffered = new BufferedInputStream(new Limited(in, limits.bytes()));
            refuseOtherKinds(buffered);
            return new BoundaryAssembly(read(buffered, limits), known, limits).assemble();
        } catch (RefusedFile refused) {
            return new BoundaryReading.Refused(refused.problem());
        }
    }

    static RefusedFile tooManyPoints(BoundaryLimits limits) {
        return new RefusedFile(String.format(
                Locale.of("nl", "NL"),
                "Het bestand heeft meer dan %,d punten. Kies een bestand met gegeneraliseerde grenzen.",
                limits.points()));
    }

    private static RawFile read(InputStream in, BoundaryLimits limits) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), in)) {
            return read(parser, limits);
        } catch (JacksonException unreadable) {
            if (unreadable.getCause() instanceof SourceFailed failed) {
                throw failed;
            }
            // Also encodings that the parser cannot decode, which it reports as a failure of the stream.
            throw new RefusedFile("Het bestand is geen leesbare tekst. Kies een GeoJSON- of TopoJSON-bestand.");
        }
    }

    private static RawFile read(JsonParser parser, BoundaryLimits limits) {
        try {
            return new RawFileReader(parser, limits).read();
        } catch (JacksonIOException failed) {
            throw failed;
        } catch (StreamConstraintsException tooMuch) {
            throw new RefusedFile("%s: een getal of tekst is te lang, of de lijsten zijn dieper genest dan %d."
                    .formatted(RawFileReader.at(parser.currentLocation()), limits.depth()));
        } catch (UnexpectedEndOfInputException cut) {
            throw new RefusedFile("%s: het bestand houdt halverwege op. Is het helemaal gedownload?"
                    .formatted(RawFileReader.at(parser.currentLocation())));
        } catch (JacksonException malformed) {
            throw new RefusedFile(
                    "%s: hier staat geen geldige JSON.".formatted(RawFileReader.at(parser.currentLocation())));
        }
    }

    /** People often bring the download as it comes; say what it is and what to do. */
    private static void refuseOtherKinds(BufferedInputStream in) throws IOException {
        in.mark(64);
        byte[] start = in.readNBytes(16);
        in.reset();
        if (start.length == 0) {
            throw new RefusedFile("Het bestand is leeg.");
        }
        List<String> kinds = new ArrayList<>();
        if (begins(start, 'P', 'K')) {
            kinds.add("een zip-bestand. Pak het uit en kies het GeoJSON- of TopoJSON-bestand dat erin zit");
        } else if (begins(start, 0x1f, 0x8b)) {
            kinds.add("een gzip-bestand. Pak het eerst uit");
        } else if (begins(start, 0, 0, 0x27, 0x0a)) {
            kinds.add("een shapefile. Kies bij het downloaden GeoJSON");
        } else if (begins(start, 'S', 'Q', 'L', 'i', 't', 'e')) {
            kinds.add("een GeoPackage of andere SQLite-database. Kies bij het downloaden GeoJSON");
        } else if (begins(start, '<')) {
            kinds.add("XML (zoals GML of KML). Kies bij het downloaden GeoJSON");
        } else if (begins(start, '%', 'P', 'D', 'F')) {
            kinds.add("een PDF. Een kaart als document kan niet worden gelezen; kies GeoJSON of TopoJSON");
        }
        if (!kinds.isEmpty()) {
            throw new RefusedFile("Dit is " + kinds.getFirst() + ".");
        }
    }

    private static boolean begins(byte[] start, int... expected) {
        if (start.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((start[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** The stream broke off: a fault, to be told apart from content that cannot be read. */
    private static final class SourceFailed extends IOException {
        private static final long serialVersionUID = 1L;

        SourceFailed(IOException cause) {
            super("reading the border file failed: " + cause.getMessage(), cause);
        }
    }

    /** Counts what is really read; the length a browser states can be a lie. */
    private static final class Limited extends FilterInputStream {
        private final long limit;
        private long left;

        Limited(InputStream in, long limit) {
            super(in);
            this.limit = limit;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                int count = super.read(target, offset, length);
                taken(Math.max(0, count));
                return count;
            } catch (IOException failed) {
                throw new SourceFailed(failed);
            }
        }

        private void taken(int count) {
            left -= count;
            if (left < 0) {
                throw new RefusedFile("Het bestand is groter dan %d MB. Kies een bestand met gegeneraliseerde grenzen."
                        .formatted(Math.max(1, limit / 1_000_000)));
            }
        }
    }
}
