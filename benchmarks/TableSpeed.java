import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings a CSV of half a million rows into a running demo as an analyst does: the file with its preview, the check of all rows,
 * the decision. Prints the seconds of each, and how long a colleague waits for a page meanwhile. Loopback only.
 *
 * <p>Use: java TableSpeed http://127.0.0.1:8080 rows email password
 */
public class TableSpeed {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern REVISION = Pattern.compile("name=\"revisie\"[^>]*value=\"(\\d+)\"");
    private static final String[] FIELDS = {
        "Nummer", "WHOLE", "Gemeente", "MUNICIPALITY", "Jaar", "PERIOD", "Product", "CODE", "Aanbieder", "TEXT",
        "Aantal", "WHOLE", "Bedrag", "MONEY", "Aandeel", "PERCENTAGE"
    };

    private final String base;
    private final HttpClient client;
    private String page = "";

    private TableSpeed(String base, HttpClient client) {
        this.base = base;
        this.client = client;
    }

    public static void main(String[] arguments) throws Exception {
        String base = arguments[0];
        int rows = Integer.parseInt(arguments[1]);
        TableSpeed analyst = new TableSpeed(base, PageLatency.signIn(base, arguments[2], arguments[3]));
        byte[] file = csv(rows);
        System.out.printf(Locale.ROOT, "%,d rijen, %.1f MB%n", rows, file.length / 1e6);
        String dataset = analyst.dataset();
        HttpClient colleague = PageLatency.signIn(base, arguments[2], arguments[3]);
        List<Double> waits = java.util.Collections.synchronizedList(new ArrayList<>());
        Thread reader = Thread.ofPlatform().daemon().start(() -> read(colleague, base, dataset, waits));

        long start = System.nanoTime();
        String one = analyst.upload(dataset + "/inlezen", file);
        analyst.get(one);
        double preview = seconds(start);
        List<String> mapping = new ArrayList<>(List.of("actie", "controleer"));
        for (int at = 0; at < FIELDS.length / 2; at++) {
            mapping.addAll(List.of("kolom" + at, FIELDS[2 * at]));
        }
        long checking = System.nanoTime();
        analyst.submit(one + "/koppelen", mapping.toArray(String[]::new));
        String last = "";
        while (!analyst.get(one).contains("name=\"besluit\" value=\"alles\"")) {
            if (analyst.page.contains("Er is niets opgeslagen")) {
                throw new IOException(analyst.page);
            }
            Thread.sleep(200);
        }
        double checked = seconds(checking);
        long deciding = System.nanoTime();
        analyst.submit(one + "/besluit", "besluit", "alles");
        double decided = seconds(deciding);
        double all = seconds(start);
        reader.interrupt();
        if (!analyst.get(dataset).contains("Opgeslagen als versie 1") && !analyst.page.contains("versie 1")) {
            throw new IOException("not stored: " + last);
        }
        double[] sorted = waits.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "brengen en bekijken %.1f s, alle rijen controleren %.1f s, besluiten %.1f s; samen %.1f s%n",
                preview,
                checked,
                decided,
                all);
        System.out.printf(
                Locale.ROOT,
                "intussen %d pagina's van een collega: p50 %.0f ms, p95 %.0f ms, langste %.0f ms%n",
                sorted.length,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * .95)],
                sorted[sorted.length - 1]);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void read(HttpClient client, String base, String dataset, List<Double> waits) {
        List<String> paths = List.of("/", "/bronnen", dataset, "/portfolio");
        try {
            for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                long start = System.nanoTime();
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create(base + paths.get(i % paths.size()))).build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    System.out.println(paths.get(i % paths.size()) + " answered " + answer.statusCode());
                }
                waits.add((System.nanoTime() - start) / 1e6);
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException done) {
            // the measurement is over
        }
    }

    private String dataset() throws Exception {
        get("/bronnen/nieuw");
        String name = "Meting " + UUID.randomUUID();
        String[] about = {"naam", name, "doel", "Meten", "eigenaar", "Team data", "ritme", "ONCE"};
        String path = submit("/bronnen", about);
        get(path + "/wijzigen");
        Matcher revision = REVISION.matcher(page);
        List<String> fields = new ArrayList<>(Arrays.asList(about));
        fields.addAll(List.of("velden", Integer.toString(FIELDS.length / 2), "revisie", revision.find() ? revision.group(1) : "1"));
        for (int at = 0; at < FIELDS.length / 2; at++) {
            fields.addAll(List.of("veld" + at + "-naam", FIELDS[2 * at], "veld" + at + "-soort", FIELDS[2 * at + 1]));
        }
        fields.addAll(List.of("veld0-sleutel", "on", "veld0-verplicht", "on"));
        submit(path + "/wijzigen", fields.toArray(String[]::new));
        return path;
    }

    private String get(String path) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        page = answer.body();
        return page;
    }

    private String token() {
        Matcher token = CSRF.matcher(page);
        return token.find() ? token.group(1) : "";
    }

    /** Where the form led to. */
    private String submit(String path, String... fields) throws Exception {
        StringBuilder body = new StringBuilder("_csrf=" + encode(token()));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(encode(fields[i])).append('=').append(encode(fields[i + 1]));
        }
        return send(path, "application/x-www-form-urlencoded", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String upload(String path, byte[] content) throws Exception {
        get(path);
        String boundary = "----meting" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token() + "\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"bestand\"; filename=\"meting.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(path, "multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    private String send(String path, String type, byte[] body) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", type)
                        .header("Accept", "text/html")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + "\n" + answer.body());
        }
        page = answer.body();
        return answer.uri().getPath();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] csv(int rows) {
        String[] municipalities = {"0505", "0983", "0957", "0907", "0344", "0363", "0599", "0518", "0014", "0080"};
        StringBuilder text = new StringBuilder(rows * 70);
        text.append("Nummer;Gemeente;Jaar;Product;Aanbieder;Aantal;Bedrag;Aandeel\n");
        for (int row = 1; row <= rows; row++) {
            text.append(row)
                    .append(';')
                    .append(municipalities[row % municipalities.length])
                    .append(';')
                    .append(2015 + row % 11)
                    .append(";45A")
                    .append(10 + row % 50)
                    .append(";Aanbieder ")
                    .append(row % 300)
                    .append(';')
                    .append(row % 97)
                    .append(';')
                    .append(row % 10_000)
                    .append(',')
                    .append(10 + row % 90)
                    .append(';')
                    .append(row % 100)
                    .append(",5\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
