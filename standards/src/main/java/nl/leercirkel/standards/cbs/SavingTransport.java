package nl.leercirkel.standards.cbs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.leercirkel.standards.table.Finding;

/**
 * Passes questions on to the live service and saves its answers, in the shape that {@link SavedAnswers} reads: table {@code T} in
 * the folder {@code T}, one file a page.
 *
 * <p>What is saved is whole or not there: a filter is taken off the question (the client applies it to what comes), a page that
 * breaks off is not kept, and nothing in the folder changes before {@link #keep}. Not for use by several threads.
 */
public final class SavingTransport implements CbsTransport, AutoCloseable {

    private static final Set<String> NARROWING = Set.of("$filter", "$select");
    private static final String SOURCE = "bron.txt";

    private final CbsTransport live;
    private final Path folder;
    private final Path staging;
    private final Set<String> tables = new HashSet<>();

    /** @param folder where tables are saved; made where it is not there */
    public SavingTransport(CbsTransport live, Path folder) throws IOException {
        this.live = live;
        this.folder = folder;
        Files.createDirectories(folder);
        this.staging = Files.createTempDirectory(folder, ".bezig-");
    }

    /**
     * Saves a whole table, with the source line that CBS asks for.
     *
     * @return whether all of it came; if not, the folder is as it was and the findings say why
     */
    public static boolean save(
            CbsTransport live,
            CbsVersion version,
            String table,
            Path folder,
            Clock clock,
            Consumer<? super Finding> findings)
            throws IOException {
        try (SavingTransport saving = new SavingTransport(live, folder)) {
            CbsClient client = new CbsClient(saving, version);
            Optional<CbsTable> described = client.describe(table, findings);
            boolean complete =
                    described.isPresent() && client.read(described.get(), CbsSelection.ALL, row -> {}, findings);
            if (complete) {
                saving.keep(LocalDate.now(clock));
            }
            return complete;
        }
    }

    @Override
    public CbsAnswer get(CbsRequest request) throws IOException {
        CbsRequest whole = whole(request);
        CbsAnswer answer = live.get(whole);
        Path file = staging.resolve(SavedAnswers.path(whole));
        Files.createDirectories(file.getParent());
        tables.add(request.table());
        return new CbsAnswer(new Tee(answer.body(), file), answer.more());
    }

    private static CbsRequest whole(CbsRequest request) {
        Map<String, String> query = new LinkedHashMap<>(request.query());
        query.keySet().removeAll(NARROWING);
        return new CbsRequest(
                request.version(), request.table(), request.part(), query, request.page(), request.next());
    }

    /** Puts what came in the place of what was saved of these tables before, if anything. */
    public void keep(LocalDate day) throws IOException {
        for (String table : tables) {
            Path fresh = staging.resolve(table);
            Files.writeString(
                    fresh.resolve(SOURCE),
                    "Bron: CBS, tabel " + table + ", opgehaald op " + day
                            + ". Licentie: CC BY 4.0; zet deze bronregel bij elk cijfer dat u toont.\n");
            Path place = folder.resolve(table);
            Path old = staging.resolve(table + ".oud");
            if (Files.exists(place)) {
                Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        }
        tables.clear();
    }

    @Override
    public void close() throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.walk(staging)) {
            left = files.sorted(java.util.Comparator.reverseOrder()).toList();
        }
        for (Path file : left) {
            Files.delete(file);
        }
    }

    /** Copies what is read; the copy gets its name only when the end was reached. */
    private static final class Tee extends FilterInputStream {
        private final Path file;
        private final Path part;
        private final OutputStream copy;
        private boolean ended;
        private boolean closed;

        Tee(InputStream in, Path file) throws IOException {
            super(in);
            this.file = file;
            this.part = file.resolveSibling(file.getFileName() + ".deel");
            this.copy = Files.newOutputStream(part);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int got = read(one, 0, 1);
            return got < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int got = in.read(target, offset, length);
            if (got < 0) {
                ended = true;
            } else {
                copy.write(target, offset, got);
            }
            return got;
        }

        /** Skips by reading, so that the copy has what was skipped. */
        @Override
        public long skip(long count) throws IOException {
            long skipped = 0;
            while (skipped < count && read() >= 0) {
                skipped++;
            }
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            try {
                super.close();
            } finally {
                copy.close();
                if (ended) {
                    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Files.deleteIfExists(part);
                }
            }
        }
    }
}
