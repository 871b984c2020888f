import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads pages of a running demo with a number of readers at once, each signed in with a session of its own, and prints
 * the 50th, 95th and 99th percentile in milliseconds per page. Measures from the reader's side: connection kept open,
 * whole body read. Loopback only.
 *
 * <p>Use: java PageLatency.java http://127.0.0.1:8080 readers requestsPerReader email password path... A path "@Name" is
 * the page of the programme of that name.
 */
public class PageLatency {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    public static void main(String[] arguments) throws Exception {
        String base = arguments[0];
        if (!base.startsWith("http://127.0.0.1") && !base.startsWith("http://localhost")) {
            throw new IllegalArgumentException("Only this machine is measured: " + base);
        }
        int readers = Integer.parseInt(arguments[1]);
        int requests = Integer.parseInt(arguments[2]);
        String email = arguments[3];
        String password = arguments[4];
        List<HttpClient> clients = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            clients.add(signIn(base, email, password));
        }
        System.out.printf("%-28s %8s %8s %8s %8s %10s%n", "page", "p50 ms", "p95 ms", "p99 ms", "max ms", "pages/s");
        for (String wanted : Arrays.asList(arguments).subList(5, arguments.length)) {
            String path = wanted.startsWith("@") ? pathOf(clients.getFirst(), base, wanted.substring(1)) : wanted;
            measure(clients, base + path, requests / 2); // warm up
            long start = System.nanoTime();
            double[] times = measure(clients, base + path, requests);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%-28s %8.1f %8.1f %8.1f %8.1f %10.0f%n",
                    wanted, at(times, .50), at(times, .95), at(times, .99), times[times.length - 1], times.length / seconds);
        }
    }

    /** Where the programme of this name stands, by the link on the page of programmes. */
    static String pathOf(HttpClient client, String base, String programme) throws Exception {
        String page = client.send(
                        HttpRequest.newBuilder(URI.create(base + "/portfolio")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher link = Pattern.compile("href=\"(/portfolio/[0-9a-f-]{36})\"[^>]*>\\s*" + Pattern.quote(programme) + "\\s*<")
                .matcher(page);
        if (!link.find()) {
            throw new IOException("No programme " + programme + "; start the demo with the sizes that benchmarks/run names");
        }
        return link.group(1);
    }

    private static double[] measure(List<HttpClient> clients, String url, int requests) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Accept", "text/html")
                .timeout(Duration.ofSeconds(30))
                .build();
        List<Future<double[]>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
            for (HttpClient client : clients) {
                Callable<double[]> reader = () -> {
                    double[] times = new double[requests];
                    for (int i = 0; i < requests; i++) {
                        long start = System.nanoTime();
                        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                        times[i] = (System.nanoTime() - start) / 1e6;
                        if (answer.statusCode() != 200) {
                            throw new IOException(url + " answered " + answer.statusCode());
                        }
                    }
                    return times;
                };
                running.add(threads.submit(reader));
            }
            List<double[]> all = new ArrayList<>();
            for (Future<double[]> future : running) {
                all.add(future.get());
            }
            return all.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        }
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }

    static HttpClient signIn(String base, String email, String password) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpResponse<String> form = client.send(
                HttpRequest.newBuilder(URI.create(base + "/inloggen")).build(), HttpResponse.BodyHandlers.ofString());
        Matcher token = CSRF.matcher(form.body());
        if (!token.find()) {
            throw new IOException("No sign-in form at " + base);
        }
        String body = "email=" + encode(email) + "&password=" + encode(password) + "&_csrf=" + encode(token.group(1));
        HttpResponse<String> home = client.send(
                HttpRequest.newBuilder(URI.create(base + "/inloggen"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (home.uri().getPath().startsWith("/inloggen")) {
            throw new IOException("Signing in as " + email + " did not work");
        }
        return client;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
