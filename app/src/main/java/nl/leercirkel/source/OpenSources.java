package nl.leercirkel.source;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import nl.leercirkel.source.open.Wanted.Kind;
import nl.leercirkel.standards.cbs.CbsTransport;
import nl.leercirkel.standards.cbs.CbsVersion;
import nl.leercirkel.standards.cbs.HttpTransport;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where open statistics come from, as the administrator set it. CBS moves its services now and then, so their addresses are
 * settings; an empty one means that this installation does not go there.
 */
@Component
class OpenSources {
    static final String CBS_V3 = "LEERCIRKEL_CBS_V3";
    static final String CBS_V4 = "LEERCIRKEL_CBS_V4";
    static final String IV3_V3 = "LEERCIRKEL_IV3_V3";
    static final String FOLDER = "LEERCIRKEL_SOURCE_FOLDER";
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Environment settings;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    OpenSources(Environment settings) {
        this.settings = settings;
    }

    CbsTransport transport(Kind kind) {
        Map<CbsVersion, URI> bases = new EnumMap<>(CbsVersion.class);
        if (kind == Kind.IV3) {
            put(bases, CbsVersion.V3, IV3_V3, "https://dataderden.cbs.nl/ODataApi/OData");
        } else {
            put(bases, CbsVersion.V3, CBS_V3, "https://opendata.cbs.nl/ODataApi/OData");
            put(bases, CbsVersion.V4, CBS_V4, "https://datasets.cbs.nl/odata/v1/CBS");
        }
        return new HttpTransport(client, bases, PATIENCE);
    }

    private void put(Map<CbsVersion, URI> bases, CbsVersion version, String name, String otherwise) {
        String address = settings.getProperty(name, otherwise).strip();
        if (!address.isEmpty()) {
            bases.put(version, URI.create(address));
        }
    }

    /** The folder with a folder for each authority; empty where there is none. */
    Optional<Path> folder() {
        String given = settings.getProperty(FOLDER, "").strip();
        try {
            return given.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Path.of(given).toAbsolutePath());
        } catch (InvalidPathException wrong) {
            return Optional.empty();
        }
    }
}
