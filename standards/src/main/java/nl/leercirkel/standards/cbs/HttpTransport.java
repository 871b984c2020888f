package nl.leercirkel.standards.cbs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The live service over HTTP. An answer that stops flowing, or does not end, is cut off. */
public final class HttpTransport implements CbsTransport {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;
    private static final long MOST_BYTES = 1L << 30;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final HttpClient client;
    private final Map<CbsVersion, URI> bases;
    private final Duration patience;

    /**
     * @param bases of version 3 and 4, without the table ("https://opendata.cbs.nl/ODataApi/OData"); configuration, because
     *     CBS moves them
     * @param patience how long to wait for the start of an answer, and for its next bytes
     */
    public HttpTransport(HttpClient client, Map<CbsVersion, URI> bases, Duration patience) {
        this.client = client;
        this.bases = Map.copyOf(bases);
        this.patience = patience;
    }

    @Override
    public CbsAnswer get(CbsRequest request) throws IOException {
        URI base = bases.get(request.version());
        if (base == null) {
            throw new CbsUnavailable(
                    "Er is geen adres ingesteld voor " + request.version() + ".", false, Duration.ZERO);
        }
        URI address = request.next().isEmpty() ? address(base, request) : next(base, request.next());
        HttpRequest get = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Accept", "application/json")
                .GET()
                .build();
        HttpResponse<InputStream> response = send(get);
        if (response.statusCode() == OK) {
            // who asks for rows by number has to go on until there are none
            return new CbsAnswer(
                    new Watched(response.body(), patience), request.query().containsKey("$top"));
        }
        response.body().close();
        throw refused(response, request);
    }

    private HttpResponse<InputStream> send(HttpRequest get) throws IOException {
        try {
            return client.send(get, HttpResponse.BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException _) {
            throw new CbsUnavailable(
                    "Het CBS gaf binnen " + patience.toSeconds() + " seconden geen antwoord.", true, Duration.ZERO);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CbsUnavailable("Het ophalen is onderbroken.", false, Duration.ZERO);
        } catch (IOException broken) {
            throw new CbsUnavailable(
                    "Het CBS is niet bereikbaar (" + broken.getClass().getSimpleName() + ").", true, Duration.ZERO);
        }
    }

    private static CbsUnavailable refused(HttpResponse<?> response, CbsRequest request) {
        int status = response.statusCode();
        if (status == NOT_FOUND) {
            return new CbsUnavailable(
                    "Het CBS kent tabel " + request.table() + " of onderdeel " + request.part() + " niet (404).",
                    false,
                    Duration.ZERO);
        }
        boolean passing = status == TOO_MANY || status >= SERVER;
        Duration wait = response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,5}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .filter(asked -> asked.compareTo(LONGEST_WAIT) <= 0)
                .orElse(Duration.ZERO);
        return new CbsUnavailable(
                "Het CBS weigerde de vraag (status " + status + ")"
                        + (passing ? "; probeer het later opnieuw." : ". Controleer de tabel en het filter."),
                passing,
                wait);
    }

    private static URI address(URI base, CbsRequest request) {
        String query = request.query().entrySet().stream()
                .map(option -> option.getKey() + "="
                        + URLEncoder.encode(option.getValue(), StandardCharsets.UTF_8)
                                .replace("+", "%20"))
                .collect(Collectors.joining("&"));
        return URI.create(base + "/" + request.table() + "/" + request.part() + (query.isEmpty() ? "" : "?" + query));
    }

    /** An answer may point at its own service only. */
    private static URI next(URI base, String next) throws CbsUnavailable {
        try {
            URI address = base.resolve(next.replace(" ", "%20"));
            boolean same = base.getScheme().equals(address.getScheme())
                    && base.getAuthority().equals(address.getAuthority())
                    && address.getPath() != null
                    && address.getPath().startsWith(base.getPath());
            if (same) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new CbsUnavailable(
                "Het antwoord verwijst voor de volgende bladzijde naar een ander adres; dat wordt niet gevolgd.",
                false,
                Duration.ZERO);
    }

    /** Closes itself when nothing came for too long, which ends a read that waits. */
    private static final class Watched extends FilterInputStream {

        private final Duration patience;
        private volatile long last = System.nanoTime();
        private volatile boolean closed;
        private volatile boolean silent;
        private long bytes;

        Watched(InputStream in, Duration patience) {
            super(in);
            this.patience = patience;
            Thread.ofVirtual().start(this::watch);
        }

        private void watch() {
            long limit = patience.toNanos();
            while (!closed) {
                long left = limit - (System.nanoTime() - last);
                if (left <= 0) {
                    silent = true;
                    try {
                        in.close();
                    } catch (IOException _) {
                        // the reader notices
                    }
                    return;
                }
                try {
                    Thread.sleep(Duration.ofNanos(Math.min(left, 1_000_000_000L)));
                } catch (InterruptedException _) {
                    return;
                }
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int got = read(one, 0, 1);
            return got < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int got;
            try {
                got = in.read(target, offset, length);
            } catch (IOException broken) {
                throw silent
                        ? new IOException("het CBS zweeg langer dan " + patience.toSeconds() + " seconden")
                        : broken;
            }
            last = System.nanoTime();
            bytes += Math.max(got, 0);
            if (bytes > MOST_BYTES) {
                throw new IOException("het antwoord is groter dan 1 GB");
            }
            return got;
        }

        @Override
        public void close() throws IOException {
            closed = true;
            super.close();
        }
    }
}
