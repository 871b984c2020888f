package nl.leercirkel.standards.cbs;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import nl.leercirkel.standards.json.JsonReading;
import nl.leercirkel.standards.table.Finding;
import nl.leercirkel.standards.table.Findings;
import nl.leercirkel.standards.table.Place;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a part, page after page. A page that breaks off is asked again and read on from where it broke, so a row is
 * given once; if its rows have changed meanwhile, that is an error.
 */
final class Pages {

    private static final int MOST_PAGES = 100_000;

    private final CbsTransport transport;
    private final int attempts;
    private final Duration pause;

    Pages(CbsTransport transport, int attempts, Duration pause) {
        this.transport = transport;
        this.attempts = attempts;
        this.pause = pause;
    }

    /** A row as the service gives it; null for null. */
    interface Rows {
        void row(Map<String, @Nullable String> fields);
    }

    private static final class Page {
        private String next = "";
        private boolean more;
        private long rows;
        private int hash;
        private final Map<String, String> top = new HashMap<>();
    }

    /**
     * @param top texts that stand beside the rows, as the properties of version 4 do
     * @return whether all pages were read
     */
    boolean read(
            CbsRequest first, int pageSize, Rows rows, Map<String, String> top, Consumer<? super Finding> findings) {
        Set<String> visited = new HashSet<>();
        CbsRequest request = first;
        long total = 0;
        for (int number = 0; number < MOST_PAGES; number++) {
            Page page = page(paged(request, pageSize, total), rows, findings);
            if (page == null) {
                return false;
            }
            top.putAll(page.top);
            total += page.rows;
            if (!page.next.isEmpty() && !visited.add(page.next)) {
                break;
            }
            boolean last = page.next.isEmpty() && (!page.more || page.rows == 0);
            if (last) {
                return true;
            }
            request =
                    new CbsRequest(first.version(), first.table(), first.part(), first.query(), number + 1, page.next);
        }
        findings.accept(Finding.fatal(
                "CBS-KRINGLOOP", place(first), "De bladzijden verwijzen naar elkaar: er komt geen einde aan."));
        return false;
    }

    /** Version 3 is asked for rows by number, until there are none: it may give fewer a page than was asked. */
    private static CbsRequest paged(CbsRequest request, int pageSize, long skip) {
        if (pageSize == 0 || !request.next().isEmpty()) {
            return request;
        }
        Map<String, String> query = new LinkedHashMap<>(request.query());
        query.put("$top", Integer.toString(pageSize));
        query.put("$skip", Long.toString(skip));
        return new CbsRequest(
                request.version(), request.table(), request.part(), query, request.page(), request.next());
    }

    private @Nullable Page page(CbsRequest request, Rows rows, Consumer<? super Finding> findings) {
        Page given = new Page();
        Finding problem = Finding.fatal("CBS-GEEN-ANTWOORD", place(request), "Er kwam geen antwoord.");
        for (int attempt = 1; attempt <= attempts; attempt++) {
            Duration wait = pause.multipliedBy(attempt);
            try (CbsAnswer answer = transport.get(request)) {
                Findings own = new Findings();
                Body body = new Body(given, rows);
                if (JsonReading.read(answer.body(), body, own)) {
                    if (body.page.rows < given.rows) {
                        problem = changed(request);
                        break;
                    }
                    body.page.more = answer.more();
                    return body.page;
                }
                Finding cause = own.kept().getLast();
                problem = Finding.fatal(
                        cause.code(), place(request), cause.message() + " (" + cause.place() + " van het antwoord)");
                if (cause.code().equals("JSON-INHOUD") || cause.code().equals("JSON-GRENS")) {
                    break;
                }
            } catch (CbsUnavailable refused) {
                problem = Finding.fatal("CBS-GEEN-ANTWOORD", place(request), String.valueOf(refused.getMessage()));
                if (!refused.isPassing()) {
                    break;
                }
                wait = refused.waiting().isZero() ? wait : refused.waiting();
            } catch (IOException broken) {
                problem = Finding.fatal(
                        "CBS-GEEN-ANTWOORD",
                        place(request),
                        "Het antwoord kan niet worden gelezen: " + broken.getMessage());
            }
            if (attempt < attempts && !sleep(wait)) {
                break;
            }
        }
        findings.accept(problem);
        return null;
    }

    /** The fields of the object that was just opened. */
    static Map<String, @Nullable String> row(JsonReading json) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        json.fields(name -> {
            if (json.isNull()) {
                fields.put(name, null);
            } else {
                json.text().ifPresent(text -> fields.put(name, text));
            }
        });
        return fields;
    }

    private static Finding changed(CbsRequest request) {
        return Finding.fatal(
                "CBS-VERANDERD",
                place(request),
                "De gegevens veranderden terwijl ze werden opgehaald. Haal de tabel opnieuw op.");
    }

    private static boolean sleep(Duration wait) {
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Place place(CbsRequest request) {
        return new Place(
                0,
                "tabel " + request.table() + ", onderdeel " + request.part() + ", bladzijde " + (request.page() + 1));
    }

    /** Reads one page; the rows that an earlier attempt gave are compared and not given again. */
    private static final class Body implements JsonReading.Body {

        private final Page page = new Page();
        private final Page given;
        private final Rows rows;

        Body(Page given, Rows rows) {
            this.given = given;
            this.rows = rows;
        }

        @Override
        public void read(JsonReading json) {
            json.fields(name -> {
                switch (name) {
                    case "value" -> json.objects(() -> row(json));
                    case "odata.nextLink", "@odata.nextLink" ->
                        page.next = json.text().orElse("");
                    case "odata.error", "error" ->
                        throw json.unexpected("Het CBS meldt een fout in de vraag aan deze tabel.");
                    default -> json.text().ifPresent(text -> page.top.put(name, text));
                }
            });
        }

        private void row(JsonReading json) {
            Map<String, @Nullable String> fields = Pages.row(json);
            page.rows++;
            page.hash = 31 * page.hash + fields.hashCode();
            if (page.rows > given.rows) {
                given.rows = page.rows;
                given.hash = page.hash;
                rows.row(fields);
            } else if (page.rows == given.rows && page.hash != given.hash) {
                throw json.unexpected("De gegevens veranderden terwijl ze werden opgehaald. Haal de tabel opnieuw op.");
            }
        }
    }
}
