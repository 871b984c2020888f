import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How long the files of a programme's reports take to make, in seconds: each format a few times, from asking to the last
 * byte. The first time is the one that somebody waits for after a start.
 *
 * <p>Use: benchmarks/run reports, which compiles it together with PageLatency and calls it with http://127.0.0.1:8080 times email password programme
 */
public class ReportTimes {
    private static final List<String> FILES = List.of(".docx", ".pdf", "/plan.docx", "/plan.pdf", "/raad.docx", "/raad.pdf");

    public static void main(String[] arguments) throws Exception {
        String base = arguments[0];
        int times = Integer.parseInt(arguments[1]);
        HttpClient client = PageLatency.signIn(base, arguments[2], arguments[3]);
        String report = PageLatency.pathOf(client, base, arguments[4]).replace("/portfolio/", "/rapporten/");
        System.out.printf("%-14s %10s %10s %10s%n", "file", "first s", "median s", "MB");
        for (String file : FILES) {
            double[] seconds = new double[times];
            double first = 0;
            long size = 0;
            for (int i = 0; i < times; i++) {
                long start = System.nanoTime();
                HttpResponse<byte[]> answer = client.send(
                        HttpRequest.newBuilder(URI.create(base + report + file))
                                .timeout(Duration.ofMinutes(5))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                seconds[i] = (System.nanoTime() - start) / 1e9;
                first = i == 0 ? seconds[0] : first;
                size = answer.body().length;
                if (answer.statusCode() != 200) {
                    throw new IOException(file + " answered " + answer.statusCode());
                }
            }
            Arrays.sort(seconds);
            System.out.printf("%-14s %10.1f %10.1f %10.1f%n", file, first, seconds[times / 2], size / 1e6);
        }
    }
}
